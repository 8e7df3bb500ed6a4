"""Events of one incident -> its fields. Comes in: events with their times and places. Goes out: readings, the one most told first.

Equal values are one reading with several spans; values that differ stay apart. A part of a group ("13 of the 15") is no reading of how
many the group is.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tumen.event import EventType
from tumen.incident.told import PRONOUNS, Told
from tumen.records import Claim, Count, Participant, Place, Quantity, Reading, Span

DEAD, HURT, HELD = ("die", "kill", "execute"), ("injure",), ("arrest", "detain")
PERSONS = ("person", "household")
FIELDS = ("what", "who", "how_many", "dead", "injured", "detained", "from", "to", "where", "when", "status")
ENDS = {"origin": "from", "destination": "to"}
STATES = ("disappear", "kidnap", "detain", "imprison")
DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
ALIKE = 0.5  # weight of the time and place of an event that is only alike


def collect_fields(
    told: Sequence[Told],
    claims: Mapping[str, Claim],
    row: EventType,
    places: Mapping[Span, Place],
    beside: Iterable[Told] = (),
    tolls: Iterable[Told] = (),
    sizes: Iterable[tuple[Quantity, tuple[str, ...], str]] = (),
    starts: Iterable[tuple[Place, tuple[str, ...]]] = (),
) -> dict[str, tuple[Reading, ...]]:
    """The fields that have a reading, in the order what, who, how_many, dead, injured, detained, from, to, where, when, status, and further roles.
    `places` are those of the report by their words. The events `beside` it are told in one breath with it: their time is its time, where it
    has none of its own. `tolls` are events that say whom it cost life, health or freedom, `sizes` numbers of those
    who took part that stand in no event, each with its claims and its field; `starts` places that they left."""
    fields = _Fields(row, _counted_role(told, row), places)
    for one in told:
        fields.add_event(one)
    harm = tuple(tolls)
    for one in harm:
        fields.add_toll(one)
    fields.add_sizes(sizes)
    fields.add_starts(starts)
    fields.count_parts()
    fields.count_harmed()
    if not fields.readings["when"]:
        for one in (*beside, *(one for one in harm if one.event.type not in HELD)):
            fields.add_time(one, one.weight * ALIKE)
    if not fields.readings["when"]:
        for one in told:
            fields.bound_by_saying(one, claims)
    return fields.found()


class _Fields:
    """The readings of one incident, as its events come in. What is denied gives no other reading than that."""

    def __init__(self, row: EventType, counted: str, places: Mapping[Span, Place]) -> None:
        self.readings = {name: _Readings() for name in FIELDS}
        self._row, self._counted, self._places = row, counted, places
        self._parts: list[tuple[str, Participant, Told]] = []

    def add_event(self, one: Told) -> None:
        event = one.event
        self.readings["what"].add(event.type, event.claims, one.weight, event.trigger)
        self.readings["status"].add(status_of(one), event.claims, one.weight, event.trigger)
        if one.is_denied:
            return
        for participant in event.participants:
            self._add_participant(one, participant)
        weight = one.weight if event.type == self._row.name else one.weight * ALIKE
        if one.place:
            self.readings["where"].add(place_value(one.place, "text"), event.claims, weight, one.place.span)
        self.add_time(one, weight)

    def add_toll(self, one: Told) -> None:
        """Takes in how many an event of another incident killed, hurt or put behind bars."""
        for participant in one.event.participants:
            self._add_count(participant, one)

    def add_time(self, one: Told, weight: float) -> None:
        """Takes the time of an event in."""
        if one.time and one.time.edtf:
            value = {"edtf": self._day(one.time.edtf), "basis": "text"}
            self.readings["when"].add(value, one.event.claims, weight, one.time.span)

    def _day(self, edtf: str) -> str:
        """Who is held or gone since a day was taken or went on that day. Arrests since a day are many."""
        is_since = self._row.name in STATES and edtf.endswith("/..")
        return edtf.removesuffix("/..") if is_since and DAY.fullmatch(edtf.removesuffix("/..")) else edtf

    def _add_participant(self, one: Told, participant: Participant) -> None:
        claims = one.event.claims
        if name := ENDS.get(participant.role):
            place = self._places.get(participant.spans[0])
            if place and place.level == "border":
                return  # "crossed the border" leads to no border
            value = {"name": place.name if place else participant.description, "id": place.id if place else None}
            self.readings[name].add(value, claims, one.weight, *participant.spans)
            return
        name = "who" if participant.role == self._counted else participant.role
        if participant.description.lower() not in PRONOUNS:
            self.readings.setdefault(name, _Readings()).add(participant.description, claims, one.weight, *participant.spans)
        if (
            participant.count
            and participant.count.unit not in PERSONS
            and self._row.roles.get(participant.role, "").startswith("who ")
        ):
            return  # two divisions are not two people
        self._add_count(participant, one)

    def _add_count(self, participant: Participant, one: Told) -> None:
        into = _field_of_count(participant, one.event.type, self._counted, self._row)
        if into and participant.count and participant.count.part:
            self._parts.append((into, participant, one))
        elif into and participant.count:
            self.readings[into].add(_value(participant.count), one.event.claims, one.weight, *participant.spans)

    def add_sizes(self, sizes: Iterable[tuple[Quantity, tuple[str, ...], str]]) -> None:
        """Takes in numbers that stand away from the events, where these give none of that unit."""
        known = {(name, value["unit"]) for name in ("how_many", "dead") for value in self.readings[name].values()}
        for quantity, claims, name in sizes:
            if (name, quantity.unit) not in known:
                value = {"lo": quantity.lo, "hi": quantity.hi, "exact": quantity.exact, "unit": quantity.unit}
                self.readings[name].add(value, claims, ALIKE, quantity.span)

    def add_starts(self, starts: Iterable[tuple[Place, tuple[str, ...]]]) -> None:
        """Takes in where a journey began, where its events do not say so; there it also was, if all that is known is where it led."""
        if self.readings["from"]:
            return
        ends = [value["id"] for value in self.readings["to"].values()]
        is_only_goal = all(value["id"] in ends for value in self.readings["where"].values())
        for place, claims in starts:
            self.readings["from"].add({"name": place.name, "id": place.id}, claims, ALIKE, place.span)
            if is_only_goal:
                self.readings["where"].add(place_value(place, "text"), claims, 2.0, place.span)

    def count_parts(self) -> None:
        """Takes "13 of them" for a reading where no whole group is counted; "one of them" is an example and no number."""
        whole = {name for name, readings in self.readings.items() if readings}
        for name, participant, one in self._parts:
            if name not in whole and participant.count and participant.count.hi != 1:
                self.readings[name].add(_value(participant.count), one.event.claims, one.weight, *participant.spans)

    def count_harmed(self) -> None:
        """Takes the dead, else the injured, for those to whom violence or a disaster was done where they are counted in no other way."""
        is_harm = self._row.counted == "patient" and (self._row.family == "violence" or self._row.name == "disaster")
        if is_harm and not self.readings["how_many"]:
            self.readings["how_many"] = self.readings["dead"] or self.readings["injured"]

    def bound_by_saying(self, one: Told, claims: Mapping[str, Claim]) -> None:
        """What has happened did so on or before the day on which it was told."""
        if not one.is_denied and not one.is_ahead:
            for span, edtf in _said(claims[one.event.claims[0]], claims):
                self.readings["when"].add({"edtf": f"../{edtf}", "basis": "said"}, one.event.claims, one.weight, span)

    def found(self) -> dict[str, tuple[Reading, ...]]:
        """The fields with their readings."""
        found = {name: readings.readings() for name, readings in self.readings.items() if readings}
        if "where" in found:  # places in order, but those that another lies in after it
            around = {reading.value["within"] for reading in found["where"]}
            found["where"] = tuple(sorted(found["where"], key=lambda reading: reading.value["id"] in around))
        return found


def place_value(place: Place, basis: str) -> dict[str, str | None]:
    """A reading of where. `basis` is "text" where the words say that it was there, "opening" where the report only opens with the place."""
    return {"name": place.name, "id": place.id, "within": place.within, "basis": basis}


def status_of(one: Told) -> str:
    """Whether an event happened, as it is told: "happened", "possible", "expected" (also ordered, planned, threatened) or "denied"."""
    if one.is_denied:
        return "denied"
    certainty = one.event.factuality.certainty
    is_predicted = certainty == "probable" and one.event.time_frame == "future"  # "will probably"
    if one.event.time_frame == "conditional" or (certainty != "certain" and not is_predicted):
        return "possible"
    return "expected" if one.is_ahead else "happened"


def _field_of_count(participant: Participant, type_: str, counted: str, row: EventType) -> str | None:
    """The field that the number of a participant is a reading of."""
    if type_ == row.name:
        return "how_many" if participant.role == counted else None
    if participant.role == "patient" and participant.count and participant.count.unit in PERSONS:
        is_held = type_ in HELD and row.family != "custody"
        return "dead" if type_ in DEAD else "injured" if type_ in HURT else "detained" if is_held else None
    return "how_many" if participant.role == counted == "agent" else None


def _value(count: Count) -> dict[str, Any]:
    """How many; a sum that no word says also tells of what it is the sum."""
    value: dict[str, Any] = {"lo": count.lo, "hi": count.hi, "exact": count.exact, "unit": count.unit}
    return {**value, "sum_of": list(count.parts)} if count.parts else value


def _counted_role(told: Sequence[Told], row: EventType) -> str:
    """The role whose number is that of the incident: the scheme's, or the first of others that the report counts."""
    roles = {one.role for each in told if each.event.type == row.name for one in each.event.participants if one.count}
    usual = row.counted or row.first_role
    others = ("recipient",) if usual == "patient" else ("patient", "recipient", "agent")  # who shot are not who was shot
    return next((role for role in (usual, *others) if role in roles), usual)


def _said(claim: Claim, claims: Mapping[str, Claim]) -> Iterator[tuple[Span, str]]:
    """The day of saying of the nearest voice that has one, from the inside out."""
    at: Claim | None = claim
    while at:
        if at.said and at.said.edtf and "/" not in at.said.edtf:
            yield at.said.span, at.said.edtf
            return
        at = claims[at.parent] if at.parent else None


class _Readings:
    """Readings of one field as they come in; equal values are put together."""

    def __init__(self) -> None:
        self._by_value: dict[str, tuple[Any, dict[str, None], set[Span]]] = {}
        self._weights: dict[str, float] = {}

    def __bool__(self) -> bool:
        return bool(self._by_value)

    def values(self) -> list[Any]:
        """The values, in the order in which they came in."""
        return [value for value, _, _ in self._by_value.values()]

    def add(self, value: Any, claims: Iterable[str], weight: float, *spans: Span) -> None:
        key = json.dumps(value)
        _, known_claims, known_spans = self._by_value.setdefault(key, (value, {}, set()))
        known_claims.update(dict.fromkeys(claims))
        known_spans.update(spans)
        self._weights[key] = self._weights.get(key, 0.0) + weight

    def readings(self) -> tuple[Reading, ...]:
        """The readings, those told with most weight first."""
        ranked = sorted(self._by_value, key=lambda key: -self._weights[key])
        return tuple(
            Reading(value, tuple(claims), tuple(sorted(spans)))
            for value, claims, spans in map(self._by_value.__getitem__, ranked)
        )
