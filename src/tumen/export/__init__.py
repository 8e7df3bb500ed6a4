"""Ways to write what a workspace holds. Comes in: records. Goes out: text. Never: what may be published; that is another room.

An exporter is a function that writes records to a stream; its name in `FORMATS` is what `tumen export --format` takes.
`rows.py` flattens records for formats that have rows.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from tumen.export.csv_table import write_csv
from tumen.export.jsonl import write_jsonl
from tumen.export.rows import WHAT, What
from tumen.records import ReportRecord

__all__ = ["FORMATS", "WHAT", "Exporter", "What"]

Exporter = Callable[[Iterable[ReportRecord], What, TextIO], None]

FORMATS: Mapping[str, Exporter] = {"jsonl": write_jsonl, "csv": write_csv}
