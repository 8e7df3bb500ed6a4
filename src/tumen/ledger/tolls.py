"""Bare numbers beside words that say what they count: "the toll has risen to 22", "nine of them children", "has grown from 14 to nearly thirty".

Comes in: a text. Goes out: fields, values and spans; and from which number to which one a number has grown. What the quantities of a record leave out, because
no noun stands beside the number.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tumen.ledger import tables
from tumen.ledger.tables import ORDINALS
from tumen.records import Span

NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{tables.numeral_words()}(?![-\w])"
ABOUT = r"(?:(?P<about>nearly|almost|about|around|some|at least|more than|over) )?"
COUNTED = r"(?:dead|deaths|people killed|those killed|killed|victims|those seized|those arrested|those detained|seized|held|arrested|detained|arrests|wounded|injured|missing)"
TOLLS = re.compile(
    rf"\b(?:number (?:of (?:the )?)?(?:[a-z]+ (?:who (?:were|have been) )?){{0,2}}?(?P<of>{COUNTED})\b[^.\n]{{0,90}}?\b(?:is|to|at|was|reached)|(?P<toll>toll)\b[^.\n]{{0,60}}?\b(?:to|at|is|of|was|reached)"
    rf"|(?P<kill>killing|kills|killed)|(?P<execute>executed)|(?P<arrest>arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?)) {ABOUT}(?P<number>{NUMBER})\b"
    r"(?! (?:of|years?|days?|weeks?|months?|percent|per cent|or|to|more|miles?|km|kilomet\w+|met(?:er|re)s?|yards?|feet|minutes?|hours?|times|shots?|counts?)\b|[-–,]\d|[- ]year)",
    re.IGNORECASE,
)
GREW = re.compile(
    rf"\bnumber (?:of (?:the )?)?(?P<of>{COUNTED})\b[^.\n]{{0,30}}?\bfrom (?P<was>{NUMBER}) to {ABOUT}(?P<number>{NUMBER})\b",
    re.IGNORECASE,
)
CHILDREN = re.compile(
    rf"\b(?P<number>{NUMBER})(?: of (?:them|whom|the [a-z]+))?,?(?: (?:was|were|are|is))? (?:children|minors|infants|(?:below|under) (?:the age of )?(?:18|eighteen))\b",
    re.IGNORECASE,
)
SEX = re.compile(
    rf"\b(?P<number>{NUMBER})(?: of (?:them|whom|those|the [\w-]+))?,? (?:are|were|is|was) (?P<sex>women|men)\b"
    rf"|\b(?:including|among (?:them|whom)(?: (?:are|were))?|of (?:them|whom)) (?P<number_>{NUMBER}) (?:[a-z]+ )?(?P<sex_>women|men)\b",
    re.IGNORECASE,
)
"""How many of those counted are women, or men: "five are women", "among them are three women"."""
NEXT = "|".join(ORDINALS[1:12])  # second to twelfth
SOMEBODY = "child|person|patient|victim|man|woman|worker|miner|soldier|student|inmate|prisoner"
NTH = re.compile(
    rf"\b(?:[Aa]|[Tt]he) (?P<nth>{NEXT}) (?:{SOMEBODY})s? (?:has |had |have )?(?:also )?(?:died|dies)\b"
    rf"|(?:^|[,;] )(?P<nth_>{NEXT}) (?:{SOMEBODY}) dies\b",
    re.MULTILINE,
)
"""With "a fourth child" four have died."""
BARE = re.compile(
    rf"(?:^|[.!?][\"”’)]*\s+|\n)(?P<number>{NUMBER}) (?:have |had |were |are |have been |had been )?"
    r"(?P<of>lost their lives|died|dead|killed|perished|drowned|arrested|detained|wounded|injured|hurt|executed)\b",
    re.IGNORECASE,
)
"""A number that begins a sentence and stands for people by its verb alone; where a report opens, it is no part of another one."""
BESIDE = re.compile(
    rf"(?<!of the )\b{ABOUT}(?P<number>{NUMBER})(?: (?:people|persons|others|men|women)| [a-z-]+s(?= (?:have|had|were|are|remain|left)\b))?(?: (?:were|was|are|have been|had been|remain|remained|still|left|confirmed|feared|presumed|reported))* "
    r"(?P<of>wounded|injured|hurt|missing|unaccounted for|dead)\b"
    rf"|\b(?P<hurt>wound(?:ed|ing|s)|injur(?:ed|ing|es)) {ABOUT.replace('about>', 'about_>')}(?P<number_>{NUMBER})\b(?! (?:years?|days?|weeks?|months?|per)\b)",
    re.IGNORECASE,
)
""" "31 wounded", "wounding 31": beside the dead of the same sentence."""
OPENING = 700  # letters
FIELD_OF = {"toll": "dead", "kill": "dead", "execute": "executed", "arrest": "detained"}
SHARE = 10  # "about 40" is 36 to 44: a tenth, as in the codebook
NEAR = 200  # letters before the children in which somebody died


class Toll(NamedTuple):
    """What a number counts, and how much it is."""

    field: str
    value: dict[str, Any]
    span: Span


def tolls(text: str) -> Iterator[Toll]:
    """The numbers, in text order for each pattern."""
    for pattern in (TOLLS, GREW):
        for match in pattern.finditer(text):
            if value := _value(match):
                yield Toll(_field(match), value, Span(*match.span("number")))
    for match in BESIDE.finditer(text):
        name = "number" if match["number"] else "number_"
        if value := _value(match, name):
            yield Toll("injured" if match["hurt"] else _field(match), value, Span(*match.span(name)))
    for match in BARE.finditer(text, 0, OPENING):
        if value := _value(match):
            yield Toll(_field(match), value, Span(*match.span("number")))
    for match in NTH.finditer(text):
        name = "nth" if match["nth"] else "nth_"
        number = ORDINALS.index(match[name]) + 1
        yield Toll("dead", {"lo": number, "hi": number, "exact": True, "unit": "person"}, Span(*match.span(name)))
    for match in CHILDREN.finditer(text):
        before = text[max(match.start() - NEAR, 0) : match.end() + NEAR // 2]
        if (value := _value(match)) and tables.counting()["dead"].search(before):
            yield Toll("children", value, Span(*match.span("number")))


def of_one_sex(text: str) -> Iterator[Toll]:
    """How many are women, how many men."""
    for match in SEX.finditer(text):
        name = "number" if match["number"] else "number_"
        if value := _value(match, name):
            yield Toll((match["sex"] or match["sex_"]).lower(), value, Span(*match.span(name)))


def sums(text: str) -> Iterator[Toll]:
    """Those of them that are said to be the number of all: "the number of those seized is 14", "the toll has risen to 22"."""
    for pattern in (TOLLS, GREW):
        for match in pattern.finditer(text):
            if (match["of"] or match.groupdict().get("toll")) and (value := _value(match)):
                yield Toll(_field(match), value, Span(*match.span("number")))


def growths(text: str) -> Iterator[tuple[int, Toll]]:
    """From which number to which one a number is said to have grown."""
    for match in GREW.finditer(text):
        was, value = number_of(match["was"]), _value(match)
        if was is not None and value:
            yield was, Toll(_field(match), value, Span(*match.span("number")))


def _field(match: re.Match[str]) -> str:
    if counted := match["of"]:
        is_held = counted.lower() in ("held", "seized", "those seized")
        return "detained" if is_held else next(field for field, words in tables.counting().items() if words.search(counted))
    return next(field for name, field in FIELD_OF.items() if match[name])


def _value(match: re.Match[str], name: str = "number") -> dict[str, Any] | None:
    number = number_of(match[name])
    if number is None or number == 0:
        return None
    lo, hi = interval(number, (match.groupdict().get(name.replace("number", "about")) or "").lower())
    return {"lo": lo, "hi": hi, "exact": lo == hi, "unit": "person"}


def interval(number: int, about: str) -> tuple[int, int | None]:
    """The bounds of a number with a word such as "about" before it, as the codebook has it."""
    below, above = number - number // SHARE, number + number // SHARE
    if about in ("more than", "over"):
        return number + 1, None
    if about == "at least":
        return number, None
    if about in ("nearly", "almost"):
        return below, number
    return (below, above) if about else (number, number)


def number_of(written: str) -> int | None:
    """Of figures or words; `None` for words that are no number below a thousand."""
    if written[0].isdigit():
        return int(written.replace(",", ""))
    return tables.numeral(written)
