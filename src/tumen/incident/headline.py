"""Readings -> a headline. Made of values only, in a fixed order; where readings differ, it shows all of them."""

from collections.abc import Mapping
from typing import Any

from tumen.records import Reading

PLURALS = {"person": "people", "household": "households"}
MONTHS = "January February March April May June July August September October November December".split()
SHOWN = 3  # readings of one field


def compose_headline(label: str, fields: Mapping[str, tuple[Reading, ...]]) -> str:
    """Such as "Defection: 16 people, 3 households; North Hamgyong; on or before 8 August, year unknown"."""
    counts = [describe_count(reading.value) for reading in fields.get("how_many", ())]
    places = [reading.value["name"] for reading in fields.get("where", ())]
    days = [describe_edtf(reading.value["edtf"]) for reading in fields.get("when", ())]
    parts = [", ".join(counts[:SHOWN]), " or ".join(places[:SHOWN]), " or ".join(days[:SHOWN])]
    known = "; ".join(part for part in parts if part)
    return f"{label.capitalize()}: {known}" if known else label.capitalize()


def describe_count(count: Mapping[str, Any]) -> str:
    """ "16 people", "at least 20 people", "24 to 99 people"."""
    lo, hi, unit = count["lo"], count["hi"], count["unit"]
    noun = unit if lo == hi == 1 else PLURALS.get(unit, f"{unit}s")
    if hi is None:
        return f"at least {lo} {noun}"
    if lo == 0:
        return f"up to {hi} {noun}"
    return f"{lo} {noun}" if lo == hi else f"{lo} to {hi} {noun}"


def describe_edtf(edtf: str) -> str:
    """ "8 August 2014" for 2014-08-08, "8 August, year unknown" for XXXX-08-08, "on or before ..." for ../2014-08-08."""
    if edtf.startswith("../"):
        return f"on or before {describe_edtf(edtf[3:])}"
    year, month, day = [*edtf.split("-"), "", ""][:3]
    known = [str(int(day))] if day else []
    if month == "XX":
        known.append("of a month unknown")
    elif month:
        known.append(MONTHS[int(month) - 1])
    if year == "XXXX":
        return " ".join(known) + ", year unknown"
    return " ".join([*known, year])
