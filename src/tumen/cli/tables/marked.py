"""The text of a report with its claims marked, so that it can be read without colour.

[4]...[/4]   what claim 4 says
{4:...}      the words that name its source
<4:...>      its cue
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from tumen.cli.tables.numbers import NumberedClaim
from tumen.cli.tables.words import plain
from tumen.records import ReportRecord, Span

LEGEND = "[1]…[/1] what claim 1 says   {1:…} its source   <1:…> its cue"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with what is put before and after it."""

    span: Span
    opening: str
    closing: str
    style: str


def show_marked(console: Console, record: ReportRecord, claims: Sequence[NumberedClaim]) -> None:
    """Prints a line that explains the marks, then the text."""
    console.print(Text(LEGEND, "faint"))
    console.print()
    console.print(mark(record.report.text, list(_marks(claims))))


def mark(text: str, marks: Sequence[Mark]) -> Text:
    """`text` with `marks` in it: outer ones open before and close after inner ones."""
    by_start = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    by_end = sorted(reversed(by_start), key=lambda mark: mark.span.end)
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.span.start, mark.span.end))})
    out = Text()
    for start, end in zip(edges, edges[1:], strict=False):
        out.append("".join(mark.opening for mark in by_start if mark.span.start == start), "marker")
        styles = " ".join(mark.style for mark in by_start if mark.span.holds(Span(start, end)))
        out.append(plain(text[start:end]), styles)
        out.append("".join(mark.closing for mark in by_end if mark.span.end == end), "marker")
    return out


def _marks(claims: Iterable[NumberedClaim]) -> Iterator[Mark]:
    for numbered in claims:
        number, claim = numbered.number, numbered.claim
        yield from (Mark(span, f"[{number}]", f"[/{number}]", "content") for span in claim.content)
        yield from (Mark(span, f"{{{number}:", "}", "voice") for span in claim.source)
        yield from (Mark(span, f"<{number}:", ">", "cue") for span in claim.cue)
        yield from (Mark(span, "", "", "hedge") for span in claim.hedges)
