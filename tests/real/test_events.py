"""Events and incidents are read about as well as when their figures were written down: pinned floors, in shares from 0 to 1."""

from collections import Counter

import pytest

from real.events import rate, read, score, share

F1_FLOORS = {"event": 0.88, "role": 0.79, "main events": 0.81}
SHARE_FLOORS = {
    "happened": 0.91,
    "time": 0.89,
    "place": 0.80,
    "main type": 0.90,
    "main count": 0.83,
    "main when": 0.74,
    "main where": 0.72,
}


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    found: Counter[str] = Counter()
    for _, gold, record in read("tune"):
        list(score(gold, record, found))
    return found


@pytest.mark.parametrize(("what", "floor"), F1_FLOORS.items())
def test_what_is_found(counts: Counter[str], what: str, floor: float) -> None:
    assert rate(counts, what)[2] >= floor


@pytest.mark.parametrize(("what", "floor"), SHARE_FLOORS.items())
def test_what_is_right_of_what_was_found(counts: Counter[str], what: str, floor: float) -> None:
    assert share(counts, what) >= floor
