"""Sentence -> tokens of time: each word with a kind of one letter, so that rules can be written over letters.

I 2014-08-08     / 8/13/14          : 21:30             H Party Foundation Day    K 1990s, nineties
M August, Aug.   m May, March: months or not            D Friday                  Y 1999
d 1 to 31        n other numbers, in words too          v several, a few          o 8th, eighth
U week           V weeks            W weekend           P night                   S summer          T yesterday
l last, past     x next             h this, same        e early, late             g ago, later      b before, after    B end
R now, recently  E every            A daily             s am, p.m., o'clock       F fiscal
q about, nearly  p on, in, since    j to, and           t the      a a, an        f of      c ,     - hyphen
_ any other word or mark
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tumen.ground.numbers import ONES, TENS, to_number

MONTHS = tuple("january february march april may june july august september october november december".split())
DAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
UNITS = {
    "second": "s", "minute": "m", "hour": "h", "day": "D", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "E", "century": "C",
}  # fmt: skip
PARTS = {  # of a day: TIMEX3's letters; overnight is a night
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "dawn": "DA", "daybreak": "DA",
    "sunrise": "DA", "dusk": "DU", "sunset": "DU", "nightfall": "DU", "noon": "12:00", "midday": "12:00", "midnight": "24:00",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
EDGES = {"early": "START", "mid": "MID", "mid-": "MID", "late": "END"}
ENDS = {"beginning": "START", "start": "START", "middle": "MID", "end": "END"}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "recent": "PAST_REF", "soon": "FUTURE_REF", "future": "FUTURE_REF",
}  # fmt: skip
OFTEN = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
    "annual": "P1Y", "hourly": "PT1H",
}  # fmt: skip
CAPITALIZED = frozenset("MmD")  # kinds that small letters may not be: "may", "march", and what is cut short ("jan", "sun")
SHORT = 5  # letters of what is not cut short
QUALIFIERS = (
    "at least", "at most", "no more than", "no less than", "no fewer than", "more than", "less than", "fewer than", "up to", "as many as",
    "as long as", "just over", "just under", "a little over", "well over",
)  # fmt: skip
Value = str | int


class Token(NamedTuple):
    """A word or mark, `[start, end)` in its sentence. `word`: in small letters. `value`: what it stands for, by kind."""

    start: int
    end: int
    kind: str
    word: str
    value: Value


def _words() -> dict[str, tuple[str, Value]]:
    """Every known word in small letters."""
    known: dict[str, tuple[str, Value]] = {}
    for number, month in enumerate(MONTHS, 1):
        known[month] = ("m" if month in ("may", "march") else "M", number)
        if month != "may":
            known[month[:3]] = ("m", number)
            known[f"{month[:3]}."] = ("M", number)
    known["sept"] = known["sept."] = ("M", 9)
    for number, day in enumerate(DAYS):
        known[day] = ("D", number)
        known[f"{day[:3]}."] = ("D", number)
    known |= {"tues.": ("D", 1), "thurs.": ("D", 3), "wed.": ("D", 2)}
    for unit, letter in UNITS.items():
        known[unit] = ("U", letter)
        known["centuries" if unit == "century" else f"{unit}s"] = ("V", letter)
    for table, kind in (
        (PARTS, "P"),
        (SEASONS, "S"),
        (EDGES, "e"),
        (ENDS, "B"),
        (REFERENCES, "R"),
        (OFTEN, "A"),
        (DECADES, "K"),
    ):
        known |= {word: (kind, value) for word, value in table.items()}
    known |= {word: ("o", number) for number, word in enumerate(ORDINALS, 1)}
    known |= {"today": ("T", 0), "yesterday": ("T", -1), "tomorrow": ("T", 1), "tonight": ("T", 0)}
    known |= dict.fromkeys(("last", "past", "previous", "preceding", "prior"), ("l", -1))
    known |= dict.fromkeys(("next", "coming", "following", "upcoming", "ensuing"), ("x", 1))
    known |= {
        "this": ("h", "this"),
        "current": ("h", "this"),
        "latest": ("h", "this"),
        "same": ("h", "that"),
        "that": ("h", "that"),
    }
    known |= {"ago": ("g", -1), "earlier": ("g", -1), "later": ("g", 1), "hence": ("g", 1)}
    known |= {"before": ("b", -1), "after": ("b", 1), "weekend": ("W", "WE"), "weekends": ("W", "WE")}
    known |= dict.fromkeys("several few couple many".split(), ("v", "X"))
    known |= dict.fromkeys("every each per".split(), ("E", ""))
    known |= dict.fromkeys("about around roughly approximately nearly almost some another more".split(), ("q", ""))
    known |= dict.fromkeys(QUALIFIERS, ("q", ""))
    known |= {word: ("p", word) for word in "on in at by since until till from during over within for throughout".split()}
    known |= {word: ("j", word) for word in "to through and or between".split()}
    known |= {
        "am": ("s", "a"),
        "a.m.": ("s", "a"),
        "pm": ("s", "p"),
        "p.m.": ("s", "p"),
        "o'clock": ("s", ""),
        "o’clock": ("s", ""),
    }
    known |= {
        "the": ("t", ""),
        "a": ("a", 1),
        "an": ("a", 1),
        "of": ("f", ""),
        ",": ("c", ""),
        "-": ("-", ""),
        "–": ("-", ""),
    }
    known |= {"fiscal": ("F", ""), "half": ("U", "half"), "halves": ("V", "half")}
    return known


WORDS = _words()
_ONES, _TENS = "|".join(sorted(ONES, key=len, reverse=True)), "|".join(TENS)
TOKEN = re.compile(
    r"(?P<I>\d{4}-\d\d-\d\d)(?!\d)"
    r"|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))\b"
    r"|(?P<clock>\d{1,2}:\d\d)(?::\d\d)?"
    r"|(?P<ordinal>\d{1,2})(?:st|nd|rd|th)\b"
    r"|(?P<decade>['’]?(?:1[5-9]|20)?\d0)['’]?s\b"
    r"|(?P<year>(?:1[0-9]|20)\d\d)(?![\d,.]\d)\b"
    rf"|(?P<year_words>\b(?:nineteen|eighteen|twenty) (?:(?:{_TENS})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{'|'.join(ONES[10:])}))\b"
    r"|(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    rf"|(?P<number>\b(?:(?:{_TENS})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{_ONES})(?: (?:hundred|thousand|million))*)\b(?!-\w+th\b|-f|-s|-t)"
    r"|(?P<ordinal_word>\b(?:twenty|thirty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b"
    rf"|\b(?:{'|'.join(QUALIFIERS)})\b"
    r"|[ap]\.m\.|o['’]clock|mid-"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\."
    r"|[^\W\d_]+|\S",
    re.IGNORECASE,
)


CORE = "I/:MmDYKUVWPSTHRoAls"
"""The kinds without one of which nothing is a time."""
_CORE_WORDS = frozenset(word.strip(".") for word, (kind, _) in WORDS.items() if kind in CORE) | {
    "era", "rule", "reign", "regime", "day", "eve", "birthday", "christmas", "halloween", "nineteen", "eighteen",
}  # fmt: skip
_DIGIT, _LETTERS = re.compile(r"\d"), re.compile(r"[a-z]+")


@cache
def names() -> tuple[dict[str, tuple[str, str]], re.Pattern[str], re.Pattern[str]]:
    """From `when.toml`: feasts and periods by words in small letters, a pattern that finds them, and one for what is none."""
    table = tomllib.loads(files("tumen.ground").joinpath("when.toml").read_text("utf-8"))
    known = {plain(name): ("feast", day) for name, day in table["feasts"].items()}
    for name, edtf in table["periods"].items():
        for words in (f"{name} era", f"{name} regime", f"{name}'s rule", f"{name}'s reign", f"era of {name}"):
            known[plain(words)] = ("period", edtf)
    found = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(known, key=len, reverse=True))
    false = "|".join(map(re.escape, table["named_after"]["false"]))
    month = "|".join(month.capitalize() for month in MONTHS)
    after = rf"(?:{month}) \d{{1,2}} (?:{'|'.join(table['named_after']['nouns'])})\b"
    return known, re.compile(rf"\b(?:{found})(?!\w)", re.IGNORECASE), re.compile(rf"\b(?:{false})\b|\b{after}")


def plain(name: str) -> str:
    """In small letters, with straight apostrophes."""
    return name.lower().replace("’", "'")


def tokens_of(text: str) -> list[Token]:
    """The tokens of a sentence; none if it has no word of time. Names that only look like a time are `_`."""
    lower = text.lower()
    if not _DIGIT.search(text) and _CORE_WORDS.isdisjoint(_LETTERS.findall(lower)):
        return []
    _, name, false = names()
    special = [Token(m.start(), m.end(), "H", plain(m.group()), plain(m.group())) for m in name.finditer(text)]
    special += [Token(m.start(), m.end(), "_", m.group().lower(), "") for m in false.finditer(text)]
    tokens: list[Token] = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        inside = next((each for each in special if each.start <= start < each.end), None) if special else None
        if inside is None:
            tokens.append(_token(match, start, end))
        elif start == inside.start:
            tokens.append(inside)
    return tokens


def _token(match: re.Match[str], start: int, end: int) -> Token:
    written, kind = match.group(), match.lastgroup
    word = written.lower()
    if kind is None:
        letter, value = WORDS.get(word, ("_", ""))
        if letter in CAPITALIZED and written[0].islower() and (letter == "m" or len(word) < SHORT):
            letter = "_"
        return Token(start, end, letter, word, value)
    letter, value = _of_digits(kind, match)
    return Token(start, end, letter, word, value)


def _of_digits(kind: str, match: re.Match[str]) -> tuple[str, Value]:
    """The letter and the value of what one of the named groups of `TOKEN` found."""
    words = match[kind].lower()
    if kind == "digits":
        plain_digits = words.replace(",", "")
        number = int(plain_digits.partition(".")[0] or 0)
        is_day = words.isdigit() and len(words) <= 2 and 1 <= number <= 31
        return ("d" if is_day else "n"), (number if plain_digits.isdigit() else "X")
    if kind == "number":
        return "n", to_number(words)
    if kind == "year_words":
        century, tens = words.split(" ", 1)
        return "Y", f"{to_number(century) * 100 + to_number(tens)}"
    if kind == "ordinal":
        return "o", int(words)
    if kind == "ordinal_word":
        return "o", ORDINALS.index(words) + 1
    if kind == "decade":
        return "K", words.lstrip("'’")
    return {"year": "Y", "I": "I", "slash": "/", "clock": ":"}[kind], words
