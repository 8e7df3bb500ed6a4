"""Scores as a table. Comes in: rows of `tumen eval`. Goes out: a table on a console."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

SHARES = ("precision", "recall", "f1", "error", "humans_f1", "best_1992_f1")
VALUES = ("value",)
COUNTS = ("right", "found", "wanted")
NAMES = {"f1": "F1", "humans_f1": "two people, F1", "best_1992_f1": "best of 1992, F1"}


def show_scores(console: Console, rows: Sequence[Mapping[str, str | float | int | None]]) -> None:
    """Prints one measure a row; shares in per cent, empty where a measure has no such figure. What no row has is no column."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="head", border_style="rule")
    table.add_column("measure", style="label", no_wrap=True)
    shares_of, values_of, counts_of = (
        [name for name in names if any(row.get(name) is not None for row in rows)] for names in (SHARES, VALUES, COUNTS)
    )
    for name in (*shares_of, *values_of, *counts_of):
        table.add_column(NAMES.get(name, name), justify="right", no_wrap=True)
    for row in rows:
        shares = (_share(row.get(name)) for name in shares_of)
        counts = (f"{row[name]:,}" if row.get(name) is not None else "" for name in counts_of)
        values = (f"{row[name]:.3f}" if row.get(name) is not None else "" for name in values_of)
        table.add_row(str(row["measure"]), *shares, *values, *counts)
    console.print(table)


def _share(value: str | float | int | None) -> str:
    return "" if value is None else f"{float(value):.1%}"
