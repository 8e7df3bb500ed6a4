"""Zip archives without their dangers. Comes in: a stream. Goes out: members that are safe to read, or `ReportError`.

The sizes that an archive declares are added up before anything is unpacked. They hold: `zipfile` stops reading a member at
its declared size, and fails if there was more.
"""

import re
import stat
import zlib
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tumen.errors import ReportError

__all__ = ["DAMAGE", "ZipFile", "ZipInfo", "check_member", "damaged", "is_document", "members", "open_zip"]

MAX_MEMBERS = 100_000
MAX_UNPACKED_BYTES = 8 * 1024**3
MAX_RATIO = 100
"""Prose shrinks to a third, the XML of a long table to a thirtieth; only a bomb shrinks to less than a hundredth."""

RATIO_MATTERS_BYTES = 16 * 1024**2
"""Below this, no ratio does harm."""

DAMAGE = (BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError)
"""What reading a broken archive raises."""

OUTSIDE = re.compile(r"(?:.*[/\\])?\.\.(?:[/\\].*)?|[/\\].*|[A-Za-z]:.*", re.DOTALL)
HIDDEN = re.compile(r"(?:.*[/\\])?(?:\.|__MACOSX/).*", re.DOTALL)


def open_zip(stream: IO[bytes], file: str) -> ZipFile:
    """The archive in `stream`. Raises `ReportError`: "damaged", "zip_bomb"."""
    try:
        opened = ZipFile(stream)
    except (*DAMAGE, ValueError, OSError) as err:  # ValueError, OSError: a directory that lies before the beginning
        raise damaged(file) from err
    infos = opened.infolist()
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if len(infos) > MAX_MEMBERS:
        raise ReportError(file, "zip_bomb", f"the archive has {len(infos)} members; {MAX_MEMBERS} are allowed")
    if unpacked > MAX_UNPACKED_BYTES or unpacked > max(RATIO_MATTERS_BYTES, packed * MAX_RATIO):
        raise ReportError(file, "zip_bomb", f"the archive would unpack from {packed} to {unpacked} bytes")
    return opened


def is_document(opened: ZipFile) -> bool:
    """It is one document and not an archive of reports: DOCX and its like, OpenDocument, EPUB, HWPX."""
    return any(name in opened.NameToInfo for name in ("[Content_Types].xml", "mimetype", "word/document.xml"))


def members(opened: ZipFile) -> list[ZipInfo]:
    """The files in the archive, without folders and hidden files."""
    infos = (info for info in opened.infolist() if not info.filename.endswith("/"))  # `is_dir` fails without a name
    return [info for info in infos if OUTSIDE.fullmatch(info.filename) or not HIDDEN.fullmatch(info.filename)]


def check_member(member: ZipInfo, file: str) -> None:
    """Raises `ReportError` if the member cannot be read, or its name would lead out of the archive."""
    if member.header_offset < 0:  # so says an archive whose directory is not where it should be
        raise damaged(file)
    if OUTSIDE.fullmatch(member.filename):
        raise ReportError(file, "unsafe_name", "the name of this member leads out of its archive")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise ReportError(file, "link", "this member is a link")
    if member.flag_bits & 1:
        raise ReportError(file, "encrypted", "this member needs a password")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # the others unpack in pieces of any size
        raise ReportError(file, "unsupported", "this member is packed in a way that Tumen does not unpack")


def damaged(file: str) -> ReportError:
    return ReportError(file, "damaged", "the archive is cut off or damaged")
