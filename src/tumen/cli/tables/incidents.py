"""An incident: its headline, and each field with all its readings."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tumen.cli.tables.numbers import NumberedClaim, list_voices
from tumen.cli.tables.words import UNKNOWN, describe, fold, list_words
from tumen.records import Incident, Reading, ReportRecord

FIELDS = ("what", "who", "how_many", "where", "when")
"""In this order, known or not; others follow."""

SAID = "said"


def show_incident(console: Console, incident: Incident, record: ReportRecord, claims: Sequence[NumberedClaim]) -> None:
    """Prints every field; readings that differ stand in rows of their own."""
    console.print(Text(fold(incident.headline), "title"))
    console.print(Text(incident.id, "faint"))
    by_id = {numbered.claim.id: numbered for numbered in claims}
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="head", border_style="rule")
    table.add_column("Field", style="label", no_wrap=True)
    table.add_column("Reading", overflow="fold", ratio=3)
    table.add_column("Spans", justify="right", no_wrap=True)
    table.add_column("Its words", overflow="fold", ratio=4)
    table.add_column("Voices [claims]", overflow="fold", ratio=4)
    for name in [*FIELDS, *(name for name in incident.fields if name not in FIELDS)]:
        label = name.replace("_", " ")
        readings = incident.fields.get(name, ())
        if not readings:
            table.add_row(label, Text(UNKNOWN, "faint"), "0", "", "")
        for number, reading in enumerate(readings):
            voices = list_voices(by_id[claim] for claim in reading.claims if claim in by_id)
            row = (_value(name, reading), str(len(reading.spans)), list_words(record, reading.spans), voices)
            table.add_row("" if number else label, *row)
    console.print(table)


def _value(name: str, reading: Reading) -> str:
    value = reading.value
    if name == "what":
        from tumen.event import scheme

        types = scheme()
        return types[value].label if value in types else describe(value)
    if isinstance(value, dict) and value.get("basis") == SAID:
        return f"{describe(value)} (the day it was said)"
    return describe(value)
