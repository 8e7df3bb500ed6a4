"""The scheme of events as a table, and one type of it in full."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tumen.cli.tables.words import plain
from tumen.event import EventType

NARROW = 80
"""Below this many columns the label is left out: it says the name of the type in other words."""


def show_types(console: Console, types: Mapping[str, EventType], added: Mapping[str, Path | None]) -> None:
    """One row a type, under its family. `added` are those that do not come with Tumen."""
    is_narrow = console.width < NARROW
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="head", border_style="rule")
    table.add_column("Type", style="marker", no_wrap=True)
    if not is_narrow:
        table.add_column("Label", overflow="fold")
    table.add_column("Roles", overflow="fold")
    table.add_column("Triggers", justify="right", no_wrap=True)
    if added:
        table.add_column("From", no_wrap=True)
    for family in dict.fromkeys(row.family for row in types.values()):
        table.add_row(Text(_words(family), "label"))
        for row in types.values():
            if row.family == family:
                label = [] if is_narrow else [row.label]
                from_ = ["workspace" if row.name in added else "Tumen"] if added else []
                count = sum(map(len, row.triggers.values()))
                table.add_row(f"  {row.name}", *label, ", ".join(row.roles), str(count), *from_)
    console.print(table)
    files = ", ".join(sorted({plain(str(file)) for file in added.values()}))
    console.print(f"{len(types):,} types" + (f", {len(added):,} of them from {files}" if added else ""))


def show_type(console: Console, row: EventType, file: Path | None) -> None:
    """All that the scheme says of a type. `file` is where it stands, if it does not come with Tumen."""
    console.print(Text(f"{row.name}: {row.label}", "title"))
    console.print(f"{row.definition}\n")
    _print(console, _lines(row, file))
    if row.crosswalk:
        console.print(Text("\nIn other schemes", "head"))
        _print(console, ((name.upper(), _fit(code)) for name, code in row.crosswalk.items()))


def _lines(row: EventType, file: Path | None) -> Iterator[tuple[str, str]]:
    yield "Family", _words(row.family)
    if file:
        yield "From", plain(str(file))
    for number, (role, meaning) in enumerate(row.roles.items()):
        yield "" if number else "Roles", f"{role}: {meaning}{' (counted)' if role == row.counted else ''}"
    if row.alike:
        yield "Alike", ", ".join(row.alike)
    for kind, triggers in row.triggers.items():
        if triggers:
            of_whom = f"; the subject is the {row.undergone_role}" if kind == "undergone" else ""
            yield kind.capitalize(), ", ".join(triggers) + of_whom
    if row.never:
        yield "Never", ", ".join(row.never)
    if row.agent_nouns:
        yield "Hints", f"{', '.join(row.agent_nouns)}; these name an agent and are no events"
    if row.of:
        yield "Of", f"a noun behind “of” is the {row.of}"
    yield "Example", row.example
    yield "Not one", row.not_example


def _fit(code: Mapping[str, str]) -> str:
    """ "COERCE-arrest, partial: fits in part because ..."."""
    head = f"{code['code']}, {code['fit']}" if "code" in code else code["fit"]
    return f"{head}: {code['because']}" if "because" in code else head


def _words(name: str) -> str:
    return name.replace("_", " ")


def _print(console: Console, lines: Iterator[tuple[str, str]]) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="label", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, words in lines:
        grid.add_row(label, words)
    console.print(grid)
