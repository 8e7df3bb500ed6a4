"""TimeML -> texts with their times, and how well times are found. Comes in: `.tml` files. Goes out: gold; scores as in TempEval-3.

A time is found if its words overlap those of gold (relaxed) or are the same (strict), one to one. `type` and `value` count those
found whose type or TIMEX3 value is gold's too. Source: UzZaman and others, SemEval-2013 Task 1. The day of publication is given,
not scored.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from tumen.errors import SettingError
from tumen.measure.files import read_text
from tumen.measure.tally import Tally
from tumen.records import Span, Time

BOUND = re.compile(r"(?:since|until|till|by|before|after|from|between)\s+", re.IGNORECASE)
JOINT = re.compile(r"\s*(?:\b(?:to|through|until|and)\b|[-–])\s*", re.IGNORECASE)


class Timex(NamedTuple):
    """Words for a time, its type ("DATE", "TIME", "DURATION", "SET") and its TIMEX3 value."""

    span: Span
    type: str
    value: str | None


class Annotated(NamedTuple):
    """A text with its times and the day on which it was published, ISO."""

    text: str
    times: Sequence[Timex]
    published: str | None


@dataclass(slots=True)
class TimexScores:
    """Tallies of times; `type` and `value` of those found (relaxed)."""

    relaxed: Tally = field(default_factory=Tally)
    strict: Tally = field(default_factory=Tally)
    type: Tally = field(default_factory=Tally)
    value: Tally = field(default_factory=Tally)


def read_timeml(folder: Path) -> Iterator[Annotated]:
    """The texts of a folder's `.tml` files, in order. Raises `SettingError` if there are none, or one is no TimeML."""
    files = sorted(file for file in folder.glob("*.tml") if not file.name.startswith("."))
    if not files:
        raise SettingError(str(folder), "there is no .tml file in it")
    for file in files:
        try:
            root = ElementTree.fromstring(read_text(file))
        except ElementTree.ParseError as err:
            raise SettingError(str(file), f"it is not XML: {err}") from err
        body = root.find("TEXT")
        if body is None:
            raise SettingError(str(file), "it has no TEXT")
        created = root.find("DCT/TIMEX3")
        text, times = "", []
        for element, start, end, words in _pieces(body):
            if element is not None and element.tag == "TIMEX3" and end > start:
                times.append(Timex(Span(start, end), element.get("type", ""), element.get("value")))
            text = words or text
        yield Annotated(text, sorted(times), created.get("value", "")[:10] if created is not None else None)


def _pieces(body: ElementTree.Element) -> Iterator[tuple[ElementTree.Element | None, int, int, str]]:
    """Each element with where its words stand; last the whole text."""
    parts: list[str] = []
    length = 0

    def walk(element: ElementTree.Element) -> Iterator[tuple[ElementTree.Element | None, int, int, str]]:
        nonlocal length
        start = length
        parts.append(element.text or "")
        length += len(parts[-1])
        for child in element:
            yield from walk(child)
            parts.append(child.tail or "")
            length += len(parts[-1])
        yield element, start, length, ""

    yield from walk(body)
    yield None, 0, length, "".join(parts)


def as_timex(times: Iterable[Time], text: str) -> Iterator[Timex]:
    """Tumen's times as TimeML has them: without the word for a bound, and both ends of an interval apart."""
    for time in times:
        words = text[time.span.start : time.span.end]
        opening = BOUND.match(words)
        start = time.span.start + (opening.end() if opening else 0)
        values = (time.timex or "").split("/")
        joints = [m for m in JOINT.finditer(text, start, time.span.end) if start < m.start() and m.end() < time.span.end]
        if len(values) == 2 and joints:
            joint = joints[len(joints) // 2]
            yield Timex(Span(start, joint.start()), time.kind.upper(), values[0])
            yield Timex(Span(joint.end(), time.span.end), time.kind.upper(), values[1])
        else:
            yield Timex(Span(start, time.span.end), time.kind.upper(), time.timex)


def score_timex(pairs: Iterable[tuple[Sequence[Timex], Sequence[Timex]]]) -> TimexScores:
    """Gold and found of each text."""
    scores = TimexScores()
    for gold, found in pairs:
        rest = list(found)
        for tally in (scores.relaxed, scores.strict, scores.type, scores.value):
            tally.wanted += len(gold)
            tally.found += len(found)
        scores.strict.right += len({one.span for one in gold} & {one.span for one in found})
        for one in gold:
            match = next((other for other in rest if other.span == one.span), None)
            match = match or next((other for other in rest if other.span.overlaps(one.span)), None)
            if match:
                rest.remove(match)
                scores.relaxed.right += 1
                scores.type.right += one.type == match.type
                scores.value.right += one.value == match.value
    return scores
