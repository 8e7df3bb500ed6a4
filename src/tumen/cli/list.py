"""`tumen list`: what a workspace holds."""

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
    from tumen.cli.output import make_console, print_json, wants_json
    from tumen.cli.tables import lists
    from tumen.errors import SettingError

    with open_named(workspace) as kept:
        if what == "skipped":
            if outlet or since or until:
                raise SettingError("list skipped", "--outlet, --since and --until do not apply to what could not be read")
            rows, show = kept.skipped(), lists.show_skipped
        elif what == "incidents":
            wanted = {row.id for row in kept.reports(outlet=outlet, since=since, until=until)}
            rows, show = [row for row in kept.incidents() if row.report_id in wanted], lists.show_incidents
        else:
            rows, show = kept.reports(outlet=outlet, since=since, until=until), lists.show_reports
        if wants_json(json):
            for row in rows:
                print_json(row)
        else:
            show(make_console(), rows)
