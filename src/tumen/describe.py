"""Values in words, for headlines, tables and spreadsheets. Comes in: counts and EDTF dates. Goes out: English."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tumen.edtf import Date, Several, parse_edtf

SEASONS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter", "33": "first quarter of", "34": "second quarter of",
    "35": "third quarter of", "36": "fourth quarter of", "40": "first half of", "41": "second half of",
}  # fmt: skip
PARTS = {  # of a day, by the hours that `tumen.ground` gives them
    ("04:00", "07:00"): "dawn", ("05:00", "12:00"): "morning", ("12:00", "18:00"): "afternoon", ("17:00", "21:00"): "dusk",
    ("18:00", "22:00"): "evening", ("20:00", "06:00"): "night",
}  # fmt: skip
PLURALS = {"person": "people", "household": "households"}
MONTHS = "January February March April May June July August September October November December".split()


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
    """ "8 August 2014" for 2014-08-08, "8 August, year unknown" for XXXX-08-08, "on or before ..." for ../2014-08-08.

    Raises `ValueError` for what is no EDTF that `tumen.edtf` understands.
    """
    value = parse_edtf(edtf)
    if isinstance(value, Several):
        joint = " and " if value.is_all else " or "
        return joint.join(_describe_date(date) for date in value.dates)
    if isinstance(value, Date):
        return _describe_date(value)
    if value.start is None or value.end is None:
        side, date = ("on or before", value.end) if value.start is None else ("from", value.start)
        return f"{side} {_describe_date(date)}" if date else edtf
    if part := PARTS.get((value.start.time[:5], value.end.time[:5])):
        return f"{part} of {_describe_date(replace(value.start, time=''))}"
    return f"{_describe_date(value.start)} to {_describe_date(value.end)}"


def _describe_date(date: Date) -> str:
    known = [str(int(date.day))] if date.day.isdigit() else []
    if date.month in SEASONS:
        known.append(SEASONS[date.month])
    elif date.month.isdigit():
        known.append(MONTHS[int(date.month) - 1])
    elif date.day:
        known.append("of a month unknown")
    if date.year == "XXXX":
        words = " ".join(known) + ", year unknown"
    elif date.year.endswith("XX"):
        words = f"{int(date.year[:2]) + 1}th century"
    else:
        words = " ".join([*known, f"{date.year[:3]}0s" if date.year.endswith("X") else date.year])
    if date.time:
        words = f"{date.time[:5]} on {words}"
    return {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(date.mark, "") + words
