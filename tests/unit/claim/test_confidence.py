"""The chance that an attribution is right, and what becomes of those whose chance is too low."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.claim.confidence import confidence_of, sure_enough
from tumen.claim.tagged import Tagged
from tumen.records import Span

WEIGHTS = (2.0, 0.5, 0.5, 0.5, 0.3, 0.3, -0.4, 0.0, 0.0)
SCORES = st.lists(st.floats(-10_000, 0), min_size=5, max_size=5).map(lambda scores: [*scores, 0.0, 4.0, 1.5])


@given(SCORES, st.integers(0, 4), st.floats(0, 100))
def test_a_chance_lies_between_0_and_1_and_falls_with_every_score(scores: list[float], at: int, less: float) -> None:
    worse = [score - less * (number == at) for number, score in enumerate(scores)]
    assert 0 <= confidence_of(worse, WEIGHTS) <= confidence_of(scores, WEIGHTS) <= 1


def test_a_calibration_for_other_scores_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        confidence_of([0.0], WEIGHTS)


TEXT = "Rice was allegedly sold. Ann wrote so."


def tagged(words: str, score: float = 0.0, parent: Tagged | None = None) -> Tagged:
    start = TEXT.index(words)
    return Tagged(Span(start, start + len(words)), scores=[score] * 8, parent=parent)


def test_what_is_not_sure_enough_goes_with_all_that_stands_inside_it() -> None:
    outer, last = tagged("wrote", -50.0), tagged("so")
    inner = tagged("Ann", parent=outer)
    assert list(sure_enough(TEXT, [outer, last, inner], {"claims": WEIGHTS, "keep": [0.5, 0.5, 0.5]})) == [last]
    assert last.chance == 0.88


def test_outer_ones_hearsay_and_inner_ones_have_thresholds_of_their_own() -> None:
    outer, hearsay = tagged("wrote"), tagged("allegedly")
    inner = tagged("so", parent=outer)
    assert outer.scores == hearsay.scores == inner.scores
    for keep, kept in (([0.9, 0.5, 0.5], [hearsay]), ([0.5, 0.9, 0.5], [outer, inner]), ([0.5, 0.5, 0.9], [outer, hearsay])):
        assert list(sure_enough(TEXT, [outer, hearsay, inner], {"claims": WEIGHTS, "keep": keep})) == kept
