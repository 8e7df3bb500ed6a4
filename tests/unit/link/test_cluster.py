"""Clusters of pairs."""

import random
import time

import pytest

from tumen.errors import DecisionError
from tumen.link import Thresholds, cluster


def groups(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def test_likely_pairs_are_together() -> None:
    assert cluster("abcd", {("a", "b"): 0.9, ("b", "c"): 0.1}) == groups("ab", "c", "d")


def test_a_chain_is_not_closed() -> None:
    """Two stories that one bold pair ties stay two."""
    found = {("a", "b"): 0.95, ("c", "d"): 0.95, ("b", "c"): 0.9}
    assert cluster("abcd", found) == groups("ab", "cd")


def test_what_was_never_compared_counts_as_unlike() -> None:
    assert cluster("abc", {("a", "b"): 0.8, ("b", "c"): 0.7}) == groups("ab", "c")
    assert cluster("abc", {("a", "b"): 0.8, ("b", "c"): 0.7, ("a", "c"): 0.6}) == groups("abc")


def test_people_put_together_what_nothing_ties() -> None:
    assert cluster("abcd", {("a", "b"): 0.9}, together=[("d", "a")]) == groups("abd", "c")


def test_people_keep_apart_what_looks_alike() -> None:
    found = {("a", "b"): 0.99, ("b", "c"): 0.99, ("a", "c"): 0.99}
    for clusters in (cluster("abc", found, apart=[("a", "b")]), cluster("abc", found, apart=[("b", "a")])):
        assert not any({"a", "b"} <= each for each in clusters)


def test_apart_holds_for_all_that_are_together_with_them() -> None:
    found = {(one, other): 0.99 for one in "ab" for other in "cd"}
    assert cluster("abcd", found, together=[("a", "b"), ("c", "d")], apart=[("a", "d")]) == groups("ab", "cd")


def test_decisions_that_cannot_hold_are_refused() -> None:
    with pytest.raises(DecisionError):
        cluster("abc", {}, together=[("a", "b"), ("b", "c")], apart=[("a", "c")])


def test_reports_that_are_not_there_do_not_matter() -> None:
    assert cluster("ab", {("a", "z"): 0.9}, together=[("a", "y")], apart=[("b", "x")]) == groups("a", "b")


def test_nothing_to_cluster() -> None:
    assert cluster([], {}) == []


def test_the_threshold_is_given() -> None:
    found = {("a", "b"): 0.5}
    assert cluster("ab", found, thresholds=Thresholds(joined=0.4)) == groups("ab")
    assert cluster("ab", found, thresholds=Thresholds(joined=0.6)) == groups("a", "b")


def test_five_hundred_that_all_hang_together_take_less_than_a_second() -> None:
    chance = random.Random(1)
    ids = [f"report-{number:04}" for number in range(500)]
    found = {(a, b): chance.random() for i, a in enumerate(ids) for b in ids[i + 1 :] if chance.random() < 0.5}
    start = time.process_time()
    clusters = cluster(ids, found)
    assert sum(map(len, clusters)) == 500
    assert time.process_time() - start < 5  # of a busy machine; alone it takes about half a second
