"""Times on which something was said. Comes in: the record of a report. Goes out: spans."""

import re
from collections.abc import Iterator

from tumen.ledger import tables
from tumen.records import ReportRecord, Span


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
