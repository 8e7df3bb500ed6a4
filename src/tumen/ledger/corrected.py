"""Numbers that a report takes back. Comes in: a text. Goes out: from which number to which one: "there were three of them, and not two, as we reported in June".

What is corrected is found later, by the number itself, among what earlier reports of the same origin give.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tumen.ledger.tolls import NUMBER, number_of
from tumen.records import Span
from tumen.view import sentence_around

SAID = r"(?:gave|given|give|reported|wrote|written|said|put|spoken? of|spoke of|counted|published|named|mentioned)"
WAS = rf"\b(?P<was>{NUMBER})\b(?! (?:years?|days?|weeks?|months?|hours?|p\.?m|a\.?m)\b)"
OLD = (
    re.compile(rf"\b(?:not|instead of|rather than)(?: the)? {WAS}[^.;]{{0,30}}?\b(?:as|that|which|first|previously|initially|originally) ?(?:we|it|our|was|were|had|an earlier|reported|given|stated)", re.IGNORECASE),
    re.compile(rf"\bearlier (?:report|stor(?:y|ies)|account|bulletin|dispatch|version|article|count|figure|number)s?\b[^.]{{0,60}}?\b{SAID}\b[^.]{{0,40}}?{WAS}", re.IGNORECASE),
    re.compile(rf"\b(?:[Ww]e|[Ww]e had|[Tt]he (?:wire|agency|radio|paper|newspaper|magazine|station|group|desk|bulletin|outlet|portal|site) (?:had|has)|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:had|has)) (?:earlier |previously |first |initially )?{SAID}\b[^.]{{0,60}}?{WAS}"),
    re.compile(rf"\b(?:up|down|revised|corrected|changed) from {WAS}", re.IGNORECASE),
    re.compile(rf"\b(?:first|initially|previously|earlier|originally) (?:reported|given|stated|put|said)(?: (?:as|at|to be|number of))* {WAS}", re.IGNORECASE),
)  # fmt: skip
ORDINAL = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
NEW = re.compile(
    rf"(?<![\w.,:/-])(?:{NUMBER}|{'|'.join(ORDINAL)})\b(?! (?:years?|days?|weeks?|months?|hours?|p\.?m|a\.?m|January|February|March|April|May|June|July|August|September|October|November|December)\b|[.:]\d)",
    re.IGNORECASE,
)
MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) $"
)
MOST = 3  # times as many: a corrected number is of the same order


NOUN = re.compile(
    r" (?!(?:and|or|of|to|in|on|at|for|by|who|which|that|from|with|were|was|are|is|has|have|had|people|persons)\b)([a-z]+)"
)


class Correction(NamedTuple):
    """The number that was given, and the one that takes its place, each with its words."""

    was: int
    number: int
    was_span: Span
    span: Span


def corrections(text: str) -> Iterator[Correction]:
    """All of a text, each old number once."""
    seen = set()
    for pattern in OLD:
        for match in pattern.finditer(text):
            was = number_of(match["was"])
            place = Span(*match.span("was"))
            if was is None or place in seen:
                continue
            seen.add(place)
            if found := _new(text, was, place):
                yield Correction(was, found[0], place, found[1])


def _new(text: str, was: int, place: Span) -> tuple[int, Span] | None:
    """The number nearest to the old one in its sentence, else the first of the next, else the last of the one before."""
    own = sentence_around(text, place)
    noun = NOUN.match(text, place.end)
    numbers = sorted(_numbers(text, own, was, noun), key=lambda each: each[1].gap(place))
    if numbers:
        return numbers[0]
    if own.end + 2 < len(text) and (
        after := list(_numbers(text, sentence_around(text, Span(own.end + 1, own.end + 2)), was, noun))
    ):
        return after[0]
    if own.start > 2 and (
        before := list(_numbers(text, sentence_around(text, Span(own.start - 2, own.start - 1)), was, noun))
    ):
        return before[-1]
    return None


def _numbers(text: str, around: Span, was: int, noun: re.Match[str] | None) -> Iterator[tuple[int, Span]]:
    for match in NEW.finditer(text, around.start, around.end):
        written = match.group().lower()
        number = ORDINAL.index(written) + 2 if written in ORDINAL else number_of(written)
        is_day = MONTH.search(text, around.start, match.start())
        own = NOUN.match(text, match.end())
        is_other = own is not None and (noun is None or own[1] != noun[1])
        if (
            number is not None
            and not is_day
            and not is_other
            and number != was
            and max(number, was) <= MOST * min(number, was)
        ):
            yield number, Span(*match.span())
