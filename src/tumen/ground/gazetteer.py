"""The places that Tumen knows. Comes in: words. Goes out: entries that they can mean.

What ships with Tumen (`world.sqlite`: countries, provinces, towns of the world, and the DPRK down to its villages) and what was added with
`tumen places add`. A name is found as it is written, or by the key that all romanisations of a Korean name share (`romanise.py`).
"""

import csv
import os
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from tumen.ground.index import LEVELS, Entry, Index, Level, fold
from tumen.ground.romanise import key_of

__all__ = ["WORLD", "Entry", "Gazetteer", "Level", "added_file", "fold", "gazetteer", "open_gazetteer", "rank"]

WORLD = Path(str(files("tumen.ground").joinpath("world.sqlite")))
SHORTEST = 4  # sounds of a key by which a name is found
NEAR = 0.3  # degrees between two points of one place in two gazetteers
REMEMBERED = 20_000  # names looked up last


class Gazetteer:
    """Indexes asked one after the other; what the first knows, the others do not say again."""

    def __init__(self, indexes: Sequence[Index]) -> None:
        self.indexes = tuple(indexes)
        self.named = lru_cache(REMEMBERED)(self._named)
        self.sounding = lru_cache(REMEMBERED)(self._sounding)

    def _named(self, words: str) -> tuple[Entry, ...]:
        """The entries with exactly these words (folded), those of the highest rank first."""
        return tuple(sorted(_merged([index.named(words) for index in self.indexes]), key=rank))

    def _sounding(self, words: str, *, is_loose: bool) -> tuple[Entry, ...]:
        """The entries of the DPRK whose name is the same in some romanisation, those of the level that its ending says first. If
        `is_loose`, also by the loose key."""
        key = key_of(words)
        if len(key.strict) < SHORTEST:
            return ()
        found = _merged([index.sounding(key, is_loose=False) for index in self.indexes])
        if not found and is_loose:
            found = _merged([index.sounding(key, is_loose=True) for index in self.indexes])
        return tuple(sorted(found, key=lambda entry: (entry.level != key.level, rank(entry))))

    def is_named(self, entry_id: str | None, words: str) -> bool:
        """Whether the place with that id has this name, among others."""
        return any(entry.id == entry_id for entry in self.named(words))

    def has(self, number: int) -> bool:
        """Whether the place with this number in GeoNames is known."""
        return any(index.has(number) for index in self.indexes)

    def country(self, words: str) -> Entry | None:
        """The country that has this name or this adjective: "Thailand", "Thai"."""
        code = peoples().get(words)
        found = (entry for entry in self.named(words) if entry.level == "country")
        return next(found, None) or (self.country_of(code) if code else None)

    @cache  # noqa: B019  # lives as long as the program, and there are 250
    def country_of(self, code: str) -> Entry | None:
        """The country with this ISO 3166-1 code."""
        return next((entry for index in self.indexes if (entry := index.country(code))), None)

    @cache  # noqa: B019
    def neighbours(self) -> frozenset[tuple[str, str]]:
        """Pairs of countries with a common border, each in both orders."""
        return frozenset().union(*(index.neighbours() for index in self.indexes))


@cache
def gazetteer() -> Gazetteer:
    """The one that ships with Tumen, and what was added to it; opened once. Raises `SettingError` if a file is no index."""
    return open_gazetteer(added_file())


def open_gazetteer(added: Path) -> Gazetteer:
    """What ships with Tumen, and the index `added`, if it is there. Raises `SettingError` if a file is no index."""
    return Gazetteer([Index(WORLD), *([Index(added)] if added.exists() else [])])


def added_file() -> Path:
    """Where `tumen places add` puts its index: what `TUMEN_PLACES` says, else the folder for data of the person running Tumen."""
    if said := os.environ.get("TUMEN_PLACES"):
        return Path(said)
    if os.name == "nt":
        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return folder / "tumen" / "places.sqlite"


@cache
def peoples() -> dict[str, str]:
    """Adjectives of countries and their ISO 3166-1 codes."""
    rows = csv.DictReader(files("tumen.ground").joinpath("peoples.csv").read_text("utf-8").splitlines())
    return {row["adjective"]: row["country"] for row in rows}


def _merged(groups: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The entries of all indexes; of a place that several have, what the first one says."""
    merged = list(groups[0])
    for group in groups[1:]:
        merged += [entry for entry in group if not any(_is_same(entry, one) for one in merged)]
    return merged


def _is_same(one: Entry, other: Entry) -> bool:
    if one.number == other.number:
        return True
    if one.country != other.country or one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    is_near = abs(one.lat - other.lat) < NEAR and abs(one.lon - other.lon) < NEAR
    return is_near and (one.level == "water") == (other.level == "water")


def rank(entry: Entry) -> tuple[int, int]:
    """Which is meant first, where several have a name and nothing else says which."""
    return LEVELS.index(entry.level) if entry.level else len(LEVELS), -entry.people
