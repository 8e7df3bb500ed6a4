"""The file in which a gazetteer lies: an SQLite index of places and of their names. Comes in: places. Goes out: places, by their names.

One format for what ships with Tumen (`world.py` makes it) and for what people add (`dumps.py`). It is opened read-only and nothing of it
is loaded ahead: a lookup reads the few pages that it needs.
"""

import math
import sqlite3
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

from tumen.errors import SettingError
from tumen.ground.romanise import Key, key_of

Level = Literal["country", "province", "prefecture", "county", "district", "locality", "water", "mountain", "border"]
LEVELS: tuple[Level, ...] = (
    "country",
    "province",
    "prefecture",
    "county",
    "district",
    "water",
    "mountain",
    "locality",
    "border",
)
"""As numbered in the file; also which is meant first where several have a name."""
FORMAT = "tumen places 1"
DEGREE = 10_000  # a point is kept to about ten metres
OTHER, WORD, ABBREVIATION = 1, 2, 4  # of a name, added up: not the place's own; a common word; behind a comma only
CAPITAL = 2
BATCH = 5_000  # places written at once
MARKS = {ord(mark): None for mark in "'.-"}  # left out of the form by which a name is looked up
SHORT = 3  # letters of a name whose case counts: "US" is no "us"

TABLES = """
CREATE TABLE about (what TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID;
CREATE TABLE place (number INTEGER PRIMARY KEY, id TEXT, scheme TEXT, level INTEGER, city INTEGER, country TEXT, within INTEGER, name TEXT,
                    lat INTEGER, lon INTEGER, radius_m INTEGER, people INTEGER);
CREATE TABLE name (words TEXT, rank INTEGER, place INTEGER, use INTEGER, PRIMARY KEY (words, rank, place)) WITHOUT ROWID;
CREATE TABLE sound (sounds TEXT, direction TEXT, place INTEGER, is_loose INTEGER, PRIMARY KEY (sounds, direction, is_loose, place)) WITHOUT ROWID;
CREATE TABLE admin (code TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
CREATE TABLE border (one TEXT, other TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;
"""
FOUND = """
SELECT place.id, place.scheme, place.level, place.city, place.country, place.name, place.lat, place.lon, place.radius_m, place.people,
       province.id, province.number, {use}, place.number FROM {source} JOIN place ON place.number = {source}.place
       LEFT JOIN place AS province ON province.number = place.within WHERE {condition}
"""
BY_NAME = FOUND.format(use="name.use", source="name", condition="name.words = ? ORDER BY name.rank LIMIT 60")
BY_ID = FOUND.format(use=0, source="admin", condition="admin.code = ?")
BY_SOUND = FOUND.format(use=0, source="sound", condition="sound.sounds = ? AND sound.direction = ? AND sound.is_loose = ?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `id` is in `scheme`; `within` is the id of its province; `lat` and `lon` are degrees, `radius_m` metres.

    `people` live there, 0 if unknown. `is_own`: found by its own name and not by another one; `is_word`: that name is also a common word
    of English; `is_short`: it is an abbreviation that counts only behind a comma ("Springfield, Ill."). `number` is that of GeoNames,
    negative for places without one.
    """

    id: str | None
    scheme: str | None
    level: Level | None
    country: str
    name: str
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    people: int = 0
    is_city: bool = False
    is_capital: bool = False
    is_own: bool = True
    is_word: bool = False
    is_short: bool = False
    number: int = 0


class Row(NamedTuple):
    """One place as it goes into an index. `within` is the number of its province; `city` is 1 for a city, 2 for the capital of a country.

    Without `id`, its number in GeoNames is its id.
    """

    number: int
    id: str | None
    scheme: str | None
    level: Level | None
    city: int
    country: str
    within: int | None
    name: str
    lat: float | None
    lon: float | None
    radius_m: float | None
    people: int


class Index:
    """A gazetteer on disk, open for lookups."""

    def __init__(self, file: Path) -> None:
        """Raises `SettingError` if `file` is none."""
        self.file = file
        try:
            self._db = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            (kind,) = self._db.execute("SELECT said FROM about WHERE what = 'format'").fetchone() or ("",)
        except sqlite3.Error as err:
            raise SettingError(str(file), f"it is no index of places: {err}") from err
        if kind != FORMAT:
            raise SettingError(str(file), f"it is an index of places of another version ({kind or 'none'}, not {FORMAT})")

    def named(self, words: str) -> list[Entry]:
        """The places with this name, as `folded` folds it."""
        return [_entry(row) for row in self._db.execute(BY_NAME, (folded(words),))]

    def sounding(self, key: Key, *, is_loose: bool) -> list[Entry]:
        """The places of the DPRK whose name has this key."""
        sounds = key.loose if is_loose else key.strict
        return [_entry(row) for row in self._db.execute(BY_SOUND, (sounds, key.direction, is_loose))]

    def country(self, code: str) -> Entry | None:
        """The country with this ISO 3166-1 code."""
        found = self._db.execute(BY_ID, (code,)).fetchone()
        return _entry(found) if found else None

    def has(self, number: int) -> bool:
        """Whether a place has this number."""
        return self._db.execute("SELECT 1 FROM place WHERE number = ?", (number,)).fetchone() is not None

    def admins(self) -> dict[str, int]:
        """GeoNames' codes of provinces ("MM.05") -> their numbers."""
        return dict(self._db.execute("SELECT code, place FROM admin"))

    def provinces(self) -> list[Row]:
        """All provinces, as they went in."""
        found = self._db.execute("SELECT * FROM place WHERE level = ?", (LEVELS.index("province"),))
        return [
            Row(
                number,
                id_,
                scheme,
                LEVELS[level],
                city,
                country,
                within,
                name,
                _degrees(lat),
                _degrees(lon),
                radius_m,
                people,
            )
            for number, id_, scheme, level, city, country, within, name, lat, lon, radius_m, people in found
        ]

    def neighbours(self) -> frozenset[tuple[str, str]]:
        """Pairs of countries with a common border, each in both orders."""
        return frozenset(self._db.execute("SELECT one, other FROM border"))

    def about(self) -> dict[str, str]:
        """What the file says of itself: `format`, `sources`."""
        return dict(self._db.execute("SELECT what, said FROM about"))


class Writer:
    """Adds places to the index in `file`, which it makes if it is not there. As a context: closed at the end, whatever happens.

    Names wait in a file of their own until `finish` sorts them in: so they take no more memory than one batch.
    """

    def __init__(self, file: Path) -> None:
        is_new = not file.exists()
        self._db = sqlite3.connect(file)
        self._db.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; ATTACH '' AS waiting;"
            f"{TABLES if is_new else ''} CREATE TABLE waiting.name (words TEXT, rank INTEGER, place INTEGER, use INTEGER);"
        )
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[str, int, int, int]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def add(self, row: Row, own: Iterable[str], others: Iterable[str], *, words: Container[str] = ()) -> None:
        """A place under its own names and others. `words` are names that are common words, in small letters."""
        lat, lon = (None if value is None else round(value * DEGREE) for value in (row.lat, row.lon))
        self._places.append((*row[:3], _number(row.level), *row[4:8], lat, lon, *row[10:]))
        rank = _rank(row)
        for use, names in ((0, own), (OTHER, others)):
            for name in names:
                short = ABBREVIATION if _is_short(name, row.level) else 0
                for form in forms(name):
                    self._names.append((form, rank, row.number, use | short | (WORD if form.lower() in words else 0)))
        if len(self._places) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        self._db.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._places)
        self._db.executemany("INSERT INTO waiting.name VALUES (?, ?, ?, ?)", self._names)
        self._places.clear()
        self._names.clear()

    def move(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Puts places, by number, into provinces."""
        self._flush()
        self._db.executemany(
            "UPDATE place SET within = ? WHERE number = ?", ((province, number) for number, province in pairs)
        )

    def sound(self, number: int, names: Iterable[str]) -> None:
        """The keys by which a place of the DPRK is found."""
        for key in map(key_of, names):
            rows = [(key.strict, key.direction, number, 0), (key.loose, key.direction, number, 1)]
            self._db.executemany("INSERT OR IGNORE INTO sound VALUES (?, ?, ?, ?)", rows)

    def admin(self, codes: Iterable[tuple[str, int]]) -> None:
        """GeoNames' codes of countries and provinces, with their numbers."""
        self._db.executemany("INSERT OR REPLACE INTO admin VALUES (?, ?)", codes)

    def border(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Countries with a common border."""
        self._db.executemany("INSERT OR IGNORE INTO border VALUES (?, ?)", pairs)

    def finish(self, sources: str, *, packed: bool = False) -> None:
        """Sorts the names in, and writes what the file says of itself. `packed`: also makes the file as small as it can be."""
        self._flush()
        self._db.execute(
            "INSERT OR IGNORE INTO main.name SELECT words, rank, place, MIN(use) FROM waiting.name GROUP BY words, rank, place ORDER BY words, rank, place"
        )
        self._db.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", [("format", FORMAT), ("sources", sources)])
        self._db.commit()
        if packed:
            self._db.execute("VACUUM")


def fold(text: str) -> str:
    """`text` with Latin letters stripped of their diacritics and curly apostrophes made straight; as long as before."""
    return text if text.isascii() else text.translate(FOLDED)


def _fold_table() -> dict[int, str]:
    letters = [*map(chr, range(0xC0, 0x250)), *map(chr, range(0x1E00, 0x1F00))]
    table = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in letters}
    return (
        table
        | {ord(mark): "'" for mark in "’‘ʼʻ"}
        | {ord(one): plain for one, plain in zip("ıłŁđĐøØħĦəƏŧŦ", "ilLdDoOhHaAtT", strict=True)}
    )


FOLDED = _fold_table()


def folded(words: str) -> str:
    """The form by which a name is looked up: `fold`, small letters, no marks. Names of up to three letters keep their capitals."""
    plain = fold(words).translate(MARKS).strip()
    return plain if len(plain) <= SHORT else plain.lower()


def forms(name: str) -> Iterator[str]:
    """The forms under which a name is kept: with a hyphen, also as several words."""
    yield folded(name)
    if "-" in name:
        yield folded(name.replace("-", " "))


def _number(level: Level | None) -> int | None:
    return LEVELS.index(level) if level else None


def _rank(row: Row) -> int:
    """In which order namesakes are read: countries, provinces, counties, then towns by their people, then the rest."""
    if row.level == "locality" and row.people:
        return 40 - int(5 * math.log10(row.people))
    return {"country": 0, "province": 1, "prefecture": 2, "county": 3, "district": 4, "locality": 41}.get(
        row.level or "country", 42
    )


def _is_short(name: str, level: Level | None) -> bool:
    return level == "province" and name.isascii() and (len(name) <= SHORT - 1 or name.endswith("."))


def _degrees(value: int | None) -> float | None:
    return None if value is None else value / DEGREE


def _entry(row: Sequence[Any]) -> Entry:
    id_, scheme, level, city, country, name, lat, lon, radius_m, people, within, province, use, number = row
    return Entry(
        id_ or str(number),
        scheme or "geonames",
        None if level is None else LEVELS[level],
        country,
        name,
        within or (str(province) if province else None),
        _degrees(lat),
        _degrees(lon),
        None if radius_m is None else float(radius_m),
        people or 0,
        is_city=bool(city),
        is_capital=city == CAPITAL,
        is_own=not use & OTHER,
        is_word=bool(use & WORD),
        is_short=bool(use & ABBREVIATION),
        number=number,
    )
