"""Containers. Comes in: a stream of bytes. Goes out: the originals in it: itself, lines, members of a zip, attachments.

Never: a temporary file, a name out of an archive used as a path, a whole JSON-lines file or archive in memory.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import IO

from tumen.errors import ReportError
from tumen.records import Original, Skipped
from tumen.report import archive, email, jsonlines
from tumen.report.draft import MAX_BYTES, too_large
from tumen.report.kind import HEAD_BYTES, kind_of

MAX_DEPTH = 2
"""An archive in an archive is opened, and a mail in one; what lies deeper hides more than it holds."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stream, its name, and the stretch from `start` to `end` of the file on disk that it takes up.

    `size` is the length of the stream itself, which is more than its stretch where it was compressed; `None` for a pipe.
    """

    name: str
    stream: IO[bytes]
    size: int | None
    start: int = 0
    end: int = 0
    container_sha256: str | None = None
    depth: int = 0

    def done(self, position: int) -> int:
        """How far `position` of the stream is through the file on disk."""
        if not self.size:
            return self.end if self.size == 0 else position
        return self.start + (self.end - self.start) * min(position, self.size) // self.size

    def inside(self, name: str, stream: IO[bytes], size: int, share: tuple[int, int, int]) -> "Part":
        """A part of this part. `share` is where it starts and ends, and out of how many."""
        start, end, whole = share
        stretch = self.end - self.start
        return Part(
            f"{self.name}!/{printable(name)}",
            stream,
            size,
            self.start + stretch * start // whole,
            self.start + stretch * end // whole,
            self.container_sha256,
            self.depth + 1,
        )


def originals_in(part: Part) -> Iterator[Original | Skipped]:
    """All originals in `part`; whatever is wrong with it ends it, and nothing else."""
    try:
        head = part.stream.read(HEAD_BYTES)
        kind = kind_of(head)
        if kind == "jsonlines":
            yield from _lines(part, head)
        elif kind == "zip":
            yield from _zip(part, head)
        elif kind == "mail":
            yield from _mail(part, _whole(part, head))
        else:
            data = _whole(part, head)
            yield _original(part, data, part.done(len(data)))
    except ReportError as err:
        yield skipped(err)
    except archive.DAMAGE:
        yield skipped(archive.damaged(part.name))


def skipped(err: ReportError) -> Skipped:
    """The outcome that `err` is."""
    return Skipped(err.file, "report", err.reason, err.detail)


def printable(name: str) -> str:
    """`name` with a mark in place of what no terminal and no JSON file should have to bear."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def _original(part: Part, data: bytes, done: int, line: int | None = None) -> Original:
    name = part.name if line is None else f"{part.name}:{line}"
    return Original(name, data, hashlib.sha256(data).hexdigest(), part.container_sha256, done)


def _whole(part: Part, head: bytes) -> bytes:
    """All bytes of a part that is one report. One that is too long for that is not read any further."""
    if (part.size or 0) > MAX_BYTES:
        raise too_large(part.name)
    data = head + part.stream.read(MAX_BYTES + 1 - len(head))
    if len(data) > MAX_BYTES:
        raise too_large(part.name)
    return data


# ------------------------------------------------------------------------------------------------------ JSON lines


def _lines(part: Part, head: bytes) -> Iterator[Original | Skipped]:
    """Each line that is not blank. A bad one is skipped here, where it still has its number."""
    part = _as_container(part)
    position = 0
    for number, line in enumerate(_each_line(part.stream, head), start=1):
        position += len(line)
        original = _original(part, line.rstrip(b"\r\n"), part.done(position), number)
        try:
            if len(line) > MAX_BYTES:
                position += _pass_over_line(part.stream)
                raise too_large(original.file)
            if original.data.strip():
                jsonlines.read(original)
                yield original
        except ReportError as err:
            yield skipped(err)


def _each_line(stream: IO[bytes], head: bytes) -> Iterator[bytes]:
    """The lines of what begins with `head` and goes on in `stream`; of one that is too long, just enough to show it."""
    for source in (BytesIO(head + stream.readline(MAX_BYTES + 1 - len(head))), stream):
        while line := source.readline(MAX_BYTES + 1):
            yield line


def _pass_over_line(stream: IO[bytes]) -> int:
    """Leaves the rest of a line unread, and says how long it was."""
    length = 0
    while piece := stream.readline(HEAD_BYTES):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
    return length


# ------------------------------------------------------------------------------------------------- archives, mails


def _zip(part: Part, head: bytes) -> Iterator[Original | Skipped]:
    """One document, or an archive of reports. Only an archive that is a file of its own may be longer than a report."""
    if part.depth or part.size is None or part.size <= MAX_BYTES:
        part = _in_memory(part, _whole(part, head))
    with archive.open_zip(part.stream, part.name) as opened:
        if archive.is_document(opened):
            part.stream.seek(0)
            data = _whole(part, b"")
            yield _original(part, data, part.done(len(data)))
            return
        _check_depth(part)
        part = _as_container(part)
        members = archive.members(opened)
        packed, total = 0, sum(member.compress_size for member in members) or 1
        for member in members:
            share = (packed, packed + member.compress_size, total)
            packed += member.compress_size
            yield from _member(part, opened, member, share)


def _member(
    part: Part, opened: archive.ZipFile, member: archive.ZipInfo, share: tuple[int, int, int]
) -> Iterator[Original | Skipped]:
    name = f"{part.name}!/{printable(member.filename)}"
    try:
        archive.check_member(member, name)
        with opened.open(member) as stream:
            yield from originals_in(part.inside(member.filename, stream, member.file_size, share))
    except ReportError as err:
        yield skipped(err)
    except archive.DAMAGE:
        yield skipped(archive.damaged(name))


def _mail(part: Part, data: bytes) -> Iterator[Original | Skipped]:
    """The mail, then its attachments."""
    attachments = email.attachments(data, part.name)
    of = len(attachments) + 1
    part = _in_memory(part, data)
    yield _original(part, data, part.done(len(data) // of))
    part = _as_container(part)
    for number, (name, attached) in enumerate(attachments, start=1):
        inside = part.inside(name, BytesIO(attached), len(attached), (number, number + 1, of))
        try:
            _check_depth(part)
            yield from originals_in(inside)
        except ReportError as err:
            yield skipped(ReportError(inside.name, err.reason, err.detail))


def _check_depth(part: Part) -> None:
    if part.depth >= MAX_DEPTH:
        raise ReportError(part.name, "too_deep", f"only {MAX_DEPTH} containers within each other are opened")


def _in_memory(part: Part, data: bytes) -> Part:
    return replace(part, stream=BytesIO(data), size=len(data), end=part.end if part.size is not None else len(data))


def _as_container(part: Part) -> Part:
    """`part` with the hash of the file on disk, which its parts will carry. A pipe cannot be read twice and has none."""
    if part.container_sha256 or not part.stream.seekable():
        return part
    at = part.stream.tell()
    part.stream.seek(0)
    digest = hashlib.file_digest(part.stream, "sha256").hexdigest()  # type: ignore[arg-type]
    part.stream.seek(at)
    return replace(part, container_sha256=digest)
