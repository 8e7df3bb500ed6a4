"""Whether a time is gone or still to come, by the nearest verb. Comes in: a sentence and where a time stands in it. Goes out: its tense."""

import re

from tumen.ground.meaning import Tense

AHEAD = re.compile(  # with the verb that follows: "will be tried"
    r"(?:\b(?:will|(?:would|could|may)(?! (?:not |\w+ly )?have\b)|shall|going to|to be|is to|are to|plans? to|planning to|set to|scheduled|due|expects?|expected|"
    r"intends?)\b|['’]ll\b)(?: (?:not|be|have|been|\w+ly|to))* \w+|\b(?:payable|upcoming|ahead of)\b"
)
GONE = re.compile(
    r"\b(?:(?:would|could|may|might|must) (?:not |\w+ly )?have \w+|was|were|had|did|\w{2,}ed|went|came|took|made|rose|fell|left|ran|got|saw|began|held|met|won|lost|sent|brought|spoke|fled|wrote|stood|found|gave|kept|hid|heard|knew|grew|"
    r"drew|flew|broke|died|swam|slept|spent|paid|bought|caught|taught|thought|sold|shot|lay|became|put|cut|shut)\b"
)
SAID = re.compile(r"\b(?:said|says|told|reported|announced|stated|added|noted)\b")
BY = re.compile(r"\b(?:by|until|through)\s$")
NOT_GONE = frozenset(
    ["expected", "planned", "scheduled", "reported", "announced", "stated", "added", "noted", "need", "speed", "hundred"]
)
CLAUSE = re.compile(r"[;:] |, (?:and|but|so) ")
NEAR = 60  # code points within which a verb says when a day is


def tense_of(text: str, start: int, end: int) -> Tense:
    """What the nearest verb says of a time; `None` if none is near but one of saying."""
    if BY.search(text, max(start - 8, 0), start):
        return "either"
    clause = _clause(text, start, end)
    return _nearest(text, start, end, clause) or _nearest(text, start, end, (0, len(text)))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the main clause begins and ends that a time stands in."""
    first = max((match.end() for match in CLAUSE.finditer(text, 0, start)), default=0)
    last = CLAUSE.search(text, end)
    return first, last.start() if last else len(text)


def _nearest(text: str, start: int, end: int, clause: tuple[int, int]) -> Tense:
    coming = [match.span() for match in AHEAD.finditer(text, *clause)]
    gone = [match.span() for match in GONE.finditer(text, *clause) if match.group() not in NOT_GONE]
    gone = [(first, last) for first, last in gone if not any(begin <= first < stop for begin, stop in coming)]
    said = [match.span() for match in SAID.finditer(text, *clause)]
    nearest = [
        min((max(first - end, start - last) for first, last in spans), default=len(text)) for spans in (coming, gone, said)
    ]
    if nearest[0] < min(*nearest[1:], NEAR):
        return "ahead"
    return "gone" if nearest[1] < NEAR else None
