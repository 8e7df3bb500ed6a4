"""The list of commands. Comes in: words. Goes out: the exit code of the command they name.

The files of the commands import little more than Typer at their tops, so that `tumen --help` is quick.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from tumen.cli.add import add
from tumen.cli.eval import evaluate
from tumen.cli.export import export
from tumen.cli.incidents import incidents
from tumen.cli.init import init
from tumen.cli.link import decisions, link, merge, split, undo
from tumen.cli.list import list_
from tumen.cli.places import places
from tumen.cli.read import read
from tumen.cli.relink import relink
from tumen.cli.schema import schema
from tumen.cli.scheme import scheme
from tumen.cli.search import search
from tumen.cli.show import show
from tumen.cli.why import why


@dataclass
class Settings:
    """What is asked of every command alike."""

    debug: bool = False


app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,  # help by Rich would cost as much as all the rest of `--help`
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 done with something skipped, 2 wrong use, 3 could not go on.",
)


def command_line(args: Sequence[str], settings: Settings) -> int:
    """Runs the command that `args` name and returns its exit code. A wrong use is explained on stderr."""
    try:
        command = typer.main.get_command(app)
        with command.make_context("tumen", list(args) or ["--help"], obj=settings) as context:
            return command.invoke(context) or 0
    except typer.Exit as done:
        return done.exit_code
    except typer.TyperException as err:
        where = getattr(err, "ctx", None)
        print(f"tumen: {err.format_message()}", file=sys.stderr)
        print(f"Try: {where.command_path if where else 'tumen'} --help", file=sys.stderr)
        return err.exit_code


def _print_version(asked: bool) -> None:
    if asked:
        from tumen import __version__

        print(f"tumen {__version__}")
        raise typer.Exit


@app.callback()
def tumen(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the code an error comes from.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reports in; attributed claims and incidents out."""
    context.obj.debug = debug


for command, name, example in (
    (read, "read", "tumen read report.txt --published 2014-08-09"),
    (init, "init", "tumen init desk"),
    (add, "add", "tumen add reports/ mail.eml --workspace desk"),
    (list_, "list", "tumen list incidents --since 2014-08"),
    (incidents, "incidents", "tumen incidents --type flee --since 2019"),
    (show, "show", "tumen show report-5g6uwrde --text"),
    (why, "why", "tumen why report-5g6uwrde report-hm2xk3vq"),
    (link, "link", "tumen link report-5g6uwrde report-hm2xk3vq --different --why 'another river'"),
    (merge, "merge", "tumen merge incident-3zk5bqwe incident-o7pl2xya --why 'one flood'"),
    (split, "split", "tumen split incident-3zk5bqwe report-hm2xk3vq --why 'the flood of 2012'"),
    (undo, "undo", "tumen undo 3 --why 'the map was wrong'"),
    (decisions, "decisions", "tumen decisions"),
    (relink, "relink", "tumen relink --apply"),
    (search, "search", 'tumen search "border guards" --source-kind anonymous_person'),
    (export, "export", "tumen export --format csv --what claims --output claims.csv"),
    (places, "places", "tumen places add allCountries.zip"),
    (scheme, "scheme", "tumen scheme flee"),
    (schema, "schema", "tumen schema > record.v1.json"),
    (evaluate, "eval", "tumen eval polnear polnear/dev"),
):
    app.command(name, epilog=f"Example: {example}")(command)
