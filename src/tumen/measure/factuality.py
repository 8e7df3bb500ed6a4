"""Values of events against people's. Comes in: judged texts, and a reader of values. Goes out: scores.

Two measures, as in Stanovsky et al. (2017) and Rudinger, White and Van Durme (2018), over all events of a corpus, each weighing the
same. `mae`: how far the reader's value is from the people's mean, from 0 (best) to 6. `r`: Pearson's correlation, from -1 to 1
(best). Most events of news are told as certain, so that always saying +3 has a low `mae` and no `r` at all: look at both. How well
two single people agree on these corpora is not published as either of the two.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean
from typing import Any, Protocol

import numpy as np

from tumen.errors import SettingError
from tumen.measure.judged import MOST, Judged
from tumen.records import Span

DOUBTED = 2.0
ReadValues = Callable[[str, Sequence[Span]], Sequence[float]]
"""A text and words of it -> the value of what each says happens, -3 (certainly not) to 3 (certainly so)."""


class Scored(Protocol):
    """A text as the model read it: what `tumen.model.reading.Reading` offers and is needed here."""

    def labels(self, head: str) -> Sequence[str]: ...
    def scores(self, head: str) -> np.ndarray[tuple[int, ...], np.dtype[Any]]: ...
    def piece_of(self, spans: Sequence[Span]) -> np.ndarray[tuple[int, ...], np.dtype[Any]]: ...


@dataclass(frozen=True, slots=True)
class FactualityScores:
    """`events` is how many; `r` is `None` where the reader gives all events one value. `always_mae` is that of always saying +3, the
    baseline. `doubted_mae` is over the `doubted` events alone, those whose value is below `DOUBTED`, where the baseline fails."""

    events: int
    mae: float
    r: float | None
    always_mae: float
    doubted: int
    doubted_mae: float | None


def score_factuality(texts: Iterable[Judged], read: ReadValues) -> FactualityScores:
    """The scores over all events. Raises `SettingError` if there are none."""
    wanted: list[float] = []
    found: list[float] = []
    for text in texts:
        wanted += text.values.values()
        found += read(text.text, [text.words[word] for word in text.values]) if text.values else ()
    if not wanted:
        raise SettingError("factuality", "there are no events to measure on")
    apart = [abs(own - theirs) for own, theirs in zip(found, wanted, strict=True)]
    doubted = [distance for distance, theirs in zip(apart, wanted, strict=True) if theirs < DOUBTED]
    return FactualityScores(
        events=len(wanted),
        mae=fmean(apart),
        r=correlation(found, wanted),
        always_mae=fmean(abs(MOST - theirs) for theirs in wanted),
        doubted=len(doubted),
        doubted_mae=fmean(doubted) if doubted else None,
    )


def values_of(read: Callable[[str], Scored], scale: str) -> ReadValues:
    """The values that the model's head gives, on the scale of one corpus: `values_of(model.read, "uw")`."""

    def read_values(text: str, words: Sequence[Span]) -> Sequence[float]:
        reading = read(text)
        column = list(reading.labels("factuality")).index(scale)
        values = reading.scores("factuality")[reading.piece_of(words), column]
        return [float(value) for value in np.clip(values, -MOST, MOST)]

    return read_values


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's r; `None` where either side has but one value."""
    mean_one, mean_other = fmean(one), fmean(other)
    spread_one, spread_other = sum((a - mean_one) ** 2 for a in one), sum((b - mean_other) ** 2 for b in other)
    if min(spread_one, spread_other) < 1e-12:
        return None
    return sum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True)) / sqrt(spread_one * spread_other)
