"""The claims of a report as a table: who says what, by which words, how surely."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tumen.cli.tables.numbers import NumberedClaim
from tumen.cli.tables.words import describe_day, quote
from tumen.records import Claim, ReportRecord

INDENT = 2
DEEPEST = 4
"""Levels beyond it are not moved further, so that words have room."""

NARROW = 100
"""Below this many columns, the columns beside the content take less."""

NOT_YET = ("future", "conditional")


def show_claims(console: Console, record: ReportRecord, claims: Sequence[NumberedClaim]) -> None:
    """Prints the claims in text order, nested ones under the claim they are reported in."""
    if not claims:
        console.print("No claims.")
        return
    narrow = console.width < NARROW
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, leading=1, header_style="head", border_style="rule")
    table.add_column("#", justify="right", style="marker", no_wrap=True)
    table.add_column("Who, by which words", width=console.width // 4 if narrow else 30, overflow="fold")
    table.add_column("How", width=13 if narrow else 15, overflow="fold")
    table.add_column("What is said", overflow="fold")
    for numbered in claims:
        content = Text(quote(record, numbered.claim.content), "content")
        row = (
            _nested(_who(record, numbered), numbered.depth),
            _how(record, numbered.claim),
            _nested(content, numbered.depth),
        )
        table.add_row(str(numbered.number), *row)
    console.print(table)


def _nested(cell: Text, depth: int) -> Table | Text:
    """The cell moved to the right, all its lines, under the one it belongs to."""
    if not depth:
        return cell
    grid = Table.grid()
    width = INDENT * min(depth, DEEPEST)
    grid.add_column(width=width, style="faint")
    grid.add_column(overflow="fold")
    grid.add_row("└".rjust(width - 1), cell)
    return grid


def _who(record: ReportRecord, numbered: NumberedClaim) -> Text:
    claim = numbered.claim
    who = Text().append(numbered.voice, "voice")
    if claim.kind == "narrated":
        return who
    if claim.cue:
        who.append("\n").append(quote(record, claim.cue), "cue")
    if claim.addressee:
        who.append(f" → {quote(record, claim.addressee)}")
    if claim.said:
        day = describe_day(claim.said.edtf) if claim.said.edtf else quote(record, [claim.said.span])
        who.append(f"\non {day}", "faint")
    for outlet in claim.via:
        who.append(f"\nvia {outlet}", "faint")
    return who


def _how(record: ReportRecord, claim: Claim) -> Text:
    how = Text(claim.kind)
    sure, polarity = claim.factuality.certainty, claim.factuality.polarity
    if (sure, polarity) != ("certain", "positive"):
        how.append("\n").append(sure if polarity == "positive" else f"{sure}, negative", "unsure")
    if claim.time_frame in NOT_YET:
        how.append(f"\n{claim.time_frame}")
    for hedge in claim.hedges:
        how.append("\n").append(f"“{quote(record, [hedge])}”", "hedge")
    return how
