"""Words that say that people went of their own will. Comes in: the record of a report. Goes out: spans, and the numbers of those who are said to have gone so.

Also whether a sentence says nothing of what happened, because it asks or speaks of another year.
"""

import re
from collections.abc import Iterator

from tumen.ledger.tables import words
from tumen.records import Quantity, ReportRecord, Span
from tumen.view import sentence_around

PERSONS = ("person", "household")
QUESTION = "?"
VOLUNTEERS = re.compile(r"\bvolunteers?\b", re.IGNORECASE)


def freely(record: ReportRecord) -> Iterator[Span]:
    """The words that say that those who are said to have been made to did it freely."""
    text = record.report.text
    for match in words("voluntary").finditer(text):
        span = Span(*match.span())
        around = sentence_around(text, span)
        is_forced = words("involuntary").search(text, around.start, around.end)
        is_of_volunteers = VOLUNTEERS.search(text, around.start, around.end) and match[0].lower().startswith("voluntar")
        if not is_forced and not is_of_volunteers and not is_unsaid(record, around):
            yield span


def went_freely(record: ReportRecord) -> Iterator[Quantity]:
    """The number of those of whom it is said, the first of each sentence: the other side's number of those who were made to, say others."""
    for span in freely(record):
        around = sentence_around(record.report.text, span)
        inside = [one for one in record.quantities if one.unit in PERSONS and not one.part and around.holds(one.span)]
        yield from inside[:1]


def is_unsaid(record: ReportRecord, around: Span) -> bool:
    """Whether it is asked, is said of another time, or the sentence only says that somebody does not know or tell."""
    text = record.report.text
    published = (record.report.published.edtf or "")[:4]
    years = re.findall(r"\b(?:19|20)\d\d\b", text[around.start : around.end])
    is_of_other_year = bool(years) and published.isdigit() and all(int(published) - int(year) > 1 for year in years)
    return is_of_other_year or QUESTION in record.read(around) or bool(words("unsaid").search(text, around.start, around.end))
