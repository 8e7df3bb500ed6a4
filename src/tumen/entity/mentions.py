"""Scores -> mentions. Comes in: words, their sentences, and what the model gives for them. Goes out: mentions, in the order of main words.

A word that is the main word of a mention points to the first and to the last word of it, both in its sentence. Mentions may lie
in each other, as in "[the mayor of [the town]]", but none crosses another.
"""

import heapq
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tumen.entity.views import shares
from tumen.model.pieces import Ints
from tumen.model.scan import Floats, Scan
from tumen.records import Span

NONE = "none"
ENOUGH = 0.5  # as likely as this, a word is the main word of a mention


class Mention(NamedTuple):
    """Words `[first, last]` of the report name something of `kind`; `main` is the main word, one of them. `score`, 0 to 1, is how
    likely main word, kind and both ends are right, all of them."""

    first: int
    last: int
    main: int
    kind: str
    score: float


def find_mentions(words: Sequence[Span], sentences: Sequence[tuple[int, int]], scan: Scan) -> tuple[Mention, ...]:
    """The mentions, no two with the same main word. `sentences` are ranges `[first, stop)` of words, in order; a word in none of
    them is in no mention."""
    if not words or not len(scan.pieces.ids):
        return ()
    at = scan.piece_of(words)
    sentence = _sentence_of(len(words), sentences)
    mains, kinds, likely = _mains(at, sentence, scan)
    firsts, lasts, sure = _ends(at, sentence, mains, scan)
    labels = scan.labels("mention")
    columns = (firsts, lasts, mains, kinds, likely * sure)
    found = zip(*(column.tolist() for column in columns), strict=True)
    return uncrossed(Mention(first, last, main, labels[kind], score) for first, last, main, kind, score in found)


def uncrossed(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in the order of their main words. Where two cross, the less likely one loses the words in which they cross, or
    those outside, whichever leaves it its main word."""
    waiting = [(mention.first, -mention.last, mention.main, mention) for mention in mentions]
    heapq.heapify(waiting)
    around: list[Mention] = []  # each lies in the one before it
    done: list[Mention] = []
    while waiting:
        later = heapq.heappop(waiting)[-1]
        while around and around[-1].last < later.first:
            done.append(around.pop())
        if around and around[-1].last < later.last:
            earlier = around.pop()
            if earlier.score < later.score:
                earlier = _without(earlier, later)
            else:
                later = _without(later, earlier)
            for each in (earlier, later):
                heapq.heappush(waiting, (each.first, -each.last, each.main, each))
        else:
            around.append(later)
    return tuple(sorted(done + around, key=lambda mention: mention.main))


def _without(mention: Mention, other: Mention) -> Mention:
    """The part of `mention` that lies in `other` if its main word does, else the part outside."""
    if other.first <= mention.main <= other.last:
        return mention._replace(first=max(mention.first, other.first), last=min(mention.last, other.last))
    if mention.main < other.first:
        return mention._replace(last=other.first - 1)
    return mention._replace(first=other.last + 1)


def _sentence_of(length: int, sentences: Sequence[tuple[int, int]]) -> Ints:
    """The number of each word's sentence, or -1."""
    number = np.full(length, -1, np.int64)
    for each, (first, stop) in enumerate(sentences):
        number[first:stop] = each
    return number


def _mains(at: Ints, sentence: Ints, scan: Scan) -> tuple[Ints, Ints, Floats]:
    """Which words are main words, of which kind, and how likely that is. Of words that share a piece only the first is looked at."""
    none = list(scan.labels("mention")).index(NONE)
    scores = scan.scores("mention")[at]
    likely = np.exp(scores - scores.max(1, keepdims=True))
    likely /= likely.sum(1, keepdims=True)
    is_own = np.diff(at, prepend=-1) > 0
    mains = np.flatnonzero((1 - likely[:, none] >= ENOUGH) & is_own & (sentence >= 0))
    chosen = likely[mains]
    chosen[:, none] = -1
    return mains, chosen.argmax(1), chosen.max(1, initial=0)


def _ends(at: Ints, sentence: Ints, mains: Ints, scan: Scan) -> tuple[Ints, Ints, Floats]:
    """The first and the last word of each mention, and how likely it is that both are right."""
    firsts, lasts, sure = mains.copy(), mains.copy(), np.ones(len(mains), np.float32)
    edges = np.flatnonzero(np.diff(sentence, prepend=-2, append=-2))  # where sentences begin, and the end
    for own, view in shares(at[mains], scan, ["first", "last"]):
        rows = mains[own]
        first, stop = np.searchsorted(at, (view.windows[0].start, view.windows[0].end))
        before, after = np.searchsorted(edges, rows[[0, -1]], side="right") - (1, 0)
        near = np.arange(max(first, edges[before]), min(stop, edges[after]))
        is_same = sentence[near][None, :] == sentence[rows][:, None]
        sides = (("first", firsts, near[None, :] <= rows[:, None]), ("last", lasts, near[None, :] >= rows[:, None]))
        for head, ends, is_side in sides:
            scores = np.where(is_same & is_side, view.pairs(head, at[rows], at[near]), -np.inf)
            ends[own] = near[scores.argmax(1)]
            sure[own] /= np.exp(scores - scores.max(1, keepdims=True)).sum(1)
    return firsts, lasts, sure
