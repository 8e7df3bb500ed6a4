"""Words for times -> EDTF. Comes in: sentences, and the day they are seen from. Goes out: `Time` values.

    sentence -> tokens, each with a kind of one letter -> rules over the letters -> meanings -> EDTF and TIMEX3

`tokens.py` knows the words and their letters, `rules.py` which sequences of them are a time, `tense.py` whether it is gone or to come,
`meaning.py` the calendar. A part that is not written comes from the anchor (the day of saying, else that of publication) or from
the day that the text named last; where neither is known it stays `X`, or the value stays unknown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from tumen.edtf import Date, Interval, approximate, bounds, parse_edtf
from tumen.ground.meaning import Day, Meaning, bounded, edge_of, part_of
from tumen.ground.rules import RULES, Context, Rule
from tumen.ground.tense import tense_of
from tumen.ground.tokens import CORE, Token, tokens_of
from tumen.records import Published, Span, Time
from tumen.view import Sentence

AnchorBasis = Literal["published", "said"]
HAS_CORE = re.compile(rf"[{CORE}]")
EDGE_BEFORE = re.compile(r"t?e-?$|t?Bft?$")
WITHIN_BEFORE = re.compile(r"g$")
PART_BEFORE = re.compile(r"t?Pf?p?t?$")
ABOUT_BEFORE = re.compile(r"q+$")
PART_AFTER = re.compile(r"P")
ABOUT = ("about", "around", "roughly", "approximately")
SIDES = {"since": "from", "until": "to", "till": "to", "by": "to", "before": "before", "after": "after"}
REMEMBERED = 2
"""Sentences for which "the next morning" still counts from the day named last; behind more, it may count from any."""


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `[first, stop)` of a sentence that are a time."""

    first: int
    stop: int
    rule: Rule


def find_times(sentences: Iterable[Sentence], published: Published, *, basis: AnchorBasis = "published") -> tuple[Time, ...]:
    """The times that the sentences name, in text order. `published` holds the day they are seen from; `basis` says what day that is."""
    anchor, last, silent = Day.of(published.edtf), Day(), 0
    times: list[Time] = []
    for sentence in sentences:
        if silent >= REMEMBERED:
            last = replace(last, day=None)
        silent += 1
        for start, end, meaning in read_times(sentence.view.text, anchor, last):
            earliest, latest = bounds(meaning.edtf)
            taken = _basis(meaning, basis)
            times.append(
                Time(sentence.view.span(start, end), meaning.kind, meaning.edtf, meaning.timex, earliest, latest, taken)
            )
            last, silent = _named(meaning, last), 0
    return tuple(times)


def see_from_saying(
    times: Sequence[Time], sentences: Sequence[Sentence], said: Iterable[tuple[str, Sequence[Span]]]
) -> tuple[Time, ...]:
    """`times`, those in contents seen from the day on which they were said. `said`: that day as EDTF, and the contents."""
    seen = {time.span: time for time in times}
    for day, contents in said:
        for sentence in sentences:
            inside = [span for span in contents if span.overlaps(sentence.span)]
            for time in find_times([sentence], Published(day), basis="said") if inside else ():
                if time.basis == "said" and time.span in seen and any(span.holds(time.span) for span in inside):
                    seen[time.span] = time
    return tuple(seen.values())


def read_times(text: str, anchor: Day, last: Day) -> Iterator[tuple[int, int, Meaning]]:
    """Start, end and meaning of each time in a sentence, in order."""
    if not (tokens := tokens_of(text)):
        return
    letters = "".join(token.kind for token in tokens)
    if not HAS_CORE.search(letters):
        return
    matches = sorted(
        (Found(match.start(), match.end(), rule) for pattern, rule in RULES for match in pattern.finditer(letters)),
        key=lambda found: found.first - found.stop,
    )
    chosen: list[Found] = []
    for found in matches:
        if not any(found.first < other.stop and other.first < found.stop for other in chosen) and _meaning(
            found, text, tokens, anchor, last
        ):
            chosen.append(found)
    taken: list[tuple[int, int, Meaning]] = []
    for found in sorted(chosen, key=lambda found: found.first):
        if meaning := _meaning(found, text, tokens, anchor, last):
            taken.append((found.first, found.stop, meaning))
            last = _named(meaning, last)
    widened = [_widened(*each, letters, tokens) for each in taken]
    widened = [
        one for one in widened if not any(one is not other and other[0] <= one[0] and one[1] <= other[1] for other in widened)
    ]
    for first, stop, meaning in _joined(widened, tokens):
        yield tokens[first].start, tokens[stop - 1].end, meaning


def _meaning(found: Found, text: str, tokens: Sequence[Token], anchor: Day, last: Day) -> Meaning | None:
    start, end = tokens[found.first].start, tokens[found.stop - 1].end
    context = Context(anchor, last, tense_of(text, start, end), text[max(start - 20, 0) : start], text[end : end + 20])
    try:
        return found.rule(tokens[found.first : found.stop], context)
    except OverflowError:  # the calendar does not go so far
        return Meaning("date", None)


def _named(meaning: Meaning, last: Day) -> Day:
    """The day named last, after `meaning`."""
    return Day.of(meaning.edtf) if meaning.kind == "date" and _is_known(meaning.edtf) else last


def _widened(first: int, stop: int, meaning: Meaning, letters: str, tokens: Sequence[Token]) -> tuple[int, int, Meaning]:
    """With the words around that say which part of it, how exactly, or that it is a bound: "since early June"."""
    if meaning.kind == "date" and (match := PART_AFTER.match(letters, stop)) and _is_day(meaning):
        stop, meaning = match.end(), part_of(meaning, str(tokens[stop].value))
    elif meaning.kind == "date" and _is_day(meaning) and (match := PART_BEFORE.search(letters, 0, first)):
        part = next(token.value for token in tokens[match.start() :] if token.kind == "P")
        first, meaning = match.start(), part_of(meaning, str(part))
    if meaning.kind == "date" and (match := EDGE_BEFORE.search(letters, 0, first)):
        edge = next(token.value for token in tokens[match.start() :] if token.kind in "eB")
        first, meaning = match.start(), edge_of(meaning, str(edge))
    if meaning.kind in ("date", "time") and WITHIN_BEFORE.search(letters, 0, first):
        first -= 1
    match = ABOUT_BEFORE.search(letters, 0, first)
    if match and tokens[match.start()].word in ABOUT and isinstance(value := _parsed(meaning), Date):
        first, meaning = match.start(), meaning._replace(edtf=str(approximate(value)))
    side = SIDES.get(tokens[first - 1].word) if first else None
    if side and meaning.kind == "date" and meaning.edtf:
        return first - 1, stop, bounded(meaning, side)
    return first, stop, meaning


def _joined(found: Sequence[tuple[int, int, Meaning]], tokens: Sequence[Token]) -> Iterator[tuple[int, int, Meaning]]:
    """ "from March to May", "between the 3rd and the 8th", "1990-1995" as one."""
    rest = list(found)
    while rest:
        first, stop, meaning = rest.pop(0)
        if rest and rest[0][0] == stop + 1 and (whole := _interval(first, stop, meaning, rest[0][2], tokens)):
            opening = first - (first > 0 and tokens[first - 1].word in ("from", "between"))
            yield opening, rest.pop(0)[1], whole
        elif (last_day := _last_day(stop, meaning, tokens)) and (whole := _interval(first, stop, meaning, last_day, tokens)):
            yield first - (first > 0 and tokens[first - 1].word in ("from", "between")), stop + 2, whole
        else:
            yield first, stop, meaning


def _last_day(stop: int, start: Meaning, tokens: Sequence[Token]) -> Meaning | None:
    """The day at `stop + 1`, of the month of `start`: "March 11 to 14"."""
    opens = _parsed(start)
    if stop + 1 >= len(tokens) or tokens[stop + 1].kind not in "do" or not isinstance(opens, Date) or not opens.day.isdigit():
        return None
    day = int(tokens[stop + 1].value)
    if not int(opens.day) < day <= 31 or not tokens[stop + 1].word[0].isdigit():
        return None
    closes = str(Date(opens.year, opens.month, f"{day:02d}"))
    return Meaning(start.kind, closes, closes, start.taken)


def _interval(first: int, stop: int, start: Meaning, end: Meaning, tokens: Sequence[Token]) -> Meaning | None:
    before, joint = tokens[first - 1].word if first else "", tokens[stop].word
    opens, closes = _parsed(start), _parsed(end)
    is_joint = joint in ("to", "through", "until", "-", "–") or (
        joint == "and" and (before == "between" or _is_next(opens, closes))
    )
    if not is_joint or start.kind != "date" or not isinstance(opens, Date) or not isinstance(closes, Date):
        return None
    if start.taken == end.taken == "anchor" and opens.year > closes.year and closes.year.isdigit():
        year = int(closes.year) - (opens.month > closes.month)
        opens = replace(opens, year=f"{year:04d}")  # both were looked for alone; the second says which year is meant
        start = start._replace(timex=str(opens))
    try:
        parse_edtf(words := str(Interval(opens, closes)))
    except ValueError:
        return None
    return Meaning("date", f"{start.timex}/{end.timex}", words, start.taken or end.taken)


def _is_next(one: Date | Interval | None, other: Date | Interval | None) -> bool:
    """Whether one day follows the other: "on Sunday and Monday"."""
    if not isinstance(one, Date) or not isinstance(other, Date) or not one.day or not other.day or one.time or other.time:
        return False
    mine, theirs = one.days(), other.days()
    return mine is not None and theirs is not None and mine[1] + timedelta(days=1) == theirs[0]


def _basis(meaning: Meaning, basis: AnchorBasis) -> AnchorBasis | Literal["text", "event"] | None:
    """What a part of it was taken from; nothing, if what it would have been taken from is not known either."""
    if meaning.taken == "anchor":
        return basis if _is_known(meaning.edtf) else None
    return meaning.taken


def _parsed(meaning: Meaning) -> Date | Interval | None:
    value = parse_edtf(meaning.edtf) if meaning.edtf else None
    return value if isinstance(value, Date | Interval) else None


def _is_day(meaning: Meaning) -> bool:
    value = _parsed(meaning)
    return isinstance(value, Date) and bool(value.day)


def _is_known(edtf: str | None) -> bool:
    return edtf is not None and "XXXX" not in edtf
