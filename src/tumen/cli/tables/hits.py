"""What a search found: who said it where, and the words around, with what was searched for marked in them."""

import re

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from tumen.cli.tables.lists import short
from tumen.cli.tables.numbers import OUTLET_UNKNOWN
from tumen.cli.tables.words import UNKNOWN, describe_day, fold, plain
from tumen.store import Hit, SearchPage

SPACE = re.compile(r"\s+")
STAR = "*"
"""Around each hit where there is no bold to show it with."""


def show_hits(console: Console, page: SearchPage) -> None:
    """Prints the hits, best first, and how many there are."""
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(justify="right", style="marker", no_wrap=True)
    rows.add_column(overflow="fold")
    for number, hit in enumerate(page.hits, start=1):
        rows.add_row(str(number), Group(_top(hit), _snippet(hit, "" if console.is_terminal else STAR), ""))
    console.print(rows)
    more = f", the best {len(page.hits):,} shown" if page.total > len(page.hits) else ""
    console.print(f"{page.total:,} found{more}")


def _top(hit: Hit) -> Text:
    top = Text()
    if hit.what == "claim":
        unknown = OUTLET_UNKNOWN if hit.source_kind == "outlet" else UNKNOWN
        top.append(fold(hit.source or unknown), "voice").append(f"  {hit.kind}  ")
    else:
        top.append(fold(hit.title or "Title unknown"), "title").append("  report  ")
    day = describe_day(hit.published) if hit.published else "date unknown"
    top.append(f"{fold(hit.outlet or 'outlet unknown')}, {day}  ")
    return top.append(short(hit.report_id), "faint")


def _snippet(hit: Hit, mark: str) -> Text:
    text = Text()
    at = 0
    for span in hit.highlights:
        text.append(_spaced(hit.snippet[at : span.start])).append(
            f"{mark}{_spaced(hit.snippet[span.start : span.end])}{mark}", "hit"
        )
        at = span.end
    return text.append(_spaced(hit.snippet[at:]))


def _spaced(words: str) -> str:
    return plain(SPACE.sub(" ", words))
