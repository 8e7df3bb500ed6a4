"""A page's head and foot as a whole: publisher, title, day. Comes in: text. Goes out: a `Head`. Unknown rather than guessed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from tumen.masthead.days import find_dates, is_day_first, without_dates
from tumen.masthead.furniture import FORM, Day, Read, read_line
from tumen.masthead.lines import LONGEST_LINE, split_page
from tumen.masthead.opening import IsPlace, Side, is_apart
from tumen.masthead.publisher import DATELINE, OPENING_BRACKETS, Candidate, find_publisher
from tumen.masthead.told import OPENING, is_retold, is_silent
from tumen.masthead.words import PREPOSITIONS, fold, is_body, is_name, is_part, is_state, plain_name, says_what

UNFINISHED = re.compile(r"[.。,，;；:：…—–-][\"'”’»)\]]*$")
NAMES = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PLACED_DAY = re.compile(r"(?:[^\W\d_a-z][\w’'-]*(?:,?\s|,?(?=\|))){1,4}\|")
"""A line that begins as a letter does: "Ploi Kret, 21 August 2022"."""
ENTRIES = re.compile(r"\d{4}\s?(?:--|[–—])\s")
LONGEST_SECTION = 4
LEAST_HEADLINE = 5
"""Words of a line that the body tells again, which is no part of the letterhead though it stands right below it."""
REMEMBERED = 8
"""Texts: title, day and publisher of one are asked for one after the other."""


class Head(NamedTuple):
    """What the top and the end of a page say. `day`: EDTF, a month or a season only of an issue. `credited`: whom it says the text is from."""

    outlet: str | None = None
    title: str | None = None
    day: str | None = None
    day_from: str = ""
    credited: tuple[str, ...] = ()


@lru_cache(REMEMBERED)
def read_head(text: str, is_place: IsPlace | None = None) -> Head:
    """What the head of a page says, and where it is silent, the foot. `is_place` knows names of places; they are seldom a publisher's."""
    page = split_page(text)
    order = is_day_first(text)
    above = [read_line(line, is_day_first=order) for line in page.head]
    below = [read_line(line, is_day_first=order) for line in page.foot]
    body = " ".join(text[page.body[0] : page.body[1]].split())
    is_form = sum(bool(FORM.match(read.line.text)) for read in above) > 1
    titles = list(_titles(above, is_form=is_form))
    publisher = find_publisher(Side(above, frozenset(titles)), Side(below, frozenset(), is_foot=True), body, is_place)
    title = _title(above, titles, publisher, body)
    day, day_from = next(
        _days([_without_told(read, title, body) for read in above], below, body, is_form=is_form), (None, "")
    )
    return Head(
        publisher.name if publisher else None,
        title,
        day,
        day_from,
        tuple(name for read in (*above, *below) for name in read.credited),
    )


def _title(above: Sequence[Read], titles: Sequence[int], publisher: Candidate | None, body: str) -> str | None:
    """What is called the title; else the first line that may be one, and is not of the publisher's letterhead."""
    if stated := next((read.title for read in above if read.title), None):
        return stated
    own = publisher.read if publisher else None
    at = publisher.at if own and publisher else -1
    last = None
    for number in titles:
        read = above[number]
        is_name = publisher and plain_name(read.line.text).casefold() == publisher.name.casefold()
        is_beside = own is not None and read.line.block == own.line.block
        is_headline = is_retold(read.line.text, body)
        is_long = is_headline and len(read.line.text.split()) >= LEAST_HEADLINE
        is_letterhead = is_beside and not is_long and (len(read.names) > 1 or any(map(is_body, read.names)))
        if is_name or read is own or is_letterhead:
            continue
        if number < at or not is_beside or is_long or (is_apart(above, at, number) and is_headline):
            return next(_told_again(above, titles, number, body), read.line.text)
        is_last = _beside(above, number, number + 1) is None
        last = read.line.text if is_last and not read.line.text[-1].isdigit() and is_apart(above, at, number) else last
    return last


def _told_again(above: Sequence[Read], titles: Sequence[int], first: int, body: str) -> Iterator[str]:
    """A title further down that the body tells, where it tells nothing of the first: that is a section, a place, a writer."""
    words = above[first].line.text
    is_short = len(words.split()) <= LONGEST_SECTION and PREPOSITIONS.isdisjoint(fold(words))
    if is_short and is_silent(words, body) and not body.isupper():
        rest = (number for number in titles if number > first and is_apart(above, first, number))
        yield from (above[number].line.text for number in rest if is_retold(above[number].line.text, body))


def _titles(reads: Sequence[Read], *, is_form: bool) -> Iterator[int]:
    """The numbers of the lines that may be titles: no furniture, nothing right below a writer or a name, no line broken for its length."""
    for number, read in enumerate(reads):
        words = read.line.text
        before, after = (_beside(reads, number, number + step) for step in (-1, 1))
        is_below = number > 0 and (
            read.calls_itself
            or (read.is_described and read.has_series)
            or (before is not None and (read.is_tagline or before.kind == "byline"))
        )
        is_broken = read.kind == after.kind == "words" and after.line.text[0].islower() if after else False
        is_whole = not UNFINISHED.search(words) and len(words) <= LONGEST_LINE and not is_broken and not is_below
        is_other = is_part(words) or (read.kind == "name" and is_state(words)) or (is_form and FORM.match(words))
        if read.title or (read.may_be_title and is_whole and not is_other):
            yield number


def _beside(reads: Sequence[Read], number: int, other: int) -> Read | None:
    is_there = 0 <= other < len(reads) and reads[other].line.block == reads[number].line.block
    return reads[other] if is_there else None


def _days(above: Sequence[Read], below: Sequence[Read], body: str, *, is_form: bool) -> Iterator[tuple[str, str]]:
    """Days, the best first, and what each is read off. In a form ("Name: ... Date: ...") the date is that of what happened."""
    stated = [
        (read, day) for read in above for day in read.days if not (is_form and read.line.text.lower().startswith("date"))
    ]
    for read, day in sorted(stated, key=lambda pair: not pair[1].is_published):
        if day.is_whole:
            yield day.edtf, "byline" if read.kind == "byline" else "date line"
    yield from ((day, "dateline") for day in _of_dateline(body))
    yield from ((day.edtf, "foot") for read in reversed(below) for day in read.days if day.is_whole)
    yield from ((day.edtf, "issue") for _, day in stated)


def _without_told(read: Read, title: str | None, body: str) -> Read:
    """A line of words keeps its day only where that is not what happened: no title but that of a document, and nothing that the body tells."""
    is_title = (
        read.line.text == title and not says_what(read.line.text) and not PLACED_DAY.match(without_dates(read.line.text, "|"))
    )
    is_told = is_title or is_retold(read.line.text, body)
    is_below = read.line.block == 0
    kept = (
        day
        for day in read.days
        if not day.is_told or not (is_told or _tells_day(body, day) or not (day.is_whole or is_below))
    )
    return replace(read, days=tuple(kept))


def _tells_day(body: str, day: Day) -> bool:
    _, month, number = day.edtf.split("-") if day.is_whole else ("", "", "")
    return any(found.edtf[:10] == day.edtf for found in find_dates(body[:OPENING])) or bool(
        number
        and re.search(
            rf"\b(?:{int(number)}(?:st|nd|rd|th)?\s(?:of\s)?{NAMES[int(month)]}|{NAMES[int(month)]}[a-z]*\.?\s{int(number)}\b)",
            body[:OPENING],
        )
    )


def _of_dateline(body: str) -> Iterator[str]:
    if opening := OPENING_BRACKETS.match(body):
        yield from (found.edtf for found in find_dates(opening[0]) if found.is_day)
    elif dateline := DATELINE.match(body):
        for found in find_dates(dateline["before"]):
            place = dateline["before"][: found.start].strip(" ,(")
            is_entry = not place and len(ENTRIES.findall(body)) > 1  # of a chronicle
            if (
                found.is_day
                and not is_entry
                and (not place or place[:2].isupper() or (is_name(place.replace(",", "")) and len(place.split()) < 5))
            ):
                yield found.edtf
