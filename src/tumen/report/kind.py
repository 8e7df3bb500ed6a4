"""What bytes are, by content and never by name. Comes in: the first bytes of a file. Goes out: a `Kind`."""

import codecs
import re
from typing import Any, Literal

import msgspec

HEAD_BYTES = 64 * 1024
"""How much of a file is looked at to tell what it is: more than any page puts before its first tag."""

Kind = Literal["text", "html", "pdf", "zip", "mail", "jsonlines"]

UNSUPPORTED = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office or HWP file (OLE)",
    b"{\\rtf": "an RTF file",
    b"\x89PNG\r\n\x1a\n": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"\x1f\x8b\x08": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ\0": "an xz file",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"SQLite format 3\0": "an SQLite database",
    b"\x7fELF": "a program",
    b"ID3": "a sound file",
    b"OggS": "a sound or video file",
}
"""How files begin that people hand in and that no reader here reads."""

MARKUP = re.compile(
    r"(?>\s|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)*+"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|article|main|section|header|div|p|h[1-6]|table|ul|span"
    r"|center|font)(?=[\s>/]))",
    re.IGNORECASE | re.DOTALL,
)

HEADER = re.compile(rb"([!-9;-~]+):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|\Z)")
MAILBOX_LINE = re.compile(rb"From [^\r\n]*\r?\n")
ENVELOPE = {b"from", b"received", b"return-path", b"message-id", b"delivered-to", b"mime-version"}
LETTER = {b"to", b"subject", b"date", b"content-type", b"mime-version"}


def kind_of(head: bytes) -> Kind:
    """The kind of the file that begins with `head`, or is it; "text" for whatever nothing else claims."""
    if b"%PDF-" in head[:1024]:  # the specification lets junk stand before it, and scanners put some there
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if MARKUP.match(_glimpse(head[:HEAD_BYTES])):
        return "html"
    if _is_json_lines(head):
        return "jsonlines"
    return "mail" if _is_mail(head) else "text"


def unsupported(head: bytes) -> str | None:
    """What the file is, in words, if it is of a known kind that no reader here reads."""
    return next((words for magic, words in UNSUPPORTED.items() if head.startswith(magic)), None)


def json_object(line: bytes) -> dict[str, Any] | None:
    """The JSON object that `line` is, or `None`."""
    try:
        found = msgspec.json.decode(line.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    return found if isinstance(found, dict) else None


def _glimpse(head: bytes) -> str:
    """`head` as far as tags go: enough to see markup in, whatever the encoding."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1").replace("\0", "")


def _is_json_lines(head: bytes) -> bool:
    """A line is an object with "text". The first line may be the broken one, or longer than `head`."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not start.startswith(b"{"):
        return False
    lines = start.split(b"\n")
    if len(lines) == 1 and len(head) >= HEAD_BYTES:
        return re.search(rb'"text"\s*:', start) is not None
    return any("text" in (json_object(line) or {}) for line in lines)


def _is_mail(head: bytes) -> bool:
    names = set()
    mailbox_line = MAILBOX_LINE.match(head)  # programs that keep mails in one file put it before each
    at = mailbox_line.end() if mailbox_line else 0
    while header := HEADER.match(head, at):
        names.add(header[1].lower())
        at = header.end()
    return bool(names & ENVELOPE) and len(names & (ENVELOPE | LETTER)) > 1
