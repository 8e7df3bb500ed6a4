"""How surely a voice says it, with a value. Comes in: a content, its events with values, its cue. Goes out: factuality.

Certainty and polarity are the words' (`factuality.py`): on our examples people agree with them in 90 and 86 of 100 claims, with the
model's values in 64 and 81. The values are people's as a model foresees them, from -3 (certainly not) to 3 (certainly so), and say
how far within its certainty a claim goes. Never looks at values of other claims.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tumen.analysis import Analysis
from tumen.claim.factuality import assess
from tumen.records import Certainty, Factuality, Span, Spans
from tumen.syntax import Word

SCALE, MOST = "uw", 3.0  # UW is news, and 3 the surest

LOWEST: dict[Certainty, float] = {"certain": 2.2, "probable": 1.4, "possible": 0.4, "unknown": 0.0}
"""From which value on, whatever its sign. Between the medians of people's values in UW: of what is told in the past tense ("had",
"was") 3.0, after "said" 2.8, after "will" 2.6, after "probably" and "likely to" 1.8, after "may", "might", "could" 1.0."""

HIGHEST: dict[Certainty, float] = {"certain": 3.0, "probable": 2.1, "possible": 1.3, "unknown": 0.3}


class Valued(NamedTuple):
    """A word that says what happens, its value, and how deep it lies in the tree of its sentence (0 is the root)."""

    word: Span
    value: float
    depth: int = 0


def find_valued(analysis: Analysis) -> list[Valued]:
    """The words that say what happens or is so: verbs, and what a copula or a whole sentence hangs on; values on the scale of UW."""
    words, scan = analysis.words, analysis.scan
    if not words:
        return []
    copied = {word.head for word in words if word.relation == "cop"}
    numbers = [n for n, word in enumerate(words) if word.upos == "VERB" or n in copied or word.head == n]
    column = list(scan.labels("factuality")).index(SCALE)
    values = np.clip(scan.scores("factuality")[scan.piece_of([words[n].span for n in numbers]), column], -MOST, MOST)
    return [Valued(words[n].span, float(value), _depth(words, n)) for n, value in zip(numbers, values, strict=True)]


def _depth(words: Sequence[Word], number: int) -> int:
    depth = 0
    while words[number].head != number:
        number, depth = words[number].head, depth + 1
    return depth


def judge(text: str, content: Spans, events: Iterable[Valued], cue: str, *, is_sourced: bool) -> Factuality:
    """The factuality of `content` (without what is nested in it) for its voice, under the words `cue` ("" where it is narrated).

    `value` is that of the main event, to one decimal and within the certainty; as the words alone say where there is no event.
    """
    flat = " ".join(" ".join(text[span.start : span.end].split()) for span in content)
    words = assess(flat, cue, is_sourced=is_sourced)
    main = main_event(content, events)
    if main is None:
        return words
    value = min(max(round(abs(main.value), 1), LOWEST[words.certainty]), HIGHEST[words.certainty])
    return Factuality(words.certainty, words.polarity, -value if words.polarity == "negative" else value)


def main_event(content: Spans, events: Iterable[Valued]) -> Valued | None:
    """The event nearest the root of the tree of those in `content`, and of these the first; `None` if there are none."""
    inside = (event for event in events if any(piece.holds(event.word) for piece in content))
    return min(inside, key=lambda event: (event.depth, event.word), default=None)
