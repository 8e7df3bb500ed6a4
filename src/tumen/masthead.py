"""Who publishes a report, where only its head says so. Comes in: a text and its passages. Goes out: the name of the outlet; where the head ends.

A name that the file or the person running Tumen gives wins over it. What `claim/outlet.py` finds in the text is the outlet that was told things: in a
reprint it is not the one that reprints, so the head of the page is asked first.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from tumen.records import Passage, Span

HEAD_LINES = 6
LONGEST = 9  # words of a line that is a name and a date
MONTH = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december"
DAY = re.compile(
    rf"(?:published|updated|posted|date)\s*:?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:{MONTH})\b\.?|\b\d+(?:st|nd|rd|th)?\b"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:juche|kst|gmt|utc|am|pm)\b|[()|:]",
    re.IGNORECASE,
)
CREDITED = re.compile(r"^[^“”\"]{0,80}?\(([A-Z][^()\d]{1,50})\)\s*(?:--|[-–—])")
"""The agency in "SEOUL, Oct. 6 (Seoul Courier) --"."""
BY = re.compile(r"^by\b[:\s]+", re.IGNORECASE)
STAFF = re.compile(
    r"^(?:an?|the|our)\s+|\b(?:staff(?:\s+(?:reporters?|writers?))?|correspondents?|reporters?|editors?|desk|newsroom)\b.*$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?…]['\"’”)]*$")


def find_masthead(text: str, passages: Sequence[Passage]) -> str | None:
    """The outlet's name as the head of the page has it, `None` if nothing there tells."""
    names: list[str] = []
    for number, (_, line) in enumerate(_lines(text, passages)):
        if credit := CREDITED.match(line):
            return credit[1].strip()
        if (number and _is_sentence(line)) or number > HEAD_LINES:
            break
        if (number or passages[0].kind != "headline") and (name := _name_in(line)):
            names.append(name)
    known = (name for name in names if is_outlet(name))
    return next(known, names[0] if names else None)


def is_outlet(name: str) -> bool:
    """Whether the words of a name say that it is one of an outlet."""
    words = _words(name)
    last, names = _table()
    return bool(words) and (" ".join(words) in names or bool(last.intersection((words[0], words[-1]))))


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    """The words that outlets' names end with, and names that say it in no such word."""
    table = tomllib.loads(files("tumen").joinpath("outlets.toml").read_text("utf-8"))
    return frozenset(table["words"]), frozenset(" ".join(_words(name)) for name in table["names"])


def _words(name: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", name)]


def head_end(text: str, passages: Sequence[Passage]) -> int:
    """Where the head of the page ends: the first line that is a sentence."""
    lines = list(_lines(text, passages))
    is_headed = (
        bool(lines)
        and passages[0].kind == "headline"
        and not (lines[0][1].endswith(".") and len(lines[0][1].split()) > LONGEST)
    )
    return next((span.start for span, line in lines[is_headed:] if _is_sentence(line)), 0)


def _lines(text: str, passages: Sequence[Passage]) -> Iterator[tuple[Span, str]]:
    if not passages or passages[0].kind not in ("headline", "dateline", "byline"):
        return
    for passage in passages[: HEAD_LINES + 2]:
        whole = text[passage.span.start : passage.span.end]
        if passage.kind == "body" and len(whole.split()) > LONGEST * 2:  # a paragraph, its lines wrapped
            yield passage.span, " ".join(whole.split())
            continue
        start = passage.span.start
        for line in whole.splitlines():
            if line.strip():
                yield Span(start, start + len(line)), " ".join(line.split())
            start += len(line) + 1


def _is_sentence(line: str) -> bool:
    return len(line.split()) > LONGEST * 2 or (len(line.split()) > 4 and bool(SENTENCE.search(line)) and not BY.match(line))


def _name_in(line: str) -> str | None:
    """The outlet in "By Seo Jin-a, Paektu Letter", "Hanbit Radio, November 3, 2021", "By Tarim Voice staff | 5 May"."""
    by = BY.match(line)
    parts = [
        " ".join(DAY.sub(" ", part).split()).strip(" ,;-–—.")
        for part in re.split(r"[,|]|\s[-–—]\s", line[by.end() :] if by else line)
    ]
    if not by:
        parts = [part for part in parts if _is_name(part)]
        return next(
            (part for part in parts if is_outlet(part)), next((part for part in parts if not part.isupper()), None)
        ) or (parts[0] if parts and len(parts[0].split()) > 1 else None)
    for part in reversed(parts[1:]):
        if _is_name(part):
            return part
    alone = " ".join(STAFF.sub("", parts[0]).split()) if parts else ""
    is_staff = bool(parts) and alone != parts[0]
    return alone if _is_name(alone) and (is_staff or is_outlet(alone)) else None


def _is_name(part: str) -> bool:
    parts = part.split()
    return 0 < len(parts) <= LONGEST and parts[0][:1].isupper() and STAFF.sub("", part) != "" and sum(map(len, parts)) > 2
