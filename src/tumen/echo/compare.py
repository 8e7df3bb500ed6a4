"""Two prints -> an echo. Comes in: the prints of two reports on one incident. Goes out: how the two stand to each other, and by what that is seen.

The rungs are tried from the closest echo down; the first that holds is the answer. What is not shown to be an echo is not thereby
independent: that takes knowledge of its own on the side of the later report, and no way by which it could have come from the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tumen.echo.cited import LEAD, is_first_named, is_same_outlet
from tumen.echo.days import anchor_of, reach
from tumen.echo.heads import is_spelled_alike
from tumen.echo.knowledge import Knowledge, denies, has_source, knowledge_of, offices_of, taken_from
from tumen.echo.prints import Print
from tumen.echo.words import covered, in_order, share, unpack
from tumen.gathered import Echo, EchoStep

SHINGLE = 5  # words in a row that are not written twice by chance
SAME = 0.9  # share of the words: nearly all
AS_LONG = 0.85  # the shorter has this share of the longer one's words: it is not an abridgement
AS_LONG_MARKED = 0.75  # the same, of one that says that the text is another's and changed nothing in it
MOST = 0.7  # share of the shorter one's words that stand in the longer: it is an abridgement
PART = 0.12  # share of the words of one: it took over some
FEWEST_REUSED = 12  # words: "a source in the province told" stands in many reports
REWORDED = 0.25  # share of the pairs of telling words of one that the other has too: it is the same text in other words
FEWEST_PAIRS = 4
RETOLD = 0.3  # share of the telling words of one that the other has too, and in the same order: it retells
ORDERED = 2.5  # words that follow each other in the order of the other beyond what chance gives
FEWEST_TERMS = 15  # shared telling words, below which a share says nothing
UNSOURCED = 1.5  # the same, for one that has no source
TAKEN, TAKEN_ORDERED, FEWEST_TAKEN = (
    0.25,
    1.5,
    12,
)  # the three of these for one that says that it is a translation, or from some outlet
ALIKE = 0.42  # share of the telling words above which nothing is called independent, in whatever order they come
FEWEST_ALIKE = 10
FEWEST_WORDS = 12  # words of a body, below which nothing is said
SHARED_DETAILS = 2


@dataclass(frozen=True)
class Pair:
    """Two prints, in the order of their ids, and what they share."""

    first: Print
    second: Print

    @cached_property
    def shared(self) -> tuple[float, float]:
        """The share of the words of the first that stand in the second, and the other way round."""
        first, second = unpack(self.first.words), unpack(self.second.words)
        return share(covered(first, second, SHINGLE)), share(covered(second, first, SHINGLE))

    @cached_property
    def retold(self) -> tuple[int, float, float]:
        """How many telling words both have, and the share that they are of those of the first and of the second."""
        first, second = unpack(self.first.terms), unpack(self.second.terms)
        both = len(np.intersect1d(first, second, assume_unique=True))
        return both, both / max(len(first), 1), both / max(len(second), 1)

    @cached_property
    def in_order(self) -> float:
        """How many more of these words follow each other in the same order than would by chance."""
        return float(in_order(unpack(self.first.terms), unpack(self.second.terms)) - 2 * self.retold[0] ** 0.5)

    def retells(self, least: float, ordered: float, fewest: int) -> bool:
        """Many telling words of one stand in the other, in the same order."""
        both, *shares = self.retold
        return both >= fewest and max(shares) >= least and self.in_order >= ordered

    @cached_property
    def is_alike(self) -> bool:
        """So much is the same that both may go back to one text."""
        both, *shares = self.retold
        return (both >= FEWEST_ALIKE and max(shares) >= ALIKE) or self.retells(RETOLD, ORDERED, FEWEST_TERMS)

    @cached_property
    def is_reworded(self) -> bool:
        """Telling words follow each other in both as they would by chance in no two texts."""
        first, second = unpack(self.first.pairs), unpack(self.second.pairs)
        both = len(np.intersect1d(first, second, assume_unique=True))
        return both >= FEWEST_PAIRS and both >= REWORDED * min(len(first), len(second))

    @cached_property
    def details(self) -> int:
        """How many numbers with what they count both have."""
        return len(np.intersect1d(unpack(self.first.details), unpack(self.second.details), assume_unique=True))

    @cached_property
    def quotes(self) -> list[int]:
        """The lengths of the quotations that both have."""
        return [length for quote, length in self.first.quotes if (quote, length) in self.second.quotes]

    @cached_property
    def later(self) -> Print | None:
        """Which of the two was published later; `None` if that is not known."""
        anchor = anchor_of((self.first.published, self.second.published))
        first, second = reach(self.first.published, anchor), reach(self.second.published, anchor)
        if first[1] and second[0] and first[1] < second[0]:
            return self.second
        if second[1] and first[0] and second[1] < first[0]:
            return self.first
        return None

    @property
    def both(self) -> tuple[tuple[Print, Print], tuple[Print, Print]]:
        """Each with the other."""
        return (self.first, self.second), (self.second, self.first)

    def other(self, one: Print) -> Print:
        """The other of the two."""
        return self.second if one is self.first else self.first

    @property
    def shorter(self) -> Print:
        """The one with fewer words."""
        return min(self.first, self.second, key=lambda one: (len(one.words), one.id))

    @property
    def as_long(self) -> bool:
        """Neither is much longer than the other."""
        lengths = sorted((len(self.first.words), len(self.second.words)))
        is_marked = self.shorter.evidence.is_credited and max(self.shared) >= SAME
        return lengths[0] >= (AS_LONG_MARKED if is_marked else AS_LONG) * lengths[1]

    def named_at(self, one: Print) -> float | None:
        """Where `one` first names the outlet of the other."""
        other = self.other(one)
        if self.is_one_house:
            return None
        places = [
            cited.at
            for cited in one.cited
            if self._is_of(cited.outlet, other) and not is_spelled_alike(cited.outlet, one.heads)
        ]
        named = None if other.evidence.issuer else is_first_named(one.names, other.outlet)
        return min([*places, *([] if named is None else [named])], default=None)

    @staticmethod
    def _is_of(cited: str, one: Print) -> bool:
        return is_same_outlet(cited, one.outlet) or is_spelled_alike(cited, one.heads)

    @cached_property
    def is_one_house(self) -> bool:
        """Both are by one outlet; where that is not known, under one first line, and yet different texts."""
        if self.first.outlet and self.second.outlet:
            return is_same_outlet(self.first.outlet, self.second.outlet)
        top = self.first.heads[0]
        return len(top.split()) > 1 and top == self.second.heads[0] and max(self.shared) < MOST

    @cached_property
    def naming(self) -> list[Print]:
        """Those that name the outlet of the other."""
        return [one for one, _ in self.both if self.named_at(one) is not None]

    def knows(self, one: Print) -> Knowledge | None:
        """By what `one` knows of itself, beside the other."""
        return knowledge_of(one, self.other(one))


def compare(a: Print, b: Print) -> Echo:
    """How the two reports stand to each other; the same whichever comes first."""
    pair = Pair(*sorted((a, b), key=lambda one: one.id))
    for rung in (_too_short, _same_outlet, _copied, _denied, _named, _retold, _shares_details, _one_origin, _independent):
        if echo := rung(pair):
            return echo
    return _echo(pair, "unknown", None, _why_unknown(pair))


def _echo(pair: Pair, step: EchoStep, copy: Print | None, *reasons: str) -> Echo:
    of = pair.other(copy).id if copy else None
    return Echo((pair.first.id, pair.second.id), step, of, tuple(round(one, 3) for one in pair.shared), reasons)  # type: ignore[arg-type]


def _too_short(pair: Pair) -> Echo | None:
    if min(len(unpack(pair.first.words)), len(unpack(pair.second.words))) >= FEWEST_WORDS:
        return None
    return _echo(pair, "unknown", None, "one of the two has hardly any words")


def _same_outlet(pair: Pair) -> Echo | None:
    if not pair.is_one_house:
        return None
    whose = (
        f"both are by {pair.first.name}" if pair.first.name == pair.second.name else "both have the same name at their top"
    )
    if min(pair.shared) >= SAME:
        return _echo(pair, "same_text", pair.later, whose, _words_reused(pair))
    return _echo(pair, "follow_up", pair.later, whose, *(() if pair.later else ("which came first is not known",)))


def _copied(pair: Pair) -> Echo | None:
    """Words in a row that stand in both."""
    most, least = max(pair.shared), min(pair.shared)
    copy = _copy_of(pair)
    reasons = [_words_reused(pair), *_direction(pair, copy)]
    if least >= SAME or (most >= SAME and pair.as_long):
        step: EchoStep = "reprint" if copy and (copy in pair.naming or copy.evidence.is_credited) else "same_text"
        return _echo(pair, step, copy, *reasons)
    if pair.shared[pair.shorter is pair.second] >= MOST and not pair.as_long:
        return _echo(pair, "abridged", copy or _shorter_copy(pair), *reasons)
    if most >= PART and most * len(unpack(_of_most(pair).words)) >= FEWEST_REUSED:
        return _echo(pair, "derived", copy, *reasons)
    if pair.quotes:
        return _echo(
            pair,
            "derived",
            copy,
            f"the same {_count(len(pair.quotes), 'quotation')} of {max(pair.quotes)} words or fewer in both",
            *reasons[1:],
        )
    return None


def _of_most(pair: Pair) -> Print:
    """The one of whose words the greater share stands in the other."""
    return pair.first if pair.shared[0] >= pair.shared[1] else pair.second


def _denied(pair: Pair) -> Echo | None:
    """Those who are accused speak for themselves, whatever reports they have read."""
    for one, other in pair.both:
        named = pair.named_at(one)
        if named is not None and named <= LEAD and not (one.evidence.is_denial or one.evidence.issuer):
            continue
        is_same_office = bool(other.evidence.issuer) and bool(offices_of(one) & offices_of(other))
        if (
            (known := pair.knows(one))
            and known.is_official
            and denies(one, other)
            and not denies(other, one)
            and not is_same_office
        ):
            return _echo(
                pair,
                "independent",
                None,
                f"{_name(one)} gives what officials say, which denies it",
                *_own_or_nothing(pair, other),
            )
    return None


def _named(pair: Pair) -> Echo | None:
    """One of them says that it has it from the other."""
    for one in sorted(pair.naming, key=lambda one: one is not pair.later):
        other, at = pair.other(one), pair.named_at(one)
        if at is None or (pair.later is other and pair.named_at(other) is not None):
            continue
        if pair.later is other:
            return _echo(pair, "unknown", None, f"{_name(one)} names {other.name}, but came before this report of it")
        is_passing = at > LEAD and pair.knows(one) is not None
        if is_passing and not one.evidence.is_translated:
            continue
        says_so = any(is_same_outlet(cited.outlet, other.outlet) for cited in one.cited)
        named = f"{_name(one)} names {other.name}{' as where it has something from' if says_so else ''}"
        if one.evidence.is_translated:
            return _echo(pair, "derived", one, named, "says that it is a translation")
        if pair.is_reworded or (max(pair.retold[1:]) >= ALIKE and pair.retold[0] >= FEWEST_ALIKE):
            return _echo(pair, "derived", one, named, _terms_shared(pair))
        return _echo(pair, "cites", one, named)
    return None


def _retold(pair: Pair) -> Echo | None:
    """In other words, but of the same things, in the same order."""
    copy = _copy_of(pair)
    if pair.is_reworded:
        return _echo(pair, "derived", copy, _terms_shared(pair), *_direction(pair, copy))
    if copy is None or (
        (known := pair.knows(copy)) and not (known.is_official and _is_taken(copy) and not copy.evidence.issuer)
    ):
        return None
    if _is_taken(copy):
        is_retold = not _is_of_third(copy, pair.other(copy)) and pair.retells(TAKEN, TAKEN_ORDERED, FEWEST_TAKEN)
    else:
        is_retold = (not has_source(copy) and pair.retells(RETOLD, UNSOURCED, FEWEST_TERMS)) or (
            pair.is_alike and (not has_source(copy) or _is_told_first(pair.other(copy), copy))
        )
    return _echo(pair, "derived", copy, _terms_shared(pair), *_direction(pair, copy)) if is_retold else None


def _is_taken(one: Print) -> bool:
    """It says that it is a translation, or has its story from an outlet that it does not name."""
    mine = one.evidence
    return mine.is_translated or (mine.second_hand is not None and mine.second_hand <= LEAD)


def _is_of_third(one: Print, other: Print) -> bool:
    """It names an outlet as where it has its story from, which is not the other."""
    cited = [cited for cited in one.cited if cited.is_outlet and cited.at <= LEAD]
    return (
        bool(cited) and not one.evidence.is_translated and not any(is_same_outlet(its.outlet, other.outlet) for its in cited)
    )


def _is_told_first(one: Print, copy: Print) -> bool:
    """Somebody spoke to that outlet and nobody to the other, and they do not have it from an office that spoke to all."""
    is_public = any(source.is_official for source in copy.evidence.sources)
    return one.evidence.contact is not None and copy.evidence.contact is None and not is_public


def _shares_details(pair: Pair) -> Echo | None:
    """A report without sources that has what only the other could tell it."""
    copy = _copy_of(pair)
    if copy is None or has_source(copy) or copy.evidence.looking is not None or pair.details < SHARED_DETAILS:
        return None
    return _echo(
        pair,
        "shares_error",
        copy,
        f"{_name(copy)} has no source of its own and the same {_count(pair.details, 'number')} with what they count",
    )


def _one_origin(pair: Pair) -> Echo | None:
    """Both say that they have it from one outlet, which is neither of them."""
    theirs = {cited.outlet for cited in pair.second.cited if cited.at <= LEAD}
    names = [cited.name for cited in pair.first.cited if cited.at <= LEAD and cited.outlet in theirs]
    return _echo(pair, "unknown", None, f"both have it from {names[0]}") if names else None


def _independent(pair: Pair) -> Echo | None:
    """The later one knows by itself, and nothing leads from the one to the other."""
    known = {one.id: pair.knows(one) for one, _ in pair.both}
    if pair.is_alike:
        return _echo(pair, "unknown", None, _terms_shared(pair), "both may go back to one text")
    if _may_be_one_statement(pair, known):
        return _echo(pair, "unknown", None, "both give what officials say, which may be one statement")
    if any(at is not None and at <= LEAD for at in (pair.named_at(one) for one, _ in pair.both)):
        return None
    for one, other in pair.both:
        mine, theirs = known[one.id], known[other.id]
        if mine and (theirs or (pair.later is one and _may_be_an_origin(other))):
            reasons = [f"{_name(each)} {its.why}" for each, its in ((one, mine), (other, theirs)) if its]
            return _echo(pair, "independent", None, *reasons, "neither names the other")
    return None


def _may_be_one_statement(pair: Pair, known: Mapping[str, Knowledge | None]) -> bool:
    """Both give what those in charge say: other offices only if one of them issues its text, and no word of its name stands in the other's."""
    theirs = [offices_of(one) for one, _ in pair.both]
    is_other = any(one.evidence.issuer for one, _ in pair.both) and not theirs[0] & theirs[1]
    rests = [
        (mine is not None and mine.is_official) or (mine is None and bool(offices))
        for mine, offices in zip(known.values(), theirs, strict=True)
    ]
    return all(rests) and not is_other


def _may_be_an_origin(one: Print) -> bool:
    """It has sources, and has its story from no other outlet: if a later report knows by itself, the two are not one voice."""
    is_anothers = one.evidence.is_credited or one.evidence.is_translated or any(at <= LEAD for at in taken_from(one))
    return (has_source(one) or one.evidence.contact is not None) and not is_anothers


def _copy_of(pair: Pair) -> Print | None:
    """Which of two reports that share words is the copy; `None` if that cannot be known."""
    if len(pair.naming) == 1:
        return pair.naming[0]
    marked = [one for one, other in pair.both if _says_it_is_anothers(one, other)]
    if len(marked) == 1:
        return marked[0]
    told = [one for one, _ in pair.both if one.evidence.contact is not None]
    if len(told) == 1:
        return pair.other(told[0])
    without = [one for one, _ in pair.both if not has_source(one)]
    if pair.later is None and len(without) == 1:
        return without[0]
    return pair.later


def _says_it_is_anothers(one: Print, other: Print) -> bool:
    """The text is credited or translated, and not to a third."""
    is_marked = one.evidence.is_credited or one.evidence.is_translated
    return is_marked and all(is_same_outlet(cited.outlet, other.outlet) for cited in one.cited if cited.is_outlet)


def _shorter_copy(pair: Pair) -> Print | None:
    return pair.shorter if len(pair.first.words) != len(pair.second.words) else None


def _direction(pair: Pair, copy: Print | None) -> list[str]:
    """Why that one is the copy."""
    if copy is None:
        return ["which of the two came first is not known"]
    if copy in pair.naming:
        return [f"{_name(copy)} names {pair.other(copy).name}"]
    if _says_it_is_anothers(copy, pair.other(copy)):
        return [f"{_name(copy)} says that the text is not its own"]
    if copy is pair.later:
        return [f"{_name(copy)} is the later one"]
    if not has_source(copy):
        return [f"{_name(copy)} has no source of its own"]
    return [f"{_name(pair.other(copy))} says that it was told"]


def _words_reused(pair: Pair) -> str:
    shorter = pair.shorter
    of = len(unpack(shorter.words))
    return f"{round(pair.shared[shorter is pair.second] * of)} of {of} words of {_name(shorter)} stand in the other report"


def _terms_shared(pair: Pair) -> str:
    both, first, second = pair.retold
    one = pair.first if first >= second else pair.second
    return f"{both} of {round(both / max(first, second))} words of {_name(one)} that say something stand in the other report, in other sentences"


def _own_or_nothing(pair: Pair, one: Print) -> list[str]:
    return [f"{_name(one)} {known.why}"] if (known := pair.knows(one)) else []


def _why_unknown(pair: Pair) -> str:
    without = [one for one, _ in pair.both if not pair.knows(one)]
    if len(without) == 2 and all(one.evidence.contact is not None and has_source(one) for one in without):
        return "the sources of both are described alike: whether they are the same cannot be known"
    if not without:
        return "neither an echo nor independence is shown"
    names = " and ".join(_name(one) for one in without)
    return f"{names} {'does' if len(without) == 1 else 'do'} not say by what {'it knows' if len(without) == 1 else 'they know'}; no echo is shown"


def _name(one: Print) -> str:
    return one.name or "the report without a known outlet"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
