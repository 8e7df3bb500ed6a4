"""Echoes and origins are told about as well as when their figures were written down: pinned floors, in shares from 0 to 1."""

import pytest

from real.echoed import Scores, score

FLOORS = {"relations": 0.95, "backs": 0.96, "partitions": 0.92, "counts": 0.92, "apart": 0.98}


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score("tune")


@pytest.mark.parametrize(("what", "floor"), FLOORS.items())
def test_what_holds_between_reports(scores: Scores, what: str, floor: float) -> None:
    values: list[bool] = getattr(scores, what)
    assert sum(values) / len(values) >= floor, scores.errors


def test_no_echo_is_counted_as_another_origin(scores: Scores) -> None:
    assert sum(scores.echoes) / len(scores.echoes) <= 0.02, scores.errors
