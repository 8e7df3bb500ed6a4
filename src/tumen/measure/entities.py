"""Mentions against gold. Comes in: what a person and a reader marked, text by text. Goes out: scores.

A mention is right if its first word, its last word and its kind are. Mentions inside others count like others. Pronouns are left
out, on both sides, by whoever asks; chains, which are mostly of pronouns, are measured in `chains.py`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from tumen.measure.tally import Tally

Marked = Collection[tuple[int, int, str]]
"""Mentions: first word, last word, kind."""

T = TypeVar("T")


@dataclass
class MentionScores:
    """All kinds together, `spans` whatever their kind, and each kind alone."""

    all: Tally = field(default_factory=Tally)
    spans: Tally = field(default_factory=Tally)
    by_kind: dict[str, Tally] = field(default_factory=dict)


def score_mentions(texts: Iterable[tuple[Marked, Marked]]) -> MentionScores:
    """`texts` are pairs of gold and what was found in the same text. A mention that stands there twice counts once."""
    scores = MentionScores()
    for gold, found in texts:
        _add(scores.all, set(gold), set(found))
        _add(scores.spans, {each[:2] for each in gold}, {each[:2] for each in found})
        for kind in sorted({each[2] for each in (*gold, *found)}):
            tally = scores.by_kind.setdefault(kind, Tally())
            _add(tally, {each for each in gold if each[2] == kind}, {each for each in found if each[2] == kind})
    return scores


def _add(tally: Tally, gold: set[T], found: set[T]) -> None:
    tally.add(len(gold & found), len(found), len(gold))
