"""Answers against the templates of a key. Comes in: both, text by text. Goes out: scores, slot by slot.

As in MUC-4 (Chinchor, "MUC-4 Evaluation Metrics", 1992): a fill is right, half right or wrong; recall is of the fills of the key,
precision of those answered, and templates without a partner count in full. What is half right here, and where this differs from the
scorer of 1992, is in docs/measures.md.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from tumen.measure.chains import best_pairs
from tumen.measure.heads import fold, head_of, is_plural, words_of
from tumen.measure.muc4 import Days, Fill, Location, Template
from tumen.measure.muc4_answers import Answer, Victim
from tumen.measure.tally import Tally
from tumen.records import Count

SLOTS = ("type", "date", "place", "victim", "victim number", "victim effect", "perpetrator")
HALF = 0.5
GENERAL, SPECIAL = "ATTACK", ("BOMBING", "ARSON")
NUMBER = re.compile(r"(?P<mark>[~-]?)(?P<number>\d+)(?P<more>-?)")

Item = TypeVar("Item")
Found = TypeVar("Found")


@dataclass(slots=True)
class IncidentScores:
    """`incidents` counts whole templates, `aligned` all slots of those with a partner; the last two count what was wanted only."""

    incidents: Tally = field(default_factory=Tally)
    slots: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in SLOTS})
    aligned: Tally = field(default_factory=Tally)
    individuals: Tally = field(default_factory=Tally)
    organisations: Tally = field(default_factory=Tally)

    @property
    def all(self) -> Tally:
        total = Tally()
        for points in self.slots.values():
            total.merge(points)
        return total


class Pair(NamedTuple):
    """A template of the key and the answer that is held against it; one of the two may be missing."""

    template: Template | None
    answer: Answer | None
    points: dict[str, Tally]


def score_incidents(texts: Iterable[tuple[Sequence[Template], Sequence[Answer]]]) -> IncidentScores:
    """Key and answers of each text."""
    scores = IncidentScores()
    for templates, answers in texts:
        for pair in align(templates, answers):
            _count(scores, pair)
    return scores


def align(templates: Sequence[Template], answers: Sequence[Answer]) -> list[Pair]:
    """One to one, so that the sum of points is the largest; first the templates, in their order, then answers that are too many."""
    gains = [[_gain(template, answer) for answer in answers] for template in templates]
    partner = {one: other for one, other in _paired(gains) if gains[one][other]}
    taken = set(partner.values())
    pairs: list[tuple[Template | None, Answer | None]] = [
        (template, answers[partner[one]] if one in partner else None) for one, template in enumerate(templates)
    ]
    pairs += [(None, answer) for other, answer in enumerate(answers) if other not in taken]
    return [Pair(template, answer, points_of(template, answer)) for template, answer in pairs]


def _count(scores: IncidentScores, pair: Pair) -> None:
    template, answer, points = pair
    is_wanted = template is not None and (answer is not None or not template.is_optional)
    scores.incidents.add(template is not None and answer is not None, int(answer is not None), int(is_wanted))
    for name, each in points.items():
        scores.slots[name].merge(each)
        if template and answer:
            scores.aligned.merge(each)
    if template and is_wanted:
        agents = answer.perpetrators if answer else ()
        scores.individuals.merge(_named(template.individuals, agents))
        scores.organisations.merge(_named(template.organisations, agents))


def _named(fills: Sequence[Fill], agents: Sequence[str]) -> Tally:
    """How many of `fills` are in the words of some agent, be it the same for several."""
    best = [max((_same_name(fill.values, (agent,)) for agent in agents), default=0.0) for fill in fills]
    kept = [points for fill, points in zip(fills, best, strict=True) if points or not fill.is_optional]
    return Tally(sum(kept), 0, len(kept))


def _gain(template: Template, answer: Answer) -> float:
    """The points of a pair, 0 if it may not be one: types that cannot be the same, or nothing else in common."""
    points = points_of(template, answer)
    has_party = any(points[slot].right for slot in ("victim", "perpetrator")) or any(
        _same_name(thing.values, victim.words) for thing in template.things for victim in answer.victims
    )
    has_setting = points["date"].right and points["place"].right
    return sum(each.right for each in points.values()) if points["type"].right and (has_party or has_setting) else 0.0


def points_of(template: Template | None, answer: Answer | None) -> dict[str, Tally]:
    """The points of each slot."""
    if template is None or (answer is None and not template.is_optional):
        return _alone(template, answer)
    if answer is None:
        return {name: Tally() for name in SLOTS}
    victims = [one for one in answer.victims if _is_person(one, template)]
    effects = [(one, effect) for one in victims for effect in one.effects]
    perpetrators = (*template.individuals, *template.organisations)
    return {
        "type": Tally(max(same_type(type_, answer.type) for type_ in template.types), 1, 1),
        "date": _one(template.days, answer.days, same_days),
        "place": _one(template.places, (answer.exact, answer.wider) if answer.exact else None, same_place),
        "victim": _several(template.victims, victims, lambda fill, one: _same_name(fill.values, one.words)),
        "victim number": _several(template.numbers, victims, _same_number_of),
        "victim effect": _several(template.effects, effects, _same_effect_on),
        "perpetrator": _several(perpetrators, answer.perpetrators, lambda fill, agent: _same_name(fill.values, (agent,))),
    }


def _alone(template: Template | None, answer: Answer | None) -> dict[str, Tally]:
    """All that is missing, or all that is too much."""
    wanted, found = [0] * len(SLOTS), [0] * len(SLOTS)
    if template:
        fills = (template.victims, template.numbers, template.effects, (*template.individuals, *template.organisations))
        required = [sum(not fill.is_optional for fill in slot) for slot in fills]
        wanted = [1, int(bool(template.days)), int(bool(template.places)), *required]
    if answer:
        effects = sum(len(victim.effects) for victim in answer.victims)
        victims = len(answer.victims)
        found = [1, int(bool(answer.days)), int(bool(answer.exact)), victims, victims, effects, len(answer.perpetrators)]
    return {name: Tally(0.0, of_answer, of_key) for name, of_answer, of_key in zip(SLOTS, found, wanted, strict=True)}


def _is_person(victim: Victim, template: Template) -> bool:
    """Not what the key has as a thing that was hit."""
    is_victim = any(_same_name(fill.values, victim.words) for fill in template.victims)
    return is_victim or not any(_same_name(fill.values, victim.words) for fill in template.things)


def _one(alternatives: Sequence[Item], own: Found | None, same: Callable[[Item, Found], float]) -> Tally:
    best = max((same(one, own) for one in alternatives), default=0.0) if own is not None else 0.0
    return Tally(best, int(own is not None), int(bool(alternatives)))


def _several(fills: Sequence[Fill], found: Sequence[Item], same: Callable[[Fill, Item], float]) -> Tally:
    """One to one, so that most is right; an optional fill is wanted only where it was found."""
    gains = [[same(fill, one) for one in found] for fill in fills]
    partner = {one: gains[one][other] for one, other in _paired(gains) if gains[one][other]}
    wanted = sum(number in partner or not fill.is_optional for number, fill in enumerate(fills))
    return Tally(sum(partner.values()), len(found), wanted)


def _paired(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    if not gains or not gains[0]:
        return []
    if len(gains) > len(gains[0]):
        return [(row, column) for column, row in best_pairs(list(zip(*gains, strict=True)))]
    return best_pairs(gains)


def same_type(wanted: str, own: str) -> float:
    """Half where one says no more than that it was an attack."""
    is_half = (wanted == GENERAL and own in SPECIAL) or (own == GENERAL and wanted in SPECIAL)
    return 1.0 if wanted == own else HALF if is_half else 0.0


def same_days(wanted: Days, own: Days) -> float:
    """Half where one end is the same, or both have two ends and overlap."""
    if all(_same_day(one, other) for one, other in zip(wanted, own, strict=True)):
        return 1.0
    if any(one and _same_day(one, other) for one, other in zip(wanted, own, strict=True)):
        return HALF
    (first, last), (own_first, own_last) = wanted, own
    is_closed = first and last and own_first and own_last and not f"{first}{own_first}".count("XXXX")
    return HALF if is_closed and str(first) <= str(own_last) and str(own_first) <= str(last) else 0.0


def _same_day(one: str | None, other: str | None) -> bool:
    """Of days whose year is not written, month and day count."""
    if one and other and "XXXX" in (one[:4], other[:4]):
        return one[4:] == other[4:]
    return one == other


def same_place(wanted: Location, own: tuple[frozenset[str], frozenset[str]]) -> float:
    """Half where one lies in the other, or both in the same country."""
    exact, wider = own
    if any(_place_name(name) in _place_names(exact) for name in wanted.exact):
        return 1.0
    names = {_place_name(name) for name in (*wanted.exact, *wanted.wider)}
    return HALF if names & _place_names(exact | wider) else 0.0


def _place_names(names: Iterable[str]) -> set[str]:
    return {_place_name(name) for name in names}


def _place_name(name: str) -> str:
    return re.sub(r"^THE | (?:CITY|TOWN|DEPARTMENT|PROVINCE|REGION|MUNICIPALITY)$", "", fold(name))


def same_number(wanted: str, own: Count | None, words: Sequence[str]) -> float:
    """`wanted` is "12", "~12" (about), "12-" (or more), "-12" (or less) or "PLURAL". Who is not counted is one, or several by their head."""
    several = own.lo > 1 if own else any(is_plural(each) for each in words)
    match = NUMBER.fullmatch(wanted)
    if not match:
        is_bare = own is None or own.hi is None or not own.exact
        return (1.0 if is_bare else HALF) if wanted == "PLURAL" and several else 0.0
    number = int(match["number"])
    if own is None:
        return 1.0 if number == 1 and not several and not match["more"] else HALF if number > 1 and several else 0.0
    is_within = own.lo <= number and (own.hi is None or number <= own.hi)
    if match["more"]:
        is_right = own.hi is None and own.lo in (number, number + 1)
    elif match["mark"] == "-":
        is_right = own.hi in (number, number - 1) and own.lo < number
    else:
        is_right = own.hi is not None and own.lo + own.hi == 2 * number
    return 1.0 if is_right else HALF if is_within or number in (own.lo, own.hi) else 0.0


def _same_number_of(fill: Fill, victim: Victim) -> float:
    right = max((same_number(value, victim.count, victim.words) for value in fill.values), default=0.0)
    return right if _is_about(fill, victim) else min(right, HALF)


def _same_effect_on(fill: Fill, found: tuple[Victim, str]) -> float:
    victim, effect = found
    if effect not in fill.values:
        return 0.0
    return 1.0 if _is_about(fill, victim) else HALF


def _is_about(fill: Fill, victim: Victim) -> bool:
    return not fill.about or _same_name(fill.about, victim.words) > 0


def _same_name(wanted: Iterable[str], own: Iterable[str]) -> float:
    """1 where two have the same head, half where the head of one is among the words of the other."""
    best = 0.0
    for one in wanted:
        for other in own:
            if head_of(one) == head_of(other) != "":
                return 1.0
            if head_of(one) in words_of(other) or head_of(other) in words_of(one):
                best = HALF
    return best
