"""Fields of a gathered incident -> a headline. Made of values only, in a fixed order; where readings differ, it shows several."""

from collections.abc import Mapping, Sequence

from tumen.event import EventType
from tumen.gathered import GatheredReading, Origins
from tumen.ledger.origins import describe_origins
from tumen.ledger.values import describe_value

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
    households = [describe_value(count) for count in counts if count["unit"] == "household"]
    others = [describe_value(count) for count in counts if count["unit"] != "household"]
    if others and households:
        return " or ".join([f"{others[0]} ({' or '.join(households[:SHOWN])})", *others[1:SHOWN]])
    return " or ".join((others or households)[:SHOWN])


def _toll(fields: Fields) -> str:
    dead = [describe_value(reading.value) for reading in fields.get("dead", ())][:SHOWN]
    return f"{' or '.join(dead)} dead" if dead else ""


def _places(fields: Fields) -> str:
    named = {
        name: [describe_value(reading.value) for reading in fields.get(name, ())][:SHOWN] for name in ("where", "from", "to")
    }
    start = named["from"] or (named["where"] if named["to"] else [])
    if start or named["to"]:
        return " ".join(f"{word} {' or '.join(names)}" for word, names in (("from", start), ("to", named["to"])) if names)
    return " or ".join(named["where"])


def _days(fields: Fields) -> str:
    """Days that the words give; one that only bounds it where there are no others."""
    values = [reading.value for reading in fields.get("when", ())]
    exact = [value for value in values if value.get("basis") != "said"]
    return " or ".join(describe_value(value) for value in (exact[:SHOWN] or values[:1]))
