"""Dates as they are known, in the Extended Date/Time Format. Comes in: EDTF. Goes out: values, and the days that they can mean.

ISO 8601-2:2019, levels 0 to 2, as far as reports speak of time:

    2014-08-08   2014-08   2014   201X   XXXX-08-08   2014-07-29T20:00:00   2014-22 (summer; 21 is spring)   2014-35 (third quarter)
    2014-08~ (approximate)   2014? (uncertain)   2014% (both)
    2014-06-11/2014-06-20   ../2014-08-08 (no start known)   [2014-03,2014-04] (one of them)   {2014-03,2014-04} (all of them)

Days are wide rather than narrow: a report must not be missed because its date is vague.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

OPEN = ".."
FIRST, LAST = "0001-01-01", "9999-12-31"
"""Stand for an end that is open, where dates are compared."""
SEASONS = {  # months and days between which any calendar, of weather or of stars, puts them; winter lies in two years
    "21": ((3, 1), (6, 21)), "22": ((6, 1), (9, 23)), "23": ((9, 1), (12, 21)),
    "33": ((1, 1), (3, 31)), "34": ((4, 1), (6, 30)), "35": ((7, 1), (9, 30)), "36": ((10, 1), (12, 31)),
    "40": ((1, 1), (6, 30)), "41": ((7, 1), (12, 31)),
}  # fmt: skip
WINTER = "24"
_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)"
    r"(?:-(?P<month>\d\d|[01]X|XX)(?:-(?P<day>\d\d|[0-3]X|XX)(?:T(?P<time>\d\d:\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)?)?)?)?(?P<mark>[~?%]?)"
)
Days = tuple[date, date]
"""First and last, both inclusive."""


@dataclass(frozen=True, slots=True)
class Date:
    """A year, month, season, quarter, half year, day or time of day. Digits that are not known are `X`; parts that are not said are "".

    `month` is "01" to "12", or "21" to "24" for seasons from spring on, "33" to "36" for quarters, "40" and "41" for half years.
    """

    year: str
    month: str = ""
    day: str = ""
    time: str = ""
    mark: str = ""

    def __str__(self) -> str:
        dated = "-".join(part for part in (self.year, self.month, self.day) if part)
        return f"{dated}T{self.time}{self.mark}" if self.time else f"{dated}{self.mark}"

    def days(self) -> Days | None:
        """Between which days it lies; `None` where the year is not known. What is approximate may lie one unit before or after."""
        if self.year == "XXXX":
            return None
        first_year, last_year = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        if self.month == WINTER:
            first, last = date(max(first_year - 1, 1), 12, 1), date(min(last_year + 1, 9999), 3, 21)
        elif self.month in SEASONS:
            (month, day), (last_month, last_day) = SEASONS[self.month]
            first, last = date(first_year, month, day), date(last_year, last_month, last_day)
        else:
            months = _fitting(self.month, 1, 12)
            first_days = _fitting(self.day, 1, calendar.monthrange(max(first_year, 1), months[0])[1])
            last_days = _fitting(self.day, 1, calendar.monthrange(last_year, months[-1])[1])
            first, last = date(max(first_year, 1), months[0], first_days[0]), date(last_year, months[-1], last_days[-1])
        if self.mark in ("~", "%"):
            unit = timedelta(1 if self.day else 31 if self.month else 366)
            first, last = max(first, date.min + unit) - unit, min(last, date.max - unit) + unit
        return first, last


class Interval(NamedTuple):
    """From `start` to `end`; `None` where it is open, or not known."""

    start: Date | None
    end: Date | None

    def __str__(self) -> str:
        return f"{self.start or OPEN}/{self.end or OPEN}"


@dataclass(frozen=True, slots=True)
class Several:
    """One of `dates`, or, if `is_all`, all of them."""

    dates: tuple[Date, ...]
    is_all: bool = False

    def __str__(self) -> str:
        listed = ",".join(map(str, self.dates))
        return f"{{{listed}}}" if self.is_all else f"[{listed}]"


Edtf = Date | Interval | Several


def parse_edtf(words: str) -> Edtf:
    """Raises `ValueError` if `words` are no such date, or no calendar has it."""
    if words[:1] in ("[", "{") and words[-1:] == {"[": "]", "{": "}"}[words[0]]:
        return Several(tuple(_parse_date(part.strip()) for part in words[1:-1].split(",")), words[0] == "{")
    start, slash, end = words.partition("/")
    if not slash:
        return _parse_date(words)
    if start in ("", OPEN) and end in ("", OPEN):
        raise ValueError(f"{words!r}: an interval has at least one end")
    interval = Interval(*(None if part in ("", OPEN) else _parse_date(part) for part in (start, end)))
    days = [part.days() for part in interval if part]
    if len(days) == 2 and days[0] and days[1] and days[1][1] < days[0][0]:
        raise ValueError(f"{words!r}: it ends before it begins")
    return interval


def _parse_date(words: str) -> Date:
    match = _DATE.fullmatch(words)
    if not match:
        raise ValueError(f"{words!r} is no date")
    found = Date(*(match[part] or "" for part in ("year", "month", "day", "time", "mark")))
    if found.month in SEASONS or found.month == WINTER:
        if found.day:
            raise ValueError(f"{words!r}: a season has no days")
    elif not _exists(found):
        raise ValueError(f"{words!r}: no calendar has it")
    if found.time and not _fits_clock(found.time):
        raise ValueError(f"{words!r}: no clock shows it")
    return found


def _exists(found: Date) -> bool:
    months = _fitting(found.month, 1, 12)
    year = 2000 if "X" in found.year else int(found.year)  # some leap year
    longest = max((calendar.monthrange(max(year, 1), month)[1] for month in months), default=0)
    return year > 0 and bool(_fitting(found.day, 1, longest))


def _fits_clock(time: str) -> bool:
    hours, minutes, seconds = map(int, time.split(":"))
    return hours < 24 and minutes < 60 and seconds < 60


def bounds(words: str | None) -> tuple[str | None, str | None]:
    """The first and last day, ISO, both inclusive; `None` where it is open, or not known, or `words` are not understood."""
    try:
        value = parse_edtf(words) if words else None
    except ValueError:
        return None, None
    if value is None:
        return None, None
    if isinstance(value, Interval):
        start, end = (part.days() if part else None for part in value)
        return start and start[0].isoformat(), end and end[1].isoformat()
    days = [each.days() for each in (value.dates if isinstance(value, Several) else (value,))]
    known = [each for each in days if each]
    if len(known) < len(days):
        return None, None
    return min(first for first, _ in known).isoformat(), max(last for _, last in known).isoformat()


def reach(words: str | None) -> tuple[str, str] | None:
    """As `bounds`, with `FIRST` and `LAST` for an end that is open or not known; `None` where both are."""
    earliest, latest = bounds(words)
    return (earliest or FIRST, latest or LAST) if earliest or latest else None


def days_from(end: str, start: str) -> int:
    """How many days `start` lies after `end`, both as `reach` gives them; below zero where it lies before."""
    return (date.fromisoformat(start) - date.fromisoformat(end)).days


def of_day(day: date) -> Date:
    """A day of the calendar."""
    return Date(f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}")


def approximate(value: Date) -> Date:
    """The same, but only about then."""
    return replace(value, mark="~")


def _fitting(pattern: str, low: int, high: int) -> list[int]:
    """The numbers from `low` to `high` that `pattern` can mean; "X" is any digit, "" any number."""
    if pattern.isdigit():
        return [int(pattern)] if low <= int(pattern) <= high else []
    return [n for n in range(low, high + 1) if all(p in ("X", d) for p, d in zip(pattern or "XX", f"{n:02}", strict=True))]
