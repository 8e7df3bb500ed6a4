"""Counts of our gold are read as people read them."""

from real.counts import judge

FLOOR = 0.95


def test_counts_are_read_right() -> None:
    judged = list(judge("gold"))
    assert len(judged) >= 200
    assert sum(one.is_right for one in judged) / len(judged) >= FLOOR
