"""The calendar: what words for a time mean, seen from a day. Comes in: parts of a date. Goes out: EDTF and TIMEX3 values.

Whatever is taken from the anchor is as precise as the anchor: from a month of publication comes no day.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from tumen.edtf import Date, Edtf, Interval, Several, approximate, of_day, parse_edtf

Kind = Literal["date", "time", "duration", "set"]
Tense = Literal["ahead", "gone", "either"] | None
"""What the words around say of a day: it is still to come, or gone, or the nearer of the two ("by the 20th"); `None`: nothing."""
SOON = timedelta(days=60)  # ahead: so near a day without a year and a verb is meant, and not the one a year before
SEASON_CODES = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
SEASON_ENDS = {"SP": 5, "SU": 8, "FA": 11, "WI": 12}  # the month in which it is surely there
QUARTERS = {1: "33", 2: "34", 3: "35", 4: "36"}
PART_HOURS = {"MO": (5, 12), "AF": (12, 18), "EV": (18, 22), "NI": (20, 30), "DA": (4, 7), "DU": (17, 21)}
"""From which hour of the day to which; a night ends at six the next day. Wide, and nobody's definition."""
YEAR, MONTH, WEEK, DAY = "Y", "M", "W", "D"


class Meaning(NamedTuple):
    """What words for a time stand for. `edtf` is `None` where it is not known, or where it has no place in a calendar.

    `taken`: a part of it was taken from the anchor ("anchor"), from a day named before ("text"), or from an event ("event").
    """

    kind: Kind
    timex: str | None
    edtf: str | None = None
    taken: Literal["anchor", "text", "event"] | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day from which others are counted, as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    @classmethod
    def of(cls, edtf: str | None) -> "Day":
        """The last day, month or year of `edtf`; nothing where it has none."""
        try:
            value = parse_edtf(edtf) if edtf else None
        except ValueError:
            return cls()
        if isinstance(value, Interval):
            value = value.start or value.end
        if isinstance(value, Several):
            value = value.dates[0]
        if value is None or not value.year.isdigit():
            return cls()
        if value.month in QUARTERS.values():
            return cls(int(value.year), quarter=int(value.month) - 32)
        month = int(value.month) if value.month.isdigit() and int(value.month) <= 12 else None
        return cls(int(value.year), month, int(value.day) if month and value.day.isdigit() else None)

    @property
    def date(self) -> date | None:
        """The calendar's day, if it is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    def month_day(self, month: int, day: int, tense: Tense, weekday: int | None = None) -> str:
        """The last such day up to this one, or the next. If a weekday is told, the nearest that is one. Without a day to count from,
        no year."""
        at = self.date
        if not at:
            return (
                self._near_month(month, day) if self.year and self.month else f"{self.year or 'XXXX'}-{month:02d}-{day:02d}"
            )
        years = range(max(at.year - 8, 1), min(at.year + 9, 10_000))  # enough to hold a 29 February before and after
        near = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
        if weekday is not None and (fitting := [each for each in near if each.weekday() == weekday]):
            return min(fitting, key=lambda each: abs(each - at)).isoformat()
        gone = max((each for each in near if each <= at), default=min(near))
        coming = min((each for each in near if each > at), default=max(near))
        is_near = coming - at < (at - gone if tense == "either" else SOON)
        return (coming if tense == "ahead" or (tense != "gone" and is_near) else gone).isoformat()

    def _near_month(self, month: int, day: int) -> str:
        year = (self.year or 0) - (month > (self.month or 12))
        return f"{year:04d}-{month:02d}-{day:02d}"

    def of_month(self, month: int, tense: Tense) -> str:
        """The last such month that has begun by this day, or, if it is "ahead", the next; or the nearer."""
        if not self.year:
            return f"XXXX-{month:02d}"
        if not self.month:
            return f"{self.year:04d}-{month:02d}"
        if tense == "ahead" or (tense != "gone" and (month - self.month) % 12 < (self.month - month) % 12):
            return f"{self.year + (month < self.month):04d}-{month:02d}"
        return f"{self.year - (month > self.month):04d}-{month:02d}"

    def of_day(self, day: int, *, is_ahead: bool) -> str:
        """The last such day of a month up to this one, or the next."""
        at = self.date
        if not at:
            return f"{self.year:04d}-{self.month:02d}-{day:02d}" if self.year and self.month else f"XXXX-XX-{day:02d}"
        step = timedelta(days=1 if is_ahead else -1)
        at = at + step if is_ahead else at
        while at.day != day:
            at += step
        return at.isoformat()

    def weekday(self, number: int, which: int) -> str | None:
        """The last such weekday up to this day (`which` is -1: not this day itself; 0: this day too) or the next (1)."""
        at = self.date
        if not at:
            return None
        back = (at.weekday() - number) % 7
        if which < 0:
            back = back or 7
        days = (number - at.weekday()) % 7 or 7 if which > 0 else -back
        return (at + timedelta(days=days)).isoformat()

    def shift(self, unit: str, by: int) -> "Meaning | None":
        """So many days, weeks, months, quarters, years, decades or centuries on (or back), as precise as the unit is; `None` if the
        calendar does not go so far."""
        try:
            return self._shifted(unit, by)
        except OverflowError:
            return None

    def _shifted(self, unit: str, by: int) -> "Meaning | None":
        at = self.date
        if unit == "F":
            unit, by = WEEK, 2 * by
        if unit == DAY:
            return dated(of_day(at + timedelta(days=by))) if at else None
        if unit == WEEK:
            return week_of(at + timedelta(weeks=by)) if at else None
        if unit == MONTH and self.year and self.month:
            year, month = divmod(self.year * 12 + self.month - 1 + by, 12)
            return dated(Date(_written(year), f"{month + 1:02d}"))
        if unit == "Q" and self.year and (self.month or self.quarter):
            own = self.quarter or ((self.month or 1) + 2) // 3
            year, quarter = divmod(self.year * 4 + own - 1 + by, 4)
            return quarter_of(_written(year), quarter + 1)
        if unit == YEAR and self.year and self.quarter:
            return quarter_of(_written(self.year + by), self.quarter)
        if unit == YEAR and self.year:
            return dated(Date(_written(self.year + by)))
        if unit == "E" and self.year:
            return decade_of(int(_written(self.year + 10 * by)) // 10)
        if unit == "C" and self.year:
            return century_of(int(_written(self.year + 100 * by)) // 100)
        return None


def _written(year: int) -> str:
    """Raises `OverflowError` for a year that four digits do not hold."""
    if not 1 <= year <= 9999:
        raise OverflowError
    return f"{year:04d}"


def dated(value: Date, timex: str | None = None) -> Meaning:
    """A date, whose TIMEX3 is its EDTF without what is unknown at its end. Raises `OverflowError` for a year before 1."""
    if value.year.isdigit():
        _written(int(value.year))
    words = str(value)
    return Meaning("date", timex or words.removesuffix("~"), words)


def between(start: Date, end: Date, timex: str | None) -> Meaning:
    """A stretch of time that is one date for TIMEX3."""
    return Meaning("date", timex, str(Interval(start, end)))


def week_of(day: date) -> Meaning:
    """The week from Monday to Sunday that `day` is in."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    return between(of_day(monday), of_day(monday + timedelta(days=6)), f"{year:04d}-W{week:02d}")


def weekend_of(day: date) -> Meaning:
    """Saturday and Sunday of the week that `day` is in."""
    saturday = day + timedelta(days=5 - day.weekday())
    year, week, _ = saturday.isocalendar()
    return between(of_day(saturday), of_day(saturday + timedelta(days=1)), f"{year:04d}-W{week:02d}-WE")


def quarter_of(year: str, quarter: int) -> Meaning:
    """`quarter` is 1 to 4."""
    return dated(Date(year, QUARTERS[quarter]), f"{year}-Q{quarter}")


def half_of(year: str, half: int) -> Meaning:
    """`half` is 1 or 2."""
    return dated(Date(year, str(39 + half)), f"{year}-H{half}")


def season_of(year: str, season: str) -> Meaning:
    """`season` is SP, SU, FA or WI. A winter may be the one that begins or the one that ends in the year."""
    return dated(Date(year, SEASON_CODES[season]), f"{year}-{season}")


def decade_of(tens: int) -> Meaning:
    """The 1990s are 199."""
    return dated(Date(f"{tens:03d}X"), f"{tens:03d}")


def century_of(hundreds: int) -> Meaning:
    """The 20th century is 19: 1900 to 1999, as people use the word."""
    return dated(Date(f"{hundreds:02d}XX"), f"{hundreds:02d}")


def edge_of(whole: Meaning, edge: str) -> Meaning:
    """The beginning, middle or end of a month, season or year: about a third of it. Of anything else: the whole."""
    value = parse_edtf(whole.edtf) if whole.edtf else None
    third = ("START", "MID", "END").index(edge)
    if not isinstance(value, Date) or not value.year.isdigit() or value.day:
        return whole
    if not value.month:
        months = ((1, 4), (5, 8), (9, 12))[third]
        start, end = (Date(value.year, f"{month:02d}") for month in months)
    elif int(value.month) <= 12:
        length = monthrange(int(value.year), int(value.month))[1]
        days = ((1, 10), (11, 20), (21, length))[third]
        start, end = (Date(value.year, value.month, f"{day:02d}") for day in days)
    else:
        return whole
    return whole._replace(edtf=str(Interval(approximate(start), approximate(end))))


def part_of(day: Meaning, part: str) -> Meaning:
    """A part of a day ("NI", or an hour "12:00"), as an interval of hours where the day is known."""
    value = parse_edtf(day.edtf) if day.edtf else None
    clock = part[0].isdigit()
    timex = f"{day.timex or 'XXXX-XX-XX'}T{part}"
    if not isinstance(value, Date) or not value.day.isdigit() or not value.month.isdigit():
        return day._replace(kind="time", timex=timex)
    if clock:
        hour, minute = (int(number) for number in part.split(":"))
        return day._replace(kind="time", timex=timex, edtf=str(_at(value, hour, minute)))
    first, last = PART_HOURS[part]
    return day._replace(kind="time", timex=timex, edtf=str(Interval(_at(value, first, 0), _at(value, last, 0))))


def _at(day: Date, hour: int, minute: int) -> Date:
    """`hour` may be 24 and more: that is the next day."""
    if hour >= 24:
        year = (
            day.year if day.year.isdigit() else "2000" if day.day == "29" else "2001"
        )  # 28 February: wide rather than narrow
        after = of_day(date(int(year), int(day.month), int(day.day)) + timedelta(days=1))
        day, hour = replace(after, year=after.year if day.year.isdigit() else day.year), hour - 24
    return Date(day.year, day.month, day.day, f"{hour:02d}:{minute:02d}:00")


def bounded(meaning: Meaning, side: str) -> Meaning:
    """After a word for a bound. "from": that and all after; "to": all up to that and that; "after" and "before": without that."""
    if not meaning.edtf:
        return meaning
    value: Edtf = parse_edtf(meaning.edtf)
    if isinstance(value, Several):
        return meaning
    start, end = value if isinstance(value, Interval) else (value, value)
    if side in ("after", "before"):
        edge = end if side == "after" else start
        day = edge.days() if edge else None
        if not edge or not day or edge.mark or date.min in day or date.max in day:
            return meaning
        day_after, day_before = of_day(day[1] + timedelta(days=1)), of_day(day[0] - timedelta(days=1))
        interval = Interval(day_after, None) if side == "after" else Interval(None, day_before)
    else:
        interval = Interval(start, None) if side == "from" else Interval(None, end)
    return meaning._replace(edtf=str(interval)) if any(interval) else meaning
