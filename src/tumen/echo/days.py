"""Which of two reports came first. Comes in: a report's record. Goes out: the day on which it was published, and how such days lie to each other.

Agencies write "NAIROBI, April 21" and no year. Such a day is set beside another as the nearest of its name, and only where nothing better is known.
"""

import re
from collections.abc import Iterable
from datetime import date

from tumen.edtf import bounds
from tumen.records import ReportRecord

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
NAMED = r"(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"^[^\n]{{0,60}}?\b[A-Z]{{3,}}[^\n.“”\"]{{0,50}}?,\s+{NAMED}\s(?P<day>\d\d?)\s\([A-Z][^()\n]{{1,50}}\)\s?[-–—]",
    re.MULTILINE,
)
""" "DUBAI, May 13 (Gulf Courier) --"."""
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )"
STANDING = re.compile(
    rf"^(?:[^\n.,]{{0,40}}, )?{WEEKDAY}?(?:{NAMED} (?P<day>\d\d?)|(?P<before>\d\d?) {NAMED.replace('month', 'after')})(?=\W*(?:--|[–—|]|\n|\. |$))",
    re.MULTILINE,
)
"""A line, or the beginning of a text: "Tuesday, March 14 -- 4:52 PM", "Ambam, Saturday 10 September."."""
SHORT_YEAR = re.compile(r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>\d\d)\b(?!/)")
WITHOUT_YEAR = "XXXX-"
HEAD, LINE = 600, 60  # code points within which a dateline stands, and the day of a text


def find_day(record: ReportRecord, start: int) -> str | None:
    """The day of publication, EDTF; without its year ("XXXX-05-13") where only a dateline has it. `start`: where the head of the page ends."""
    report = record.report
    if report.published.edtf:
        return report.published.edtf
    if found := SHORT_YEAR.search(report.text[: start + LINE]):
        return _if_there(f"20{found['year']}-{int(found['month']):02}-{int(found['day']):02}")
    if found := DATELINE.search(report.text[: start + HEAD]) or STANDING.search(report.text[: start + LINE]):
        parts = found.groupdict()
        month, day = parts["month"] or parts["after"], parts["day"] or parts["before"]
        value = f"{MONTHS.index(month[:3].lower()) + 1:02}-{int(day):02}"
        return WITHOUT_YEAR + value if _exists(f"2000-{value}") else None
    return None


def _if_there(day: str) -> str | None:
    return day if _exists(day) else None


def reach(day: str | None, anchor: str | None) -> tuple[str | None, str | None]:
    """Between which days a report was published, ISO; one without its year is taken to lie nearest to `anchor`, ISO."""
    if day and day.startswith(WITHOUT_YEAR) and anchor:
        near = date.fromisoformat(anchor)
        years = (f"{near.year + step}{day[4:]}" for step in (-1, 0, 1))
        fitting = [date.fromisoformat(one) for one in years if _exists(one)]
        best = min(fitting, key=lambda one: abs((one - near).days), default=None)
        return (best.isoformat(), best.isoformat()) if best else (None, None)
    return bounds(day)


def anchor_of(days: Iterable[str | None]) -> str | None:
    """The first day on which any of them was published; of days without their year any year."""
    known = list(days)
    firsts = sorted(first for day in known if (first := bounds(day)[0]))
    yearless = sorted(f"2000{day[4:]}" for day in known if day and day.startswith(WITHOUT_YEAR))
    return next(iter(firsts + yearless), None)


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
