"""`tumen show`: one report or incident of a workspace."""

from typing import TYPE_CHECKING, Annotated

import typer

from tumen.cli import options
from tumen.cli.workspace import open_linked, types_of

if TYPE_CHECKING:
    from tumen.gathered import GatheredIncident
    from tumen.records import Incident, ReportRecord
    from tumen.store import Workspace


def show(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="Of a report or an incident, or its beginning.", show_default=False)
    ],
    text: Annotated[bool, typer.Option("--text", help="Print the report's text with its claims marked.")] = False,
    json: options.AsJson = None,
    workspace: options.Workspace = None,
) -> None:
    """Show one report or one incident."""
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.incidents import show_events, show_incident, show_setting
    from tumen.cli.tables.marked import show_marked
    from tumen.cli.tables.numbers import number_claims
    from tumen.cli.tables.record import show_record

    with open_linked(workspace) as kept:
        if (gathered := _find_gathered(kept, id_)) and not text:
            _show_gathered(kept, gathered, json)
            return
        incident, record = _find(kept, id_)
        types = types_of(kept)
    claims = number_claims(record)
    if incident and text:
        behind = {claim for readings in incident.fields.values() for reading in readings for claim in reading.claims}
        claims = [numbered for numbered in claims if numbered.claim.id in behind]
    if text and not json:
        show_marked(make_console(), record, claims)
    elif wants_json(json):
        print_json({"report": record.report.id, **incident.to_dict()} if incident else record.to_dict(with_text=text))
    elif incident:
        console = make_console()
        show_incident(console, incident, record, claims, types)
        show_setting(console, incident, record)
        show_events(console, incident, record, claims, types)
    else:
        show_record(make_console(), record, types)


def _find_gathered(workspace: "Workspace", id_: str) -> "GatheredIncident | None":
    """The incident of the workspace with this id; `None` if it is one of a single report, or a report."""
    from tumen.errors import NotFoundError

    if id_.startswith("report-"):
        return None
    try:
        return workspace.gathered_incident(id_)
    except NotFoundError:
        return None


def _show_gathered(workspace: "Workspace", incident: "GatheredIncident", json: bool | None) -> None:
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.gathered import show_gathered_incident

    if wants_json(json):
        print_json(incident.to_dict())
        return
    records = {member.id: workspace.record(member.id) for member in incident.reports}
    show_gathered_incident(make_console(), incident, records)


def _find(workspace: "Workspace", id_: str) -> "tuple[Incident | None, ReportRecord]":
    """A report, or an incident and its report."""
    from tumen.errors import NotFoundError

    if id_.startswith("incident-"):
        return workspace.incident(id_)
    try:
        return None, workspace.record(id_)
    except NotFoundError:
        if id_.startswith("report-"):
            raise
    try:
        return workspace.incident(id_)
    except NotFoundError as err:
        raise NotFoundError("report or incident", id_) from err
