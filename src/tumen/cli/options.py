"""Options and arguments that several commands share. Comes in: nothing. Goes out: annotations for Typer."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Files, folders, archives; - is stdin.", show_default=False)
]

Workspace = Annotated[
    Path | None,
    typer.Option(
        envvar="TUMEN_WORKSPACE", metavar="FOLDER", help="The workspace; else the nearest one upward.", show_default=False
    ),
]

AsJson = Annotated[
    bool | None,
    typer.Option(
        "--json/--table", help="JSON lines or tables; else tables on a terminal, JSON lines elsewhere.", show_default=False
    ),
]

# What the person running Tumen says of the reports; see `records.Given`.
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When they were published: 2014-08-09, 2014-08 or 2014.", show_default=False),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.", show_default=False)]
Title = Annotated[str | None, typer.Option(metavar="WORDS", help="Their title.", show_default=False)]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Their language: en, ko.", show_default=False)]

Types = Annotated[
    Path | None,
    typer.Option("--types", metavar="FILE", help="Further types of events, as scheme.toml has them.", show_default=False),
]

# What narrows a list, a search or an export.
FromOutlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Only from this outlet.", show_default=False)
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Only published on or after this day.", show_default=False)]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Only published on or before this day.", show_default=False)]
