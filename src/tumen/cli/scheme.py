"""`tumen scheme`: the types of events that Tumen looks for, and those that a workspace adds."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tumen.cli import options
from tumen.cli.workspace import open_named, types_of

if TYPE_CHECKING:
    from tumen.event import EventType, Scheme


def scheme(
    type_: Annotated[
        str | None, typer.Argument(metavar="TYPE", help="One type, shown in full; else all.", show_default=False)
    ] = None,
    json: options.AsJson = None,
    workspace: options.Workspace = None,
) -> None:
    """Show the types of events: their roles, triggers, examples, and their nearest codes in other schemes."""
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.types import show_type, show_types
    from tumen.errors import SettingError
    from tumen.event import did_you_mean
    from tumen.event import scheme as shipped

    types, file = _known(workspace)
    if type_ is not None and type_ not in types:
        raise SettingError(type_, f"is no type of the scheme{did_you_mean(type_, types)}")
    added = {name: file for name in types if name not in shipped()}
    asked: Iterable[EventType] = types.values() if type_ is None else [types[type_]]
    if wants_json(json):
        for row in asked:
            print_json(to_plain(row, "workspace" if row.name in added else "tumen"))
    elif type_ is None:
        show_types(make_console(), types, added)
    else:
        show_type(make_console(), types[type_], added.get(type_))


def to_plain(row: "EventType", from_: str) -> dict[str, Any]:
    """A type as it stands in a file, with its name and where it comes from."""
    plain = {key: value for key, value in asdict(row).items() if key not in row.triggers}
    triggers = {**row.triggers, "undergone_role": plain.pop("undergone_role"), "never": plain.pop("never")}
    return {"type": plain.pop("name"), "from": from_, **plain, "triggers": triggers}


def _known(folder: Path | None) -> "tuple[Scheme, Path | None]":
    """The types of the workspace that other commands would use here, and its file of types; ours where there is none."""
    from tumen.api import read_types
    from tumen.errors import StoreError
    from tumen.store import find_workspace

    if folder is None:
        try:
            folder = find_workspace(Path.cwd())
        except StoreError:
            return read_types(), None
    with open_named(folder) as kept:
        return types_of(kept), kept.scheme_file
