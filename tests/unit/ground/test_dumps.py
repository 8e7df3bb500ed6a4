"""Adding dumps: real formats in small; a bad line is counted and the rest goes on; what fails leaves the old index as it was."""

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from build import sentences_of
from tumen.errors import SettingError
from tumen.ground import find_places
from tumen.ground.dumps import Added, add_file
from tumen.ground.gazetteer import WORLD, Gazetteer
from tumen.ground.index import Index

Add = Callable[..., Added]
WORLD_INDEX = Index(WORLD)


def line(number: int, name: str, feature: str, country: str, admin: str = "", *, people: int = 0, others: str = "") -> str:
    kind, _, code = feature.partition(".")
    cells = [
        str(number),
        name,
        name,
        others,
        "17.1",
        "97.9",
        kind,
        code,
        country,
        "",
        admin,
        "",
        "",
        "",
        str(people),
        "",
        "",
        "",
        "2020-01-01",
    ]
    return "\t".join(cells) + "\n"


GEONAMES = (
    line(9_000_001, "Htee Law Kwee", "P.PPL", "MM", "05", others="Htee Lo Kwee,ထီးလော်ကွီး")
    + line(9_000_002, "Htee Law River", "H.STM", "MM", "05")
    + line(9_000_003, "Htee Law Bridge", "S.BDG", "MM", "05")
    + line(1_320_233, "Kayin State", "A.ADM1", "MM", "05", others="Kawthulei")
    + line(9_000_004, "Rice", "P.PPL", "US", "TX")
)


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "data" / "places.sqlite"


@pytest.fixture
def add(tmp_path: Path, into: Path) -> Add:
    def add(text: str | bytes, name: str = "dump.txt", **options: frozenset[str]) -> Added:
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return add_file(file, into, WORLD_INDEX, **options)

    return add


def test_places_of_geonames_are_found_in_their_provinces(add: Add, into: Path) -> None:
    added = add(GEONAMES)
    assert (added.kept, added.left_out, added.bad) == (4, 1, 0)
    known = Gazetteer([WORLD_INDEX, Index(into)])
    (place,) = find_places(sentences_of("They fled to Htee Lo Kwee."), known)
    assert (place.name, place.id, place.scheme, place.within, place.country) == (
        "Htee Law Kwee",
        "9000001",
        "geonames",
        "MM-13",
        "MM",
    )
    assert known.named("Kawthulei")[0].id == "MM-13"


def test_what_ships_with_tumen_is_not_said_twice(add: Add, into: Path) -> None:
    cells = line(1_877_449, "Hamhung", "P.PPLA", "KP", "03").split("\t")
    add("\t".join([*cells[:4], "39.92", "127.54", *cells[6:]]))
    assert len(Gazetteer([WORLD_INDEX, Index(into)]).named("Hamhung")) == 1


def test_a_common_word_alone_is_no_small_place(add: Add, into: Path) -> None:
    add(GEONAMES, words=frozenset(["rice"]))
    known = Gazetteer([WORLD_INDEX, Index(into)])
    assert find_places(sentences_of("The United States paid in Rice."), known)[1:] == ()


def test_bad_lines_are_named_and_the_rest_goes_on(add: Add) -> None:
    bad = b"no columns\n" + b"\xff\xfe bad bytes\n" + line(9_000_005, "Far", "P.PPL", "MM").replace("17.1", "97.1").encode()
    cut = line(9_000_006, "Cut", "P.PPL", "MM").encode()[:20]
    added = add(GEONAMES.encode() + bad + cut)
    assert (added.kept, added.bad) == (4, 4)
    assert [number for number, _ in added.bad_lines] == [6, 7, 8, 9]
    assert "UTF-8" in added.bad_lines[1][1]
    assert "columns" in added.bad_lines[3][1]


def test_a_zip_is_read_like_what_is_in_it(add: Add, tmp_path: Path, into: Path) -> None:
    archive = tmp_path / "MM.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("readme.txt", "about this")
        opened.writestr("MM.txt", GEONAMES)
    assert add_file(archive, into, WORLD_INDEX).kept == 4


@pytest.mark.parametrize("text", [b"", b"a letter\nabout nothing\n", b"PK\x03\x04 cut off", b"SQLite format 3\x00 cut off"])
def test_a_file_that_is_no_gazetteer_leaves_all_as_it_was(add: Add, into: Path, text: bytes) -> None:
    add(GEONAMES)
    before = into.read_bytes()
    with pytest.raises(SettingError):
        add(text, "other")
    assert into.read_bytes() == before
    assert list(into.parent.iterdir()) == [into]


def test_a_damaged_zip_is_refused(tmp_path: Path, into: Path) -> None:
    archive = tmp_path / "KP.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        opened.writestr("KP.txt", GEONAMES)
    archive.write_bytes(archive.read_bytes().replace(b"Htee Law Kwee", b"Htee Law Kwei", 1))
    with pytest.raises(SettingError, match="damaged"):
        add_file(archive, into, WORLD_INDEX)
    assert not into.exists()


def test_interrupting_leaves_the_old_index(add: Add, into: Path, tmp_path: Path) -> None:
    add(GEONAMES)
    before = into.read_bytes()

    def interrupt(done: int, of: int) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "more.txt"
    file.write_text(GEONAMES)
    with pytest.raises(KeyboardInterrupt):
        add_file(file, into, WORLD_INDEX, progress=interrupt)
    assert into.read_bytes() == before
    assert list(into.parent.iterdir()) == [into]


def test_a_second_dump_is_added_to_the_first(add: Add, into: Path) -> None:
    add(GEONAMES)
    add(line(9_000_009, "Kwe Ka Lu", "P.PPL", "MM", "05"))
    index = Index(into)
    assert index.named("Htee Law Kwee")
    assert index.named("Kwe Ka Lu")[0].within == "MM-13"
    assert index.about()["sources"] == "GeoNames (geonames.org), CC BY 4.0"


def test_whos_on_first_in_sqlite(tmp_path: Path, into: Path) -> None:
    file = tmp_path / "whosonfirst-data-admin-kp.db"
    with closing(sqlite3.connect(file)) as db:
        db.executescript(
            """
            CREATE TABLE spr (id INTEGER, parent_id INTEGER, name TEXT, placetype TEXT, country TEXT, latitude REAL, longitude REAL,
                              is_current INTEGER, is_deprecated INTEGER);
            CREATE TABLE names (id INTEGER, language TEXT, name TEXT);
            CREATE TABLE concordances (id INTEGER, other_id TEXT, other_source TEXT);
            CREATE TABLE ancestors (id INTEGER, ancestor_id INTEGER, ancestor_placetype TEXT);
            INSERT INTO spr VALUES (85676615, 1, 'North Hamgyong', 'region', 'KP', 41.8, 129.5, -1, 0);
            INSERT INTO spr VALUES (7001, 2, 'Ttukpang-dong', 'locality', 'KP', 42.4, 129.7, -1, 0);
            INSERT INTO spr VALUES (7002, 2, 'Gone-ri', 'locality', 'KP', 42.4, 129.7, 0, 0);
            INSERT INTO spr VALUES (7003, 2, 'Lost-ri', 'locality', 'KP', NULL, NULL, -1, 0);
            INSERT INTO names VALUES (7001, 'kor', '뚝방동');
            INSERT INTO concordances VALUES (85676615, '2044245', 'gn:id');
            INSERT INTO ancestors VALUES (7001, 85676615, 'region');
            """
        )
    added = add_file(file, into, WORLD_INDEX)
    assert (added.kept, added.left_out, added.bad) == (1, 2, 1)
    known = Gazetteer([WORLD_INDEX, Index(into)])
    for words in ("Ttukpang-dong", "뚝방동"):
        (place,) = find_places(sentences_of(f"She lives in {words}."), known)
        assert (place.id, place.scheme, place.within) == ("7001", "whosonfirst", "KP-09")
