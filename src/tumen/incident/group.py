"""Events of one report -> happenings. Comes in: events as they are told. Goes out: which of them are one happening, the main one first.

Events that tell of one happening are of one type, or of types that the scheme calls alike and told in one breath, unless time or place
says otherwise, or words do ("another", "a second"). The main happening is of the type that headline and opening speak of most. What lies
ahead is a happening of its own.
"""

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tumen.edtf import days_from, reach
from tumen.event import EventType
from tumen.incident.told import PRONOUNS, Told
from tumen.records import Count, Place, Time

TOLL = frozenset(["die", "kill", "injure"])
ANSWERS = TOLL | {"shoot", "attack"}  # what ends a march; torture comes later
BESIDE_HARM = frozenset(["aid", "search"])
"""Who were rescued were rescued from something; a raid in which people are hurt is more than a search."""
SENTENCE, PARAGRAPH = 120, 400  # code points
METRES_PER_DEGREE = 111_000
SOON = 4  # days within which a death still belongs to the shooting
RECENT = 20  # happenings of one type, and of any, among which an event looks for its own: a long text is looked through once


class Happening:
    """Events that are one incident. Knows the times, places and patients that they give, so that each is looked at once."""

    def __init__(self, type_: str, first: Told | None = None) -> None:
        self.type = type_
        self.told: list[Told] = []
        self._times: dict[tuple[str | None, bool], Time] = {}
        self._places: dict[str, Place] = {}  # by id, or by name where the gazetteer lacks it
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
        if place := one.stage:
            self._places[place.id or place.name] = place
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
        ) and all(_same_place(one.stage, place) for place in self._places.values())

    def is_told_by(self, one: Told, scheme: Mapping[str, EventType]) -> bool:
        """Whether an event tells how it was done: alike, soon after the opening, with a day, where the opening gives none: "punished the
        families" and then "three households were banished on October 2". Journeys have stages, each with a day of its own."""
        opening = max((other.event.trigger.end for other in self.told if other.is_opening), default=0)
        near = 0 < one.event.trigger.start - opening < PARAGRAPH
        return (
            near and one.time is not None and not self._times and not one.is_denied and scheme[self.type].family != "movement"
        )

    def is_near(self, one: Told) -> bool:
        """Whether an event is told soon after one of those in it."""
        return any(0 < one.event.trigger.start - other.event.trigger.end < PARAGRAPH for other in self.told)

    def is_set_apart(self, one: Told) -> bool:
        """Whether an event of its type has a number that can be none of those in it, and a time or place of its own: "In April, five others
        were arrested" beside three that were just arrested. A rival number alone is told of the same happening."""
        mine = [count for count in _counted(one) if not count.part]
        theirs = [
            count for other in self.told for count in _counted(other) if not count.part and other.event.type == one.event.type
        ]
        own_time = one.time is not None and bool(self._times) and (one.time.edtf, True) not in self._times
        own_place = one.place is not None and (one.place.id or one.place.name) not in self._places
        is_elsewhere = own_time or own_place or (one.time is not None and not self._times)
        return bool(mine and theirs) and is_elsewhere and not any(_can_be_same(a, b) for a in mine for b in theirs)

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
            if one.event.id in taken or not belongs(one, main, counted, scheme) or not main.fits(one):
                continue
            if one.is_opening or not main.is_set_apart(one):
                main.add(one)
                taken.add(one.event.id)
    main.told.sort(key=lambda one: one.event.trigger)
    return [main, *_others((one for one in told if one.event.id not in taken), scheme)]


def _main_type(told: Sequence[Told], scheme: Mapping[str, EventType]) -> str | None:
    """The type that is told with most weight; where that is what was done to people, what did it."""
    weights: dict[str, float] = defaultdict(float)
    for one in told:
        weights[one.event.type] += one.weight
    not_denied = {one.event.type for one in told if not one.is_denied}
    happened = [type_ for type_ in weights if type_ in not_denied]  # in text order, which decides between types of one weight
    opening = {one.event.type for one in told if one.is_opening and not one.is_denied and not one.is_ahead}
    best = max([type_ for type_ in happened if type_ in opening] or happened, key=weights.__getitem__, default=None)
    if best in BESIDE_HARM and (harmed := [type_ for type_ in happened if _is_violent(type_, scheme)]):
        best = max(harmed, key=weights.__getitem__)
    if best is not None and (protest := _answered(best, told, scheme)):
        return protest
    if best not in TOLL:
        return best
    causes = [one.event.type for one in told if one.is_opening and not one.is_denied and _is_violent(one.event.type, scheme)]
    heaviest = max(happened, key=weights.__getitem__)
    causes += [heaviest] if _is_violent(heaviest, scheme) else []
    return next((type_ for type_ in causes if type_ not in TOLL), best)


def _answered(best: str, told: Sequence[Told], scheme: Mapping[str, EventType]) -> str | None:
    """The protest that violence broke up: shots at a crowd, and what they did, are told as the end of it. Arrests come later, and may be news of their own."""
    if best not in ANSWERS:
        return None
    harm = [one for one in told if one.event.type == best and not one.is_denied]
    for one in told:
        is_told = scheme[one.event.type].family == "protest" and not (one.is_denied or one.is_ahead or one.is_another)
        near = any(one.event.trigger.gap(other.event.trigger) < SENTENCE * 2 for other in harm)
        if (
            is_told
            and near
            and (one.is_opening or one.counts)
            and all(_same_place(one.stage, other.stage) for other in harm if other.stage)
        ):
            return one.event.type
    return None


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
    if one.event.type in scheme[main.type].alike and main.is_told_by(one, scheme):
        return True
    is_alike = one.event.type in scheme[main.type].alike and one.event.type not in TOLL
    is_timeless = one.time is None or any(other.time for other in main.told)
    if is_alike and is_timeless and one.counts and main.is_near(one) and not any(other.counts for other in main.told):
        return True  # it says how many they were
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


def _counted(one: Told) -> list[Count]:
    return [count for count in one.counts if count.unit in ("person", "household")]


def _can_be_same(one: Count, other: Count) -> bool:
    """Whether two numbers can be of the same people; persons and households cannot be told apart."""
    if one.unit != other.unit:
        return True
    return max(one.lo, other.lo) <= min(one.hi or sys.maxsize, other.hi or sys.maxsize)


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
    if one is None or "border" in (one.level, other.level):
        return True
    if one.id is None and other.id is None:  # two villages that no gazetteer has
        return one.name == other.name
    if one.id == other.id or one.id is None or other.id is None:
        return True
    if (
        _is_near(one, other)
        or one.within == other.id
        or other.within == one.id
        or one.name.split()[0] == other.name.split()[0]
    ):
        return True
    return one.country == other.country and "country" in (one.level, other.level)


def _is_near(one: Place, other: Place) -> bool:
    """Whether a town or village lies in or beside a county, as far as points and radii say: "in the county seat and in Namyang"."""
    wide = [place for place in (one, other) if place.level in ("county", "district", "prefecture")]
    if not wide or None in (one.lat, one.lon, other.lat, other.lon) or one.level == other.level:
        return False
    north = (one.lat or 0.0) - (other.lat or 0.0)
    east = ((one.lon or 0.0) - (other.lon or 0.0)) * math.cos(math.radians(one.lat or 0.0))
    return math.hypot(north, east) * METRES_PER_DEGREE <= max(place.radius_m or 0.0 for place in wide)
