"""Scores -> words with part of speech, lemma, head and relation. Comes in: text, sentences, a scan. Goes out: words in text order.

Labels are those of Universal Dependencies v2, relations without subtypes. Scores are looked up for all words of a text at once;
only trees are made sentence by sentence.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tumen.model.scan import Scan
from tumen.records import Span
from tumen.syntax.lemmas import apply
from tumen.syntax.trees import Ints, best_tree
from tumen.syntax.words import find_words

LONGEST = 200  # words in one tree; what is longer is no sentence, and its other trees hang on the first one's root


class Word(NamedTuple):
    """`head` is the place of the head word in the same tuple; its own place for a root."""

    span: Span
    lemma: str
    upos: str
    head: int
    relation: str


def parse(text: str, sentences: Sequence[Span], scan: Scan) -> tuple[Word, ...]:
    """The words of all sentences, each of which has exactly one root. Sentences are in text order and do not overlap."""
    words: list[Span] = []
    ranges: list[tuple[int, int]] = []
    for sentence in sentences if len(scan.pieces.ids) else ():
        first = len(words)
        words += find_words(text, sentence)
        ranges.append((first, len(words)))
    return parse_words(words, ranges, text, scan)


def parse_words(words: Sequence[Span], sentences: Sequence[tuple[int, int]], text: str, scan: Scan) -> tuple[Word, ...]:
    """The same for words that are known; `sentences` are ranges `[first, stop)` of them, and hold them all."""
    if not words:
        return ()
    at = scan.piece_of(words)
    heads = np.arange(len(words))
    for first, stop in sentences:
        _attach(heads, first, stop, at, scan)
    upos = _named(scan.labels("upos"), scan.scores("upos")[at].argmax(1))
    scripts = _named(scan.labels("lemma"), scan.scores("lemma")[at].argmax(1))
    relations = _named(scan.labels("relation"), _relations(heads, at, scan))
    forms = (text[span.start : span.end] for span in words)
    lemmas = (apply(s, form, is_name=tag == "PROPN") for s, form, tag in zip(scripts, forms, upos, strict=True))
    return tuple(map(Word, words, lemmas, upos, heads.tolist(), relations))


def _attach(heads: Ints, first: int, stop: int, at: Ints, scan: Scan) -> None:
    """Fills in the heads of words `[first, stop)`."""
    for start in range(first, stop, LONGEST):
        pieces = at[start : min(start + LONGEST, stop)]
        heads[start : start + len(pieces)] = start + best_tree(scan.pairs("arc", pieces, pieces))
    roots = first + np.flatnonzero(heads[first:stop] == np.arange(first, stop))
    heads[roots] = roots[:1]


def _relations(heads: Ints, at: Ints, scan: Scan) -> Ints:
    """[words]: the number of each one's relation; `root` for roots, and for them only."""
    root = scan.labels("relation").index("root")
    scores = scan.scores("relation")[at] + scan.scores("relation_head")[at[heads]]
    scores[:, root] = -np.inf
    return np.where(heads == np.arange(len(heads)), root, scores.argmax(1))


def _named(labels: Sequence[str], numbers: Ints) -> list[str]:
    return [labels[number] for number in numbers.tolist()]
