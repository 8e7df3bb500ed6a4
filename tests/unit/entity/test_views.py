"""Shares of pieces: each in exactly one, and each sees itself and what is asked for before it."""

import numpy as np
import pytest

from scans import one_piece_a_word, reading_of
from tumen.entity.views import AT_ONCE, shares
from tumen.records import Span

WORDS = [Span(2 * number, 2 * number + 1) for number in range(1000)]
READING = reading_of(WORDS, [], pieces=one_piece_a_word(WORDS))


@pytest.mark.parametrize("back", [0, 1, 2, 9])
def test_each_piece_is_in_one_share_that_sees_it(back: int) -> None:
    pieces = np.arange(3, 1000, 7)
    seen: list[int] = []
    for own, view in shares(pieces, READING, ["before"], back):
        (window,) = view.windows
        assert len(own) <= AT_ONCE
        assert (pieces[own] >= window.start).all()
        assert (pieces[own] < window.end).all()
        assert len(window.keys["before"]) == len(window.queries["before"]) == window.end - window.start
        seen += own.tolist()
    assert seen == list(range(len(pieces)))


def test_a_joined_window_begins_where_the_earliest_does() -> None:
    *_, (_, view) = shares(np.array([999]), READING, ["before"], 1)
    assert view.windows[0].start == READING.windows[-2].start
