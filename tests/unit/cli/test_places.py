"""`tumen places` and `tumen eval places`."""

from pathlib import Path

import pytest

from command import Tumen
from tumen.ground.gazetteer import gazetteer

LINE = "9000001\tHtee Law Kwee\tHtee Law Kwee\t\t17.1\t97.9\tP\tPPL\tMM\t\t05\t\t\t\t0\t\t10\tAsia/Yangon\t2020-01-01\n"


@pytest.fixture
def into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "data" / "places.sqlite"
    monkeypatch.setenv("TUMEN_PLACES", str(file))
    return file


def test_added_places_are_found_and_read(tumen: Tumen, tmp_path: Path, into: Path) -> None:
    dump, report = tmp_path / "MM.txt", tmp_path / "report.txt"
    dump.write_text(LINE)
    report.write_text("Two families fled to Htee Law Kwee, a farmer said.\n")
    added = tumen("places", "add", str(dump))
    assert (added.code, added.out) == (0, f"1 places added to {into}, 0 of other kinds left out, 0 bad lines skipped\n")
    found = tumen("places", "find", "Htee Law Kwee", "--json").lines
    assert [(row["id"], row["within"]) for row in found] == [("9000001", "MM-13")]
    gazetteer.cache_clear()
    try:
        (record,) = tumen("read", str(report), "--json").lines
    finally:
        gazetteer.cache_clear()
    assert [place["id"] for place in record["places"]] == ["9000001"]


def test_bad_lines_are_named_and_make_the_code_1(tumen: Tumen, tmp_path: Path, into: Path) -> None:
    dump = tmp_path / "MM.txt"
    dump.write_text(LINE + "cut off\n")
    ran = tumen("places", "add", str(dump))
    assert ran.code == 1
    assert f"{dump}:2: 1 columns instead of 19" in ran.err
    assert "1 bad lines skipped" in ran.out


def test_what_is_no_gazetteer_is_a_wrong_use(tumen: Tumen, tmp_path: Path, into: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,\n")
    ran = tumen("places", "add", str(letter))
    assert ran.code == 2
    assert "no gazetteer" in ran.err
    assert tumen("places", "add", str(tmp_path / "none.txt")).code == 2
    assert not into.exists()


def test_an_index_that_is_damaged_is_named(tumen: Tumen, into: Path) -> None:
    into.parent.mkdir()
    into.write_bytes(b"SQLite format 3\x00 cut off")
    ran = tumen("places", "find", "Haeju")
    assert ran.code == 2
    assert str(into) in ran.err


def test_a_name_is_shown_with_all_that_it_can_mean(tumen: Tumen, into: Path) -> None:
    ran = tumen("places", "find", "Hoiryeong", "--table")
    assert ran.out == "Hoeryong  county  whosonfirst 1108746885  KP-09, KP\n"


def test_eval_of_texts_and_of_toponyms(tumen: Tumen, tmp_path: Path, into: Path) -> None:
    gold = tmp_path / "gold.toml"
    gold.write_text(
        '[[text]]\nsplit = "tune"\ntext = "They left Haeju in May."\nlookalikes = [{words = "May"}]\n'
        'mentions = [{words = "Haeju", name = "Haeju", level = "county", province = "KP-05", country = "KP"}]\n'
    )
    rows = {row["measure"]: row for row in tumen("eval", "places", str(tmp_path), "--json").lines}
    assert (rows["id"]["right"], rows["province"]["right"], rows["lookalikes taken"]["right"]) == (1, 1, 0)
    toponyms = tmp_path / "made.xml"
    toponyms.write_text(
        "<articles><article><text>They saw Ankara.</text><toponyms><toponym><phrase>Ankara</phrase><start>9</start><end>15</end>"
        '<gaztag geonameid="323786"><lat>39.92</lat><lon>32.85</lon></gaztag></toponym></toponyms></article></articles>'
    )
    rows = {row["measure"]: row for row in tumen("eval", "places", str(toponyms), "--json").lines}
    assert {name: row["right"] for name, row in rows.items()} == dict.fromkeys(
        ("id", "within 161 km", "within 25 km", "in the gazetteer", "id, of those", "found in the text"), 1
    )


def test_eval_of_a_split_that_is_not_there(tumen: Tumen, tmp_path: Path, into: Path) -> None:
    (tmp_path / "gold.toml").write_text("")
    ran = tumen("eval", "places", str(tmp_path), "--split", "none")
    assert ran.code == 2
    assert "of the split none" in ran.err
