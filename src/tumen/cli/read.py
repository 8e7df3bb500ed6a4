"""`tumen read`: reports to records, keeping nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tumen.cli import options

if TYPE_CHECKING:
    from tumen.event import Scheme
    from tumen.records import Given, ReportRecord, Skipped


def read(
    paths: options.Paths,
    json: options.AsJson = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="In JSON, add the report's text.")] = False,
    published: options.Published = None,
    outlet: options.Outlet = None,
    title: options.Title = None,
    language: options.Language = None,
    types: options.Types = None,
) -> int:
    """Read reports and print who says what. Nothing is kept."""
    from tumen.api import make_given, read_types
    from tumen.cli.output import print_json, print_skipped, wants_json
    from tumen.records import Skipped

    given = make_given(published=published, outlet=outlet, title=title, language=language)
    known = read_types(types)
    as_json = wants_json(json)
    console = None
    skipped = 0
    for outcome in _outcomes(paths, given, known):
        for skip in (outcome,) if isinstance(outcome, Skipped) else outcome.skipped:
            print_skipped(skip)
            skipped += 1
        if isinstance(outcome, Skipped):
            continue
        if as_json:
            print_json(outcome.to_dict(with_text=with_text))
            continue
        from tumen.cli.tables.console import make_console
        from tumen.cli.tables.record import show_record

        if console:
            console.print()
            console.rule(style="rule")
        console = console or make_console()
        show_record(console, outcome, known)
    return int(skipped > 0)


def _outcomes(paths: list[Path], given: "Given", types: "Scheme") -> "Iterator[ReportRecord | Skipped]":
    """What comes of each original, with a bar while a person waits for a file or a pipe to fill."""
    from tumen.pipeline import read_outcome
    from tumen.records import Skipped
    from tumen.report import find_originals

    if sys.stdout.isatty() or not sys.stderr.isatty():
        for original in find_originals(paths):
            yield original if isinstance(original, Skipped) else read_outcome(original, given, types)
        return
    from tumen.cli.progress import ReadProgress
    from tumen.report import total_bytes

    with ReadProgress(total_bytes(paths)) as progress:
        for count, original in enumerate(find_originals(paths), start=1):
            yield original if isinstance(original, Skipped) else read_outcome(original, given, types)
            if not isinstance(original, Skipped):
                progress.advance(original)
            progress.show(f"{count:,} reports")
