"""Readings as a model without faults would give them: made by hand from mentions, for tests of what is read out of a scan."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tumen.model import Pieces, Scan, Scored, windows
from tumen.model.scan import BUCKETS
from tumen.records import Span

KINDS = ("none", "person", "group", "organization", "place", "time", "event", "other")
SURE = 40.0  # the score of what is so; the rest has 0
POINTERS = ("first", "last", "before")
APART = 1024  # pieces closer than this have keys of their own


class Marked(NamedTuple):
    """Words `[first, last]` with their main word; `before` is the main word that this one points to, `None` if it points to itself."""

    first: int
    last: int
    main: int
    kind: str
    before: int | None = None


def one_piece_a_word(words: Sequence[Span]) -> Pieces:
    numbers = np.arange(len(words))
    offsets = np.array([(word.start, word.end) for word in words], np.int64).reshape(-1, 2)
    return Pieces(numbers, np.zeros_like(numbers), offsets)


def reading_of(
    words: Sequence[Span], marked: Iterable[Marked], sentences: Sequence[tuple[int, int]] = (), pieces: Pieces | None = None
) -> Scan:
    """What a faultless model gives for words of which `marked` is so. Who points to what nobody sees points to itself."""
    pieces = one_piece_a_word(words) if pieces is None else pieces
    length = len(pieces.ids)
    at = Scan(pieces, (), {}, {}).piece_of(words) if words else np.zeros(0, np.int64)
    tags = np.zeros((length, len(KINDS)), np.float32)
    tags[:, 0] = SURE / 2
    target = {pair: np.full(length, -1) for pair in POINTERS}
    for each in marked:
        tags[at[each.main], KINDS.index(each.kind)] = SURE
        goals = (each.first, each.last, each.main if each.before is None else each.before)
        for pair, goal in zip(POINTERS, goals, strict=True):
            target[pair][at[each.main]] = at[goal]
    starts = at[[first for first, _ in sentences]] if sentences else np.zeros(0, np.int64)
    scored = [_scored(start, end, tags, target) for start, end in windows(length, starts)] if length else []
    return Scan(pieces, scored, {"mention": KINDS}, {pair: np.zeros(BUCKETS, np.float32) for pair in POINTERS})


def _scored(start: int, end: int, tags: np.ndarray, target: dict[str, np.ndarray]) -> Scored:  # type: ignore[type-arg]
    own = np.eye(min(len(tags), APART), dtype=np.float32)
    numbers = np.arange(start, end) % len(own)
    queries = {}
    for pair, goals in target.items():
        points = goals[start:end] >= 0
        queries[pair] = own[numbers] * np.float32(len(own) ** 0.5)
        queries[pair][points] += own[goals[start:end][points] % len(own)] * np.float32(SURE * len(own) ** 0.5)
    return Scored(start, end, tags[start:end], queries, dict.fromkeys(target, own[numbers]))
