"""What is read out of arrays that are small enough to check by eye."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.model import NEVER, Pieces, Scan, Scored
from tumen.model.scan import BUCKETS, FARTHEST, bucket
from tumen.records import Span

COLUMNS = {"mood": ("none", "some"), "size": ("small", "middle", "large")}
FLAT = {"link": np.zeros(BUCKETS, np.float32)}


def pieces(*offsets: tuple[int, int]) -> Pieces:
    return Pieces(np.arange(len(offsets)), np.zeros(len(offsets), np.int64), np.array(offsets, np.int64).reshape(-1, 2))


def window(start: int, end: int, fill: float = 0.0, *, query: float = 1.0) -> Scored:
    """Every tag is `fill`; piece `n` asks with `query` for key `n`."""
    row = np.arange(start, end, dtype=np.float32)[:, None]
    return Scored(start, end, np.full((end - start, 5), fill, np.float32), {"link": row * 0 + query}, {"link": row})


def test_scores_are_the_columns_of_the_head_and_the_mean_of_the_windows() -> None:
    first, second = window(0, 2, 1.0), window(1, 3, 4.0)
    first.tags[:, 2] = 9.0
    scan = Scan(pieces((0, 1), (2, 3), (4, 5)), [first, second], COLUMNS, {})
    assert scan.labels("size") == ("small", "middle", "large")
    assert scan.scores("mood").tolist() == [[1.0, 1.0], [2.5, 2.5], [4.0, 4.0]]
    assert scan.scores("size").tolist() == [[9.0, 1.0, 1.0], [6.5, 2.5, 2.5], [4.0, 4.0, 4.0]]


def test_pairs_are_query_times_key_and_what_the_distance_adds() -> None:
    distance = np.arange(BUCKETS, dtype=np.float32)
    scan = Scan(pieces((0, 1), (2, 3), (4, 5)), [window(0, 3)], COLUMNS, {"link": distance})
    added = distance[bucket(np.array([[0, 2], [-2, 0]]))]
    assert scan.pairs("link", np.array([0, 2]), np.array([0, 2])).tolist() == (np.array([[0.0, 2.0]] * 2) + added).tolist()


def test_pairs_are_asked_of_the_window_whose_middle_is_nearest_and_the_rest_is_never() -> None:
    offsets = [(2 * n, 2 * n + 1) for n in range(8)]
    scan = Scan(pieces(*offsets), [window(0, 5), window(2, 6, query=10.0), window(3, 8, query=100.0)], COLUMNS, FLAT)
    assert scan.pairs("link", np.array([0]), np.array([1, 7])).tolist() == [[1.0, NEVER]]
    assert scan.pairs("link", np.array([3, 4]), np.array([5, 6])).tolist() == [[50.0, NEVER]] * 2
    assert scan.pairs("link", np.array([0, 7]), np.array([4])).tolist() == [[NEVER], [NEVER]]
    assert scan.pairs("link", np.zeros(0, np.int64), np.array([4])).shape == (0, 1)
    assert scan.pairs("link", np.array([4]), np.zeros(0, np.int64)).shape == (1, 0)


def test_the_piece_of_a_span_begins_in_it_or_holds_it() -> None:
    scan = Scan(pieces((1, 5), (6, 7), (9, 12)), [], {}, {})
    spans = [Span(0, 1), Span(0, 2), Span(2, 3), Span(3, 7), Span(6, 7), Span(7, 8), Span(10, 12), Span(20, 30)]
    assert scan.piece_of(spans).tolist() == [0, 0, 0, 1, 1, 1, 2, 2]
    assert scan.piece_of([]).tolist() == []


def test_a_text_without_pieces_has_no_scores_and_nothing_stands_for_a_span() -> None:
    scan = Scan(pieces(), [], COLUMNS, {})
    assert scan.scores("size").shape == (0, 3)
    with pytest.raises(ValueError, match="without pieces"):
        scan.piece_of([Span(0, 1)])


@given(st.integers(-FARTHEST, FARTHEST), st.integers(-FARTHEST, FARTHEST))
def test_buckets_tell_sides_apart_and_never_order_far_before_near(one: int, other: int) -> None:
    near, far = bucket(np.array([one, other]))
    assert 0 <= near < BUCKETS
    assert (near >= BUCKETS // 2) == (one >= 0)
    if (one < 0) == (other < 0) and abs(one) <= abs(other):
        assert near <= far
