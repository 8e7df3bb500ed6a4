"""Passages -> Claims: who says what, how surely. Comes in: a report and its sentences. Goes out: sources and claims.

A claim reader is any function with the signature of `read_claims`; the contract suite runs over each of them.
"""

from tumen.claim.first_hand import FIRST_HAND, find_first_hand
from tumen.claim.outlet import find_outlet
from tumen.claim.reader import read_claims

__all__ = ["FIRST_HAND", "find_first_hand", "find_outlet", "read_claims"]
