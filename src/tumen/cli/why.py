"""`tumen why`: whether two reports tell of one incident, whether one repeats the other, and the reasons for both."""

from typing import TYPE_CHECKING

from tumen.cli import options
from tumen.cli.link import Which, reports_of
from tumen.cli.workspace import open_linked
from tumen.errors import NotFoundError

if TYPE_CHECKING:
    from tumen.store import Workspace


def why(first: Which, second: Which, json: options.AsJson = None, workspace: options.Workspace = None) -> None:
    """Explain a link: the reasons with their weights, and the words that stand in both reports, side by side."""
    from tumen import echo
    from tumen.api import linking_of
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.gathered import show_link
    from tumen.cli.tables.reused import show_echo
    from tumen.linking import explain

    with open_linked(workspace) as kept:
        ids = sorted((_first_report(kept, first), _first_report(kept, second)))
        one, other = (kept.record(id_) for id_ in ids)
        link = explain(kept, linking_of(kept), one, other)
    stands = echo.compare(echo.take_print(one), echo.take_print(other))
    reused = echo.align(one.report.text, other.report.text)
    if wants_json(json):
        print_json({"link": link.to_dict(), "echo": stands.to_dict(), "reused": [run.to_dict() for run in reused]})
    else:
        console = make_console()
        show_link(console, link)
        show_echo(console, stands, reused, one, other)


def _first_report(workspace: "Workspace", id_: str) -> str:
    """The report meant: itself, or the one that the incident began with."""
    reports = reports_of(workspace, id_)
    if len(reports) == 1:
        return reports.pop()
    incident = workspace.gathered_of(min(reports))
    first = next((member.id for member in incident.reports if member.role == "main"), None)
    if first is None:
        raise NotFoundError("report", id_)
    return first
