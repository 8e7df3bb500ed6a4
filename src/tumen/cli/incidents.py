"""`tumen incidents`: what the reports of a workspace tell of, each incident once."""

from typing import Annotated

import typer

from tumen.cli import options
from tumen.cli.workspace import open_linked


def incidents(
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar="NAME", help="Only of this type; see `tumen scheme`.", show_default=False),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only where a report names this place, by id or name.", show_default=False),
    ] = None,
    outlet: options.FromOutlet = None,
    since: options.Since = None,
    until: options.Until = None,
    reports: Annotated[int, typer.Option(metavar="N", help="Only told by at least so many reports.")] = 1,
    contradicted: Annotated[bool, typer.Option("--contradicted", help="Only where readings cannot all hold.")] = False,
    json: options.AsJson = None,
    workspace: options.Workspace = None,
) -> None:
    """List incidents: who tells of them, how many origins that is, what is contradicted."""
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.gathered import show_gathered
    from tumen.store import SearchFilters

    filters = SearchFilters(outlet=outlet, since=since, until=until, place=place)
    with open_linked(workspace) as kept:
        found = kept.gathered(filters, type_=type_, least_reports=reports, is_contradicted=contradicted)
        if wants_json(json):
            for incident in found:
                print_json(incident.to_dict())
        else:
            show_gathered(make_console(), list(found))
