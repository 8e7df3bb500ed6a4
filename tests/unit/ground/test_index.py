"""The index of places: what goes in comes out, by any way of writing a name; a file that is none says so."""

import sqlite3
from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.ground.index import Index, Row, Writer, fold, folded

TOWN = Row(42, None, None, "locality", 1, "MM", 7, "Hpa-An", 16.8895, 97.6348, 1500.0, 50_000)
STATE = Row(7, "MM-13", "iso3166-2", "province", 0, "MM", None, "Kayin", 17.5, 97.75, None, 0)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    with Writer(tmp_path / "places.sqlite") as writer:
        writer.add(TOWN, ["Hpa-An"], ["Pa-an"])
        writer.add(STATE, ["Kayin"], ["Karen State", "Kn."], words=frozenset(["kayin"]))
        writer.finish("a test")
    return Index(tmp_path / "places.sqlite")


@pytest.mark.parametrize("words", ["Hpa-An", "HPA-AN", "hpa an", "Hpâ-An", "Hpa’An"])
def test_a_place_is_found_however_its_name_is_written(index: Index, words: str) -> None:
    (town,) = index.named(words)
    assert (town.id, town.scheme, town.name, town.within, town.people) == ("42", "geonames", "Hpa-An", "MM-13", 50_000)
    assert (town.lat, town.lon) == pytest.approx((16.8895, 97.6348), abs=1e-4)
    assert town.is_city
    assert town.is_own


def test_what_kind_of_name_it_is_stays_with_the_name(index: Index) -> None:
    assert index.named("Kayin")[0].is_word
    assert not index.named("Pa-an")[0].is_own
    assert index.named("Kn")[0].is_short
    assert index.named("nowhere") == []


def test_short_names_keep_their_capitals() -> None:
    assert folded("U.S.") == folded("US") == "US"
    assert folded("Us") == "Us"
    assert folded("Hŭngnam") == "hungnam"


def test_folding_keeps_the_length() -> None:
    text = "Hamgyŏng’s Łódź, İzmir, Đà Nẵng, 함경북도"
    assert fold(text) == "Hamgyong's Lodz, Izmir, Da Nang, 함경북도"


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\x00 cut off"])
def test_a_file_that_is_no_index_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "places.sqlite"
    file.write_bytes(data)
    with pytest.raises(SettingError, match="no index of places"):
        Index(file)


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "places.sqlite"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE about (what TEXT, said TEXT)")
        db.execute("INSERT INTO about VALUES ('format', 'tumen places 99')")
    db.close()
    with pytest.raises(SettingError, match="tumen places 99"):
        Index(file)
