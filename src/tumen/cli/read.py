"""`tumen read`: reports to records, keeping nothing."""

from typing import Annotated

import typer

from tumen.cli import options


def read(
    paths: options.Paths,
    json: options.AsJson = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="In JSON, add the report's text.")] = False,
    published: options.Published = None,
    outlet: options.Outlet = None,
    title: options.Title = None,
    language: options.Language = None,
) -> int:
    """Read reports and print who says what. Nothing is kept."""
    from tumen.api import read_all
    from tumen.cli.output import print_json, print_skipped, wants_json
    from tumen.records import Skipped

    as_json = wants_json(json)
    console = None
    skipped = 0
    for outcome in read_all(paths, published=published, outlet=outlet, title=title, language=language):
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
        show_record(console, outcome)
    return int(skipped > 0)
