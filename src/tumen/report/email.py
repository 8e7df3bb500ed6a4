"""Mail. Comes in: an original. Goes out: its `Draft`, and its attachments. Never: the address of anyone, in any record.

The canonical text is the body: the plain one if there is one, else what the HTML one says.
"""

import email
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

BROKEN = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError, AssertionError)
"""What `email` raises over headers and parts that no mailer wrote."""


def read(original: Original) -> Draft:
    """The body of the mail. Raises `ReportError`: "damaged", "no_text", and what the body raises as text or HTML."""
    try:
        mail = _parse(original.data)
        draft = _body(mail, original)
        subject = sane_title(mail["Subject"])
        day = parsedate_to_datetime(mail["Date"]).date().isoformat() if mail["Date"] else None
    except BROKEN as err:
        raise _damaged(original.file) from err
    return Draft(
        text=draft.text,
        title=Found(subject, "Subject header") if subject else draft.title,
        url=draft.url,
        language=draft.language,
        published=FoundDate(day, "metadata", "Date header") if day else draft.published,
    )
