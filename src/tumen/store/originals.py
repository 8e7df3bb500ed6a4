"""The bytes as received, one file per SHA-256. Comes in: bytes. Goes out: the same bytes. Never here: what they mean.

`originals/ab/abcdef...` is written under another name, forced to disk and renamed, so that a file with its final name is
always whole. Whatever is read back is hashed again.
"""

import hashlib
import os
from pathlib import Path

from tumen.errors import NotFoundError, StoreError
from tumen.store.database import store_errors


def write_original(folder: Path, sha256: str, data: bytes) -> None:
    """Keeps `data`, unless it is there already and whole. Raises `StoreError` if `sha256` is not its hash."""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise StoreError(sha256, "is not the SHA-256 of the bytes to keep")
    file = _file(folder, sha256)
    if _is_whole(file, sha256, len(data)):
        return
    part = file.with_name(f".{sha256}.{os.getpid()}.part")
    with store_errors(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_whole(part, data)
            part.replace(file)
        except FileNotFoundError:  # another process has kept the same bytes meanwhile, and swept ours away
            if not _is_whole(file, sha256, len(data)):
                raise
        finally:
            part.unlink(missing_ok=True)
        for left in file.parent.glob(f".{sha256}.*.part"):  # of a run that was killed
            left.unlink(missing_ok=True)
        _sync_folder(file.parent)


def _write_whole(file: Path, data: bytes) -> None:
    with file.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


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
