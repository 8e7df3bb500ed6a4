"""`tumen places`: larger gazetteers, and what a name can mean."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tumen.cli import options

if TYPE_CHECKING:
    from tumen.ground.dumps import Added


class Action(StrEnum):
    """What to do with places."""

    ADD = "add"
    FIND = "find"


def places(
    action: Annotated[Action, typer.Argument(help="`add` a gazetteer, or `find` what a name can mean.")],
    what: Annotated[list[str], typer.Argument(metavar="FILE|NAME", help="Dumps of GeoNames or Who's On First; or names.")],
    into: Annotated[
        Path | None,
        typer.Option(
            envvar="TUMEN_PLACES",
            metavar="FILE",
            help="The index of added places; else one in your folder for data.",
            show_default=False,
        ),
    ] = None,
    json: options.AsJson = None,
) -> int:
    """Add larger gazetteers to the places that Tumen knows, or look a name up. Later readings use what was added."""
    from tumen.ground.gazetteer import added_file

    file = into if into is not None else added_file()
    return sum(_add(Path(one), file) for one in what) and 1 if action is Action.ADD else _find(what, file, json)


def _add(dump: Path, into: Path) -> bool:
    """Whether lines were skipped."""
    from rich.progress import Progress

    from tumen.cli.tables.console import make_console
    from tumen.ground.dumps import add_file
    from tumen.ground.gazetteer import WORLD
    from tumen.ground.index import Index

    console = make_console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(dump.name)
        added = add_file(
            dump,
            into,
            Index(WORLD),
            words=_common_words(),
            progress=lambda done, of: progress.update(task, completed=done, total=of),
        )
    _sum_up(dump, into, added)
    return bool(added.bad)


def _common_words() -> frozenset[str]:
    """The words that the reader knows whole: by one of them alone, no small place is found."""
    from importlib.resources import files

    import msgspec

    tokenizer = msgspec.json.decode(files("tumen.model").joinpath("weights", "tokenizer.json").read_bytes())
    return frozenset(word for word in tokenizer["model"]["vocab"] if word.isalpha())


def _sum_up(dump: Path, into: Path, added: "Added") -> None:
    from tumen.cli.output import print_note
    from tumen.cli.tables.words import plain

    for line, why in added.bad_lines:
        print_note(f"{plain(str(dump))}:{line}: {why}")
    if added.bad > len(added.bad_lines):
        print_note(f"and {added.bad - len(added.bad_lines):,} more")
    print(
        f"{added.kept:,} places added to {plain(str(into))}, {added.left_out:,} of other kinds left out, {added.bad:,} bad lines skipped"
    )


def _find(names: list[str], added: Path, json: bool | None) -> int:
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables.words import plain
    from tumen.ground.gazetteer import open_gazetteer

    known = open_gazetteer(added)
    for name in names:
        for entry in known.named(name) or known.sounding(name, is_loose=True):
            if wants_json(json):
                keys = ("id", "scheme", "level", "country", "within", "lat", "lon", "radius_m", "people")
                print_json({"words": name, "name": entry.name, **{key: getattr(entry, key) for key in keys}})
            else:
                where = ", ".join(filter(None, (entry.within, entry.country)))
                print(f"{plain(entry.name)}  {entry.level or 'continent'}  {entry.scheme} {entry.id}  {where}")
    return 0
