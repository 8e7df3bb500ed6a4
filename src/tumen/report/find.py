"""Paths to originals. Comes in: paths of files and folders, "-" for stdin. Goes out: `Original` or `Skipped`, one by one.

Never: a link followed out of a folder that was named.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tumen.errors import ReportError
from tumen.records import Original, Skipped
from tumen.report.parts import Part, originals_in, printable, skipped

STDIN = "-"


def find_originals(paths: Iterable[str | Path]) -> Iterator[Original | Skipped]:
    """The originals at `paths`, those of a folder in the order of names; a `Skipped` for each thing that cannot be read.

    Hidden files and folders are left out. A mail comes before its attachments; a line of JSON lines is named `file:7`, a
    part of an archive or a mail `file!/part`.
    """
    for path in paths:
        for file in _files(path):
            if isinstance(file, Skipped):
                yield file
            else:
                yield from _open(file)


def total_bytes(paths: Iterable[str | Path]) -> int:
    """The size on disk of all files at `paths`, so that `Original.bytes_done` has something to be a part of."""
    return sum(_size(file) for path in paths for file in _files(path) if isinstance(file, Path))


def _files(path: str | Path) -> Iterator[Path | Skipped]:
    top = Path(path)
    if str(path) == STDIN or not top.is_dir():
        yield top
        return
    failed: list[OSError] = []
    for folder, names, files in os.walk(top, onerror=failed.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        links = [name for name in names if Path(folder, name).is_symlink()]
        for name in sorted(files + links):
            if not name.startswith("."):
                yield from _file_in_folder(top, Path(folder, name))
    for err in failed:
        yield _unreadable(Path(err.filename or top), err)


def _file_in_folder(top: Path, file: Path) -> Iterator[Path | Skipped]:
    """A link to elsewhere in the same folder is passed over: what it leads to is found by itself."""
    try:
        mode = file.lstat().st_mode
        leads_out = stat.S_ISLNK(mode) and not file.resolve(strict=True).is_relative_to(top.resolve())
    except (OSError, RuntimeError) as err:  # RuntimeError: a link that leads to itself, before Python 3.13
        yield _unreadable(file, err)
        return
    if stat.S_ISREG(mode):
        yield file
    elif leads_out:
        yield skipped(ReportError(printable(str(file)), "link", "this link leads out of its folder and is not followed"))
    elif not stat.S_ISLNK(mode):
        yield skipped(ReportError(printable(str(file)), "not_a_file", "this is a device or a pipe, not a file"))


def _size(file: Path) -> int:
    try:
        return 0 if str(file) == STDIN else file.stat().st_size
    except OSError:
        return 0


def _open(file: Path) -> Iterator[Original | Skipped]:
    if str(file) == STDIN:
        yield from originals_in(Part(STDIN, sys.stdin.buffer, None))
        return
    try:
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size if stream.seekable() else None
            yield from originals_in(Part(printable(str(file)), stream, size, end=size or 0))
    except OSError as err:
        yield _unreadable(file, err)


def _unreadable(file: Path, err: Exception) -> Skipped:
    if isinstance(err, FileNotFoundError):
        return skipped(ReportError(printable(str(file)), "not_found", "there is no such file"))
    why = err.strerror if isinstance(err, OSError) and err.strerror else "its name or link is broken"
    return skipped(ReportError(printable(str(file)), "unreadable", f"it cannot be read: {why}"))
