"""The day of the main incident, where none of its events has one. Comes in: the report's times and events. Goes out: at most one time.

The words that hold a day often tell of nothing in the scheme ("Two jets appeared over the village on Friday. ..."), or hang where no tree shows it. A day is taken for that of
the main incident if it is the only one that the report tells as past, near where it tells of the incident, but for days of saying, of printing, and of other
happenings; where several could be meant, it stays unknown.
"""

import re
from collections.abc import Iterable, Sequence

from tumen.edtf import days_from, reach
from tumen.incident.group import PARAGRAPH, Happening
from tumen.incident.told import Told, opening_of
from tumen.records import Claim, Passage, Report, Span, Time
from tumen.saying import is_of_saying
from tumen.spanindex import SpanIndex
from tumen.view import sentence_around

DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T[\d:]+(?:/(?:\d{4}|XXXX)-\d\d-\d\dT[\d:]+)?)?")
BOUND = re.compile(
    r"\b(?:since|until|till|by|before|after|from|scheduled|due|expected|published|posted|updated)\s+$", re.IGNORECASE
)
ENDED = re.compile(
    r"\b(?:ended|ends|was over|ceased|stopped|called off|broken off|concluded|finished|resumed|reopened)\b[^.;]{0,40}$"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
IT = re.compile(
    r"\s*[“\"]?(?:It|This|That|They|All this|The \w+(?: \w+)?) (?:all )?(?:had |has )?(?:began|begun|started|happened|occurred|took place|taken place|broke out|came about)\b"
)
DATELINE = re.compile(r"[A-Z][A-Z'’ -]{2,}(?:,|\s|\()[^.!?\n]{0,60}?(?:--|—|–|\)|-)\s")
LONGEST = 60  # days between the incident and the report, beyond which a day alone says too little


def day_of(
    report: Report,
    passages: Sequence[Passage],
    main: Happening,
    told: Sequence[Told],
    times: Iterable[Time],
    claims: Sequence[Claim],
) -> Time | None:
    """The only day that can be meant; `None` if there is none, or more than one."""
    said = SpanIndex((claim.said.span, claim.said.span) for claim in claims if claim.said)
    opening = opening_of(report, passages)
    bodies = [passage.span for passage in passages if passage.kind == "body"]
    theirs = SpanIndex((one.event.time, one) for one in told if one.event.time)
    free = [
        time
        for time in times
        if time.edtf
        and time.kind in ("date", "time")
        and DAY.fullmatch(time.edtf)
        and any(body.holds(time.span) for body in bodies)
        and time.basis != "text"
        and not said.overlapping(time.span)
        and not _is_dateline(report.text, time.span)
        and not theirs.overlapping(time.span)
        and not BOUND.search(report.text, max(time.span.start - 12, 0), time.span.start)
        and not ENDED.search(report.text, max(time.span.start - 60, 0), time.span.start)
        and not is_of_saying(report.text, time.span)
        and _is_past(report, time)
    ]
    for likely in ([time for time in free if _is_of_it(report, time)], free):
        days = {(time.edtf or "").partition("T")[0] for time in likely}
        if len(days) == 1:
            return next((time for time in likely if _is_of(report, time, opening, main, told)), None)
    return None


def _is_dateline(text: str, span: Span) -> bool:
    """Whether a day is that on which a dispatch was written: "ALMATY, Feb 17 (Agency) - "."""
    start = text.rfind("\n", 0, span.start) + 1
    found = DATELINE.match(text[start : span.end + LONGEST].lstrip())
    return found is not None and text[span.start : span.end] in found.group()


def _is_of_it(report: Report, time: Time) -> bool:
    """Whether its sentence is about what the report was speaking of: "It began at supper on Thursday, February 2"."""
    sentence = sentence_around(report.text, time.span)
    return bool(IT.match(report.text, sentence.start))


def _is_past(report: Report, time: Time) -> bool:
    published, day = reach(report.published.edtf), reach(time.edtf)
    if published is None or day is None:
        return True
    is_dated = bool(YEAR.search(report.read(time.span)))
    return days_from(day[1], published[0]) > 0 and (is_dated or days_from(day[1], published[0]) <= LONGEST)


def _is_of(report: Report, time: Time, opening: Span, main: Happening, told: Sequence[Told]) -> bool:
    """Whether its sentence tells of the main happening or, where the report opens, of nothing in the scheme."""
    mine = {one.event.id for one in main.told}
    sentence = sentence_around(report.text, time.span)
    inside = [one for one in told if sentence.overlaps(one.event.trigger)]
    if inside and not any(one.event.id in mine for one in inside):
        return False
    is_told_here = bool(inside) or opening.holds(time.span) or _is_of_it(report, time)
    return is_told_here and any(one.event.trigger.gap(time.span) < PARAGRAPH for one in main.told if not one.is_denied)
