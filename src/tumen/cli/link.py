"""`tumen link`, `merge`, `split`, `undo` and `decisions`: what a person says of links. It wins over what Tumen finds, and nothing of it is ever overwritten."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from tumen.cli import options
from tumen.cli.workspace import open_linked
from tumen.errors import NotFoundError, SettingError

if TYPE_CHECKING:
    from tumen.gathered import Decision
    from tumen.store import Workspace

Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason; it is kept with the decision.")]
By = Annotated[
    str | None,
    typer.Option(envvar="TUMEN_BY", metavar="NAME", help="Who decides; else your name on this machine.", show_default=False),
]
Which = Annotated[str, typer.Argument(metavar="ID", help="A report or an incident, or the beginning of its id.")]


def link(
    first: Which,
    second: Which,
    why: Why,
    same: Annotated[bool, typer.Option("--same", help="They tell of one incident.")] = False,
    different: Annotated[bool, typer.Option("--different", help="They tell of two.")] = False,
    by: By = None,
    workspace: options.Workspace = None,
) -> None:
    """Decide that two reports or incidents are the same, or different."""
    if same == different:
        raise SettingError("tumen link", "say either --same or --different")
    with open_linked(workspace) as kept:
        groups = (reports_of(kept, first), reports_of(kept, second))
        if same:
            _decide(kept, "same", (groups[0] | groups[1],), why, by)
        else:
            _decide(kept, "different", groups, why, by)


def merge(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Two incidents or more.")],
    why: Why,
    by: By = None,
    workspace: options.Workspace = None,
) -> None:
    """Decide that incidents are one. Each of their ids leads to it from then on."""
    with open_linked(workspace) as kept:
        groups = [reports_of(kept, id_) for id_ in ids]
        if len({frozenset(group) for group in groups}) < 2:
            raise SettingError("tumen merge", "name two different incidents or more")
        _decide(kept, "same", (set().union(*groups),), why, by)


def split(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident, or the beginning of its id.")],
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Its reports that tell of another one.")],
    why: Why,
    by: By = None,
    workspace: options.Workspace = None,
) -> None:
    """Decide that some reports of an incident tell of another one."""
    with open_linked(workspace) as kept:
        whole = reports_of(kept, incident)
        moved = set().union(*(reports_of(kept, id_, is_report=True) for id_ in reports))
        if not moved < whole:
            raise SettingError("tumen split", "the reports must be some of those of the incident, and not all")
        _decide(kept, "split", (moved, whole - moved), why, by)


def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Of the decision; see `tumen decisions`.")],
    why: Why,
    by: By = None,
    workspace: options.Workspace = None,
) -> None:
    """Take back a decision. That is a decision too, and can be undone."""
    with open_linked(workspace) as kept:
        _decide(kept, "undo", (), why, by, number)


def decisions(json: options.AsJson = None, workspace: options.Workspace = None) -> None:
    """List what people decided, in order."""
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.gathered import show_decisions

    with open_linked(workspace) as kept:
        found = kept.decisions()
    if wants_json(json):
        for one in found:
            print_json(one.to_dict())
    else:
        show_decisions(make_console(), found)


def reports_of(workspace: "Workspace", id_: str, *, is_report: bool = False) -> set[str]:
    """The report with this id, or the reports that are mainly about the incident with it. Raises `NotFoundError`."""
    if not id_.startswith("incident-"):
        try:
            return {workspace.record(id_).report.id}
        except NotFoundError as err:
            if is_report or id_.startswith("report-"):
                raise
            try:
                return reports_of(workspace, f"incident-{id_}")
            except NotFoundError:
                raise NotFoundError("report or incident", id_) from err
    if is_report:
        raise NotFoundError("report", id_)
    incident = workspace.gathered_incident(id_)
    return {member.id for member in incident.reports if member.role == "main"}


def _decide(
    workspace: "Workspace",
    kind: str,
    groups: tuple[set[str], ...],
    why: str,
    by: str | None,
    undoes: int | None = None,
) -> None:
    from tumen.api import linking_of
    from tumen.linking import decide

    if not why.strip():
        raise SettingError("--why", "a decision needs a reason")
    kept = decide(workspace, linking_of(workspace), kind, groups, by=by or getpass.getuser(), why=why, undoes=undoes)  # type: ignore[arg-type]
    print(f"decision {kept.number}: {_say(workspace, kept)}; take it back with: tumen undo {kept.number} --why WORDS")


def _say(workspace: "Workspace", decision: "Decision") -> str:
    """What it led to."""
    from tumen.cli.tables.lists import short

    if decision.kind == "undo":
        return f"decision {decision.undoes} no longer holds"
    ids = dict.fromkeys(workspace.gathered_of(id_).id for group in decision.groups for id_ in group)
    return f"{decision.kind}; now in {', '.join(map(short, ids))}"
