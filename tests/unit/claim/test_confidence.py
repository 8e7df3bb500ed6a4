"""The chance that an attribution is right, and what becomes of those whose chance is too low."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.claim.confidence import confidence_of, sure_enough
from tumen.claim.tagged import Tagged
from tumen.records import Span

WEIGHTS = (2.0, 0.5, 0.5, 0.5, 0.3, 0.3, -0.4)
SCORES = st.lists(st.floats(-10_000, 0), min_size=5, max_size=5).map(lambda scores: [*scores, 0.0])


@given(SCORES, st.integers(0, 4), st.floats(0, 100))
def test_a_chance_lies_between_0_and_1_and_falls_with_every_score(scores: list[float], at: int, less: float) -> None:
    worse = [score - less * (number == at) for number, score in enumerate(scores)]
    assert 0 <= confidence_of(worse, WEIGHTS) <= confidence_of(scores, WEIGHTS) <= 1


def test_a_calibration_for_other_scores_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        confidence_of([0.0], WEIGHTS)


def test_what_is_not_sure_enough_goes_and_leaves_what_stood_inside_it() -> None:
    outer, middle, inner, last = (Tagged(Span(at, at + 1), scores=[0.0] * 6) for at in range(4))
    middle.parent, inner.parent, last.parent = outer, middle, inner
    middle.scores = inner.scores = [-50.0] * 6
    kept = list(sure_enough([outer, middle, inner, last], {"claims": WEIGHTS, "keep": [0.5], "keep_inner": [0.5]}))
    assert kept == [outer, last]
    assert last.parent is outer
    assert outer.chance == 0.88


def test_what_stood_inside_an_outermost_one_that_goes_is_outermost() -> None:
    outer, inner = Tagged(Span(0, 1), scores=[-50.0] * 6), Tagged(Span(2, 3), scores=[0.0] * 6)
    inner.parent = outer
    assert list(sure_enough([outer, inner], {"claims": WEIGHTS, "keep": [0.5], "keep_inner": [0.5]})) == [inner]
    assert inner.parent is None
