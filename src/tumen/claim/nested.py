"""Voices inside voices: a content is read again as a text of its own. Comes in: attributions. Goes out: those inside their contents.

Reading everything twice would take twice as long, so only those contents are read again in which the model suspects a cue.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from tumen.claim.reach import close_quotations
from tumen.claim.tagged import Tagged, find_tagged, log_softmax
from tumen.model import Scan
from tumen.records import Span

ScanAgain = Callable[[str], Scan]
QUOTES = "\"'“”‘’`«»"
OPENING = re.compile(rf"[{QUOTES}]*(?:that )?[{QUOTES}]*", re.IGNORECASE)
SHORTEST = 3  # words of a content that is worth it
SUSPECTED = 0.1  # the chance of a cue inside, anywhere in a content, from which on it is read again (docs/reader.md)
DEEPEST = 5


class Alone(NamedTuple):
    """A content as a text of its own. Its first `length` code points are those of the content from `start` on."""

    text: str
    start: int
    length: int


def stand_alone(words: str) -> Alone | None:
    """`words` without the quotation marks around them and the "that" before them, with a capital first and a full stop last; `None` if
    they are too few to cite anybody."""
    opening = OPENING.match(words)
    start = opening.end() if opening else 0
    bare = words[start:].rstrip(QUOTES)
    if len(bare.split()) < SHORTEST:
        return None
    capital = bare[0].upper() if len(bare[0].upper()) == 1 else bare[0]
    return Alone(capital + bare[1:] + "." * (bare[-1] not in ".?!"), start, len(bare))


def find_nested(text: str, tagged: Sequence[Tagged], scan: Scan, again: ScanAgain, depth: int = 2) -> Iterator[Tagged]:
    """What lies inside the contents of `tagged`, which `scan` found in `text`; each after what it lies in. `again` scans a text."""
    suspicion = _suspicion(scan)
    starts = scan.pieces.offsets[:, 0]
    for outer in tagged:
        for span in outer.content:
            own = suspicion[np.searchsorted(starts, span.start) : np.searchsorted(starts, span.end)]
            if depth <= DEEPEST and len(own) and own.max() >= SUSPECTED:
                yield from _inside(text, outer, span, again, depth)


def _inside(text: str, outer: Tagged, span: Span, again: ScanAgain, depth: int) -> Iterator[Tagged]:
    alone = stand_alone(text[span.start : span.end])
    if alone is None:
        return
    scan = again(alone.text)
    found = [one for one in find_tagged(scan) if one.cue.end <= alone.length]
    inner = [*found, *find_nested(alone.text, found, scan, again, depth + 1)]
    for one in inner:
        _move(one, span.start + alone.start, span.end)
    close_quotations(text, found, [span])  # those further inside are closed in the contents that they lie in
    for one in inner:
        one.parent = one.parent or outer
    yield from inner


def _move(tagged: Tagged, start: int, end: int) -> None:
    """Counts the spans of what was found in a text of its own from where that stands, up to `end`."""
    tagged.cue = Span(tagged.cue.start + start, tagged.cue.end + start)
    for spans in (tagged.content, tagged.source):
        spans[:] = [Span(one.start + start, min(one.end + start, end)) for one in spans if one.start + start < end]


def _suspicion(scan: Scan) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """[pieces]: the chance that a cue inside a content begins there."""
    column = list(scan.labels("inner")).index("B-cue")
    chances: np.ndarray[tuple[int, ...], np.dtype[np.float32]] = np.exp(log_softmax(scan.scores("inner"))[:, column])
    return chances
