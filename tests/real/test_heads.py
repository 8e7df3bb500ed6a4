"""Floors of reading heads. Raising one is ordinary, lowering one takes a sentence."""

import pytest

from real.heads import judge, shares

RIGHT = {"outlet": 0.96, "day": 0.98, "title": 0.95}
WRONG = 0.03
"""A wrong publisher makes wrong independence; none is better."""


@pytest.mark.parametrize("field", RIGHT)
def test_heads(field: str) -> None:
    found = shares(list(judge()), field)
    assert found["right"] >= RIGHT[field]
    assert found["wrong"] <= WRONG
