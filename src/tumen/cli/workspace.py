"""Which workspace a command works on. Comes in: what `--workspace` says. Goes out: the workspace, open."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tumen.store import Workspace


def open_named(folder: Path | None) -> "Workspace":
    """The workspace in `folder`, or the nearest one from here upward. Raises `StoreError` if there is none."""
    from tumen import store  # half a second, and only commands that need it pay it

    return store.open_workspace(folder if folder is not None else store.find_workspace(Path.cwd()))
