"""The text of a report with its claims marked, so that it can be read without colour.

[4]...[/4]   what claim 4 says
{4:...}      the words that name its source
<4:...>      its cue
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
    console.print(mark(record.report.text, _marks(claims)))


def mark(text: str, marks: Iterable[Mark]) -> Text:
    """`text` with `marks` in it: outer ones open before and close after inner ones."""
    outer_first = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for one in outer_first:
        opening[one.span.start].append(one)
        closing[one.span.end].insert(0, one)
    out, around = Text(), list[Mark]()
    for start, end in pairwise(sorted({0, len(text), *opening, *closing})):
        out.append("".join(one.opening for one in opening[start]), "marker")
        around = [one for one in around if one.span.end > start] + opening[start]
        out.append(plain(text[start:end]), " ".join(one.style for one in around))
        out.append("".join(one.closing for one in closing[end]), "marker")
    return out


def _marks(claims: Iterable[NumberedClaim]) -> Iterator[Mark]:
    for numbered in claims:
        number, claim = numbered.number, numbered.claim
        yield from (Mark(span, f"[{number}]", f"[/{number}]", "content") for span in claim.content)
        yield from (Mark(span, f"{{{number}:", "}", "voice") for span in claim.source)
        yield from (Mark(span, f"<{number}:", ">", "cue") for span in claim.cue)
        yield from (Mark(span, "", "", "hedge") for span in claim.hedges)
