"""The best tree: one root, no circle."""

import numpy as np
import pytest

from tumen.syntax.trees import best_tree, is_tree


def scores(n: int, **arcs: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Zero but for `a2_1=5`: word 2 points to word 1 with a score of 5."""
    table = np.zeros((n, n), np.float32)
    for arc, score in arcs.items():
        dependent, head = map(int, arc[1:].split("_"))
        table[dependent, head] = score
    return table


def test_best_heads_that_are_a_tree_stay() -> None:
    assert best_tree(scores(3, a0_1=5, a1_1=5, a2_0=5)).tolist() == [1, 1, 0]


def test_a_circle_is_broken_where_it_costs_least() -> None:
    assert best_tree(scores(3, a0_1=9, a1_0=9, a0_2=1, a1_2=2, a2_2=5)).tolist() == [1, 2, 2]


def test_of_two_roots_one_stays() -> None:
    assert best_tree(scores(3, a0_0=9, a1_1=8, a2_1=5, a1_0=1)).tolist() == [0, 0, 1]


def test_a_word_alone_is_root() -> None:
    assert best_tree(np.array([[-3.0]], np.float32)).tolist() == [0]


def test_scores_that_say_nothing_still_give_a_tree() -> None:
    assert is_tree(best_tree(np.full((40, 40), -1e4, np.float32)))


@pytest.mark.parametrize(("heads", "is_one"), [([0, 0, 1], True), ([1, 0], False), ([0, 1], False), ([0, 2, 1], False)])
def test_what_a_tree_is(heads: list[int], is_one: bool) -> None:
    assert is_tree(np.array(heads)) is is_one
