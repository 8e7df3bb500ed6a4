"""The rules of times: which sequences of words are a time, and what they mean. Comes in: tokens and where they stand. Goes out: a `Meaning`.

A rule is a pattern over the letters of `tokens.py` and a function. The names of the functions say what they read; their examples, how.
"""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from tumen.edtf import Date, parse_edtf
from tumen.ground.meaning import (
    SEASON_ENDS,
    Day,
    Meaning,
    Tense,
    century_of,
    dated,
    decade_of,
    edge_of,
    half_of,
    part_of,
    quarter_of,
    season_of,
    weekend_of,
)  # fmt: skip
from tumen.ground.tokens import Token, names

NO_DAY_OF_MONTH = re.compile(
    r"\s(?:floor|anniversary|birthday|attempt|days?|time|parallel|century|grade|straight|consecutive|place|session|congress|"
    r"round|year|month|week|quarter|plenum|party|division|corps|brigade|regiment|army|district|of)\b|-"
)
AGE = re.compile(r"\b(?:his|her|their|my|our|your|its)(?:[ -](?:early|mid|middle|late))?[ -]*$", re.IGNORECASE)
NO_YEAR = re.compile(
    r"\s(?:people|men|women|won|yuan|dollars|tons|tonnes|troops|households|families|residents|persons|shares|points)\b|[%°]"
)
IN_YEAR = re.compile(r"\b(?:in|since|of|until|by|year)\s$", re.IGNORECASE)


class Context(NamedTuple):
    """Where a time stands. `anchor` is the day it is seen from, `last` the day that the text named last, `tense` what the verb says."""

    anchor: Day
    last: Day
    tense: Tense
    before: str
    after: str


Rule = Callable[[Sequence[Token], Context], Meaning | None]


def _iso(tokens: Sequence[Token], _: Context) -> Meaning | None:
    return _dated(str(tokens[0].value))


def _slashed(tokens: Sequence[Token], _: Context) -> Meaning | None:
    """8/13/14 is 13 August; 3/4/2014 may be either, and stays a year."""
    first, second, year = (int(part) for part in str(tokens[0].value).split("/"))
    year += (2000 if year < 50 else 1900) if year < 100 else 0
    if first <= 12 < second or first == second:
        return _dated(f"{year:04d}-{first:02d}-{second:02d}")
    if second <= 12 < first:
        return _dated(f"{year:04d}-{second:02d}-{first:02d}")
    return Meaning("date", None, f"[{year:04d}-{first:02d}-{second:02d},{year:04d}-{second:02d}-{first:02d}]")


def _month_day(tokens: Sequence[Token], at: Context) -> Meaning | None:
    month, day = _value(tokens, "Mm"), _value(tokens, "do")
    year = _value(tokens, "Y")
    if year:
        return _dated(f"{year}-{month:02d}-{day:02d}")
    if not _dated(f"XXXX-{month:02d}-{day:02d}"):
        return None
    weekday = _value(tokens, "D")
    return _anchored(at.anchor.month_day(int(month), int(day), at.tense, weekday if isinstance(weekday, int) else None))


def _month_year(tokens: Sequence[Token], _: Context) -> Meaning | None:
    return _dated(f"{_value(tokens, 'Y')}-{_value(tokens, 'Mm'):02d}")


def _month(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "August", "last August", "July of last year"."""
    month = int(_value(tokens, "Mm"))
    year = next((token for token in tokens if token.kind == "U"), None)
    which = _value(tokens, "lxh")
    if year is not None:
        if year.value != "Y":
            return None
        whole = at.anchor.shift("Y", _steps(which))
        return _anchored(f"{whole.edtf}-{month:02d}") if whole and whole.edtf else _anchored(f"XXXX-{month:02d}")
    if which == -1 and at.anchor.month == month and at.anchor.year:
        return _anchored(f"{at.anchor.year - 1:04d}-{month:02d}")
    if which == "this" and at.anchor.year:
        return _anchored(f"{at.anchor.year:04d}-{month:02d}")
    return _anchored(at.anchor.of_month(month, "ahead" if which == 1 else at.tense if which == "" else "gone"))


def _day_of_month(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "the 8th"; "the 20th of this month"."""
    written = next(token.word for token in tokens if token.kind == "o")
    day = int(_value(tokens, "o"))
    if NO_DAY_OF_MONTH.match(at.after) or not written[0].isdigit() or not 1 <= day <= 31:
        return None
    if any(token.kind == "U" for token in tokens):
        if tokens[-1].value != "M":
            return None
        which = _value(tokens, "lxh")
        month = at.anchor.shift("M", _steps(which))
        return _anchored(f"{month.edtf if month else 'XXXX-XX'}-{day:02d}")
    if at.last.month and at.last.year and not at.anchor.date:
        return Meaning("date", None, f"{at.last.year:04d}-{at.last.month:02d}-{day:02d}", "text")
    return _anchored(at.anchor.of_day(day, is_ahead=at.tense == "ahead"))


def _year(tokens: Sequence[Token], at: Context) -> Meaning | None:
    if (NO_YEAR.match(at.after) and not IN_YEAR.search(at.before)) or at.before.endswith(("$", "£", "€", "No. ")):
        return None
    return dated(Date(str(_value(tokens, "Y"))))


def _decade(tokens: Sequence[Token], at: Context) -> Meaning | None:
    if AGE.search(at.before):  # "a trader in her fifties"
        return None
    value = _value(tokens, "K")
    if isinstance(value, int):  # "the nineties"
        return decade_of(190 + value)
    return decade_of(int(value[:3]) if len(value) == 4 else 190 + int(value[:1]))


def _century(tokens: Sequence[Token], _: Context) -> Meaning | None:
    return century_of(int(_value(tokens, "o")) - 1) if tokens[-1].value == "C" else None


def _quarter(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "the third quarter", "the first half of last year"."""
    number = int(_value(tokens, "o"))
    unit = next(token.value for token in tokens if token.kind == "U")
    year, taken = _value(tokens, "Y"), None
    which = _value(tokens, "lxh")
    if not year:
        at_year = at.anchor.year
        if at_year is None:
            return Meaning("date", None)
        year, taken = f"{at_year + _steps(which):04d}", "anchor"
        if which == "" and unit == "Q" and at.anchor.month and at.tense != "ahead" and number > (at.anchor.month + 2) // 3:
            year = f"{at_year - 1:04d}"
    if unit == "Q" and 1 <= number <= 4:
        return quarter_of(str(year), number)._replace(taken=taken)  # type: ignore[arg-type]
    if unit == "half" and number <= 2:
        return half_of(str(year), number)._replace(taken=taken)  # type: ignore[arg-type]
    return None


def _unit(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "last week", "this year", "the following month", "the same day"."""
    which, unit = _value(tokens, "lxh"), str(tokens[-1].value)
    if unit in "smh" or unit == "half":
        return None
    from_text = (
        which == "that" or _is_word(tokens, "following", "previous", "preceding", "ensuing") or (which, unit) == (1, "D")
    )
    if from_text and at.last != Day():
        meaning = at.last.shift(unit, _steps(which))
        return _taken(meaning, "text")
    if from_text:
        return Meaning("date", None, taken="text")
    moved = which if isinstance(which, int) else -1 if _is_word(tokens, "latest") else 0
    meaning = at.anchor.shift(unit, moved)
    return _taken(meaning, "anchor")


def _ago(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "two weeks ago" from the anchor; "two days later", "a year earlier" from the day named last."""
    unit, direction = str(_value(tokens, "UV")), tokens[-1].value
    number = _number(tokens)
    is_ago = _is_word(tokens, "ago", "hence")
    if tokens[-1].kind == "b" and at.after[:1] not in ("", ".", ",", ";"):
        return Meaning("date", _period(number, unit), taken="event")
    if unit in "smh" or unit == "half":
        return Meaning("time", None, taken="anchor" if is_ago else "text")
    if not isinstance(number, int):
        return Meaning("date", "PAST_REF" if direction == -1 else "FUTURE_REF", taken="anchor" if is_ago else "text")
    from_ = at.anchor if (is_ago and not (at.last.quarter and unit == "Y")) or at.last == Day() else at.last
    meaning = from_.shift(unit, int(direction) * number)
    taken: Literal["anchor", "text"] = "anchor" if from_ is at.anchor else "text"
    return _taken(meaning, taken)


def _year_ago(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "the year-ago quarter"."""
    unit = str(tokens[-1].value) if tokens[-1].kind == "U" else "Q"
    if at.last.quarter:
        meaning = at.last.shift("Q", -4 if at.last.year == at.anchor.year else 0)
    else:
        meaning = at.anchor.shift(unit, {"Q": -5, "M": -12, "Y": -1}.get(unit, 0))
    return _taken(meaning, "anchor")


def _deictic(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "yesterday", "tomorrow night", "tonight", "the day before yesterday"."""
    word = next(token for token in tokens if token.kind == "T")
    moved = next((int(token.value) for token in tokens if token.kind == "b"), 0)
    day = at.anchor.shift("D", int(word.value) + moved)
    meaning = _taken(day, "anchor")
    part = _value(tokens, "P") or ("NI" if word.word == "tonight" else "")
    return part_of(meaning, str(part)) if part else meaning


def _weekday(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "Friday", "last Friday", "Thursday morning"."""
    which = _value(tokens, "lxh")
    sought = which if isinstance(which, int) else 1 if at.tense == "ahead" else 0
    day = at.anchor.weekday(int(_value(tokens, "D")), sought)
    return _anchored(day) if day else Meaning("date", None, taken="anchor")


def _part_of_day(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "this morning", "last night"; "that evening" and "the next morning" are of a day that was told, for of that to come one says "tomorrow"."""
    which = _value(tokens, "lxh")
    is_of_text = which in ("that", 1)
    day = (at.last if is_of_text else at.anchor).shift("D", -1 if which == -1 else 1 if which == 1 else 0)
    taken: Literal["anchor", "text"] = "text" if is_of_text else "anchor"
    return part_of((day or Meaning("date", None))._replace(taken=taken), str(_value(tokens, "P")))


def _some_part(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "at dawn", "in the morning", "overnight": of which day is not said."""
    return Meaning("time", f"XXXX-XX-XXT{_value(tokens, 'P')}")


def _clock(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "5 p.m.", "10:30"."""
    shown = tokens[0]
    parts = str(shown.value).split(":")
    if not all(part.isdigit() for part in parts):  # "some p.m."
        return None
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    half = _value(tokens, "s")
    hour += 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0
    if hour > 24 or minute > 59:
        return None
    day = at.anchor.shift("D", 0)
    return Meaning("time", f"{(day and day.timex) or 'XXXX-XX-XX'}T{hour:02d}:{minute:02d}")


def _weekend(tokens: Sequence[Token], at: Context) -> Meaning | None:
    which = _value(tokens, "lxh")
    week = at.anchor.date
    if not week:
        return Meaning("date", None, taken="anchor")
    day = at.anchor.weekday(5, 1 if which == 1 or (which != -1 and at.tense == "ahead") else 0)
    return weekend_of(Day.of(day).date or week)._replace(taken="anchor")


def _season(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "last spring", "the summer of 1989", "this winter"."""
    season, year, which = str(_value(tokens, "S")), _value(tokens, "Y"), _value(tokens, "lxh")
    if year:
        return season_of(str(year), season)
    if any(token.kind == "U" for token in tokens):
        return (
            season_of(f"{at.anchor.year + int(which or 0):04d}", season)._replace(taken="anchor")
            if at.anchor.year and which != "that"
            else None
        )
    if not at.anchor.year:
        return Meaning("date", f"XXXX-{season}", str(season_of("XXXX", season).edtf))
    shown = at.anchor.year
    if which == "this":
        return season_of(f"{shown:04d}", season)._replace(taken="anchor")
    if at.anchor.month and which != 1 and at.tense != "ahead" and SEASON_ENDS[season] - 2 > at.anchor.month:
        shown -= 1  # it has not begun yet: the one before
    if which == -1 and at.anchor.month and abs(SEASON_ENDS[season] - at.anchor.month) <= 1:
        shown -= 1
    if which == 1 and at.anchor.month and SEASON_ENDS[season] - 2 <= at.anchor.month:
        shown += 1
    return season_of(f"{shown:04d}", season)._replace(taken="anchor")


def _feast(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """A name of a day or of a period in `when.toml`."""
    kind, edtf = names()[0][str(_value(tokens, "H"))]
    if kind == "period":
        return Meaning("date", None, edtf)
    year = _value(tokens, "Y")
    if year:
        return _dated(f"{year}-{edtf}")
    month, day = (int(part) for part in edtf.split("-"))
    return _anchored(at.anchor.month_day(month, day, at.tense))


def _reference(tokens: Sequence[Token], _: Context) -> Meaning | None:
    if tokens[-1].kind == "l":
        return Meaning("date", "PAST_REF") if _is_word(tokens[-1:], "past") else None
    return Meaning("date", str(tokens[-1].value))


def _duration(tokens: Sequence[Token], _: Context) -> Meaning | None:
    unit = next(token.value for token in tokens if token.kind in "UV")
    return Meaning("duration", _period(_number(tokens), str(unit)))


def _recent(tokens: Sequence[Token], _: Context) -> Meaning | None:
    """ "recent weeks", "the past years"."""
    return Meaning("date", "PAST_REF") if tokens[-2].kind == "R" else Meaning("duration", _period("X", str(tokens[-1].value)))


def _this(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "the quarter": the one that the text is about. Of other units it may be any."""
    if tokens[-1].value != "Q":
        return None
    meaning = at.last.shift("Q", 0) if at.last.quarter else at.anchor.shift("Q", -1)
    return meaning and meaning._replace(edtf=None, taken="text")


def _end_of(tokens: Sequence[Token], at: Context) -> Meaning | None:
    """ "year-end", "the end of the month"."""
    unit = str(_value(tokens, "U"))
    if unit not in "MYQ" or (tokens[-1].kind == "B" and tokens[-1].word != "end"):
        return None
    meaning = at.anchor.shift(unit, 0)
    return (
        edge_of(meaning, str(_value(tokens, "B")))._replace(taken="anchor")
        if meaning
        else Meaning("date", None, taken="anchor")
    )


def _set(tokens: Sequence[Token], _: Context) -> Meaning | None:
    last = tokens[-1]
    if last.kind == "A":
        return Meaning("set", str(last.value))
    if last.kind == "D":
        return Meaning("set", f"XXXX-WXX-{int(last.value) + 1}")
    if last.kind == "M":
        return Meaning("set", f"XXXX-{int(last.value):02d}")
    if last.kind in "PW":
        return Meaning("set", f"XXXX-XX-XXT{last.value}" if last.kind == "P" else "XXXX-WXX-WE")
    return Meaning("set", _period(_number(tokens) if len(tokens) > 2 else 1, str(last.value)))


def _event_relative(_: Sequence[Token], at: Context) -> Meaning | None:
    """ "the day after the incident": of an event, not of a calendar."""
    return Meaning("date", None, taken="event") if at.after.startswith(" ") else None


RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(letters.replace(" ", "")), rule)
    for letters, rule in (
        ("I", _iso),
        ("/", _slashed),
        ("(?: D c? )? [Mm] [do] (?: c? Y )?", _month_day),
        ("(?: D c? )? t? [do] f? [Mm] (?: c? Y )?", _month_day),
        ("[Mm] c? f? Y", _month_year),
        ("[lxh]? M (?! -? [do] )", _month),
        ("(?<=[plfe]) m | (?<=e-) m | [lxh] m", _month),
        ("[Mm] f? [lxh] U", _month),
        ("(?<=[pbDj]) t? o (?: f [lxh] U )?", _day_of_month),
        ("(?<=Pf) t? o", _day_of_month),
        ("t o f [lxh] U", _day_of_month),
        ("F? Y", _year),
        ("t? K", _decade),
        ("t? o -? U", _century),
        ("t? Y o -? U", _quarter),
        ("t? [lxh]? o -? U (?: f? c? Y | f? [lxh] U | f t U )?", _quarter),
        ("t? [lxh] U", _unit),
        ("t? [lx] q? [ndv] f? [UV]", _duration),
        ("q* (?: [nd] | a? v f? | a ) q? -? [UV] [gb]", _ago),
        ("[UV] g", _ago),
        ("t? U - g (?: o? -? U )?", _year_ago),
        ("T P?", _deictic),
        ("t? U b T", _deictic),
        ("[lxh]? D", _weekday),
        ("[lxh] P", _part_of_day),
        ("(?<=p) t? P", _some_part),
        (": s? | [dn] s", _clock),
        ("t? [lxh]? W", _weekend),
        ("[lxh] S | (?<=[pe]) t? S | t S | S (?= f? Y )", _season),
        ("t? [lxh]? S f? (?: Y | [lxh] U )", _season),
        ("t? H (?: c? f? Y )?", _feast),
        ("R | t R | t l (?! [UVMmDSWndvPq] )", _reference),
        ("R V", _recent),
        ("t? [lxR] V", _recent),
        ("t? o? q* [nd] q? -? [UV] (?! - )", _duration),
        ("q* a? v f? V", _duration),
        ("(?<=p) q* a U", _duration),
        ("t U", _this),
        ("t? U -? B | t? B f t U", _end_of),
        ("(?<=p) V", _duration),
        ("E [ndo]? [UVDPWM]", _set),
        ("A (?! [_-] )", _set),
        ("t? U [b] (?= t )", _event_relative),
    )
)


def _value(tokens: Sequence[Token], kinds: str) -> str | int:
    """The value of the first token of one of `kinds`; "" where none is."""
    return next((token.value for token in tokens if token.kind in kinds), "")


def _steps(which: str | int) -> int:
    """-1 for "last", 1 for "next", 0 for "this" and for no such word."""
    return which if isinstance(which, int) else 0


def _taken(meaning: Meaning | None, taken: Literal["anchor", "text"]) -> Meaning:
    """`meaning`, and what it was counted from; a date that is not known, if that is not."""
    return (meaning or Meaning("date", None))._replace(taken=taken)


def _number(tokens: Sequence[Token]) -> int | str:
    """How many: a number, or "X"."""
    token = next((token for token in tokens if token.kind in "ndv"), None) or next((t for t in tokens if t.kind == "a"), None)
    if token is None:
        return "X"
    return 2 if token.word == "couple" else token.value


def _period(number: int | str, unit: str) -> str:
    """TIMEX3 of a duration."""
    if unit in "smh":
        return f"PT{number}{unit.upper()}"
    if unit == "half":
        return "P6M"
    if unit == "Q":
        return f"P{number * 3 if isinstance(number, int) else number}M"
    if unit == "F":
        return f"P{number * 2 if isinstance(number, int) else number}W"
    return f"P{number}{'DE' if unit == 'E' else unit}"


def _is_word(tokens: Sequence[Token], *words: str) -> bool:
    return any(token.word in words for token in tokens)


def _dated(edtf: str) -> Meaning | None:
    """A date as written; `None` if no calendar has it."""
    try:
        value = parse_edtf(edtf)
    except ValueError:
        return None
    return dated(value) if isinstance(value, Date) else None


def _anchored(edtf: str) -> Meaning | None:
    meaning = _dated(edtf)
    return meaning and meaning._replace(taken="anchor")
