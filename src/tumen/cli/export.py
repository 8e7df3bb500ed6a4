"""`tumen export`: what a workspace holds, as a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer

from tumen.cli import options
from tumen.cli.workspace import open_named

STDOUT = Path("-")


def export(
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help="jsonl or csv.")] = "jsonl",
    what: Annotated[Literal["reports", "claims", "incidents"], typer.Option(help="What each line is.")] = "reports",
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")] = STDOUT,
    workspace: options.Workspace = None,
) -> None:
    """Write what a workspace holds to a file.

    In CSV, a cell that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    from tumen.errors import SettingError
    from tumen.export import FORMATS

    if format_ not in FORMATS:
        raise SettingError("--format", f"give one of {', '.join(FORMATS)}")
    with open_named(workspace) as kept, _writing(output) as stream:
        FORMATS[format_](kept.records(), what, stream)


@contextmanager
def _writing(output: Path) -> Iterator[TextIO]:
    """A stream in UTF-8 to `output`. A file gets its name only when all is written."""
    import os
    import sys
    from io import TextIOWrapper

    if output == STDOUT:
        stdout = TextIOWrapper(sys.stdout.buffer, "utf-8", newline="")
        try:
            yield stdout
        finally:
            stdout.detach()
        return
    if output.exists() and not output.is_file():  # a pipe or a device, such as /dev/stdout
        with _opened(output) as stream:
            yield stream
        return
    file = output.resolve()
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with _opened(part) as stream:
            yield stream
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _opened(file: Path) -> TextIO:
    from tumen.errors import SettingError

    try:
        return file.open("w", encoding="utf-8", newline="")
    except OSError as err:
        raise SettingError("--output", f"cannot be written: {err.strerror}") from err
