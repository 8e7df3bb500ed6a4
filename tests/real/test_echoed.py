"""Floors for echoes and origins on our own gold; the figures of docs/echo.md are above these. What gold has as one voice is never counted as two."""

import pytest

from real.echoed import score

SHARE = 0.8


@pytest.mark.parametrize("split", ["tune", "fresh", "third", "plain"])
def test_reports_stand_as_gold_has_them_and_no_voice_counts_twice(split: str) -> None:
    scores = score(split)
    assert sum(scores.relations) >= SHARE * len(scores.relations)
    assert not any(scores.echoes)
