"""The top of a report: title, outlet, when published, language, each with where it was found."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tumen.cli.tables.words import UNKNOWN, describe_day, fold
from tumen.records import Report


def show_header(console: Console, report: Report) -> None:
    """Prints the header of `report`."""
    title = Text().append(fold(report.title or "Title unknown"), "title")
    console.print(title.append_text(_found(report.signals.get("title"))))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="label", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value, signal in _lines(report):
        grid.add_row(label, Text(value).append_text(_found(signal)))
    console.print(grid)


def _found(signal: str | None) -> Text:
    return Text(f"  from {fold(signal)}" if signal else "", "faint")


def _lines(report: Report) -> Iterator[tuple[str, str, str | None]]:
    signals = report.signals
    published = describe_day(report.published.edtf)
    if report.published.basis:
        published += f" ({report.published.basis})"
    yield "Outlet", fold(report.outlet or UNKNOWN), signals.get("outlet")
    yield "Published", published, signals.get("published")
    yield "Language", fold(report.language or UNKNOWN), signals.get("language")
    if report.url:
        yield "Address", fold(report.url), signals.get("url")
    yield "File", fold(report.file), None
    yield "Id", report.id, None
