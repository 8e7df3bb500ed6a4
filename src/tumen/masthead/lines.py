"""The lines above and below what a report tells. Comes in: text. Goes out: lines, with where they stand. Never: a line of the body."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tumen.masthead.days import says_when, without_dates
from tumen.masthead.words import FIRM
from tumen.masthead.words import LONGEST as NAME
from tumen.records import Passage

HEAD, FOOT = 10, 3
"""How many lines at most."""
LONGEST = 18
"""Words; a longer line is a paragraph."""
LONGEST_LINE = 160
WRAPPED, LONGEST_DATED = 40, 60
"""Characters; a shorter line has not been broken for its length."""
LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
BLANK = re.compile(r"(?:\r\n|[\r\n\f\v\x85\u2028\u2029])\s*(?:\r\n|[\r\n\f\v\x85\u2028\u2029])")
SENTENCE = re.compile(r"[.!?…]['\"”’)\]]*$")
ENDS = re.compile(r"(?:[\w,'’]+ ){3,}[a-zà-ÿ]+\.[”\"]?$")
ASKS = re.compile(r"[?!]['\"”’]*$")
TELLS = re.compile(r"[a-zà-ÿ]['\"”’)]*[.!?]['\"”’)]* ['\"“‘(]?[A-Z]")
ABOUT_ITSELF = re.compile(  # sentences that speak of the text and not of the world
    r"[\[(*]*\s*(?:(?:first|originally) (?:published|appeared)|(?:re)?published|reprinted|republished|translat(?:ed|ion)|unofficial translation|put into|taken"
    r"|copied|abridged|adapted|source|credit|courtesy|from (?:the \w+|[\"“„«'])|out of [\"“„«]|by|read by|selected|compiled|edited|prepared|sent out|issued"
    r"|done|given|signed|posted|english version|this (?:article|text|story|report|piece) (?:first|was)|subscribers|notice|contact|you are listening to"
    r"|headline of the original|original title|with inputs from|with reporting by|\d{1,2}[:.]\d\d)\b",
    re.IGNORECASE,
)


CRUMBS = re.compile(r"\s>{1,2}\s.*\s>{1,2}\s")
"""The way to a page: "Visa Forum > Asia > Tajikistan"."""
PIECES = re.compile(r"[.;|,:]\s|\s[-–—/·|]+\s|[()]")
LONGEST_PIECE = 4
TOLD = re.compile(r"(?:on|in|at|by|since|after|before|during)\s", re.IGNORECASE)
DATELINED = re.compile(r"(?P<place>[A-Z][A-Z.'’ -]{2,}\b[^“”\"]{0,80}?)(?:--|[–—])\s\S")


class Line(NamedTuple):
    """A line on its own: what it says, where, and in which block of lines without a blank one between them."""

    text: str
    start: int
    end: int
    block: int


class Page(NamedTuple):
    """The lines above the body, the body as spans of the text, the lines below it."""

    head: tuple[Line, ...]
    body: tuple[int, int]
    foot: tuple[Line, ...]


def split_page(text: str) -> Page:
    """The head ends at the first line that tells something; what stands below the last one is the foot."""
    lines = list(_lines(text))
    first = next(
        (number for number, line in enumerate(lines[: HEAD + 1]) if _tells(line, lines, number)), min(len(lines), HEAD)
    )
    last = next((n for n in range(len(lines) - 1, first, -1) if _tells(lines[n], lines, n)), first)
    start = lines[first].start if first < len(lines) else len(text)
    end = lines[last].end if last < len(lines) else len(text)
    foot = [line for line in lines[last + 1 :][-FOOT:] if line.block > lines[last].block]
    if last == first and len(lines) > first + FOOT + 1:
        foot = []
    return Page(tuple(lines[:first]), (start, end), tuple(foot))


def head_end(text: str, passages: Sequence[Passage]) -> int:
    """Where the head of the page ends: the first line that is a sentence, also one about the text itself. 0 if the text begins with one."""
    if not passages or passages[0].kind not in ("headline", "dateline", "byline", "boilerplate"):
        return 0
    page = split_page(text)
    end = next(
        (line.start for line in page.head[1:] if is_sentence(line.text) and not line.text.lower().startswith("by ")),
        page.body[0],
    )
    after = (
        follows.span.start
        for passage, follows in pairwise(passages)
        if passage.kind == "dateline" and passage.span.start == end
    )
    return next(after, end)


def is_sentence(line: str) -> bool:
    """Whether a line is too long for one of a head, or ends as a sentence does."""
    words = len(line.split())
    if words <= NAME and FIRM.search(line):
        return False
    return words > LONGEST or (words > 4 and bool(SENTENCE.search(line)))


def _lines(text: str) -> Iterator[Line]:
    block, end = 0, 0
    for match in LINE.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        block += bool(BLANK.search(text, end, start))
        end = start + len(words)
        yield Line(" ".join(words.split()), start, end, block)


def _is_alone(lines: list[Line], number: int) -> bool:
    return all(
        other.block != lines[number].block for other in (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
    )


def _tells(line: Line, lines: list[Line], number: int) -> bool:
    is_note = line.text[0] + line.text[-1] in ("[]", "()") and _is_alone(lines, number) and number == 0
    if is_note or (len(line.text) < LONGEST_LINE and ABOUT_ITSELF.match(line.text)):
        return False
    if (opening := DATELINED.match(line.text)) and says_when(opening["place"]):
        return True
    if number == 0 and CRUMBS.search(line.text):
        return False
    if number and line.block == lines[0].block and is_imprint(line.text):
        return False
    if len(line.text) > LONGEST_LINE or ENDS.search(line.text):
        return True
    if is_sentence(line.text):
        asks = len(line.text.split()) <= LONGEST and ASKS.search(line.text) and not TELLS.search(line.text)
        return not (asks and _is_alone(lines, number) and number < HEAD / 2)
    return len(line.text) > WRAPPED and _is_broken(
        [other.text for other in lines[number:] if other.block == line.block][:HEAD]
    )


def is_imprint(words: str) -> bool:
    """Whether a line has a day and otherwise short pieces only: "London. Week 3, 2022. Casualties."."""
    pieces = PIECES.split(without_dates(words, ". ")) if says_when(words) else [words]
    return all(len(piece.split()) <= LONGEST_PIECE for piece in pieces) and not TOLD.match(words) and words[-1] not in "-–—"


def _is_broken(rest: list[str]) -> bool:
    """Whether the first of these lines of one block was broken for its length, as a paragraph is, and not where something new begins."""
    is_short = len(rest) > 1 and len(rest[0]) + len(rest[1].split()[0]) < max(map(len, rest))
    if len(rest) == 1 or (is_short and rest[0][-1] not in "-–—"):
        return False
    is_dated = says_when(rest[1]) and (
        len(rest[1]) < WRAPPED or (len(rest) == 2 and len(rest[1]) < LONGEST_DATED and not SENTENCE.search(rest[1]))
    )
    if rest[1][0].islower() and len(rest[1]) > WRAPPED / 2 and not ABOUT_ITSELF.match(rest[1]) and not is_dated:
        return True
    whole = " ".join(rest)
    return (
        len(rest[1]) > WRAPPED / 2
        and not (is_dated and rest[1][0].islower())
        and len(whole.split()) > LONGEST
        and bool(SENTENCE.search(whole) or TELLS.search(whole))
    )
