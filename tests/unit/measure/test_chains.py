"""Chains against gold: cases counted by hand, and the pairing against all pairings."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.measure.chains import Place, best_sum, score_chains


def chains(*words: str) -> list[set[Place]]:
    """Each letter is a mention."""
    return [{(ord(letter), ord(letter)) for letter in word} for word in words]


def test_the_same_chains_are_right_by_every_measure() -> None:
    scores = score_chains([(chains("abc", "de"), chains("de", "abc"))])
    assert (scores.muc.f1, scores.b_cubed.f1, scores.ceaf_e.f1, scores.conll) == (1.0, 1.0, 1.0, 1.0)


def test_a_chain_cut_in_two() -> None:
    scores = score_chains([(chains("abcd"), chains("ab", "cd"))])
    assert (scores.muc.precision, scores.muc.recall) == (1.0, pytest.approx(2 / 3))
    assert (scores.b_cubed.precision, scores.b_cubed.recall) == (1.0, 0.5)
    similar = 2 * 2 / (4 + 2)
    assert (scores.ceaf_e.precision, scores.ceaf_e.recall) == (pytest.approx(similar / 2), pytest.approx(similar))


def test_everything_in_one_chain() -> None:
    scores = score_chains([(chains("ab", "cd"), chains("abcd"))])
    assert (scores.muc.precision, scores.muc.recall) == (pytest.approx(2 / 3), 1.0)
    assert (scores.b_cubed.precision, scores.b_cubed.recall) == (0.5, 1.0)


def test_mentions_that_only_one_side_has_count_against_it() -> None:
    scores = score_chains([(chains("abc"), chains("abx"))])
    assert (scores.muc.precision, scores.muc.recall) == (0.5, 0.5)
    assert scores.b_cubed.precision == pytest.approx((2 / 3 + 2 / 3) / 3)
    assert scores.ceaf_e.f1 == pytest.approx(2 / 3)


def test_chains_of_one_are_left_out() -> None:
    scores = score_chains([(chains("ab", "c"), chains("ab", "d", "e"))])
    assert scores.conll == 1.0


def test_no_chains_at_all() -> None:
    assert score_chains([([], [])]).conll == 0.0
    assert score_chains([(chains("ab"), [])]).conll == 0.0


@given(
    st.integers(0, 4).flatmap(lambda n: st.lists(st.lists(st.integers(0, 6), min_size=5, max_size=5), min_size=n, max_size=n))
)
def test_no_pairing_has_a_larger_sum(gains: list[list[int]]) -> None:
    best = max(
        (
            sum(gains[row][column] for row, column in enumerate(order))
            for order in itertools.permutations(range(5), len(gains))
        ),
        default=0,
    )
    assert best_sum(gains) == pytest.approx(best)
