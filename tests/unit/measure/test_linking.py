"""How well clusters and pairs fit gold."""

from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.measure.linking import calibration_error, gold_pairs, read_incidents_of, recall_at, score_clusters, score_pairs

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2"}


def test_right_clusters_are_right() -> None:
    scores = score_clusters(GOLD, ["abc", "de"])
    assert (scores.b_cubed.precision, scores.b_cubed.recall, scores.b_cubed.f1) == (1, 1, 1)
    assert (scores.pairs.right, scores.pairs.found, scores.pairs.wanted) == (4, 4, 4)


def test_a_report_in_the_wrong_cluster() -> None:
    scores = score_clusters(GOLD, ["ab", "cde"])
    assert scores.b_cubed.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert scores.b_cubed.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert (scores.pairs.right, scores.pairs.found) == (2, 4)


def test_who_is_in_no_cluster_is_alone() -> None:
    assert score_clusters(GOLD, []).b_cubed.precision == 1
    assert score_clusters({}, []).b_cubed.f1 == 0


def test_pairs_by_probability() -> None:
    found = {("a", "b"): 0.9, ("a", "d"): 0.8, ("d", "e"): 0.7, ("b", "c"): 0.2}
    assert score_pairs(GOLD, found, 0.5).precision == pytest.approx(2 / 3)
    assert recall_at(GOLD, found, 0.7) == 3 / 4
    assert recall_at(GOLD, found, 0.85) == 1 / 4
    assert recall_at(GOLD, {}, 0.85) == 0


def test_equal_probabilities_are_taken_together() -> None:
    assert recall_at(GOLD, {("a", "b"): 0.9, ("a", "d"): 0.9}, 0.85) == 0


def test_calibration() -> None:
    assert calibration_error(GOLD, {("a", "b"): 1.0, ("a", "d"): 0.0}) == 0
    assert calibration_error(GOLD, {("a", "b"): 0.0}) == 1
    assert calibration_error(GOLD, {}) == 0


def test_gold_pairs_are_in_order() -> None:
    assert gold_pairs(GOLD) == {("a", "b"), ("a", "c"), ("b", "c"), ("d", "e")}


def test_a_line_that_says_nothing_is_named(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "a", "incident": 4}\n\n', "utf-8")
    assert read_incidents_of(file) == {"a": "4"}
    file.write_text('{"id": "a", "incident": 4}\n{"id": "b"}\n', "utf-8")
    with pytest.raises(SettingError, match=r"gold\.jsonl:2"):
        read_incidents_of(file)
