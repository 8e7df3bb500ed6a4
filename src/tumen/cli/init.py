"""`tumen init`: a new workspace."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="Made if it is not there.")] = Path(),
    name: Annotated[str | None, typer.Option(help="What to call it; else the folder's name.", show_default=False)] = None,
) -> None:
    """Make a folder a workspace."""
    from tumen.api import create_workspace
    from tumen.cli.tables.words import plain

    with create_workspace(folder, name) as workspace:
        print(f"Made the workspace {plain(workspace.name)} in {plain(str(workspace.folder))}")
