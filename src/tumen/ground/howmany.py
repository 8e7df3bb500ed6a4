"""Words for how many -> intervals. Comes in: sentences, their words with trees. Goes out: `Quantity` values.

An expression ("at least 16", "dozens of", "13 of the 15") is found by its words; what it counts, by the tree: the noun that the number
hangs on. "three families" counts households, never persons. Ages, prices, shares, measures, dates and numbers in names count
nothing. The intervals are those of the codebook, section "How many".
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

from tumen.ground.numbers import DOZEN, NUMBER, TENS, to_number, widened
from tumen.records import Quantity, Span, Time
from tumen.spanindex import SpanIndex
from tumen.syntax import Word
from tumen.view import Sentence

PERSONS = frozenset(
    word
    for line in files("tumen.ground").joinpath("people.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
"""Nouns that name people, in the singular."""
HOUSEHOLDS = frozenset(["family", "household"])
NOT_COUNTED = frozenset(
    "time won yuan dollar euro rouble ruble kyat rupee cent percent percentage year month week day hour minute second kilometer "
    "kilometre meter metre kilogram kilo gram ton tonne liter litre mile foot acre hectare degree point page chapter article decade "
    "century night morning pound barrel nakfa dinar lira som manat tenge baht dong birr kip pula hryvnia korea hand half third quarter per_cent kg km am pm o'clock watt volt size fold".split()
)
DEFINITE = frozenset("the these those our their his her its your this".split())
PRONOUNS = frozenset("they them we us you it which who whom".split())
APPROXIMATORS: dict[str, tuple[int, int | None, int]] = {
    # words before the number -> lowest and highest in tenths of it (None: no bound), and how far both are moved
    r"at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of": (10, None, 0),
    r"(?:well |far )?more than|(?:well |just |a little )?over|upwards? of|in excess of|above": (10, None, 1),
    r"up to|as many as|at most|no more than|not more than|a maximum of": (0, 10, 0),
    r"(?:far )?fewer than|less than|under|below": (0, 10, -1),
    r"nearly|almost|close to|just under|not quite": (9, 10, 0),
    r"about|around|roughly|approximately|some|an estimated|perhaps|maybe|circa": (9, 11, 0),
}
VAGUE: dict[str, tuple[int, int | None]] = {  # the first that fits
    r"hundreds of thousands(?: of)?": (200_000, 999_999),
    r"tens of thousands(?: of)?": (20_000, 99_999),
    r"(?:several|a few|many) thousand(?:s of)?|(?:many |several )?thousands(?: of)?": (2_000, 9_999),
    r"(?:several|a few|many) hundred(?:s of)?|(?:many |several )?hundreds(?: of)?": (200, 999),
    r"(?:several|a few|many) dozen(?:s of)?|(?:several |many )?dozens(?: of)?": (24, 99),
    r"scores(?: of)?": (40, 99),
    r"half a dozen": (5, 7),
    r"a dozen(?: or so)?": (10, 14),
    r"a few|several": (3, 9),
    r"a handful(?: of)?": (3, 6),
    r"a couple(?: of)?": (2, 2),
    r"a (?:[a-z]+ ){0,2}number of": (2, None),
}
_BEFORE = "|".join(APPROXIMATORS)
_VAGUE = "|".join(VAGUE)
EXPRESSION = re.compile(
    rf"(?<![\w$€£¥₩.,:/-])(?:"
    rf"(?P<vague>{_VAGUE})(?P<vaguely_more> or more)?"
    rf"|(?:(?P<about>{_BEFORE}) )?(?:"
    rf"(?P<sum>\d+(?:\+\d+)+)"
    rf"|between (?P<above>{NUMBER}) and (?P<below>{NUMBER})"
    rf"|(?:from )?(?P<low>{NUMBER})(?: to | or )(?P<high>{NUMBER})"
    rf"|(?P<least>\d+) ?[-–] ?(?P<most>\d+)"
    rf"|(?P<odd>\d+|{'|'.join(TENS)})-odd"
    rf"|(?P<dozens>{NUMBER}|(?<=\w )a) dozen"
    rf"|(?P<number>{NUMBER})(?:(?P<so> or so)|(?P<more> or more))?"
    rf"))(?![\w%°]|[.,:/]\d|-year| (?:thirds?|quarters?|fifths?|tenths?|halves|out of|in {NUMBER})\b)",
    re.IGNORECASE,
)
GROUP_BEFORE = re.compile(r"\b(?:an? (?:\w+ )?)?(?P<group>family|household|group|party|team|crew) of $", re.IGNORECASE)
IRREGULAR = {
    "people": "person", "children": "child", "wives": "wife", "thieves": "thief", "knives": "knife", "lives": "life", "halves": "half",
    "oxen": "ox", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "loaves": "loaf", "shelves": "shelf",
    "series": "series", "leaves": "leaf", "buses": "bus", "movies": "movie", "cookies": "cookie", "shoes": "shoe",
}  # fmt: skip
NOUNS, INSIDE, LONGEST = frozenset(["NOUN", "PROPN"]), frozenset(["ADJ", "NOUN", "PROPN", "ADV"]), 7
BE, MANY = frozenset(["are", "were"]), frozenset(["they", "we", "these", "those"])
NUMBERED, GROUPS = (
    frozenset(["numbered", "totalled"]),
    frozenset("group party crowd choir congregation company column community crew convoy".split()),
)
END = frozenset(["", ".", ",", ":", ";", "in", "—", "–"])
OTHERS = ("another", "remaining", "other", "further", "all", "additional")
SUPERLATIVE = re.compile(r"\west$|^(?:worst|best|most|few|only|first|last|main|major)$")
PEOPLE = re.compile(  # the ends of names of peoples and of nouns for people, in small letters
    r"^(?:kyrgyz|rohingya|hui|karen|kachin|chin|shan|rakhine)$"
    r"|\w(?:ans|ese|yghur|hingya|uslim|ibetan|azakh|zbek|turk|kurd|arab|jik)s?$"
    r"|\w(?:ist|eer|ician|man|woman|person|worker|herder|keeper|maker|holder|dweller|goer|grower|raiser|owner|fighter|logger|hunter|guard|mate)$"
)
MEASURE = re.compile(r"\w(?:met(?:re|er)|gram|gramme|lit(?:re|er)|watt|byte)s?$")
SHARE = re.compile(rf"\b{NUMBER} (?:in|out of) $", re.IGNORECASE)
NAMED = re.compile(r"(?:\b(?:Room|Camp|No\.|Nos\.|Highway|Article|Articles|Section|Unit|Bureau|Office|Hall|Route|Line|Gate|Block|Apartment|page|"
                   r"pages|age|aged|ages|grade|class|Colony|School|Mine|Colliery|Factory|Hospital|Cell|Barrack|Building|Law|Channel|Radio|Ward|"
                   r"Platform|January|February|March|April|May|June|July|August|September|October|November|December|Checkpoint|Pit|Shaft|Battalion|Company|Order|Decree|Directive|Resolution|Group|[A-Z]\w+ No\.)\s|[#№$€£¥₩]\s?)$")  # fmt: skip


class Counted(NamedTuple):
    """What an expression counts: the end of its words, the noun with its adjectives, and whether it is a part of a known group."""

    end: int
    unit: str
    group: Span | None = None
    part: bool = False


def find_quantities(
    text: str, sentences: Iterable[Sentence], words: Sequence[Word], times: Iterable[Time], persons: Container[int] = ()
) -> tuple[Quantity, ...]:
    """The quantities that the sentences name, in text order; a family of four gives two, 1 household and 4 persons.

    `words` are those of the sentences, in order; `persons` the numbers of those that are known to name people. Numbers that belong
    to one of `times` count nothing.
    """
    dated = SpanIndex((time.span, time.span) for time in times)
    starts = [word.span.start for word in words]
    found: list[Quantity] = []
    for sentence in sentences:
        view = sentence.view
        reader = _Reader(text, words[: bisect_left(starts, sentence.span.end)], persons)
        known, end = "person", 0  # what was counted last in this sentence, for "another four"
        for match in EXPRESSION.finditer(view.text):
            span = view.span(match.start(), match.end())
            own = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
            if not own or span.start < end or dated.overlapping(span) or reader.is_name(match, own[-1]):
                continue
            for quantity in reader.read(match, span, own[-1], known):
                found.append(quantity)
                known, end = quantity.unit, quantity.span.end
    return tuple(found)


class _Reader:
    """What the expressions of one sentence count. `words` end where the sentence ends."""

    def __init__(self, text: str, words: Sequence[Word], persons: Container[int]) -> None:
        self._text, self._words, self._persons = text, words, persons

    def is_name(self, match: re.Match[str], last: int) -> bool:
        """ "Room 39", "the Three Brotherhood Alliance", and the five of "one in five": such a number counts nothing."""
        if NAMED.search(match.string, 0, match.start()) or SHARE.search(match.string, 0, match.start()):
            return True
        is_capital = match.start() > 0 and match.group()[:1].isupper()
        return is_capital and self._upos(last + 1) == "PROPN"

    def read(self, match: re.Match[str], span: Span, last: int, known: str) -> Iterator[Quantity]:
        """The quantities of an expression that ends with word `last`; `known` is what was counted before."""
        lo, hi, exact = _interval(match)
        counted = self._counted(last, known, is_vague=match["vague"] is not None)
        group = GROUP_BEFORE.search(match.string, 0, match.start())
        if group and (counted is None or counted.group is None):
            whole = Span(span.start - (match.start() - group.start()), span.end)
            if group["group"].lower() in HOUSEHOLDS:
                yield Quantity(whole, 1, 1, exact=True, unit="household")
            yield Quantity(whole, lo, hi, exact, "person")
        elif counted:
            yield Quantity(Span(span.start, counted.end), lo, hi, exact, counted.unit, counted.group, counted.part)

    def _counted(self, last: int, known: str, *, is_vague: bool) -> Counted | None:
        words = self._words
        ends_in_of = words[last].lemma == "of"
        end, after = words[last - ends_in_of].span.end, last + 1
        if after >= len(words):
            return self._alone(last, end, known)
        if self._written(after) == "-" and words[after].span.start == end:
            return self._hyphened(after + 1)
        if singular(self._written(after)) in NOT_COUNTED or MEASURE.search(self._written(after)):
            return None
        if words[after].lemma == "of" and not ends_in_of:
            after, ends_in_of = after + 1, True
        is_pronoun = ends_in_of and self._written(after) in PRONOUNS
        if is_pronoun or (ends_in_of and self._written(after) in DEFINITE):
            return self._part(last, end, None if is_pronoun else after, known)
        if ends_in_of and not is_vague:
            return None
        noun = None if ends_in_of else self._hung_on(last)
        noun = self._noun(after) if noun is None else noun
        if noun is None:
            return self._alone(last, end, known)
        unit = self._unit(noun)
        group = Span(words[after].span.start, words[noun].span.end)
        return Counted(words[noun].span.end, unit, group) if unit else None

    def _part(self, last: int, end: int, after: int | None, known: str) -> Counted | None:
        """ "13 of the 15 defectors", "three of them"."""
        if after is None:
            return Counted(end, known, part=True)
        is_superlative = any(SUPERLATIVE.search(self._written(number)) for number in (after + 1, after + 2))
        if self._words[last].lemma == "one" and is_superlative:
            return None  # "one of the largest camps" counts no camps
        noun = self._noun(after)
        unit = known if noun is None or re.fullmatch(NUMBER, self._written(noun)) else self._unit(noun)
        return Counted(end, unit, part=True) if unit else None

    def _alone(self, number: int, end: int, known: str) -> Counted | None:
        """ "13 were caught", "another four": a number in the place of a noun."""
        word, before = self._words[number], self._words[number - 1].lemma if number else ""
        in_place = word.relation == "nsubj" or self._upos(number + 1) in ("AUX", "VERB") or before in OTHERS
        if in_place and word.upos in ("NUM", "NOUN", "ADJ", "PRON") and word.lemma != "one":
            return Counted(end, known, part=True)
        return Counted(end, "person") if self._is_said_of_people(number) else None

    def _is_said_of_people(self, number: int) -> bool:
        """ "They were fourteen", "those arrested are 34", "the group numbered 26": how many, and no age, which is said of one or as a list."""
        before = [self._written(at) for at in range(max(number - 4, 0), number)]
        is_said = len(before) > 1 and before[-1] in BE and bool(MANY & set(before[:-1]))
        is_counted = len(before) > 1 and before[-1] in NUMBERED and bool((MANY | GROUPS) & set(before[:-1]))
        return (is_said or is_counted) and self._written(number + 1) in END and self._words[number].lemma != "one"

    def _hyphened(self, number: int) -> Counted | None:
        """ "three-family", "ten-man"."""
        if number < len(self._words) and self._written(number) in HOUSEHOLDS | {"person", "man", "woman", "member"}:
            unit = "household" if self._written(number) in HOUSEHOLDS else "person"
            return Counted(self._words[number].span.end, unit, self._words[number].span)
        return None

    def _hung_on(self, number: int) -> int | None:
        """The noun that the number hangs on, if it follows soon and only what belongs to it stands between."""
        head = self._extended(self._words[number].head)
        if self._words[number].relation not in ("nummod", "amod", "det", "compound") or not number < head <= number + LONGEST:
            return None
        is_close = all(_is_inside(word) or word.upos == "NUM" for word in self._words[number + 1 : head])
        return head if self._upos(head) in NOUNS and is_close else None

    def _noun(self, first: int) -> int | None:
        """The last noun of the phrase that begins at `first`."""
        for number in range(first, min(first + LONGEST, len(self._words))):
            if self._upos(number) in NOUNS:
                if self._upos(number + 1) not in NOUNS:
                    return self._extended(number)
            elif not _is_inside(self._words[number]) and self._upos(number) not in ("DET", "NUM"):
                return None
        return None

    def _extended(self, noun: int) -> int:
        """The last noun of a compound that `noun` is in: "herder families", "Type 88 rifles"."""
        while self._upos(noun) in NOUNS:
            if self._upos(noun + 1) == "NOUN":
                noun += 1
            elif (self._upos(noun), self._upos(noun + 1), self._upos(noun + 2)) == ("PROPN", "NUM", "NOUN"):
                noun += 2
            else:
                break
        return noun

    def _unit(self, noun: int) -> str | None:
        """What is counted; `None` if it is nothing that counts say anything of."""
        written = self._written(noun)
        names = {self._words[noun].lemma.lower(), written, singular(written)}
        if names & NOT_COUNTED or MEASURE.search(written):
            return None
        if names & HOUSEHOLDS:
            return "household"
        return "person" if noun in self._persons or any(map(names_people, names)) else singular(written)

    def _upos(self, number: int) -> str:
        return self._words[number].upos if number < len(self._words) else ""

    def _written(self, number: int) -> str:
        if number >= len(self._words):
            return ""
        span = self._words[number].span
        return self._text[span.start : span.end].lower()


def _is_inside(word: Word) -> bool:
    """Whether it may stand between a number and what it counts."""
    return word.upos in INSIDE or word.lemma == "-" or (word.upos == "VERB" and word.relation == "amod")


def names_people(noun: str) -> bool:
    """Whether a noun in small letters, singular or plural, names people: by a list, or by its ending."""
    forms = (noun, singular(noun))
    return not PERSONS.isdisjoint(forms) or any(map(PEOPLE.search, forms))


def singular(noun: str) -> str:
    """The singular of a plural in small letters, by its ending."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("ss", "ss"),
        ("us", "us"),
        ("s", ""),
    ):
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            return noun[: -len(ending)] + instead
    return noun


def _interval(match: re.Match[str]) -> tuple[int, int | None, bool]:
    """Lowest, highest, and whether there is no doubt."""
    if match["vague"]:
        words = " ".join(match["vague"].lower().split())
        lo, hi = next(bounds for pattern, bounds in VAGUE.items() if re.fullmatch(pattern, words, re.IGNORECASE))
        return lo, None if match["vaguely_more"] else hi, False
    if match["odd"]:
        lo = to_number(match["odd"])
        return lo, lo + 9, False
    low, high = match["low"] or match["above"] or match["least"], match["high"] or match["below"] or match["most"]
    if low and high and to_number(low) <= to_number(high):
        return to_number(low), to_number(high), False
    if match["sum"]:
        number = sum(int(part) for part in match["sum"].split("+"))
    elif match["dozens"]:
        number = DOZEN * (1 if match["dozens"] == "a" else to_number(match["dozens"]))
    else:
        number = to_number(match["number"] or low)
    if match["more"]:
        return number, None, False
    if match["so"]:
        return *widened(number, 9, 11, 0), False
    for words, (lowest, highest, moved) in APPROXIMATORS.items():
        if match["about"] and re.fullmatch(words, match["about"], re.IGNORECASE):
            return *widened(number, lowest, highest, moved), False
    return number, number, not match["dozens"]
