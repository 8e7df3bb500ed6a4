"""Days as linking compares them. Comes in: EDTF. Goes out: first and last day as numbers; those whose year is unknown, apart."""

from collections.abc import Iterable
from datetime import date

from tumen.edtf import bounds
from tumen.link.profile import Days

LONGEST = 62  # days; what is wider says too little
AHEAD = 7  # days after publication up to which a day without a year is looked for
LEAP = "2000"


def day_of(edtf: str | None) -> int | None:
    """The first day that it can mean; `None` if unknown."""
    earliest, latest = bounds(edtf)
    first = earliest or latest
    return date.fromisoformat(first).toordinal() if first else None


def days_of(values: Iterable[str | None], published: int | None) -> tuple[tuple[Days, ...], tuple[Days, ...]]:
    """The days with a year, and those without; a year that is not written is the one nearest to publication, where that is known."""
    dated: set[Days] = set()
    yearless: set[Days] = set()
    for value in values:
        if not value:
            continue
        if "XXXX" not in value:
            found = _between(value)
            if found:
                dated.add(found)
        elif published is None:
            without = _between(value.replace("XXXX", LEAP))
            if without:
                yearless.add(without)
        elif nearest := _nearest(value, published):
            dated.add(nearest)
    return tuple(sorted(dated)), tuple(sorted(yearless))


def _nearest(value: str, published: int) -> Days | None:
    year = date.fromordinal(published).year
    found = [_between(value.replace("XXXX", f"{each:04d}")) for each in (year, max(year - 1, 1))]
    return next((days for days in found if days and days[0] <= published + AHEAD), None)


def _between(value: str) -> Days | None:
    """None for what is open at an end, or wider than `LONGEST`."""
    earliest, latest = bounds(value)
    if earliest is None or latest is None:
        return None
    first, last = date.fromisoformat(earliest).toordinal(), date.fromisoformat(latest).toordinal()
    return (first, last) if last - first <= LONGEST else None


def without_year(days: Iterable[Days]) -> list[Days]:
    """The same days of a leap year."""
    found = []
    for first, last in days:
        start = date.fromordinal(first).replace(year=int(LEAP)).toordinal()
        found.append((start, start + last - first))
    return found


def gap(ours: Iterable[Days], theirs: Iterable[Days]) -> int | None:
    """How many days lie between the nearest of both, 0 where two overlap; `None` if one side has none."""
    theirs = tuple(theirs)
    return min((max(b[0] - a[1], a[0] - b[1], 0) for a in ours for b in theirs), default=None)
