"""Mentions against gold, counted by hand."""

from tumen.measure.entities import score_mentions


def test_a_mention_is_right_with_both_ends_and_its_kind() -> None:
    gold = {(0, 3, "person"), (3, 3, "place"), (5, 6, "other")}
    found = {(0, 3, "person"), (3, 3, "organization"), (5, 7, "other"), (9, 9, "place")}
    scores = score_mentions([(gold, found)])
    assert (scores.all.right, scores.all.found, scores.all.wanted) == (1, 4, 3)
    assert scores.spans.right == 2
    assert scores.by_kind["person"].f1 == 1.0
    assert (scores.by_kind["place"].found, scores.by_kind["place"].wanted, scores.by_kind["place"].right) == (1, 1, 0)
    assert list(scores.by_kind) == ["organization", "other", "person", "place"]


def test_texts_are_counted_together_and_apart_from_one_another() -> None:
    scores = score_mentions([({(0, 0, "place")}, set()), (set(), {(0, 0, "place")})])
    assert (scores.all.right, scores.all.found, scores.all.wanted) == (0, 1, 1)


def test_nothing_wanted_and_nothing_found() -> None:
    assert score_mentions([]).all.f1 == 0.0
