"""The days that a date of the Extended Date/Time Format can mean. Comes in: EDTF. Goes out: first and last day, ISO.

Wide rather than narrow: a report must not be missed because its date is vague. Source: ISO 8601-2:2019 / EDTF, levels 0 to
2 as far as dates of publication need them. A date that is not understood, or whose year is not known, gives `None`.
"""

import calendar
import re

FIRST, LAST = "0001-01-01", "9999-12-31"
"""Stand for an end that is open."""

_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?(?:T[0-9:.,Z+\-]+)?")
_QUALIFIERS = str.maketrans("", "", "?~%")

Bounds = tuple[str, str]


def bounds(edtf: str | None) -> Bounds | None:
    """The first and the last day, both inclusive, between which `edtf` lies; `None` where that is unknown."""
    if not edtf:
        return None
    plain = edtf.strip().translate(_QUALIFIERS)
    if plain[0:1] in ("[", "{"):
        inner = plain.strip("[]{}")
        return _hull(re.split(r",|\.\.", inner), open_start=inner.startswith(".."), open_end=inner.endswith(".."))
    if "/" in plain:
        first, _, last = (part.strip(".") for part in plain.partition("/"))
        return _hull([first, last], open_start=not first, open_end=not last)
    return _day_bounds(plain)


def _hull(dates: list[str], *, open_start: bool, open_end: bool) -> Bounds | None:
    """From the first day to the last day that any of `dates` can mean; an empty one stands for nothing."""
    known = [_day_bounds(date.strip()) for date in dates if date]
    found = [each for each in known if each]
    if not found or len(found) < len(known):
        return None
    earliest, latest = min(first for first, _ in found), max(last for _, last in found)
    return FIRST if open_start else earliest, LAST if open_end else latest


def _day_bounds(date: str) -> Bounds | None:
    match = _DATE.fullmatch(date)
    if not match or match[1] == "XXXX":
        return None
    first, last = int(match[1].replace("X", "0")) or 1, int(match[1].replace("X", "9"))
    months = _fitting(match[2], 1, 12)
    if match[2] and match[2].isdigit() and 21 <= int(match[2]) <= 41:  # a season or a quarter: somewhere in the year
        months = _fitting(None, 1, 12)
    if not months or not last:
        return None
    first_days = _fitting(match[3], 1, calendar.monthrange(first, months[0])[1])
    last_days = _fitting(match[3], 1, calendar.monthrange(last, months[-1])[1])
    if not first_days or not last_days:
        return None
    return f"{first:04}-{months[0]:02}-{first_days[0]:02}", f"{last:04}-{months[-1]:02}-{last_days[-1]:02}"


def _fitting(pattern: str | None, low: int, high: int) -> list[int]:
    """The numbers from `low` to `high` that `pattern` can mean; "X" is any digit, `None` any number."""
    if pattern is None:
        pattern = "XX"
    return [n for n in range(low, high + 1) if all(p in ("X", d) for p, d in zip(pattern, f"{n:02}", strict=True))]
