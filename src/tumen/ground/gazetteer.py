"""The places that Tumen knows without being told. Comes in: words. Goes out: entries that they can mean.

Countries (names from CLDR, ids ISO 3166-1) and `places.csv`: provinces (ISO 3166-2), counties and well-known places of the DPRK and of the
Chinese side of the border, with Hangul, a point and a radius. A name is found as it is written, or by the key that all romanisations of
it share (`romanise.py`).
"""

import csv
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from tumen.ground.romanise import key_of

Level = Literal["country", "province", "prefecture", "county", "district", "locality", "water", "mountain"]
RANKS: tuple[Level, ...] = ("country", "province", "prefecture", "county", "district", "water", "mountain", "locality")
"""Which is meant first, where several have a name."""
NO_COUNTRY = frozenset(["ZZ", "EU", "UN", "EZ", "XA", "XB", "QO"])
SHORTEST = 4  # sounds of a key by which a name is found


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `id` is in `scheme`; `within` is the id of its province; `lat` and `lon` are degrees, `radius_m` metres."""

    id: str | None
    scheme: str | None
    level: Level | None
    country: str
    name: str
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None


class Gazetteer:
    """Entries by their words, folded, and by the keys of their names."""

    def __init__(self) -> None:
        from babel import Locale

        self._by_words: dict[str, list[Entry]] = defaultdict(list)
        self._by_key: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._by_loose_key: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for code, name in Locale("en").territories.items():
            if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY:
                self._by_words[fold(name)].append(Entry(code, "iso3166-1", "country", code, name))
        for row in csv.DictReader(files("tumen.ground").joinpath("places.csv").read_text("utf-8").splitlines()):
            entry = _entry(row)
            for words in {fold(words) for words in (row["name"], row["hangul"], *row["spellings"].split("|")) if words}:
                self._by_words[words].append(entry)
            for name in filter(None, (row["name"], row["hangul"]) if row["country"] == "KP" else ()):
                key = key_of(name)
                for index, sounds in ((self._by_key, key.strict), (self._by_loose_key, key.loose)):
                    if entry not in index[sounds, key.direction]:
                        index[sounds, key.direction].append(entry)

    def named(self, words: str) -> list[Entry]:
        """The entries with exactly these words (folded), those of the highest rank first."""
        return sorted(self._by_words.get(words, ()), key=_rank)

    def sounding(self, words: str, *, is_loose: bool) -> list[Entry]:
        """The entries of the DPRK whose name is the same in some romanisation, those of the level that its ending says first. If
        `is_loose`, also by the loose key."""
        key = key_of(words)
        if len(key.strict) < SHORTEST:
            return []
        found = self._by_key.get((key.strict, key.direction), [])
        if not found and is_loose:
            found = self._by_loose_key.get((key.loose, key.direction), [])
        return sorted(found, key=lambda entry: (entry.level != key.level, _rank(entry)))


@cache
def gazetteer() -> Gazetteer:
    """The one that ships with Tumen, opened once."""
    return Gazetteer()


def fold(text: str) -> str:
    """`text` with Latin letters stripped of their diacritics and curly apostrophes made straight; as long as before."""
    return "".join(
        unicodedata.normalize("NFD", char)[0] if "À" <= char <= "ɏ" or "Ḁ" <= char <= "ỿ" else "'" if char == "’" else char
        for char in text
    )


def _entry(row: dict[str, str]) -> Entry:
    numbers = (float(row[column]) if row[column] else None for column in ("lat", "lon", "radius_m"))
    return Entry(
        row["id"] or None,
        row["scheme"] or None,
        cast(Level, row["level"]),
        row["country"],
        row["name"],
        row["province"] or None,
        *numbers,
    )


def _rank(entry: Entry) -> int:
    return RANKS.index(entry.level) if entry.level else len(RANKS)
