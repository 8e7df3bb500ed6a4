"""Mail. Comes in: an original. Goes out: its `Draft`, and its attachments. Never: the address of anyone, in any record.

The canonical text is the body: the plain one if there is one, else what the HTML one says.
"""

import email
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

from tumen.errors import ReportError
from tumen.records import Original
from tumen.report.draft import Draft, Found, FoundDate
from tumen.report.lead import sane_title
from tumen.report.text import decode_as

NEXT_MAIL = re.compile(rb"\n\r?\nFrom \S+[^\r\n]*\r?\n[!-9;-~]+:")
BROKEN = (
    MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError, AssertionError, OverflowError,
)  # fmt: skip
"""What `email` raises over headers and parts that no mailer wrote."""


class MailboxError(MessageError):
    """The file is a mailbox, with mails one after the other."""


def read(original: Original) -> Draft:
    """The body of the mail. Raises `ReportError`: "damaged", "no_text", "unsupported", and what the body raises as text or HTML."""
    try:
        mail = _parse(original.data)
        draft = _body(mail, original)
        subject, day = sane_title(mail["Subject"]), _day(mail)
    except BROKEN as err:
        raise _unreadable(original.file, err) from err
    return Draft(
        text=draft.text,
        title=Found(subject, "Subject header") if subject else draft.title,
        url=draft.url,
        language=draft.language,
        published=FoundDate(day, "metadata", "Date header") if day else draft.published,
    )


def _day(mail: EmailMessage) -> str | None:
    """The day that the mail was sent, by its own clock."""
    try:
        return parsedate_to_datetime(mail["Date"]).date().isoformat()
    except BROKEN:
        return None


def attachments(data: bytes, file: str) -> list[tuple[str, bytes]]:
    """Name and bytes of each attachment. Pictures and style sheets that belong to an HTML body are none."""
    try:
        parts = [part for part in _leaves(_parse(data)) if _is_attachment(part)]
        return [(part.get_filename() or f"part-{number}", _bytes(part)) for number, part in enumerate(parts, start=1)]
    except BROKEN as err:
        raise _unreadable(file, err) from err


def _parse(data: bytes) -> EmailMessage:
    """The mail. What follows it in a mailbox file would become its body, addresses and all."""
    if data.startswith(b"From ") and NEXT_MAIL.search(data):
        raise MailboxError("several mails")
    return email.message_from_bytes(data, policy=default)


def _leaves(part: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are no containers of parts, in order. Of a page with its pictures, the page."""
    if part.get_content_maintype() != "multipart" or not part.is_multipart():
        yield part
        return
    inner = [each for each in part.iter_parts() if isinstance(each, EmailMessage)]
    if part.get_content_subtype() == "related":
        inner = inner[:1]
    for each in inner:
        yield from _leaves(each)


def _is_attachment(part: EmailMessage) -> bool:
    is_named = part.get_filename() is not None or part.get_content_disposition() == "attachment"
    return is_named or part.get_content_maintype() == "message"


def _body(mail: EmailMessage, original: Original) -> Draft:
    parts = [part for part in _leaves(mail) if not _is_attachment(part)]
    for part in parts:
        if part.get_content_type() == "text/plain" and _bytes(part).strip():
            return Draft(decode_as(_bytes(part), part.get_content_charset(), original.file))
    for part in parts:
        if part.get_content_type() == "text/html" and _bytes(part).strip():
            from tumen.report.html import read_markup

            return read_markup(decode_as(_bytes(part), part.get_content_charset(), original.file), original.file)
    raise ReportError(original.file, "no_text", "the mail has no body of text")


def _bytes(part: EmailMessage) -> bytes:
    """What the part holds, as it was before it was packed for the mail."""
    content = part.get_payload(decode=True)
    if isinstance(content, bytes):
        return content
    inner = next(part.iter_parts(), None)  # a mail in the mail
    return inner.as_bytes() if inner else b""


def _unreadable(file: str, err: Exception) -> ReportError:
    if isinstance(err, MailboxError):
        return ReportError(file, "unsupported", "this is a mailbox of several mails; save each as a file of its own")
    return ReportError(file, "damaged", "the mail is cut off or damaged")
