"""Sentences around words, and times on which something was said. Comes in: a text, the record of a report. Goes out: spans."""

import re
from collections.abc import Iterator

from tumen.ledger import tables
from tumen.records import ReportRecord, Span

BREAK = re.compile(
    r"(?<!\b[A-Z])(?<!Mr)(?<!Dr)(?<!Oct)(?<!Sept)(?<!Nov)(?<!Dec)(?<!Feb)(?<!Jan)(?<!Aug)(?<!No)[.!?][”\"’')]*\s+|\n\s*\n"
)
WINDOW = 600  # letters: no sentence is looked for beyond


def sentence(text: str, span: Span) -> Span:
    """The sentence around some words, as punctuation has it."""
    floor = max(span.start - WINDOW, 0)
    breaks = [found.end() for found in BREAK.finditer(text, floor, span.start)]
    after = BREAK.search(text, span.end, min(span.end + WINDOW, len(text)))
    return Span(breaks[-1] if breaks else floor, after.start() + 1 if after else min(span.end + WINDOW, len(text)))


def sayings(record: ReportRecord) -> Iterator[Span]:
    """Times on which something was said or published."""
    text = record.report.text
    said = {claim.said.span for claim in record.claims if claim.said}
    for time in record.times:
        before = text[max(time.span.start - 40, 0) : time.span.start]
        last = re.split(r"[.;:\n]", before)[-1]
        if time.span in said or re.search(
            rf"{tables.words('saying').pattern}(?: [\w’']+){{0,4}} (?:on |in )?$", last, re.IGNORECASE
        ):
            yield time.span
