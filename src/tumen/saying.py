"""Whether a day is one on which something was said or printed, and none on which it happened. Comes in: a text, the words of a day. Goes out: yes or no."""

import re

from tumen.records import Span

VERBS = "said|told|reported|wrote|announced|confirmed|denied|dismissed|rejected|refuted|condemned|declared|claimed|stated|warned|issued"
SPEAKING = (
    r"(?:as (?:of|at)|data (?:to|up to)|covering|dated|filed|drawn up|became known|becomes known|came to light|emerged|learned|learnt|heard|surfaced|was posted|report(?:s|ed)? first"
    rf"|published|printed|added|recalled|posted|released|{VERBS})"
)
BEFORE = re.compile(rf"\b{SPEAKING}(?: [\w’']+){{0,4}} (?:on |in )?$", re.IGNORECASE)
AFTER = re.compile(rf",? (?:{VERBS})\b")
"""Directly behind a day only a verb says so whose subject stands before it: "a spokesman on August 14 dismissed"."""
NEAR = 60  # letters


def is_of_saying(text: str, day: Span) -> bool:
    """Whether the words beside a day, in its sentence, say that something was said or printed on it."""
    before = re.split(r"[.;:\n]", text[max(day.start - NEAR, 0) : day.start])[-1]
    return bool(BEFORE.search(before) or AFTER.match(text, day.end))
