"""Numbers that change on the way. Comes in: the notes of accounts. Goes out: contradictions: of a report that is written after another one, numbers of its sentences that differ from those of the
same sentences there; of any two, the age or the prison term of one person by name.

A slip is told by its shape (23 and 32, 15 and 50, 6 and 16, 130 and 30, "the third" and "three") or by the noun beside it; the rest of the sentences must share words.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from tumen.gathered import Contradiction, ContradictionKind, GatheredReading, Telling
from tumen.ledger.account import Account, Note
from tumen.ledger.sides import Case, contradict, is_slip, is_update, later
from tumen.ledger.tables import ORDINALS, denied_with, words_of
from tumen.ledger.values import describe_value

SHARED = 3  # roots and numbers that two sentences share, so that one is the other's
ALIKE = 4  # that two sentences share which tell of one thing befalling others
MANY, TIMES = 20, 5  # animals and houses of which two reports mean the same, however they tell of them
NEAR_AGES = 1  # years: a birthday
YEARS = ("age", "term")


class Number(NamedTuple):
    """A number in a report."""

    account: Account
    note: Note

    @property
    def value(self) -> Any:
        return self.note.reading.value

    @property
    def telling(self) -> Telling:
        return Telling(self.account.id, self.note.reading.claims, self.note.reading.spans)


def copied(case: Case, tellings: Sequence[tuple[Account, str]]) -> Iterator[Contradiction]:
    """Of the reports that are mainly about the incident."""
    mains = {account.id: account for account, id_ in tellings if account.is_about(id_)}
    numbers = {
        id_: [Number(mains[id_], note) for note in mains[id_].notes if note.kind == "numeral"] for id_ in sorted(mains)
    }
    slipped: set[tuple[str, frozenset[int]]] = set()
    for id_ in numbers:
        original = case.standings[id_].of if id_ in case.standings and case.is_derived(id_) else None
        if original in numbers:
            for one in [*_swapped(case, numbers[original], numbers[id_]), *_slipped(case, numbers[original], numbers[id_])]:
                slipped.add((one.field, frozenset(map(_n, one.readings))))
                yield one
    everything = [each for listed in numbers.values() for each in listed]
    for one in [*_rivals(case, everything), *_things(case, everything)]:
        if (one.field, frozenset(map(_n, one.readings))) not in slipped:
            yield one


def _n(reading: GatheredReading) -> int:
    return reading.value["lo"] if isinstance(reading.value, dict) else 0


# ---------------------------------------------------------------------------------------------------- after another one


def _slipped(case: Case, there: Sequence[Number], here: Sequence[Number]) -> Iterator[Contradiction]:
    """Numbers that stand in one of the two alone, in sentences that are each other's."""
    pairs = []
    for at, one in enumerate(here):
        for other_at, other in enumerate(there):
            shared = _shared(one.note, other.note)
            if shared < SHARED or not _is_slip(other.value, one.value):
                continue
            if not _stands_in(one, there, other) and not _stands_in(other, here, one):
                pairs.append((-shared, other_at, at))
    used: tuple[set[int], set[int]] = (set(), set())
    for _, other_at, at in sorted(pairs):
        if other_at in used[0] or at in used[1]:
            continue
        used[0].add(other_at)
        used[1].add(at)
        yield _clash(case, there[other_at], here[at])


def _stands_in(one: Number, numbers: Sequence[Number], instead: Number) -> bool:
    """Whether a report has that number too; of "the third barrack" and "three barracks", beside that noun."""
    is_of_noun = instead.value["n"] == one.value["n"]
    return any(
        each.value["n"] == one.value["n"]
        and (each.value["form"] == "ordinal") == (one.value["form"] == "ordinal")
        and (not is_of_noun or each.value["noun"] == one.value["noun"])
        for each in numbers
    )


def _shared(one: Note, other: Note) -> int:
    """How much two sentences share; another number weighs more than a word."""
    words = set(one.around) & set(other.around)
    return len(words) + sum(word.isdigit() for word in words)


def _is_slip(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one number may be written for the other: of one noun, or of one shape."""
    forms = {one["form"], other["form"]}
    same_noun = one["noun"] == other["noun"] != ""
    if "ordinal" in forms:
        return same_noun and len(forms) == 2 and one["n"] == other["n"]
    if forms != {"cardinal"} or same_noun:
        return len(forms) == 1 and one["n"] != other["n"] and (same_noun or one["noun"] == other["noun"])
    return bool(one["noun"] and other["noun"]) and _is_of_shape(one["n"], other["n"])


def _is_of_shape(one: int, other: int) -> bool:
    """Swapped digits, teens and tens, a figure lost at the front, a nought too many."""
    low, high = sorted((one, other))
    written, longer = str(low), str(high)
    return (
        (written != longer and written == longer[::-1] and low > 9)
        or (10 < low < 20 and high == (low - 10) * 10)
        or (longer.endswith(written) and len(longer) == len(written) + 1)
        or high == 10 * low
    )


def _swapped(case: Case, there: Sequence[Number], here: Sequence[Number]) -> Iterator[Contradiction]:
    """Two numbers of a sentence that have changed places: "22 women and 12 men", "22 men and 12 women"."""
    for one, other in _pairs(there):
        for mine, theirs in _pairs(here):
            nouns = (one.value["noun"], other.value["noun"])
            is_swap = (one.value["n"], other.value["n"]) == (mine.value["n"], theirs.value["n"])
            if is_swap and one.value["n"] != other.value["n"] and nouns == (theirs.value["noun"], mine.value["noun"]):
                sides = [(GatheredReading(_in_words(pair), ()), [_both(pair)]) for pair in ((one, other), (mine, theirs))]
                yield contradict(case, "who", _kind(case, *(side[1] for side in sides)), sides)
                return


def _pairs(numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Numbers that follow each other in a sentence, with other nouns."""
    for at, one in enumerate(numbers):
        for other in numbers[at + 1 : at + 3]:
            is_beside = set(one.note.around) ^ set(other.note.around) <= {str(one.value["n"]), str(other.value["n"])}
            nouns = {one.value["noun"], other.value["noun"]}
            if one.note.around and is_beside and len(nouns) == 2 and "" not in nouns:
                yield one, other


def _both(pair: tuple[Number, Number]) -> Telling:
    first, second = (one.telling for one in pair)
    return Telling(first.report, tuple(dict.fromkeys((*first.claims, *second.claims))), (*first.spans, *second.spans))


def _in_words(pair: tuple[Number, Number]) -> str:
    return " and ".join(f"{one.value['n']} {_plural(one.value['noun'])}" for one in pair)


def _plural(noun: str) -> str:
    known = {"man": "men", "woman": "women", "child": "children", "person": "people", "family": "families"}
    return known.get(noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s")


def _clash(case: Case, one: Number, other: Number) -> Contradiction:
    field = one.value["form"] if one.value["form"] in YEARS else _plural(other.value["noun"] or one.value["noun"] or "number")
    is_ordinal = "ordinal" in (one.value["form"], other.value["form"])
    values = [_reading(each) for each in (one, other)]
    values = [value if isinstance(value, str) or not is_ordinal else describe_value(value) for value in values]
    sides = [(GatheredReading(value, ()), [each.telling]) for value, each in zip(values, (one, other), strict=True)]
    return contradict(case, field, _kind(case, *(side[1] for side in sides)), sides)


def _reading(one: Number) -> Any:
    number, noun = one.value["n"], one.value["noun"]
    if one.value["form"] == "ordinal":
        return f"the {ORDINALS[number - 1]} {noun}"
    return {"lo": number, "hi": number, "exact": True, "unit": noun or "number"}


def _kind(case: Case, mine: Sequence[Telling], theirs: Sequence[Telling]) -> ContradictionKind:
    if is_slip(case, mine, theirs):
        return "translation_slip"
    return "update" if is_update(case, mine, theirs, is_growth=False) else "rival_count"


# -------------------------------------------------------------------------------------------------- of one person


def _rivals(case: Case, numbers: Sequence[Number]) -> Iterator[Contradiction]:
    """Ages and prison terms of somebody whom both reports name."""
    found: dict[tuple[str, int], list[Number]] = defaultdict(list)
    for one in numbers:
        if one.value["form"] in YEARS and one.value["whom"]:
            found[one.value["form"], one.value["n"]].append(one)
    for (form, number), listed in sorted(found.items()):
        for (other_form, other_number), others in sorted(found.items()):
            if form != other_form or number >= other_number:
                continue
            mine = [one for one in listed if _is_alone(case, one, others, numbers)]
            theirs = [one for one in others if _is_alone(case, one, listed, numbers)]
            if mine and theirs:
                sides = [(GatheredReading(_reading(side[0]), ()), _one_a_report(side)) for side in (mine, theirs)]
                yield contradict(case, form, _kind(case, *(side[1] for side in sides)), sides)


def _is_alone(case: Case, one: Number, others: Sequence[Number], numbers: Sequence[Number]) -> bool:
    """Whether another report gives one of the others of the same person, and its own report does not."""
    own = {
        each.value["n"] for each in numbers if each.account.id == one.account.id and each.value["form"] == one.value["form"]
    }
    return any(
        other.account.id != one.account.id
        and _is_same(one.value["whom"], other.value["whom"])
        and other.value["n"] not in own
        and not _is_older(case, one, other)
        for other in others
    )


def _is_older(case: Case, one: Number, other: Number) -> bool:
    """Whether two ages differ by no more than the years between the reports, and one for the birthday."""
    years = abs(later(case, [one.telling], [other.telling])) / 365
    return bool(one.value["form"] == "age") and bool(abs(one.value["n"] - other.value["n"]) <= NEAR_AGES + years)


def _is_same(one: str, other: str) -> bool:
    """Whether two names can be of one person: all words of the shorter stand in the longer, and they are more than one, or the name is one word in both."""
    mine, theirs = ({word.casefold().rstrip(".") for word in name.split()} for name in (one, other))
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) == shorter and (shorter > 1 or len(mine) == len(theirs))


def _one_a_report(numbers: Sequence[Number]) -> list[Telling]:
    return list({one.account.id: one.telling for one in reversed(numbers)}.values())[::-1]


# ------------------------------------------------------------------------------------------------------ of things


def _things(case: Case, numbers: Sequence[Number]) -> Iterator[Contradiction]:
    """Things of one noun that an event of one type befell, where each of two reports gives one number of them: 40 houses burned, 95 houses burned."""
    found: dict[str, list[Number]] = defaultdict(list)
    for one in numbers:
        noun = one.value["noun"]
        if one.value["form"] == "cardinal" and one.value["n"] > 1 and noun in words_of("things"):
            found[noun].append(one)
    for noun, listed in sorted(found.items()):
        alone = [one for one in listed if len({each.value["n"] for each in listed if each.account.id == one.account.id}) == 1]
        for low, high in combinations(sorted({one.value["n"] for one in alone}), 2):
            mine, theirs = ([one for one in alone if one.value["n"] == number] for number in (low, high))
            is_of_all = noun in words_of("belongings") and low >= MANY and high <= TIMES * low
            if is_of_all or any(
                _types(one) & _types(other) or _shared(one.note, other.note) >= ALIKE for one in mine for other in theirs
            ):
                sides = [(GatheredReading(_reading(side[0]), ()), _one_a_report(side)) for side in (mine, theirs)]
                yield contradict(case, _plural(noun), _kind(case, *(side[1] for side in sides)), sides)


def _types(one: Number) -> set[str]:
    return {type_ for each in one.value["of"] for type_ in denied_with().get(each, (each,))}
