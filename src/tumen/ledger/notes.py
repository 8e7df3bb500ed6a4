"""Words that differ by a slip. Comes in: the record of a report. Goes out: words of kinship, weekdays of a day of the calendar, what has a number, and others that
reports on one incident are compared by.
"""

import re
from collections.abc import Iterator
from datetime import date

from tumen.ledger import tables
from tumen.ledger.account import Note, ToldReading
from tumen.ledger.corrected import corrections
from tumen.ledger.notice import Holding, totals
from tumen.ledger.numerals import numerals
from tumen.ledger.tolls import growths
from tumen.records import ReportRecord, Span
from tumen.view import sentence_around

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
VIOLENCE = ("kill", "execute", "bomb", "shoot", "attack", "arson", "destroy", "kidnap", "torture", "sexual_violence")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b(?:,? (?:the )?)?", re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBERED = re.compile(
    r"\b(?P<of>dam|mine|camp|colony|prison|pit|shaft|unit|brigade|battalion|division|factory|plant|bridge|school|post|office|bureau) (?:no\.|number) ?(?P<which>\d{1,4})\b",
    re.IGNORECASE,
)
SIDE = re.compile(r"\b(?P<of>[A-Z][a-z]+)(?:,|(?: is| lies)? in) (?P<which>(?:North|South|East|West) [A-Z][a-z]+)")
CONTENT_WORD = re.compile(r"[A-Za-z][a-z]{3,}")


def notes(record: ReportRecord, holding: Holding) -> Iterator[Note]:
    """Words of kinship, weekdays beside a day of the calendar, whether people are called civilians or fighters, what has a number, which North or South a place lies
    in, and from which number to which one a number has grown."""
    yield from _kin(record, holding)
    yield from _weekdays(record, holding)
    yield from _dated(record, holding)
    yield from _people(record)
    yield from _doers(record)
    yield from _found(record, holding, "numbered", NUMBERED)
    yield from _found(record, holding, "side", SIDE)
    yield from numerals(record, holding)
    for total in totals(record, holding):
        yield Note(
            "total", ToldReading({"of": total.field, **total.reading.value}, total.reading.claims, total.reading.spans)
        )
    for one in corrections(record.report.text):
        value = {"was": one.was, "lo": one.number, "hi": one.number, "exact": True}
        yield Note("corrected", ToldReading(value, holding.claims(one.span), (one.span, one.was_span)))
    for was, toll in growths(record.report.text):
        yield Note("grew", ToldReading({**toll.value, "was": was}, holding.claims(toll.span), (toll.span,)))


def _found(record: ReportRecord, holding: Holding, kind: str, pattern: re.Pattern[str]) -> Iterator[Note]:
    """Two words that a pattern finds: what it is, and which one."""
    for match in pattern.finditer(record.report.text):
        span = Span(*match.span())
        value = {"of": match["of"].capitalize(), "which": match["which"]}
        yield Note(kind, ToldReading(value, holding.claims(span), (span,)))


def _kin(record: ReportRecord, holding: Holding) -> Iterator[Note]:
    text = record.report.text
    for match in tables.kin_words().finditer(text):
        span = Span(*match.span())
        around = sentence_around(text, span)
        beside = {word.lower() for word in CONTENT_WORD.findall(text[around.start : around.end])} - set(tables.kin())
        yield Note("kin", ToldReading(match.group().lower(), holding.claims(span), (span,)), tuple(sorted(beside)))


def _weekdays(record: ReportRecord, holding: Holding) -> Iterator[Note]:
    text = record.report.text
    for time in record.times:
        day = (time.edtf or "").partition("T")[0]
        if not DAY.fullmatch(day):
            continue
        beside = WEEKDAY.search(text, max(time.span.start - 16, 0), min(time.span.end, len(text)))
        if beside and (beside.end() >= time.span.start):
            written = beside[1].capitalize()
            fits = WEEKDAYS[date.fromisoformat(day).weekday()] == written
            value = {"edtf": day, "weekday": written}
            is_alone = time.span.start <= beside.start() and beside.end() >= time.span.end
            if not is_alone and (fits or any(each.isdigit() for each in record.read(time.span))):
                yield Note("weekday", ToldReading(value, holding.claims(time.span), (time.span,)))


def _dated(record: ReportRecord, holding: Holding) -> Iterator[Note]:
    """Days that are written with their year."""
    for time in record.times:
        day = (time.edtf or "").partition("T")[0]
        if DAY.fullmatch(day) and day[:4] in record.read(time.span):
            yield Note("dated", ToldReading(day, holding.claims(time.span), (time.span,)))


def _people(record: ReportRecord) -> Iterator[Note]:
    """What the agents and patients of the events are called, where the words take a side."""
    seen = set()
    for one in record.events:
        for participant in one.participants:
            if participant.role != "patient" or one.factuality.polarity == "negative":
                continue
            for group, pattern in tables.people().items():
                if group not in seen and pattern.search(participant.description):
                    seen.add(group)
                    yield Note("people", ToldReading(group, one.claims, participant.spans))


def _doers(record: ReportRecord) -> Iterator[Note]:
    """Who is said to have done violence, where the words take a side; `around` has the type of it."""
    for one in record.events:
        if one.type not in VIOLENCE or one.factuality.polarity == "negative" or one.time_frame == "future":
            continue
        for participant in one.participants:
            found = [group for group, pattern in tables.doers().items() if pattern.search(participant.description)]
            if participant.role == "agent" and len(found) == 1:
                yield Note("doer", ToldReading(found[0], one.claims, participant.spans), (one.type, participant.description))
