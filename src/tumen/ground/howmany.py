"""Words for numbers of people and things -> intervals. Comes in: sentences. Goes out: `Quantity` values.

"three families" counts households, never persons. "one of them" counts nobody. Ages, prices and shares are left out.
"""

import math
import re
from collections.abc import Iterable, Iterator

from tumen.records import Quantity, Time
from tumen.view import Sentence

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}

PERSONS = (
    "people persons residents defectors refugees escapees migrants neighbors neighbours villagers locals citizens "
    "civilians men women children boys girls students workers laborers labourers farmers traders merchants smugglers "
    "brokers guides soldiers guards officers officials agents cadres policemen prisoners inmates detainees suspects "
    "victims survivors members relatives individuals adults adolescents teenagers infants miners fishermen sailors "
    "Koreans others"
).split()
HOUSEHOLDS = ["families", "households"]
NOT_COUNTED = (
    "times won yuan dollars percent cents years months weeks days hours minutes kilometers kilometres meters metres am pm"
).split()

MONTH_BEFORE = re.compile(  # “August 3 workers” are not three
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) $"
)
_WORD_NUMBER = "|".join([*sorted(ONES, key=len, reverse=True), *TENS])
_NUMBER = (
    rf"(?P<number>(?i:\d{{1,3}}(?:,\d{{3}})+|\d+|(?:(?:{_WORD_NUMBER})(?:[- ](?:{'|'.join(ONES[1:10])}))?)"
    rf"(?: (?:hundred|thousand|million))?))"
)
_KIN = r"(?:\w+(?:-\w+)? ){0,2}?"
_APPROXIMATORS: dict[str, tuple[float, float | None, int]] = {
    # words before the number -> lowest and highest as shares of it (None: no bound), and how far both are moved
    r"at least|no (?:fewer|less) than|a minimum of": (1.0, None, 0),
    r"more than|over|upwards of": (1.0, None, 1),
    r"up to|as many as|at most|no more than": (0.0, 1.0, 0),
    r"fewer than|less than|under": (0.0, 1.0, -1),
    r"nearly|almost|close to": (0.9, 1.0, 0),
    r"about|around|roughly|approximately|some|an estimated": (0.9, 1.1, 0),
}
_VAGUE: dict[str, tuple[int, int | None]] = {  # Tumen's codebook, section "How many"
    r"a couple(?: of)?": (2, 2),
    r"a handful of": (3, 6),
    r"several": (3, 9),
    r"(?:several |many )?dozens(?: of)?": (24, 99),
    r"(?:several |many )?hundreds(?: of)?": (200, 999),
    r"(?:several |many )?thousands(?: of)?": (2_000, 9_999),
    r"a (?:significant|large|considerable|small|growing)? ?number of": (2, None),
}
_NOUN = rf"(?P<noun>{'|'.join(PERSONS + HOUSEHOLDS)}|[a-z]{{3,}}s|whom|them|us)"

COUNTED = re.compile(
    rf"(?:(?P<approximator>(?i:{'|'.join(_APPROXIMATORS)})) )?(?<![\w$€£¥.,:/-]){_NUMBER}"
    rf"(?:(?P<hyphen>-)(?P<single>family|household|person|member|man|woman)\b| {_KIN}{_NOUN}\b)"
)
GROUP_OF = re.compile(
    rf"\b[Aa] (?P<group>family|household|group|party|team) of {_NUMBER}\b(?! {_KIN}{_NOUN}\b)(?! ?(?:percent|%))"
)
VAGUE = re.compile(rf"\b(?P<vague>{'|'.join(_VAGUE)}) {_KIN}{_NOUN}\b", re.IGNORECASE)


def find_quantities(sentences: Iterable[Sentence], times: Iterable[Time]) -> tuple[Quantity, ...]:
    """The quantities that the sentences name, in text order; a family of four gives two, 1 household and 4 persons.

    Numbers that belong to one of `times` count nothing.
    """
    dated = [time.span for time in times]
    return tuple(
        quantity
        for sentence in sentences
        for quantity in sorted(_read(sentence), key=lambda quantity: quantity.span)
        if not any(quantity.span.overlaps(span) for span in dated)
    )


def _read(sentence: Sentence) -> Iterator[Quantity]:
    text = sentence.view.text
    for match in COUNTED.finditer(text):
        noun = match["noun"] or match["single"]
        number = to_number(match["number"])
        if noun in NOT_COUNTED or noun in ("whom", "them", "us") or (number == 1 and " of " in match.group()):
            continue
        if re.search(r"\b(?:of|the|in|on|and|with|by|for|at)\b", match.group()[match.end("number") - match.start() :]):
            continue
        if MONTH_BEFORE.search(text, max(match.start() - 12, 0), match.start()):
            continue
        lo, hi = _interval(match["approximator"], number)
        yield Quantity(sentence.view.span(match.start(), match.end()), lo, hi, lo == hi, _unit(noun))
    for match in GROUP_OF.finditer(text):
        number = to_number(match["number"])
        span = sentence.view.span(match.start(), match.end())
        yield Quantity(span, number, number, True, "person")
        if match["group"] in ("family", "household"):
            yield Quantity(span, 1, 1, True, "household")
    for match in VAGUE.finditer(text):
        if match["noun"] in NOT_COUNTED:
            continue
        lo, hi = next(bounds for words, bounds in _VAGUE.items() if re.fullmatch(words, match["vague"], re.IGNORECASE))
        yield Quantity(sentence.view.span(match.start(), match.end()), lo, hi, False, _unit(match["noun"]))


def to_number(words: str) -> int:
    """16 from "16", "sixteen"; 1200 from "1,200"; 25 from "twenty-five"; 3000 from "three thousand"."""
    words = words.lower()
    if words[0].isdigit():
        digits, _, scale = words.partition(" ")
        return int(digits.replace(",", "")) * SCALES.get(scale, 1)
    total = 0
    for word in re.split(r"[- ]", words):
        if word in SCALES:
            total = max(total, 1) * SCALES[word]
        else:
            total += ONES.index(word) if word in ONES else 20 + 10 * TENS.index(word)
    return total


def _interval(approximator: str | None, number: int) -> tuple[int, int | None]:
    for words, (lowest, highest, moved) in _APPROXIMATORS.items():
        if approximator and re.fullmatch(words, approximator, re.IGNORECASE):
            lo = math.floor(number * lowest) + max(moved, 0)
            return lo, None if highest is None else max(math.ceil(number * highest) + min(moved, 0), lo)
    return number, number


def _unit(noun: str) -> str:
    if noun in HOUSEHOLDS or noun in ("family", "household"):
        return "household"
    if noun in PERSONS or noun in ("person", "member", "man", "woman", "whom", "them", "us"):
        return "person"
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
