"""Days written in a line. Comes in: words. Goes out: dates as EDTF and where they stand. Never: a day whose year, calendar or order is not clear."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

MONTHS = {  # Gregorian, by the first letters that tell them apart, in the languages of those who put a date over an English text
    "jan": 1, "ene": 1, "gen": 1, "feb": 2, "fév": 2, "fev": 2, "mar": 3, "mär": 3, "apr": 4, "abr": 4, "avr": 4, "may": 5, "mai": 5, "mag": 5, "jun": 6,
    "jui": 6, "giu": 6, "jul": 7, "lug": 7, "aug": 8, "ago": 8, "aoû": 8, "sep": 9, "set": 9, "oct": 10, "okt": 10, "ott": 10, "out": 10, "nov": 11,
    "dec": 12, "dez": 12, "dic": 12, "déc": 12,
}  # fmt: skip
SEASONS = {
    "spring": 21, "printemps": 21, "primavera": 21, "summer": 22, "été": 22, "verano": 22, "autumn": 23, "fall": 23, "automne": 23, "otoño": 23,
}  # fmt: skip
"""Without winter, which lies in two years."""
_NAMES = (
    r"jan(?:uary|vier)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|se[pt]t?iembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho"
    r"|setembro|outubro|novembro|dezembro|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile"
    r"|maggio|giugno|luglio|settembre|ottobre|dicembre|januar|februar|märz|juni|juli|oktober|dezember"
)
_MONTH = rf"(?P<month>{_NAMES})\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th|er|º)?"
_JUCHE = r"juche\s\d{1,3}"
FULL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR[:-6]}(?P<sign>[-./])\s?(?P<m>\d\d?)(?P=sign)\s?(?P<day>\d\d?)(?!\d)\.?",
        rf"(?<!\d){_YEAR[:-6]}\s?[年년]\s?(?P<m>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]",
        rf"\b{_MONTH}\s{_DAY},?\s{_YEAR}",
        rf"(?<![\d/.])(?:the\s)?{_DAY}\.?\s(?:of\s|de\s)?{_MONTH},?\s(?:de\s|of\s)?{_YEAR}",
        rf"(?<![\d/-])(?P<day>1[3-9]|2\d|3[01])(?P<sign>[/-])(?P<m>\d\d?)(?P=sign){_YEAR}",  # 05/06/2019: see `is_day_first`
        rf"(?<![\d/-])(?P<m>\d\d?)/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}",
        rf"(?<![\d.])(?P<day>\d\d?)\.\s?(?P<m>\d\d?)\.\s?{_YEAR}",
        rf"\b{_JUCHE}\s?\({_YEAR}\)[,.]?\s{_MONTH}\s{_DAY}",
        rf"\b{_MONTH}\s{_DAY},?\s{_JUCHE}\s?\({_YEAR}\)",
    )
)
PARTLY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d\s)(?<!\d\sde\s)(?<!\d[snrte][tdhr]\s)(?<!\d\sof\s)\b{_MONTH},?\s(?:de\s)?{_YEAR}",
        rf"\b(?P<season>{'|'.join(SEASONS)})(?:\s(?:number|issue|edition))?,?\s{_YEAR}",
    )
)
WEEKDAY = (
    r"\b(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b\.?"
)
CLOCK = r"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)?\s?(?:(?:GMT|UTC|[A-Z]{1,3}[SD]?T|MSK|[+-]\d\d:?\d\d)\b)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
RANGE_BEFORE = re.compile(
    rf"(?:(?<!\d)\d\d?(?:st|nd|rd|th)?|\b(?:{_NAMES})|\b(?:{_NAMES})\s\d{{4}})\s?(?:[-–—/]|to|until|and|through)\s?$",
    re.IGNORECASE,
)
RANGE_AFTER = re.compile(rf"\s?(?:[-–—]|to|until|through)\s?(?:\d{{1,2}}\b(?!:)|(?:{_NAMES})\b)", re.IGNORECASE)
RANGE = re.compile(
    rf"\b\d{{1,2}}\s?(?:[-–]|to|and)\s?\d{{1,2}}\s(?:{_NAMES})\b\.?(?:,?\s\d{{4}})?"
    rf"|\b(?:{_NAMES})\.?\s\d{{1,2}}\s?[-–]\s?\d{{1,2}}\b(?:,?\s\d{{4}})?|\b(?:{_NAMES})\s?[-–/]\s?(?:{_NAMES})\s\d{{4}}",
    re.IGNORECASE,
)
UNCLEAR = re.compile(  # dates that no day can be read from: no year, another calendar, day or month first
    rf"(?i:\b{_JUCHE}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_NAMES})\b\.?|\b(?:{_NAMES})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b)"
    r"|\b\d{1,2}\s[A-Z][\w’'-]+(?:\s[IVX\d]+)?\s(?:1[345]|20|25)\d\d\b|\b[A-Z][\w’'-]+\s\d{1,2},\s\d{4}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"
    r"|\b(?i:winter|hiver|invierno|lent|easter|advent|christmas|ramadan|eid|michaelmas)\s(?:of\s)?\d{4}(?:[/-]\d\d)?\b"
)


CLOCKS = re.compile(CLOCK, re.IGNORECASE)
SLASHED = re.compile(r"(?<![\d/])(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>(?:19|20)\d\d)(?![\d/])")
LED = re.compile(r"(?:^|[.;|]\s)(?:on|in|by|since|before|after)\s\S*\s?$", re.IGNORECASE)
""" "On 5 May 2019, a bus": a sentence begins."""
NAMED = re.compile(_MONTH, re.IGNORECASE)
BEFORE = re.compile(  # what a day that stands by itself has on its left
    rf"(?:^|[.,;:|/(>·•»”\"–—가-힣-]|\b(?:on|of|in|up|added|posted|aired|filed|entry|issue|air))\s*(?:{WEEKDAY}[,.]{{0,2}}\s*)?(?:the\s)?$",
    re.IGNORECASE,
)
AFTER = re.compile(rf"\s*(?:$|[.,;:|/()<·•«“\"–—-]|(?:AD|CE|ref|no|nr|vol|page|price|by|at)\b|{CLOCK})", re.IGNORECASE)
ALONE = re.compile(rf"(?:(?<=^)|(?<=[,|(·\0–—-])|(?<=[,|(·\0–—-]\s)|(?<=: )){WEEKDAY}(?=\s*(?:[,|)·\0–—-]|$))", re.IGNORECASE)
"""A weekday beside another date or a comma; not that of "Sunday Mail"."""


class Found(NamedTuple):
    """A day, month or season as EDTF, and where it stands."""

    edtf: str
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        return len(self.edtf) == 10


def find_day(words: str) -> tuple[str, int, int] | None:
    """The first day written out in full in `words`, as EDTF, and where it starts and ends."""
    return min((found for pattern in FULL if (found := _first(pattern, words))), key=lambda found: found.start, default=None)


def find_dates(words: str) -> Iterator[Found]:
    """The days of `words`, then its months and seasons; none that begins or ends a range."""
    days: list[Found] = []
    for one in sorted((one for pattern in FULL for one in _all(pattern, words)), key=lambda one: (one.start, -one.end)):
        if not days or one.start >= days[-1].end:
            days.append(one)
    rest = [found for pattern in PARTLY if (found := _first(pattern, words))]
    for found in (*days, *rest):
        if not RANGE_BEFORE.search(words[: found.start]) and not RANGE_AFTER.match(words, found.end):
            yield found


def is_alone(words: str, found: Found) -> bool:
    """Whether a date is a piece of its line by itself: "Sheet 11. Osaka, 20 July 2019"; not that of "Shots on 20 July 2019 in Osaka"."""
    is_led = re.search(r"\b(?:on|of|in)\s*$", words[: found.start], re.IGNORECASE)
    after = words[found.end :]
    is_told = (is_led and re.match(r"\s*[^\s|.(/·]", after)) or LED.search(words[: found.start])
    return bool(BEFORE.search(words[: found.start]) and AFTER.match(after)) and not is_told


def is_day_first(text: str) -> bool | None:
    """How a text writes days with strokes: as its other ones are, of which one is above 12; else as the months that it names say."""
    pairs = [(int(match["one"]), int(match["two"])) for match in SLASHED.finditer(text)]
    if told := {one > 12 for one, two in pairs if (one > 12) != (two > 12)}:
        return told.pop() if len(told) == 1 else None
    named = {_month(match["month"].lower()) for match in NAMED.finditer(text) if match["month"][0].isupper()}
    told = {two in named for one, two in pairs if (one in named) != (two in named)}
    return told.pop() if len(told) == 1 else None


def write_out(words: str, *, is_day_first: bool | None) -> str:
    """`words` with 05/06/2019 as 05.06.2019 or 06.05.2019, where it is known which of the two it is; as long as before."""
    if is_day_first is None:
        return words
    order = r"\g<one>.\g<two>.\g<year>" if is_day_first else r"\g<two>.\g<one>.\g<year>"
    return SLASHED.sub(
        lambda match: match[0] if max(int(match["one"]), int(match["two"])) > 12 else match.expand(order), words
    )


def _first(pattern: re.Pattern[str], words: str) -> Found | None:
    return next(_all(pattern, words), None)


def _all(pattern: re.Pattern[str], words: str) -> Iterator[Found]:
    for match in pattern.finditer(words):
        if value := _value(match.groupdict()):
            yield Found(value, match.start(), match.end())


def _value(parts: dict[str, str | None]) -> str | None:
    year = parts["year"]
    if season := parts.get("season"):
        return f"{year}-{SEASONS[season.lower()]}"
    name = (parts.get("month") or "").lower()
    month = int(parts.get("m") or _month(name))
    if not parts.get("day"):
        return f"{year}-{month:02}"
    try:
        return datetime.date(int(year or 0), month, int(parts["day"] or 0)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    if name.startswith("jui"):
        return 7 if name.startswith("juil") else 6
    return MONTHS[name[:3]]


def without_dates(words: str, mark: str = " | ") -> str:
    """`words` with `mark` in the place of all that says when: days, times of the day, weekdays that stand by themselves."""
    for pattern in (RANGE, *FULL, *PARTLY, UNCLEAR, CLOCKS):
        words = pattern.sub(mark, words)
    return ALONE.sub(mark, words)


def says_when(words: str) -> bool:
    """Whether something in `words` is a date, whether or not a day can be read from it."""
    return without_dates(words, "\0") != words
