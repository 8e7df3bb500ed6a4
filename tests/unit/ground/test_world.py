"""The places that ship with Tumen are those that its tables and packages make."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tumen.ground.gazetteer import WORLD, gazetteer
from tumen.ground.world import make

TABLES = ("about", "place", "name", "sound", "admin", "border")


def test_the_shipped_file_is_current(tmp_path: Path) -> None:
    made = tmp_path / "world.sqlite"
    make(made)
    with closing(sqlite3.connect(WORLD)) as shipped, closing(sqlite3.connect(made)) as new:
        for table in TABLES:
            query = f"SELECT * FROM {table} ORDER BY 1, 2"
            assert sorted(map(repr, shipped.execute(query))) == sorted(map(repr, new.execute(query))), (
                f"python -m tumen.ground.world: {table}"
            )


def test_it_is_small() -> None:
    assert WORLD.stat().st_size < 6_000_000


@pytest.mark.parametrize(
    ("words", "id_", "within"),
    [
        ("Hoeryong", "1108746885", "KP-09"),
        ("Yanji", "222401", "CN-JL"),
        ("Karen State", "MM-13", None),
        ("Burma", "MM", None),
        ("U.S.", "US", None),
        ("Ürümqi", "1529102", "CN-XJ"),
        ("북한", "KP", None),
    ],
)
def test_places_of_the_world(words: str, id_: str, within: str | None) -> None:
    first = gazetteer().named(words)[0]
    assert (first.id, first.within) == (id_, within)


def test_neighbours_go_both_ways() -> None:
    pairs = gazetteer().neighbours()
    assert ("KP", "CN") in pairs
    assert {(other, one) for one, other in pairs if "CN" in (one, other)} <= pairs


def test_a_people_is_known_by_its_country() -> None:
    thai, china = gazetteer().country("Thai"), gazetteer().country("China")
    assert thai
    assert china
    assert (thai.id, china.id) == ("TH", "CN")
    assert gazetteer().country("Martian") is None
