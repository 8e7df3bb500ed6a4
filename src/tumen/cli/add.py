"""`tumen add`: reports are read and kept in a workspace, each once, and linked to those that are there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tumen.cli import options
from tumen.cli.workspace import link_new, open_named, types_of

if TYPE_CHECKING:
    from tumen.cli.progress import ReadProgress
    from tumen.event import Scheme
    from tumen.records import Given, Original, ReportRecord, Skipped
    from tumen.store import Workspace

MOST_NAMED = 20
"""Skipped things beyond these are only counted; `tumen list skipped` names them all."""


@dataclass
class Tally:
    """How it went so far. `doubts` were kept, but not all of them could be read."""

    added: int = 0
    known: int = 0
    skipped: "list[Skipped]" = field(default_factory=list)
    doubts: "list[Skipped]" = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.added:,} added, {self.known:,} already kept, {len(self.skipped):,} skipped"


def add(
    paths: options.Paths,
    workspace: options.Workspace = None,
    published: options.Published = None,
    outlet: options.Outlet = None,
    title: options.Title = None,
    language: options.Language = None,
) -> int:
    """Read reports, keep them, and link them to the others. Adding the same again changes nothing."""
    from tumen.api import make_given
    from tumen.cli.progress import ReadProgress
    from tumen.report import total_bytes

    given = make_given(published=published, outlet=outlet, title=title, language=language)
    tally = Tally()
    with open_named(workspace) as kept:
        with ReadProgress(total_bytes(paths)) as progress:
            types = types_of(kept)
            progress.show(str(tally))
            for is_new in kept.keep_many(_read_new(kept, paths, given, types, tally, progress)):
                tally.added += is_new
                tally.known += not is_new
                progress.show(str(tally))
        link_new(kept)
    return _sum_up(tally)


def _read_new(
    workspace: "Workspace", paths: list[Path], given: "Given", types: "Scheme", tally: Tally, progress: "ReadProgress"
) -> "Iterator[tuple[Original, ReportRecord]]":
    """What is not kept yet, read. What cannot be read is kept as skipped."""
    from tumen.pipeline import read_outcome
    from tumen.records import Skipped
    from tumen.report import find_originals

    def skip(skipped: Skipped, original: "Original | None" = None) -> None:
        workspace.keep_skipped(skipped, original)
        tally.skipped.append(skipped)

    for original in find_originals(paths):
        if isinstance(original, Skipped):
            skip(original)
            continue
        if workspace.holds(original.sha256):
            tally.known += 1
        else:
            outcome = read_outcome(original, given, types)
            if isinstance(outcome, Skipped):
                skip(outcome, original)
            else:
                tally.doubts.extend(outcome.skipped)
                yield original, outcome
        progress.advance(original)
        progress.show(str(tally))


def _sum_up(tally: Tally) -> int:
    from tumen.cli.output import print_note, print_skipped

    troubles = tally.skipped + tally.doubts
    for skipped in troubles[:MOST_NAMED]:
        print_skipped(skipped)
    if len(troubles) > MOST_NAMED:
        print_note(f"and {len(troubles) - MOST_NAMED:,} more; see: tumen list skipped")
    print(tally)
    return int(bool(troubles))
