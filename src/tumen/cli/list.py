"""`tumen list`: what a workspace holds."""

from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from tumen.cli import options
from tumen.cli.workspace import open_named

What = Literal["reports", "incidents", "skipped"]


def list_(
    what: Annotated[What, typer.Argument(help="What to list.")] = "reports",
    outlet: options.FromOutlet = None,
    since: options.Since = None,
    until: options.Until = None,
    json: options.AsJson = None,
    workspace: options.Workspace = None,
) -> None:
    """List the reports, incidents or skipped things of a workspace."""
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables import lists
    from tumen.cli.tables.console import make_console
    from tumen.errors import SettingError

    with open_named(workspace) as kept:
        reports = kept.reports(outlet=outlet, since=since, until=until)
        incidents = kept.incidents() if what == "incidents" else []
        skipped = kept.skipped() if what == "skipped" else []
    if what == "skipped" and (outlet or since or until):
        raise SettingError("list skipped", "--outlet, --since and --until do not apply to what could not be read")
    found = {row.id for row in reports}
    incidents = [row for row in incidents if row.report_id in found]
    if wants_json(json):
        rows: Sequence[object] = reports if what == "reports" else incidents if what == "incidents" else skipped
        for row in rows:
            print_json(row)
    elif what == "reports":
        lists.show_reports(make_console(), reports)
    elif what == "incidents":
        lists.show_incidents(make_console(), incidents)
    else:
        lists.show_skipped(make_console(), skipped)
