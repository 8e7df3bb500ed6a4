"""`tumen search`: claims and reports of a workspace that hold words."""

from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from tumen.cli import options
from tumen.cli.workspace import open_named

if TYPE_CHECKING:
    pass

LIMIT = 20


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='All wanted; "so together", defect*.', show_default=False)
    ],
    outlet: options.FromOutlet = None,
    source_kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="Only claims of such a source: anonymous_person, group.", show_default=False),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Only reports that name it: KP-09, Hamgyong.", show_default=False)
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only such claims: direct, narrated.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many to show.")] = LIMIT,
    json: options.AsJson = None,
    workspace: options.Workspace = None,
) -> None:
    """Search claims and reports, best first."""
    from tumen.cli.output import print_json, wants_json
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.hits import show_hits
    from tumen.records import ClaimKind, SourceKind
    from tumen.store import SearchFilters

    filters = SearchFilters(
        outlet=outlet,
        source_kind=_one_of(get_args(SourceKind), source_kind, "--source-kind"),
        since=since,
        until=until,
        place=place,
        kind=_one_of(get_args(ClaimKind), kind, "--kind"),
    )
    with open_named(workspace) as kept:
        page = kept.search(" ".join(words), filters, limit)
    if wants_json(json):
        for hit in page.hits:
            print_json(hit)
    else:
        show_hits(make_console(), page)


def _one_of(known: tuple[str, ...], asked: str | None, option: str) -> Any:
    from tumen.errors import SettingError

    if asked is not None and asked not in known:
        raise SettingError(option, f"give one of {', '.join(known)}")
    return asked
