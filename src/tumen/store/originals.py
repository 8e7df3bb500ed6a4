"""The bytes as received, one file per SHA-256. Comes in: bytes. Goes out: the same bytes. Never here: what they mean.

`originals/ab/abcdef...` is written under another name, forced to disk and renamed, so that a file with its final name is
always whole. Whatever is read back is hashed again.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from tumen.errors import NotFoundError, StoreError
from tumen.records import Original
from tumen.store.database import store_errors


def write_originals(folder: Path, originals: Iterable[Original]) -> None:
    """Keeps the bytes, except where they are there already and whole. Raises `StoreError` if a hash is not that of its bytes.

    Folders are forced to disk once for all, because each time costs as much as a file.
    """
    changed: set[Path] = set()
    for original in originals:
        if hashlib.sha256(original.data).hexdigest() != original.sha256:
            raise StoreError(original.file, "its SHA-256 is not that of its bytes")
        file = _file(folder, original.sha256)
        if not _is_whole(file, original.sha256, len(original.data)):
            with store_errors(file):
                _write(file, original)
            changed |= {file.parent, folder}
    for each in changed:
        with store_errors(each):
            _sync_folder(each)


def _write(file: Path, original: Original) -> None:
    """Another may write the same bytes right now and take the part away, even before it is whole: then it is written once more."""
    for _ in range(ATTEMPTS):
        try:
            return _write_once(file, original)
        except FileNotFoundError:
            if _is_whole(file, original.sha256, len(original.data)):
                return None
    return _write_once(file, original)


def _write_once(file: Path, original: Original) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{original.sha256}.part")
    try:
        with os.fdopen(os.open(part, _UNTRUNCATED, 0o666), "wb") as out:
            out.write(original.data)
            out.truncate()
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


ATTEMPTS = 10  # each fails only while somebody else gets on
_UNTRUNCATED = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
"""Writes over what may be there: left by a run that was killed, or by another that writes the same bytes right now."""


def read_original(folder: Path, sha256: str) -> bytes:
    """The bytes with this hash. Raises `NotFoundError`, or `StoreError` if they are no longer what was kept."""
    file = _file(folder, sha256)
    try:
        with store_errors(file):
            data = file.read_bytes()
    except StoreError as err:
        if isinstance(err.__cause__, FileNotFoundError):
            raise NotFoundError("original", sha256) from err
        raise
    if hashlib.sha256(data).hexdigest() != sha256:
        raise StoreError(str(file), "the file is damaged: its bytes no longer have the SHA-256 that names it")
    return data


def _file(folder: Path, sha256: str) -> Path:
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise NotFoundError("original", sha256)
    return folder / sha256[:2] / sha256


def _is_whole(file: Path, sha256: str, length: int) -> bool:
    with store_errors(file):
        if not file.is_file() or file.stat().st_size != length:
            return False
        return hashlib.sha256(file.read_bytes()).hexdigest() == sha256


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, where the system lets a folder be opened for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
