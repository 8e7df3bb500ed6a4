"""The piece of a text that shows why it was found. Comes in: a text and terms. Goes out: a span, and the spans to mark."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tumen.records import Span, Spans
from tumen.store.fold import Token, tokens
from tumen.store.query import Term

WIDTH = 240
"""How many code points a snippet holds at most."""

LEAD = 60
"""How many of them may stand before the first marked word."""

STEP = 1_000
MOST = 1_000_000
"""A text is looked through in steps of so many code points: one more after all terms have been seen, and no more than so many."""


class Found(NamedTuple):
    """Where one of the terms stands, and which one."""

    span: Span
    term: int


def cut(text: str, pieces: Sequence[Span], terms: Sequence[Term]) -> tuple[Span, Spans]:
    """The snippet of the words in `pieces`, and what to mark in it; marks are relative to the snippet.

    The snippet is the stretch that holds the most of the different terms; the beginning, if it holds none.
    """
    found = sorted(_look(text, pieces, terms))
    whole = Span(pieces[0].start, pieces[-1].end) if pieces else Span(0, 0)
    span = _window(text, whole, found)
    return span, _merge(Span(f.span.start - span.start, f.span.end - span.start) for f in found if span.holds(f.span))


def _look(text: str, pieces: Sequence[Span], terms: Sequence[Term]) -> Iterator[Found]:
    unseen = set(range(len(terms)))
    for words in (words for piece in pieces for words in _steps(text, piece)):
        is_last = not unseen
        forms = [word.form for word in words]
        for number, term in enumerate(terms):
            for span in term.find(words, forms):
                unseen.discard(number)
                yield Found(span, number)
        if is_last:
            return


def _steps(text: str, piece: Span) -> Iterator[list[Token]]:
    """The tokens of `piece`, about a thousand code points at a time, cut at blanks; a phrase that lies across a cut is not marked."""
    start, last = piece.start, min(piece.end, piece.start + MOST)
    while start < last:
        end = min(start + STEP, last)
        while end < last and not text[end].isspace():
            end += 1
        yield list(tokens(text, start, end))
        start = end


def _window(text: str, whole: Span, found: Sequence[Found]) -> Span:
    if len(whole) <= WIDTH:
        return whole
    start = whole.start
    if found:
        best = max(range(len(found)), key=lambda at: (_richness(found, at), -at))
        start = max(whole.start, found[best].span.start - LEAD)
    start = min(start, whole.end - WIDTH)
    end = start + WIDTH
    return Span(_blank_after(text, start, whole.start), _blank_before(text, end, whole.end))


def _richness(found: Sequence[Found], first: int) -> int:
    """How many different terms stand within a snippet that begins shortly before `found[first]`."""
    limit = found[first].span.start - LEAD + WIDTH
    return len({other.term for other in found[first:] if other.span.end <= limit})


def _blank_after(text: str, at: int, edge: int) -> int:
    """Where the next word begins, unless that is far off."""
    if at <= edge:
        return edge
    for near in range(at, at + LEAD // 2):
        if text[near - 1].isspace() and not text[near].isspace():
            return near
    return at


def _blank_before(text: str, at: int, edge: int) -> int:
    """Where the word before ends, unless that is far off."""
    if at >= edge:
        return edge
    for near in range(at, at - LEAD // 2, -1):
        if text[near].isspace() and not text[near - 1].isspace():
            return near
    return at


def _merge(spans: Iterator[Span]) -> Spans:
    """`spans`, in order, those that overlap made into one."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
