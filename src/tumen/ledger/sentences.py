"""Times on which something was said. Comes in: the record of a report. Goes out: spans."""

from collections.abc import Iterator

from tumen.records import ReportRecord, Span
from tumen.saying import is_of_saying


def sayings(record: ReportRecord) -> Iterator[Span]:
    """Times on which something was said or published."""
    said = {claim.said.span for claim in record.claims if claim.said}
    for time in record.times:
        if time.span in said or is_of_saying(record.report.text, time.span):
            yield time.span
