"""Quotation marks -> quotations. Comes in: the flat text of a paragraph. Goes out: where each quotation begins and ends.

Curly, straight, guillemets and doubled (`` '') marks; a quotation inside another belongs to the outer one. Single marks
count only in a paragraph without double ones. Never decides who speaks.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MARKS = re.compile(r"``|''|[“”„‟«»\"]")
SINGLE_MARKS = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,?!…])[’'](?!\w)")
CLOSES = {"“": "”", "„": "”", "‟": "”", "«": "»", "``": "''", '"': '"', "”": "”", "''": "''", "‘": "’", "'": "'"}
BEFORE_OPENING = " \t\n([—–-"


class Quotation(NamedTuple):
    """`text[start:end]` with its marks. Not `is_closed`: it runs to the end of the paragraph for want of a closing mark."""

    start: int
    end: int
    is_closed: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of one paragraph, in text order, not overlapping.

    A closing mark without an opening one is passed over: where that quotation began is not known.
    """
    pattern = MARKS if MARKS.search(text) else SINGLE_MARKS
    return tuple(_pairs(text, pattern))


def _pairs(text: str, pattern: re.Pattern[str]) -> Iterator[Quotation]:
    begin, closing = -1, ""
    for match in pattern.finditer(text):
        mark = match.group()
        if begin < 0:
            if _opens(text, match):
                begin, closing = match.start(), CLOSES[mark]
        elif mark == closing or {mark, closing} <= {"”", '"', "''"}:
            if mark == '"' and _opens(text, match) and match.end() < len(text):
                continue  # a straight mark before a word opens: a quotation inside, or the closing one was lost
            yield Quotation(begin, match.end(), True)
            begin = -1
    if begin >= 0:
        yield Quotation(begin, len(text), False)


def _opens(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark in ("“", "„", "‟", "«", "``", "‘"):
        return True
    if mark == "»" or match.end() == len(text):
        return False
    return (not match.start() or text[match.start() - 1] in BEFORE_OPENING) and not text[match.end()].isspace()
