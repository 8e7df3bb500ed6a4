"""The voices of a report as a table."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from tumen.cli.tables.numbers import OUTLET_UNKNOWN, NumberedClaim, list_numbers
from tumen.cli.tables.words import UNKNOWN, fold
from tumen.records import ReportRecord


def show_sources(console: Console, record: ReportRecord, claims: Sequence[NumberedClaim]) -> None:
    """Prints every source with how often the report names it and which claims are its own."""
    if not record.sources:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="head", border_style="rule")
    table.add_column("Source", style="voice", overflow="fold")
    table.add_column("Kind", overflow="fold")
    table.add_column("Named", justify="right", no_wrap=True)
    table.add_column("Place", overflow="fold")
    table.add_column("Claims", style="marker", overflow="fold")
    for source in record.sources:
        place = f"{source.place.name} ({source.place.id or UNKNOWN})" if source.place else UNKNOWN
        kind = source.kind.replace("_", " ")
        kind += "".join(
            f", {word}" for word in (source.role, source.closeness and source.closeness.replace("_", " ")) if word
        )
        own = list_numbers(numbered.number for numbered in claims if numbered.claim.source_id == source.id)
        unknown = OUTLET_UNKNOWN if source.kind == "outlet" else UNKNOWN
        table.add_row(fold(source.description or unknown), kind, f"{len(source.mentions)} ×", fold(place), own)
    console.print(table)
