"""Contradictions of our gold are found about as well as this."""

from real.contradicted import measure, rates

PRECISION, STRICT_PRECISION, RECALL, KIND, ORIGINS = 0.95, 0.85, 0.76, 0.90, 0.62


def test_contradictions() -> None:
    found = rates(measure())
    assert found["precision"] >= PRECISION
    assert found["strict precision"] >= STRICT_PRECISION
    assert found["recall"] >= RECALL
    assert found["kind"] >= KIND
    assert found["origins"] >= ORIGINS
