"""A view reads hard-wrapped text as one line and finds the way back."""

import pytest

from tumen.records import Span
from tumen.view import View

WRAPPED = "Head\n\n  Three families\r\n left   the three-\nfamily house.\n"
VIEW = View.of(WRAPPED, Span(6, len(WRAPPED)))


def test_line_ends_and_runs_of_white_space_read_as_one_space() -> None:
    assert VIEW.text == "Three families left the three-family house."


def test_a_stretch_of_the_view_gives_back_the_exact_words_with_their_line_ends() -> None:
    start = VIEW.text.index("families left")
    span = VIEW.span(start, start + len("families left"))
    assert WRAPPED[span.start : span.end] == "families\r\n left"


def test_white_space_at_the_ends_of_a_stretch_is_left_out() -> None:
    span = VIEW.span(5, 15)
    assert WRAPPED[span.start : span.end] == "families"


def test_a_stretch_of_nothing_but_white_space_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty stretch"):
        VIEW.span(5, 6)


def test_a_part_points_into_the_same_text() -> None:
    start = VIEW.text.index("milies")
    part = VIEW.part(start, len(VIEW.text))
    assert part.text == "milies left the three-family house."
    span = part.span(0, len("milies left"))
    assert WRAPPED[span.start : span.end] == "milies\r\n left"


def test_find_is_none_for_a_span_outside_the_view() -> None:
    assert VIEW.find(Span(0, 4)) is None
