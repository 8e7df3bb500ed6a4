"""Events of one report -> happenings. Comes in: events as they are told. Goes out: which of them are one happening, the main one first.

Events that tell of one happening are of one type, or of types that the scheme calls alike and told in one breath, unless time or place
says otherwise, or words do ("another", "a second"). The main happening is of the type that headline and opening speak of most. What lies
ahead is a happening of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tumen.edtf import days_from, reach
from tumen.event import EventType
from tumen.incident.told import Told
from tumen.records import Place, Time

TOLL = frozenset(["die", "kill", "injure"])
SENTENCE, PARAGRAPH = 120, 400  # code points
SOON = 4  # days within which a death still belongs to the shooting
RECENT = 20  # happenings of one type, and of any, among which an event looks for its own: a long text is looked through once
PRONOUNS = frozenset(
    "they them he him she her it one who whom other two three four five six seven eight nine ten all some most everyone anyone everybody "
    "anybody nobody somebody someone others member".split()
)


class Happening:
    """Events that are one incident. Knows the times, places and patients that they give, so that each is looked at once."""

    def __init__(self, type_: str, first: Told | None = None) -> None:
        self.type = type_
        self.told: list[Told] = []
        self._times: dict[tuple[str | None, bool], Time] = {}
        self._places: dict[str | None, Place] = {}
        self._patients: set[str] = set()
        self.last = 0
        if first:
            self.add(first)

    def add(self, one: Told) -> None:
        """Takes an event in."""
        self.told.append(one)
        self.last = max(self.last, one.event.trigger.end)
        if one.time:
            self._times[one.time.edtf, one.event.type == self.type] = one.time
        if one.place:
            self._places[one.place.id] = one.place
        self._patients |= _patients(one)

    @property
    def is_denied(self) -> bool:
        """Whether it is only said not to have happened."""
        return all(one.is_denied for one in self.told)

    def fits(self, one: Told) -> bool:
        """Whether nothing says that an event is another one than those in it."""
        if not self.told:
            return True
        is_another = one.is_another and not one.is_denied and one.event.type not in TOLL  # "seven others were hurt"
        if one.is_ahead != self.told[0].is_ahead or is_another:
            return False
        days = 0 if one.event.type == self.type else SOON
        return all(
            _same_time(one.time, time, days if is_same else SOON) for (_, is_same), time in self._times.items()
        ) and all(_same_place(one.place, place) for place in self._places.values())

    def is_of_others(self, one: Told) -> bool:
        """Whether an event was done to others, as far as they are named."""
        mine = _patients(one)
        return bool(mine and self._patients and not mine & self._patients)


def group(told: Sequence[Told], scheme: Mapping[str, EventType]) -> list[Happening]:
    """The main happening, then the others in text order. Every event is in one of them."""
    main_type = _main_type(told, scheme)
    if main_type is None:
        return []
    main = Happening(main_type)
    ranked = sorted(told, key=lambda one: (one.event.type != main_type, -one.weight))
    taken: set[str] = set()
    for belongs in (_opens, _tells_again):
        counted = {(count.lo, count.hi, count.unit) for one in main.told for count in one.counts}
        for one in ranked:
            if one.event.id not in taken and belongs(one, main, counted, scheme) and main.fits(one):
                main.add(one)
                taken.add(one.event.id)
    main.told.sort(key=lambda one: one.event.trigger)
    return [main, *_others((one for one in told if one.event.id not in taken), scheme)]


def _main_type(told: Sequence[Told], scheme: Mapping[str, EventType]) -> str | None:
    """The type that is told with most weight; where that is what was done to people, what did it."""
    weights: dict[str, float] = defaultdict(float)
    happened = set()
    for one in told:
        weights[one.event.type] += one.weight
        if not one.is_denied:
            happened.add(one.event.type)
    best = max((type_ for type_ in weights if type_ in happened), key=weights.__getitem__, default=None)
    if best not in TOLL:
        return best
    causes = [one.event.type for one in told if one.is_opening and not one.is_denied and _is_violent(one.event.type, scheme)]
    return next((type_ for type_ in causes if type_ not in TOLL), best)


def _opens(one: Told, main: Happening, _: set[tuple[int, int | None, str]], scheme: Mapping[str, EventType]) -> bool:
    """Whether an event is of the main type, or alike and told where the report opens."""
    is_alike = one.event.type in scheme[main.type].alike and one.is_opening and not one.is_another
    return one.event.type == main.type or is_alike


def _tells_again(
    one: Told, main: Happening, counted: set[tuple[int, int | None, str]], scheme: Mapping[str, EventType]
) -> bool:
    """Whether an event tells of the main happening in other words ("16 residents escaping"), or of what it did to people."""
    if one.is_another or one.event.type not in (*scheme[main.type].alike, *TOLL):
        return False
    if any((count.lo, count.hi, count.unit) in counted for count in one.counts):
        return one.event.type in scheme[main.type].alike
    is_violent = _is_violent(main.type, scheme)
    return is_violent and (one.event.type in TOLL or not main.is_of_others(one))


def _others(told: Iterable[Told], scheme: Mapping[str, EventType]) -> list[Happening]:
    """The happenings beside the main one. An event joins the last that it fits."""
    found: list[Happening] = []
    by_type: dict[str, list[Happening]] = defaultdict(list)
    for one in told:
        candidates = {id(other): other for other in (*by_type[one.event.type][-RECENT:], *found[-RECENT:])}.values()
        same = [other for other in candidates if _is_same(one, other, scheme) and other.fits(one)]
        if same:
            same[-1].add(one)
        else:
            found.append(Happening(one.event.type, one))
            by_type[one.event.type].append(found[-1])
    return found


def _is_same(one: Told, other: Happening, scheme: Mapping[str, EventType]) -> bool:
    """Whether an event can be of a side happening: of its type and done to the same people, alike and told in one sentence with it, or what
    it did to people, told soon after."""
    near = one.event.trigger.start - other.last
    is_toll = one.event.type in TOLL and _is_violent(other.type, scheme)
    if is_toll and (near < SENTENCE or (near < PARAGRAPH and not other.is_of_others(one))):
        return True
    if one.event.type != other.type:
        is_alike = one.event.type in scheme[other.type].alike or other.type in scheme[one.event.type].alike
        return is_alike and near < SENTENCE and not other.is_of_others(one)
    return not other.is_of_others(one)


def _is_violent(type_: str, scheme: Mapping[str, EventType]) -> bool:
    return scheme[type_].family == "violence" or type_ == "disaster"


def _patients(one: Told) -> set[str]:
    """The nouns for those it was done to, in small letters and without their plural."""
    words = (
        re.split(r" (?:of|in|from|at|with|who|near|on) ", each.description)[0]
        for each in one.event.participants
        if each.role == "patient"
    )
    return {phrase.rpartition(" ")[2].lower().rstrip("s") for phrase in words} - PRONOUNS


def _same_time(one: Time | None, other: Time, days: int) -> bool:
    """Whether two times can be one, or lie no more than `days` apart."""
    if one is None:
        return True
    mine, theirs = reach(one.edtf), reach(other.edtf)
    if mine is None or theirs is None:
        return one.edtf == other.edtf
    return max(days_from(theirs[1], mine[0]), days_from(mine[1], theirs[0])) <= days


def _same_place(one: Place | None, other: Place) -> bool:
    """Whether one place can lie in the other. A border lies in many."""
    if one is None or one.id == other.id or one.id is None or other.id is None or "border" in (one.level, other.level):
        return True
    if one.within == other.id or other.within == one.id or one.name.split()[0] == other.name.split()[0]:
        return True
    return one.country == other.country and "country" in (one.level, other.level)
