"""Which workspace a command works on. Comes in: what `--workspace` says. Goes out: the workspace, open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tumen.event import Scheme
    from tumen.store import Workspace


def open_named(folder: Path | None) -> "Workspace":
    """The workspace in `folder`, or the nearest one from here upward. Raises `StoreError` if there is none."""
    from tumen import store  # half a second, and only commands that need it pay it

    return store.open_workspace(folder if folder is not None else store.find_workspace(Path.cwd()))


def types_of(workspace: "Workspace") -> "Scheme":
    """The types of events that reports are read with there. Raises `SettingError` if one that the desk added cannot be used."""
    from tumen.api import read_types

    return read_types(workspace.scheme_file if workspace.scheme_file.exists() else None)


@contextmanager
def open_linked(folder: Path | None) -> Iterator["Workspace"]:
    """As `open_named`, with every report linked: what an `add` that was stopped left undone is made up for."""
    with open_named(folder) as workspace:
        if workspace.behind():
            link_new(workspace)
        yield workspace


def link_new(workspace: "Workspace") -> int:
    """Links the reports that were not linked yet, with a bar on a terminal; how many there were."""
    from tumen import api
    from tumen.cli.progress import CountProgress

    with CountProgress("linked", workspace.behind()) as progress:
        return api.link_new(workspace, progress.advance)
