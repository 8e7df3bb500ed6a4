"""CSV for spreadsheets: RFC 4180, UTF-8, a line of names first. Comes in: records. Goes out: one line a row.

A spreadsheet runs a cell that begins with one of `RISKY` as a formula, and a report can begin a quotation with any of them.
Such a cell gets an apostrophe in front, which spreadsheets take for "this is text". Take it off again when reading the file
by program; JSON lines have no such marks.
"""

import csv
from collections.abc import Iterable
from typing import TextIO

from tumen.export.rows import COLUMNS, What, rows
from tumen.records import ReportRecord

RISKY = ("=", "+", "-", "@", "\t", "\r")


def write_csv(records: Iterable[ReportRecord], what: What, stream: TextIO) -> None:
    """Writes the columns of `what` for each record. `stream` must not translate line ends."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS[what])
    for record in records:
        writer.writerows([_cell(value) for value in row] for row in rows(record, what))


def _cell(value: object) -> str:
    """Numbers are no text and stay as they are; unknown is an empty cell."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(RISKY) else text
