"""Whether a text reads as told by those who know. Comes in: scores of its pieces. Goes out: one number."""

from collections.abc import Sequence

import numpy as np

from tumen.model import Floats

FIRST_HAND = "first_hand"
"""The head that gives a score a piece."""


def find_first_hand(parts: Sequence[Floats]) -> float | None:
    """The mean of the scores ([pieces, 1] a part of the text): higher reads more like reports that know by themselves, such as letters, testimony, minutes and accounts
    of those in charge; lower like those that pass on what others tell. `None` of a text without pieces. It says nothing of whether it is true."""
    scores = np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)
    return round(float(scores.mean()), 3) if len(scores) else None
