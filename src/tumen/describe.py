"""Values in words, for headlines, tables and spreadsheets. Comes in: counts and EDTF dates. Goes out: English."""

from collections.abc import Mapping
from typing import Any

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
