"""Values of two reports side by side. Comes in: readings as incidents have them. Goes out: whether they are equal, and whether both can hold.

The logic is that of intervals: two values agree if something can be true that both allow. "More than 10" and "16" do, "about 15" (13 to 17) and "16"
do, persons and households never meet, a day lies in its month, a place in its province. What cannot be compared agrees: the ledger says that two
readings clash only where it can say in what.
"""

import json
import math
import re
import sys
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from tumen.describe import describe_count, describe_edtf
from tumen.edtf import days_from, reach
from tumen.ledger.account import KnownPlace

COUNTS = (
    "how_many", "dead", "injured", "missing", "detained", "released", "sentenced", "charged", "executed", "fled", "protested", "ill", "purged", "displaced", "deported",
    "repatriated", "transferred", "kidnapped",
)  # fmt: skip
"""Fields whose values are numbers of people."""
PLACES = ("where", "from", "to")
COMPARED = ("county", "district", "prefecture", "province", "locality")
"""Levels of places that lie beside each other; a river or a mountain lies in many."""
WEEK = 7  # days: rival days of one happening last no longer, and lie less far apart
EARTH_M = 6_371_000
BESIDE_M = 150_000
DETERMINER = re.compile(r"^(?:the|a|an|his|her|their|its)\s+", re.IGNORECASE)
YEAR = re.compile(r"\b\d{4}(?=-|$|T|/)")
ANY_YEAR = "2000"
"""A leap year stands for a year that neither reading knows."""


def key_of(value: Any) -> str:
    """Equal for values that say the same. Counts: bounds and unit. Places: the id, else the name. Times: the day, its part left out. Words: without
    article and capitals."""
    if not isinstance(value, Mapping):
        return DETERMINER.sub("", str(value)).casefold()
    if "lo" in value:
        return json.dumps([value["lo"], value["hi"], value["unit"]])
    if "edtf" in value:
        return json.dumps([_day_of(value["edtf"]), value.get("weekday")])
    if "name" in value:
        return json.dumps(["place", value["id"] or value["name"].casefold()])
    return json.dumps(value, sort_keys=True)


def _day_of(edtf: str) -> str:
    """The day of what lasts a part of a day: the night of 11 June is told of as 11 June."""
    start, slash, _ = edtf.partition("/")
    if slash and "T" in start:
        return start.partition("T")[0]
    return edtf if slash else edtf.partition("T")[0]


def describe_value(value: Any) -> str:
    """A value in words."""
    if not isinstance(value, Mapping):
        return str(value)
    if "lo" in value:
        return describe_count(value)
    if "edtf" in value:
        day = _describe_time(value["edtf"])
        return f"{value['weekday']}, {day}" if value.get("weekday") else day
    if "status" in value:
        words = {"happened": "said to have happened", "denied": "denied"}
        return f"{value['type'].replace('_', ' ')} {words.get(value['status'], value['status'])}"
    return str(value.get("name", value))


def _describe_time(edtf: str) -> str:
    try:
        return describe_edtf(edtf)
    except ValueError:
        return edtf


# ------------------------------------------------------------------------------------------------------------ counts


def counts_agree(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether some number lies in both intervals. Different units always agree: 16 people may be 3 families."""
    if one["unit"] != other["unit"]:
        return True
    return numbers_meet((one["lo"], one["hi"]), (other["lo"], other["hi"]))


def numbers_meet(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    """Whether two intervals share a number; `None` is no upper bound."""
    tops = [sys.maxsize if top is None else top for _, top in (one, other)]
    return max(one[0], other[0]) <= min(tops)


# ------------------------------------------------------------------------------------------------------------- times


def times_agree(one: str, other: str) -> bool:
    """Whether some day lies in both. Where only one knows the year, it is lent to the other. What goes on since a day clashes with none, and neither do
    days that differ by the year alone: it is seldom written, and often worked out from a day of publication."""
    if one.endswith("/..") or other.endswith("/.."):
        return True
    mine, theirs = _reach(one, other), _reach(other, one)
    if mine is None or theirs is None or year_alone_differs(one, other):
        return True
    if max(mine[0], theirs[0]) > min(mine[1], theirs[1]):
        return False
    return not (_is_by_hours(one) and _is_by_hours(other)) or _hours_meet(one, other)


def _is_by_hours(edtf: str) -> bool:
    """Whether both ends are hours: "the night of 6 October"."""
    return edtf.count("T") == 2 and "XXXX" not in edtf


def _hours_meet(one: str, other: str) -> bool:
    """Whether the night of the one is that of the other, though the second begins on the day on which the first ends."""
    (start, end), (other_start, other_end) = (edtf.split("/") for edtf in (one, other))
    return max(start, other_start) <= min(end, other_end)


def is_far(one: str, other: str) -> bool:
    """Whether two days lie so far apart that they are more often of two happenings (he was shot, he died), or either is longer than a week. Of a
    bound only the end counts."""
    mine, theirs = _reach(one, other), _reach(other, one)
    if mine is None or theirs is None:
        return False
    (start, end), (other_start, other_end) = (
        (days[1] if edtf.startswith("..") else days[0], days[1]) for edtf, days in ((one, mine), (other, theirs))
    )
    if max(days_from(start, end), days_from(other_start, other_end)) > WEEK:
        return True
    return max(days_from(end, other_start), days_from(other_end, start)) >= WEEK


def year_alone_differs(one: str, other: str) -> bool:
    """Whether two days are of one day and month, each with another year."""
    return len(one) >= len("2014-08-08") and one[4:10] == other[4:10] and one[:4] != other[:4] and one[4] == "-"


def _reach(edtf: str, other: str) -> tuple[str, str] | None:
    """First and last day, as `edtf.reach` gives them; a year that it lacks is the first that the other one has, or any, if both lack it."""
    if "XXXX" in edtf:
        years = [ANY_YEAR] if "XXXX" in other else YEAR.findall(other)
        if not years:
            return None
        edtf = edtf.replace("XXXX", years[0])
    return _days(edtf)


@lru_cache(maxsize=4096)
def _days(edtf: str) -> tuple[str, str] | None:
    """Kept, because the same days are compared many times."""
    return reach(edtf)


# ------------------------------------------------------------------------------------------------------------ places


def places_agree(one: Mapping[str, Any], other: Mapping[str, Any], known: Mapping[str, KnownPlace]) -> bool:
    """Whether something can lie in both. Two places clash only if both are known by id, are of one level and one country, and lie beside each other, neither
    within reach of the other: the next county, the next town. What lies far away is more often the home of a victim, or misread, than a rival place."""
    if one["id"] is None or other["id"] is None or one["id"] == other["id"]:
        return True
    mine, theirs = known.get(one["id"]), known.get(other["id"])
    if mine is None or theirs is None or mine.country != theirs.country or mine.country is None:
        return True
    if mine.level not in COMPARED or mine.level != theirs.level:
        return True
    distance = _distance_m(mine, theirs)
    return distance is None or distance <= max(mine.radius_m or 0, theirs.radius_m or 0) or distance > BESIDE_M


def _distance_m(one: KnownPlace, other: KnownPlace) -> float | None:
    """On the great circle, by the haversine formula."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_M * math.asin(math.sqrt(half))
