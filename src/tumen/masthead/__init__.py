"""Who publishes a report, when, and under what title, where only its head or its foot says so.

Comes in: a text, as it stands. Goes out: a `Head`. A name that the file or the person running Tumen gives wins over it. A kind of document, a
section, a translator, a place is no publisher; where nothing tells, the publisher is unknown.

    text -> lines above and below the body -> what each line is -> names with what speaks for each -> publisher, title, day
"""

from tumen.masthead.days import find_day
from tumen.masthead.head import Head, read_head
from tumen.masthead.lines import head_end
from tumen.masthead.opening import IsPlace
from tumen.masthead.words import is_outlet, plain_name

__all__ = ["Head", "find_day", "find_masthead", "head_end", "is_outlet", "plain_name", "read_head"]


def find_masthead(text: str, is_place: IsPlace | None = None) -> str | None:
    """The outlet's name as the head of the page or its foot has it, `None` if nothing there tells."""
    return read_head(text, is_place).outlet
