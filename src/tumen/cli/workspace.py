"""Which workspace a command works on. Comes in: what `--workspace` says. Goes out: the workspace, open."""

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
