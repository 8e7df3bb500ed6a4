"""What two reports share, side by side."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tumen.cli.tables.lists import short
from tumen.cli.tables.words import fold
from tumen.gathered import Echo, Reused
from tumen.records import ReportRecord


def show_echo(console: Console, echo: Echo, reused: Sequence[Reused], first: ReportRecord, second: ReportRecord) -> None:
    """Prints how the second stands to the first, and the runs of words that stand in both."""
    console.print()
    console.print(Text(echo.step.replace("_", " "), "title"), f"goes back to {short(echo.of)}" if echo.of else "")
    for reason in echo.reasons:
        console.print(fold(reason))
    if not reused:
        console.print("No five words in a row stand in both.")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="head", border_style="rule")
    for record in (first, second):
        name = f"{fold(record.report.outlet or 'outlet unknown')} ({short(record.report.id)})"
        table.add_column(name, overflow="fold", ratio=1)
    for run in sorted(reused, key=lambda run: run.first):
        table.add_row(fold(first.read(run.first)), fold(second.read(run.second)))
    console.print(table)
