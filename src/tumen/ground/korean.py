"""Places, days and numbers of people in Korean, for reports whose claims are not read. Comes in: the text, its passages, the day of publication. Goes out: values.

A report in Korean and one in English on the same incident share no word, but places, days and numbers. Names are those of the gazetteer in Hangul. A name of two
syllables is also a common word now and then (무산, 안주, 경성): it counts with what kind of place it is behind it (무산군), behind a province, before a particle of
place (무산에서), or where the report names it in one of these ways elsewhere. A day without a month is mostly one of saying ("3일 본지에 말했다") and left out.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tumen.edtf import bounds
from tumen.ground.gazetteer import Entry, Gazetteer, fold, gazetteer
from tumen.ground.numbers import to_number, widened
from tumen.ground.where import place_of
from tumen.records import Passage, Place, Published, Quantity, Span, Time
from tumen.view import View

WORD = re.compile(r"[가-힣]+")
ENDS = r"특별시|직할시|노동자구|로동자구|구역|도|시|군|읍|리|동"
WITH_END = re.compile(rf"(?P<name>[가-힣]{{2,}}?)(?:{ENDS})")
LOCATIVE = r"(?:에서|에게서|으로|로|까지|부터|에|서|의|발|쪽|행)"
TAIL = re.compile(
    rf"(?:시내|지역|일대|인근|주민|당국|정부|국경|측|산|땅|내)*(?:{LOCATIVE}(?:는|도|만)?|은|는|이|가|을|를|와|과|도|만|등|및)?"
)
LOCATED = re.compile(rf"(?:시내|지역|일대|인근|국경)*{LOCATIVE}(?:는|도|만)?|(?:시내|지역|일대|인근)")
ABROAD = {
    "태국": "TH", "라오스": "LA", "베트남": "VN", "러시아": "RU", "몽골": "MN", "한국": "KR", "남한": "KR", "미국": "US", "일본": "JP", "미얀마": "MM", "캄보디아": "KH",
}  # fmt: skip
SHORT = {"함북": "함경북도", "함남": "함경남도", "평북": "평안북도", "평남": "평안남도", "황북": "황해북도", "황남": "황해남도"}  # fmt: skip
SHORTEST, LONGEST = 2, 7  # syllables of a name

DAY = re.compile(
    r"(?:(?:(?P<year>\d{4})년|(?P<before>지난해|작년)|올해)\s?)?(?P<month>\d{1,2})월(?:\s?(?P<day>\d{1,2})일)?"
    r"|(?P<last>지난\s?달|이달|이번\s?달)(?:\s?(?P<its_day>\d{1,2})일)?"
    r"|지난\s(?P<bare>\d{1,2})일"
)
LONGEST_HEAD = 40  # letters of a line whose day at its end is that on which it was printed
AHEAD = 7  # days after publication up to which a day without a year is looked for

ONES = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"]
TENS = ["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
NATIVE = {word: number for number, word in enumerate(ONES, 1)} | {"스무": 20}
NATIVE |= {f"{ten}{one}": 10 * number + NATIVE.get(one, 0) for number, ten in enumerate(TENS, 1) for one in ("", *ONES)}
VAGUE = {"수십": (20, 99), "수백": (200, 999), "수천": (2_000, 9_999), "여러": (3, 9), "몇": (3, 9)}
UNITS = {"명": "person", "사람": "person", "가족": "household", "가구": "household", "세대": "household"}
COUNT = re.compile(
    rf"(?<![\d가-힣.,])(?P<about>약 |최소 |적어도 |최대 |무려 )?(?:(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+)|(?P<word>{'|'.join(sorted((*NATIVE, *VAGUE), key=len, reverse=True))}))"
    rf"\s?(?P<odd>여)?\s?(?P<unit>{'|'.join(UNITS)})(?!당|분)(?P<more> 이상| 넘)?"
)
AT_LEAST = ("최소", "적어도")
WIDENED: dict[str, tuple[int, int | None, int]] = {  # as `howmany.APPROXIMATORS`
    "약": (9, 11, 0), "최소": (10, None, 0), "적어도": (10, None, 0), "이상": (10, None, 0), "넘": (10, None, 1), "최대": (0, 10, 0),
}  # fmt: skip


def find_korean(
    text: str, passages: Sequence[Passage], published: Published, known: Gazetteer | None = None
) -> tuple[tuple[Time, ...], tuple[Place, ...], tuple[Quantity, ...]]:
    """Times, places and quantities of these passages, each in text order. `known`: what is asked instead of Tumen's own gazetteer."""
    views = [View.of(text, passage.span) for passage in passages]
    times = tuple(time for view in views for time in _times(view, published))
    quantities = tuple(one for view in views for one in _quantities(view))
    return times, _places(views, known or gazetteer()), quantities


# ------------------------------------------------------------------------------------------------------------- places


def _places(views: Sequence[View], known: Gazetteer) -> tuple[Place, ...]:
    found: list[tuple[Span, Entry, bool]] = []
    for view in views:
        before: Entry | None = None
        for match in WORD.finditer(view.text):
            named = _named(match[0], before, known)
            before = named[0] if named else None
            if named:
                entry, length, is_sure = named
                found.append((view.span(match.start(), match.start() + length), entry, is_sure))
    sure = {entry.id for _, entry, is_sure in found if is_sure}
    return tuple(place_of(span, entry, "name") for span, entry, _ in found if entry.id in sure)


def _named(word: str, before: Entry | None, known: Gazetteer) -> tuple[Entry, int, bool] | None:
    """The place that a word begins with, the longest there is; how many syllables name it; and whether it can be no common word."""
    for length in range(min(len(word), LONGEST), SHORTEST - 1, -1):
        name, tail = word[:length], word[length:]
        if not TAIL.fullmatch(tail):
            continue
        with_end = WITH_END.fullmatch(name)
        entry = _entry(name, known) or (with_end and _entry(with_end["name"], known)) or None
        if entry:
            is_wide = entry.level in ("country", "province", "water") or length > SHORTEST
            is_in = before is not None and before.level in ("province", "county")
            return entry, length, bool(is_wide or with_end or is_in or LOCATED.fullmatch(tail))
    return None


def _entry(name: str, known: Gazetteer) -> Entry | None:
    """Of the DPRK, a neighbour of it, or where people go: the entry with this name in Hangul, in the spelling of the North or of the South (양강도)."""
    if name in ABROAD:
        return known.country_of(ABROAD[name])
    name = SHORT.get(name, name)
    found = [entry for entry in known.named(fold(name)) if entry.level != "locality"]
    if not found and WITH_END.fullmatch(name):
        found = [entry for entry in known.sounding(name, is_loose=False) if entry.level in ("province", "county")]
    return found[0] if found else None


# -------------------------------------------------------------------------------------------------------------- times


def _times(view: View, published: Published) -> Iterator[Time]:
    first = bounds(published.edtf)[0]
    seen = date.fromisoformat(first) if first else None
    is_head = len(view.text) <= LONGEST_HEAD
    for match in DAY.finditer(view.text):
        made = None if is_head and match.end() == len(view.text) else _day(match, seen)  # "강변소식 2019년 10월 16일"
        if made:
            edtf, is_relative = made
            earliest, latest = bounds(edtf)
            yield Time(
                view.span(*match.span()), "date", edtf, edtf, earliest, latest, "published" if is_relative and seen else None
            )


def _day(match: re.Match[str], seen: date | None) -> tuple[str, bool] | None:
    """EDTF, and whether a part of it comes from the day of publication; `None` where that is needed and unknown, or no calendar has the day."""
    day = match["day"] or match["its_day"] or match["bare"]
    if match["year"]:
        return _edtf(int(match["year"]), int(match["month"]), day, is_relative=False)
    if match["month"]:
        if seen is None:
            made = _edtf(2000, int(match["month"]), day, is_relative=True)
            return (made[0].replace("2000", "XXXX"), True) if made else None
        years = [seen.year - 1] if match["before"] else [seen.year, seen.year - 1]
        options = [made for year in years if (made := _edtf(year, int(match["month"]), day, is_relative=True))]
        return next((one for one in options if _is_past(one[0], seen)), None)
    if seen is None:
        return None
    is_before = bool(match["last"] and match["last"].startswith("지난")) or bool(
        match["bare"] and int(match["bare"]) > seen.day
    )
    month = seen.month - 1 if is_before else seen.month
    return _edtf(seen.year if month else seen.year - 1, month or 12, day, is_relative=True)


def _edtf(year: int, month: int, day: str | None, *, is_relative: bool) -> tuple[str, bool] | None:
    try:
        date(year, month, int(day or 1))
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}" + (f"-{int(day):02d}" if day else ""), is_relative


def _is_past(edtf: str, seen: date) -> bool:
    first = bounds(edtf)[0]
    return first is not None and (date.fromisoformat(first) - seen).days <= AHEAD


# --------------------------------------------------------------------------------------------------------- quantities


def _quantities(view: View) -> Iterator[Quantity]:
    for match in COUNT.finditer(view.text):
        lo, hi, exact = _interval(match)
        start = match.start() if match["about"] else match.start("number" if match["number"] else "word")
        group = view.span(*match.span("unit"))
        yield Quantity(view.span(start, match.end()), lo, hi, exact, UNITS[match["unit"]], group)


def _interval(match: re.Match[str]) -> tuple[int, int | None, bool]:
    if match["word"] in VAGUE:
        return *VAGUE[match["word"]], False
    number = to_number(match["number"]) if match["number"] else NATIVE[match["word"]]
    about, more = (match["about"] or "").strip(), (match["more"] or "").strip()
    if more and about not in AT_LEAST:
        about = more
    if about in WIDENED and not (match["odd"] and about == "약"):
        return *widened(number, *WIDENED[about]), False
    if match["odd"]:  # "10여 명": ten and some more
        return number, number + max(10 ** (len(str(number)) - 1), 10) - 1, False
    return number, number, True
