"""Readings -> a headline. Made of values only, in a fixed order; where readings differ, it shows all of them."""

from collections.abc import Mapping

from tumen.describe import describe_count, describe_edtf
from tumen.records import Reading

SHOWN = 3  # readings of one field


def compose_headline(label: str, fields: Mapping[str, tuple[Reading, ...]]) -> str:
    """Such as "Defection: 16 people, 3 households; North Hamgyong; on or before 8 August, year unknown"."""
    counts = [describe_count(reading.value) for reading in fields.get("how_many", ())]
    places = [reading.value["name"] for reading in fields.get("where", ())]
    days = [describe_edtf(reading.value["edtf"]) for reading in fields.get("when", ())]
    parts = [", ".join(counts[:SHOWN]), " or ".join(places[:SHOWN]), " or ".join(days[:SHOWN])]
    known = "; ".join(part for part in parts if part)
    return f"{label.capitalize()}: {known}" if known else label.capitalize()
