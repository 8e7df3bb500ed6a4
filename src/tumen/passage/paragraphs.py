"""Canonical text -> passages: paragraphs, hard-wrapped or not, each with its kind.

Comes in: text. Goes out: passages in text order that do not overlap; white space between them belongs to none.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise
from typing import NamedTuple

from tumen.masthead import read_head
from tumen.records import Passage, PassageKind, Span
from tumen.view import View

LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]*(?:\r\n|[\r\n\f\v\x85\u2028\u2029]|\Z)")
SENTENCE_END = re.compile(r"[.?!…:]['\"”’»)\]]*$")
STARTS_ANEW = re.compile(  # a list item, a speaker, a dateline: a new paragraph although no line is blank
    r"[-*•·▪►]\s|\d{1,2}[.)]\s|[A-Z][\w.' -]{1,30}:\s|[A-Z][A-Z .,'-]{2,40}(?:,\s[A-Z][\w. ]{2,20})?\s?(?:—|–|--)\s"
)
LONGEST_WRAP = 100  # characters; a longer line that ends a sentence is a paragraph of its own, not a wrapped one
HEADLINE_WORDS = 25
HEAD = 12  # lines of the top of a page among which its title stands


class Line(NamedTuple):
    start: int
    end: int
    text: str


def split_passages(text: str) -> tuple[Passage, ...]:
    """The passages of `text`. A dateline that opens a paragraph ("HYESAN, March 3 --") is a passage of its own. Above the title of a page stands its letterhead,
    which is boilerplate; where no line is known to be the title, the first paragraph may be the headline."""
    passages: list[Passage] = []
    title = _title(text)
    for span in _paragraphs(text, title):
        flat = View.of(text, span).text
        kind = _kind(flat, is_first=title is None and all(p.kind == "boilerplate" for p in passages))
        if title and kind == "body" and span.end <= title.end:
            kind = "headline" if span == title else "boilerplate"
        opening = _patterns()["opening_dateline"].match(flat) if kind == "body" else None
        if opening:
            view = View.of(text, span)
            passages.append(Passage(view.span(0, opening.end()), "dateline"))
            span = Span(view.span(opening.end(), len(flat)).start, span.end)
        passages.append(Passage(span, kind))
    return tuple(passages)


def _title(text: str) -> Span | None:
    """The line that is the title of the page, where its head tells."""
    title = read_head(text).title
    if title is None:
        return None
    lines = islice(filter(None, _lines(text)), HEAD)
    return next((Span(line.start, line.end) for line in lines if " ".join(line.text.split()) == title), None)


def _lines(text: str) -> Iterator[Line | None]:
    """The lines, `None` for a blank one."""
    for match in LINE.finditer(text):
        words = match.group().strip()
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield Line(start, start + len(words), words) if words else None


def _paragraphs(text: str, title: Span | None) -> Iterator[Span]:
    block: list[Line] = []
    for line in _lines(text):
        if line:
            block.append(line)
        elif block:
            yield from _unwrapped(block, title)
            block = []
    if block:
        yield from _unwrapped(block, title)


def _unwrapped(block: list[Line], title: Span | None) -> Iterator[Span]:
    """The paragraphs in lines without a blank line between them. The title is one, and so is each line below it that says who wrote it, or when."""
    width = max(len(line.text) for line in block)
    start = block[0].start
    is_below = False
    for line, following in pairwise(block):
        is_title = title is not None and line.start == title.start
        is_below = is_title or (is_below and _kind(line.text, is_first=False) != "body")
        is_above = title is not None and following.start == title.start
        if is_below or is_above or _ends_paragraph(line, following, width, is_first=line is block[0]):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _ends_paragraph(line: Line, following: Line, width: int, *, is_first: bool) -> bool:
    if STARTS_ANEW.match(following.text):
        return True
    if SENTENCE_END.search(line.text):
        return len(line.text) < 0.75 * width or len(line.text) > LONGEST_WRAP
    return is_first and len(line.text) < 0.75 * width and _looks_like_headline(line.text) and following.text[0].isupper()


def _looks_like_headline(flat: str) -> bool:
    words = [w for w in re.findall(r"\w+", flat) if len(w) > 3]
    capitals = sum(w[0].isupper() for w in words)
    return 0 < len(words) <= HEADLINE_WORDS and capitals >= 0.6 * len(words)


def _kind(flat: str, *, is_first: bool) -> PassageKind:
    for kind in ("boilerplate", "caption", "byline", "dateline"):
        if _patterns()[kind].match(flat):
            return kind
    if is_first and len(flat.split()) <= HEADLINE_WORDS and not flat.endswith((".", ".”", '."', "。")):
        return "headline"
    return "body"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("tumen.passage").joinpath("kinds.toml").read_text("utf-8"))
    return {
        kind: re.compile(
            "|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE if kind != "opening_dateline" else 0
        )
        for kind, patterns in table.items()
    }
