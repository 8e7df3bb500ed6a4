"""What a reader of files hands on. Comes in: nothing. Goes out: `Draft`, the part of a `Report` that the file gives."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tumen.errors import ReportError

MAX_BYTES = 64 * 1024 * 1024
"""No report is longer: it is the King James Bible fourteen times over. What is larger is an archive or a mistake."""


class Found(NamedTuple):
    """A value, and the short name of the place in the file that gave it ("og:title", "Date header")."""

    value: str
    signal: str


class FoundDate(NamedTuple):
    """A day of publication as EDTF, what kind of evidence it rests on, and the place in the file that gave it."""

    edtf: str
    basis: Literal["given", "metadata", "url", "text"]
    signal: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The canonical text of an original and what the file says of itself. `None`: it does not say."""

    text: str
    title: Found | None = None
    outlet: Found | None = None
    url: Found | None = None
    language: Found | None = None
    published: FoundDate | None = None
    source_key: str | None = None


def too_large(file: str) -> ReportError:
    """The error for what is longer than `MAX_BYTES`."""
    return ReportError(file, "too_large", f"this is longer than {MAX_BYTES // 1024**2} MiB, which no single report is")
