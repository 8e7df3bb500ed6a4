"""Readings -> a headline. Made of values and of the report's own words in quotation marks, in a fixed order; where readings differ, it shows several."""

from collections.abc import Mapping, Sequence

from tumen.describe import describe_count, describe_edtf
from tumen.records import Reading, Source

SHOWN = 2  # readings of one field
LONGEST = 60  # letters of words that are quoted
STATUS = {"possible": "possible", "expected": "expected"}


def compose_headline(label: str, fields: Mapping[str, tuple[Reading, ...]], voices: Sequence[Source]) -> str:
    """Such as "Defection: 16 people (3 households); from North Hamgyong to China; on or before 8 August, year unknown; claimed by 1
    anonymous source"."""
    statuses = [reading.value for reading in fields.get("status", ())]
    title = f"{label.capitalize()} ({STATUS[statuses[0]]})" if statuses and statuses[0] in STATUS else label.capitalize()
    parts = [_people(fields), _places(fields), _days(fields), _claimed(voices)]
    known = "; ".join(part for part in parts if part)
    return f"{title}: {known}" if known else title


def _people(fields: Mapping[str, tuple[Reading, ...]]) -> str:
    counts = [reading.value for reading in fields.get("how_many", ())]
    households = [describe_count(count) for count in counts if count["unit"] == "household"]
    others = [describe_count(count) for count in counts if count["unit"] != "household"]
    if others and households:
        return f"{' or '.join(others[:SHOWN])} ({' or '.join(households[:SHOWN])})"
    return " or ".join((others or households)[:SHOWN]) or _words(fields)


def _words(fields: Mapping[str, tuple[Reading, ...]]) -> str:
    """The report's own words for those it was done to, else for who did it, where it counts nobody."""
    readings = fields.get("patient") or fields.get("who") or ()
    words = readings[0].value if readings else ""
    return f"“{words}”" if 0 < len(words) <= LONGEST else ""


def _places(fields: Mapping[str, tuple[Reading, ...]]) -> str:
    named = {name: [reading.value["name"] for reading in fields.get(name, ())][:SHOWN] for name in ("where", "from", "to")}
    start = named["from"] or ([name for name in named["where"] if name not in named["to"]] if named["to"] else [])
    if start or named["to"]:
        ends = [f"{word} {' or '.join(names)}" for word, names in (("from", start), ("to", named["to"])) if names]
        return " ".join(ends)
    return " or ".join(named["where"])


def _days(fields: Mapping[str, tuple[Reading, ...]]) -> str:
    return " or ".join(describe_edtf(reading.value["edtf"]) for reading in fields.get("when", ())[:SHOWN])


def _claimed(voices: Sequence[Source]) -> str:
    if not voices:
        return ""
    anonymous = sum(source.kind == "anonymous_person" for source in voices)
    kind = "anonymous source" if anonymous == len(voices) else "source"
    return f"claimed by {len(voices)} {kind}{'' if len(voices) == 1 else 's'}"
