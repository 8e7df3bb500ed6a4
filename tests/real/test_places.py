"""Places of our gold are read about as well as this."""

from pathlib import Path

from tumen.cli.scoring import score_places

DATA = Path(__file__).parents[1] / "data"
ID, PROVINCE, TAKEN, SPELLINGS, SPELLINGS_PRECISION = 0.97, 0.97, 0.02, 0.93, 0.95


def test_places() -> None:
    rows = {row["measure"]: row for row in score_places(DATA / "places", "tune")}
    assert float(rows["id"]["recall"] or 0) >= ID
    assert float(rows["province"]["precision"] or 0) >= PROVINCE
    taken = rows["lookalikes taken"]
    assert int(taken["right"] or 0) <= TAKEN * int(taken["wanted"] or 0)


def test_spellings() -> None:
    rows = {row["measure"]: row for row in score_places(DATA / "spellings.toml", "tune")}
    assert float(rows["spellings"]["recall"] or 0) >= SPELLINGS
    assert float(rows["spellings"]["precision"] or 0) >= SPELLINGS_PRECISION
