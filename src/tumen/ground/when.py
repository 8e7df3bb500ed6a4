"""Words for times -> EDTF. Comes in: sentences and the publication date. Goes out: `Time` values.

Reads calendar dates, months, years, days of the week, "on the 8th", "yesterday", "last month". A part that is not written
is taken from the publication date where there is one, and stays `X` where there is none.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from tumen.records import Published, Time
from tumen.view import Sentence

MONTHS = tuple("january february march april may june july august september october november december".split())
DAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())

_FULL_MONTH = "|".join(month.capitalize() for month in MONTHS)
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?P<month>{_FULL_MONTH}|{_SHORT_MONTH})"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th)"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
AHEAD = re.compile(
    r"\b(?:will|could|would|may|going to|plans? to|planned|set to|due|expected|upcoming|ahead of)\b"
)  # the tense decides
_NOT_A_DAY = r"(?! (?:floor|anniversary|birthday|attempt|day|time|parallel|of)\b|-)"  # "on the 8th floor"


def find_times(sentences: Iterable[Sentence], published: Published) -> tuple[Time, ...]:
    """The times that the sentences name, in text order; where two overlap, the longer one."""
    anchor = Anchor(published)
    times: list[Time] = []
    for sentence in sentences:
        taken: list[tuple[int, int]] = []
        found: list[Time] = []
        for start, end, edtf, from_anchor in _matches(sentence.view.text, anchor):
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            earliest, latest = bounds(edtf) if edtf else (None, None)
            basis = "published" if from_anchor else None
            found.append(Time(sentence.view.span(start, end), "date", edtf, _timex(edtf), earliest, latest, basis))  # type: ignore[arg-type]
        times.extend(sorted(found, key=lambda time: time.span))
    return tuple(times)


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and last possible day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; unbounded where the year is not known."""
    if "X" in edtf:
        return None, None
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) == 3:
        return edtf, edtf
    if len(parts) == 2:
        return f"{edtf}-01", f"{edtf}-{monthrange(*parts)[1]:02d}"
    return f"{edtf}-01-01", f"{edtf}-12-31"


class Anchor:
    """The day that relative words are counted from: the publication date, as far as it is known."""

    def __init__(self, published: Published) -> None:
        parts = [int(part) for part in re.findall(r"\d+", published.edtf or "")]
        self.year = parts[0] if parts else None
        self.day = date(*parts) if len(parts) == 3 else None

    def of_month_day(self, month: int, day: int, *, is_ahead: bool) -> str:
        """The last such day up to the publication, or the next one if it `is_ahead`; no year without a publication date."""
        if not self.day:
            return f"{self.year or 'XXXX'}-{month:02d}-{day:02d}"
        near = [date(year, month, day) for year in _around(self.day.year) if day <= monthrange(year, month)[1]]
        gone, coming = [d for d in near if d <= self.day], [d for d in near if d > self.day]
        return (min(coming) if is_ahead and coming else max(gone, default=min(near))).isoformat()

    def of_month(self, month: int) -> str:
        """The nearest such month to the publication date that has begun by then."""
        if self.day:
            return f"{self.day.year - (month > self.day.month):04d}-{month:02d}"
        return f"{self.year or 'XXXX'}-{month:02d}"

    def of_day(self, day: int) -> str:
        """The last such day of a month up to the publication date."""
        if not self.day:
            return f"XXXX-XX-{day:02d}"
        at = self.day
        while at.day != day:
            at -= timedelta(days=1)
        return at.isoformat()

    def of_weekday(self, name: str) -> str | None:
        """The last such weekday up to the publication date."""
        return self.back((self.day.weekday() - DAYS.index(name)) % 7) if self.day else None

    def back(self, days: int) -> str | None:
        """The day so many days before."""
        return (self.day - timedelta(days=days)).isoformat() if self.day else None

    def month_back(self, months: int) -> str | None:
        """The month so many months before."""
        if not self.day:
            return None
        year, month = divmod(self.day.year * 12 + self.day.month - 1 - months, 12)
        return f"{year:04d}-{month + 1:02d}"

    def year_back(self, years: int) -> str | None:
        """The year so many years before."""
        return f"{self.year - years:04d}" if self.year else None


def _around(year: int) -> range:
    """Years enough to hold a 29 February before and after."""
    return range(max(year - 8, 1), year + 9)


Rule = Callable[[re.Match[str], Anchor], str | None]


def _written(match: re.Match[str], anchor: Anchor) -> str | None:
    """A date of which at least the month is written."""
    part = match.groupdict()
    month = int(part["month"]) if part["month"].isdigit() else _month(part["month"])
    day = int(part["day"]) if part.get("day") else None
    year = part.get("year")
    if year:
        return f"{year}-{month:02d}-{day:02d}" if day else f"{year}-{month:02d}"
    is_ahead = bool(AHEAD.search(match.string))
    return anchor.of_month_day(month, day, is_ahead=is_ahead) if day else anchor.of_month(month)


def _day_of_month(match: re.Match[str], anchor: Anchor) -> str | None:
    return anchor.of_day(int(match["day"]))


def _weekday(match: re.Match[str], anchor: Anchor) -> str | None:
    return anchor.of_weekday(match["weekday"].lower())


def _relative(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "yesterday", "last month", "this year"."""
    word, _, unit = match.group().lower().partition(" ")
    if unit == "month":
        return anchor.month_back(int(word == "last"))
    if unit == "year":
        return anchor.year_back(int(word == "last"))
    return anchor.back(int(word == "yesterday"))


RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"\b{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b"), _written),
    (re.compile(rf"(?<![“\"‘])\b{_MONTH} {_DAY}{_ORDINAL}?(?:,? {_YEAR})?\b(?![,.]?\d)"), _written),  # not “August 3 workers”
    (re.compile(rf"\b{_DAY}{_ORDINAL}?(?: of)? {_MONTH}(?:,? {_YEAR})?\b"), _written),
    (re.compile(rf"\b{_MONTH},? (?:of )?{_YEAR}\b"), _written),
    (re.compile(rf"(?<=\b[Oo]n the ){_DAY}{_ORDINAL}\b{_NOT_A_DAY}"), _day_of_month),
    (re.compile(rf"(?<=\b(?:[Ii]n|of|by) ){_YEAR}\b"), lambda match, _: match.group()),
    (re.compile(rf"(?<=\b[Ss]ince ){_YEAR}\b"), lambda match, _: match.group()),
    (re.compile(rf"(?<=\b(?:[Ii]n|of|by) )(?P<month>{_FULL_MONTH})\b"), _written),
    (re.compile(rf"(?<=\b[Ss]ince )(?P<month>{_FULL_MONTH})\b"), _written),
    (re.compile(rf"\b(?P<weekday>{'|'.join(day.capitalize() for day in DAYS)})\b"), _weekday),
    (re.compile(r"\b(?:yesterday|today|(?:last|this) (?:month|year))\b"), _relative),
)


def _matches(text: str, anchor: Anchor) -> Iterator[tuple[int, int, str | None, bool]]:
    for pattern, rule in RULES:
        for match in pattern.finditer(text):
            if _exists(match.groupdict()):
                edtf = rule(match, anchor)
                is_anchored = edtf is not None and not edtf.startswith("X") and not re.search(_YEAR, match.group())
                yield match.start(), match.end(), edtf, is_anchored


def _exists(part: dict[str, str | None]) -> bool:
    """Whether the calendar has such a day: there is no 30 February."""
    month, day = part.get("month"), part.get("day")
    if not month or not day:
        return True
    number = int(month) if month.isdigit() else _month(month)
    return int(day) <= monthrange(int(part.get("year") or 2000), number)[1]


def _month(word: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower()[:3]))


def _timex(edtf: str | None) -> str | None:
    return edtf.rstrip("-X") if edtf and edtf.endswith("X") else edtf
