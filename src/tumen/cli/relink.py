"""`tumen relink`: all links made anew, as after a change of Tumen or of the settings."""

from typing import Annotated

import typer

from tumen.cli import options
from tumen.cli.workspace import open_linked

MOST_SHOWN = 50
"""Changed incidents beyond these are only counted, in the table."""


def relink(
    apply: Annotated[bool, typer.Option("--apply", help="Keep the result; without it, nothing is changed.")] = False,
    json: options.AsJson = None,
    workspace: options.Workspace = None,
) -> None:
    """Link all reports anew and say which incidents change. Decisions of people hold as before."""
    from tumen.api import linking_of
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.progress import CountProgress
    from tumen.cli.tables.lists import short
    from tumen.linking import changes
    from tumen.linking import relink as link_anew

    with (
        open_linked(workspace) as kept,
        CountProgress("linked", kept.counts().reports) as progress,
        kept.linking(is_trial=not apply) as tables,
    ):
        before = tables.partition()
        link_anew(tables, linking_of(kept), progress.advance)
        after = tables.partition()
    changed = changes(before, after)
    if wants_json(json):
        for reports in changed:
            print_json({"reports": reports})
        return
    for reports in changed[:MOST_SHOWN]:
        print(f"one incident now: {', '.join(map(short, reports))}")
    if len(changed) > MOST_SHOWN:
        print(f"and {len(changed) - MOST_SHOWN:,} more; --json has them all")
    done = "kept" if apply else "nothing was changed; --apply keeps it"
    print(f"{len(before):,} incidents before, {len(after):,} now, {len(changed):,} of them changed: {done}")
