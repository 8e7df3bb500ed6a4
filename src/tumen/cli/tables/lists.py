"""Lists of what a workspace holds, as tables."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from tumen.cli.tables.words import UNKNOWN, fold
from tumen.store import IncidentRow, ReportRow, SkippedRow

SHORT = 8
"""Characters of an id after its kind: enough among millions, and any command takes them for the whole."""


def short(id_: str) -> str:
    """ "report-5g6uwrde" for report-5g6uwrde6rqk4dyi."""
    kind, _, rest = id_.partition("-")
    return f"{kind}-{rest[:SHORT]}"


def show_reports(console: Console, rows: Sequence[ReportRow]) -> None:
    """One row a report."""
    table = _table()
    table.add_column("Report", style="marker", no_wrap=True)
    table.add_column("Published", overflow="fold")
    table.add_column("Outlet", style="voice", overflow="fold")
    table.add_column("Title", overflow="fold", ratio=1)
    table.add_column("Claims", justify="right", no_wrap=True)
    for row in rows:
        title = fold(row.title or row.file)
        table.add_row(short(row.id), row.published or UNKNOWN, fold(row.outlet or UNKNOWN), title, f"{row.claims:,}")
    _print(console, table, len(rows), "report", "reports")


def show_incidents(console: Console, rows: Sequence[IncidentRow]) -> None:
    """One row an incident, those beside the main one of a report under it."""
    table = _table()
    table.add_column("Incident", style="marker", no_wrap=True)
    table.add_column("What happened, as reported", overflow="fold", ratio=1)
    table.add_column("Outlet", style="voice", overflow="fold")
    table.add_column("Published", overflow="fold")
    table.add_column("Report", style="marker", no_wrap=True)
    for row in rows:
        table.add_row(
            short(row.incident.id),
            ("" if row.incident.is_main else "└ ") + fold(row.incident.headline),
            fold(row.outlet or UNKNOWN),
            row.published or UNKNOWN,
            short(row.report_id),
        )
    _print(console, table, len(rows), "incident", "incidents")


def show_skipped(console: Console, rows: Sequence[SkippedRow]) -> None:
    """One row a thing that could not be used."""
    table = _table()
    table.add_column("Skipped", overflow="fold", ratio=1)
    table.add_column("Reason", no_wrap=True)
    table.add_column("In words", overflow="fold", ratio=1)
    for row in rows:
        table.add_row(fold(row.report), row.reason, fold(row.detail))
    _print(console, table, len(rows), "skipped", "skipped")


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="head", border_style="rule")


def _print(console: Console, table: Table, count: int, one: str, many: str) -> None:
    if count:
        console.print(table)
    console.print(f"{count:,} {one if count == 1 else many}")
