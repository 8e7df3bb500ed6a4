"""Echoes and origins are told about as well as when their figures were written down: pinned floors, in shares from 0 to 1."""

import tomllib
from pathlib import Path

import pytest

import tumen
from real.echoed import Scores, score, score_incident

DATA = Path(__file__).parents[1] / "data" / "echoes"
FRESH = {"relations": 0.9, "backs": 0.9, "partitions": 0.8, "counts": 0.8, "apart": 0.9}
UNSEEN = {"relations": 0.9, "backs": 0.95, "partitions": 0.8, "counts": 0.8, "apart": 0.9}
FLOORS = {"relations": 0.95, "backs": 0.96, "partitions": 0.92, "counts": 0.92, "apart": 0.98}


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score("tune")


@pytest.mark.parametrize(("what", "floor"), FLOORS.items())
def test_what_holds_between_reports(scores: Scores, what: str, floor: float) -> None:
    values: list[bool] = getattr(scores, what)
    assert sum(values) / len(values) >= floor, scores.errors


def test_no_echo_is_counted_as_another_origin(scores: Scores) -> None:
    assert sum(scores.echoes) / len(scores.echoes) <= 0.02, scores.errors


@pytest.fixture(scope="module")
def others() -> dict[str, Scores]:
    return {split: score(split) for split in ("fresh", "unseen")}


@pytest.mark.parametrize(
    ("split", "what", "floor"),
    [(split, *one) for split, floors in (("fresh", FRESH), ("unseen", UNSEEN)) for one in floors.items()],
)
def test_what_holds_between_reports_that_others_wrote(others: dict[str, Scores], split: str, what: str, floor: float) -> None:
    values: list[bool] = getattr(others[split], what)
    assert sum(values) / len(values) >= floor, others[split].errors


@pytest.mark.parametrize("split", ["fresh", "unseen"])
def test_no_echo_of_theirs_is_counted_as_another_origin(others: dict[str, Scores], split: str) -> None:
    assert not any(others[split].echoes), others[split].errors


@pytest.mark.parametrize("name", ["boiler", "train"])
def test_two_more_incidents_are_told_in_full(name: str, tmp_path: Path) -> None:
    """Written after the rules were; "boiler" made some of them wider, "train" was right at once."""
    gold = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))["report"]
    records = {}
    for one in gold:
        file = tmp_path / "report.txt"
        file.write_text(one["text"], "utf-8")
        records[one["name"]] = tumen.read(file)
    scores = Scores()
    score_incident(name, [{**one, "report": one["name"]} for one in gold], records, scores)
    assert scores.errors == []
