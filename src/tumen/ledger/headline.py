"""Fields of a gathered incident -> a headline. Made of values only, in a fixed order; where two readings cannot both hold, it shows both, and of two numbers of which
one says more ("at least 9", then 22), that one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tumen.event import EventType
from tumen.gathered import GatheredReading, Origins
from tumen.ledger.origins import describe_origins
from tumen.ledger.values import counts_agree, describe_value, times_agree

SHOWN = 2  # readings of one field
STATUS = {"possible": "possible", "expected": "expected"}
Fields = Mapping[str, Sequence[GatheredReading]]


def headline(type_: str | None, fields: Fields, reports: int, origins: Origins, scheme: Mapping[str, EventType]) -> str:
    """Such as "Defection: 16 people (3 households) or 12 people; from North Hamgyong to China; on or before 8 August 2014; 4 reports, 1 origin"."""
    label = scheme[type_].label.capitalize() if type_ is not None and type_ in scheme else "Incident"
    statuses = [reading.value for reading in fields.get("status", ())]
    if statuses and statuses[0] in STATUS:
        label = f"{label} ({STATUS[statuses[0]]})"
    parts = [_people(fields), _toll(fields), _places(fields), _days(fields), describe_origins(reports, origins)]
    return f"{label}: {'; '.join(part for part in parts if part)}"


def _people(fields: Fields) -> str:
    counts = [reading.value for reading in fields.get("how_many", ())]
    households = _rivals(_exact([count for count in counts if count["unit"] == "household"]), counts_agree)
    others = _rivals(_exact([count for count in counts if count["unit"] != "household"]), counts_agree)
    if others and households:
        return " or ".join([f"{others[0]} ({' or '.join(households)})", *others[1:]])
    return " or ".join(others or households)


def _toll(fields: Fields) -> str:
    dead = _rivals(_exact([reading.value for reading in fields.get("dead", ())]), counts_agree)
    return f"{' or '.join(dead)} dead" if dead else ""


def _places(fields: Fields) -> str:
    named = {name: _rivals([one.value for one in fields.get(name, ())], _lies_in) for name in ("where", "from", "to")}
    start = named["from"] or ([name for name in named["where"] if name not in named["to"]] if named["to"] else [])
    if start or named["to"]:
        return " ".join(f"{word} {' or '.join(names)}" for word, names in (("from", start), ("to", named["to"])) if names)
    return " or ".join(named["where"])


def _days(fields: Fields) -> str:
    """Days that the words give; one that only bounds it where there are no others."""
    values = [reading.value for reading in fields.get("when", ())]
    exact = [value for value in values if value.get("basis") != "said"]
    return " or ".join(_rivals(exact or values[:1], lambda one, other: times_agree(one["edtf"], other["edtf"])))


def _exact(counts: Sequence[Any]) -> list[Any]:
    """The counts without those that another one lies in."""
    return [one for one in counts if not any(_is_inside(other, one) for other in counts)]


def _is_inside(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether an interval lies in another one of the same unit, and is not it."""
    is_below = other["hi"] is None or (one["hi"] is not None and one["hi"] <= other["hi"])
    is_same = (one["lo"], one["hi"]) == (other["lo"], other["hi"])
    return one["unit"] == other["unit"] and one["lo"] >= other["lo"] and is_below and not is_same


def _rivals(values: Sequence[Any], agree: Callable[[Any, Any], bool]) -> list[str]:
    """The first value, and the first that does not agree with it, in words."""
    shown: list[Any] = []
    for value in values:
        if len(shown) < SHOWN and not any(agree(value, other) for other in shown):
            shown.append(value)
    return [describe_value(value) for value in shown]


def _lies_in(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether, as far as ids tell, one place lies in the other, or is it."""
    ids = one.get("id"), other.get("id")
    if None in ids or ids[0] == ids[1]:
        return one["name"].casefold() == other["name"].casefold() or ids[0] == ids[1] is not None
    around = f"{one.get('within') or ids[0]}-", f"{other.get('within') or ids[1]}-"
    return around[0].startswith(f"{ids[1]}-") or around[1].startswith(f"{ids[0]}-")
