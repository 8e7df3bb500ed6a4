"""Values against people's, counted by hand."""

from collections.abc import Sequence

import numpy as np
import pytest

from tumen.errors import SettingError
from tumen.measure.factuality import correlation, score_factuality, values_of
from tumen.measure.judged import Judged
from tumen.records import Span

TEXT = Judged("We left", (Span(0, 2), Span(3, 7)), ((0, 2),), {0: 1.0, 1: 3.0})
NONE = Judged("Ah", (Span(0, 2),), ((0, 1),), {})


def test_mean_distance_and_correlation() -> None:
    scores = score_factuality([TEXT, NONE, TEXT], lambda _, words: [2.0 if word.start else -1.0 for word in words])
    assert (scores.events, scores.mae, scores.always_mae) == (4, 1.5, 1.0)
    assert scores.r == pytest.approx(1.0)
    assert (scores.doubted, scores.doubted_mae) == (2, 2.0)


def test_one_value_for_all_correlates_with_nothing() -> None:
    scores = score_factuality([TEXT], lambda _, words: [3.0] * len(words))
    assert (scores.mae, scores.always_mae, scores.r) == (1.0, 1.0, None)
    assert score_factuality([Judged("Go", (Span(0, 2),), ((0, 1),), {0: 3.0})], lambda _, _words: [3.0]).doubted_mae is None


def test_correlation_is_as_numpy_has_it() -> None:
    one, other = [3.0, 2.5, -1.0, 0.0], [2.0, 3.0, 1.0, -2.0]
    assert correlation(one, other) == pytest.approx(np.corrcoef(one, other)[0, 1])


def test_nothing_to_measure_on() -> None:
    with pytest.raises(SettingError, match="no events"):
        score_factuality([NONE], lambda _, _words: [])


class Pieces:
    """As the model would have read it: a piece for each code point, on scale "b" its number, on "a" less."""

    def __init__(self, text: str) -> None:
        self.text = text

    def labels(self, head: str) -> Sequence[str]:
        return ("a", "b") if head == "factuality" else ()

    def scores(self, head: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
        return np.array([(-9, number) for number in range(len(self.text))])

    def piece_of(self, spans: Sequence[Span]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
        return np.array([span.start for span in spans])


def test_values_are_those_of_the_scale_and_never_beyond_three() -> None:
    assert values_of(Pieces, "b")("We left", [Span(1, 2), Span(5, 7)]) == [1.0, 3.0]
    assert values_of(Pieces, "a")("We left", [Span(1, 2)]) == [-3.0]
