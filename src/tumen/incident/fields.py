"""Events of one incident -> its fields. Comes in: events with their times and places. Goes out: readings, the one most told first.

Equal values are one reading with several spans; values that differ stay apart. A part of a group ("13 of the 15") is no reading of how
many the group is.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tumen.event import EventType
from tumen.records import Claim, Count, Participant, Place, Reading, Report, Span

if TYPE_CHECKING:
    from tumen.incident.gather import Told

DEAD, HURT = ("die", "kill", "execute"), ("injure",)
PERSONS = ("person", "household")


def collect_fields(
    report: Report, told: Sequence["Told"], claims: Mapping[str, Claim], row: EventType
) -> dict[str, tuple[Reading, ...]]:
    """The fields that have a reading, in the order what, who, how_many, dead, injured, from, to, where, when, status, and further roles."""
    fields = {
        name: _Readings() for name in ("what", "who", "how_many", "dead", "injured", "from", "to", "where", "when", "status")
    }
    counted = _counted_role(told, row)
    for one in told:
        event = one.event
        is_main = event.type == row.name
        fields["what"].add(event.type, event.claims, one.weight, event.trigger)
        fields["status"].add(status_of(one), event.claims, one.weight, event.trigger)
        for participant in event.participants:
            name = {"origin": "from", "destination": "to"}.get(participant.role) or (
                "who" if participant.role == counted else participant.role
            )
            if one.is_denied:
                continue
            if name in ("from", "to"):
                fields[name].add({"name": participant.description, "id": None}, event.claims, one.weight, *participant.spans)
            elif " " in participant.description or participant.description[:1].isupper():
                fields.setdefault(name, _Readings()).add(
                    participant.description, event.claims, one.weight, *participant.spans
                )
            if (into := _counts(participant, event.type, counted, is_main=is_main)) and participant.count:
                fields[into].add(_value(participant.count), event.claims, one.weight, *participant.spans)
        if one.place and not one.is_denied:
            value = place_value(one.place, "text")
            fields["where"].add(value, event.claims, one.weight if is_main else one.weight / 2, one.place.span)
        if one.time and one.time.edtf and not one.is_denied:
            fields["when"].add(
                {"edtf": one.time.edtf, "basis": "text"},
                event.claims,
                one.weight if is_main else one.weight / 2,
                one.time.span,
            )
    if not fields["when"]:
        for one in told:
            if not one.is_denied and not one.is_ahead:
                for said in _said(claims[one.event.claims[0]], claims):
                    fields["when"].add({"edtf": f"../{said[1]}", "basis": "said"}, one.event.claims, one.weight, said[0])
    found = {name: readings.readings() for name, readings in fields.items() if readings}
    if "where" in found:
        found["where"] = _exact_first(found["where"])
    return found


def _exact_first(places: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Places in order, but those that another lies in after it."""
    around = {reading.value["within"] for reading in places}
    return tuple(sorted(places, key=lambda reading: reading.value["id"] in around))


def place_value(place: Place, basis: str) -> dict[str, str | None]:
    """A reading of where. `basis` is "text" where the words say that it was there, "opening" where the report only opens with the place."""
    return {"name": place.name, "id": place.id, "within": place.within, "basis": basis}


def status_of(one: "Told") -> str:
    """Whether an event happened, as it is told: "happened", "possible", "expected" (also ordered, planned, threatened) or "denied"."""
    if one.is_denied:
        return "denied"
    if one.event.factuality.certainty != "certain" or one.event.time_frame == "conditional":
        return "possible"
    return "expected" if one.is_ahead else "happened"


def _counts(participant: Participant, type_: str, counted: str, *, is_main: bool) -> str | None:
    """The field that the number of a participant is a reading of."""
    if participant.count is None or participant.count.part:
        return None
    if is_main:
        return "how_many" if participant.role == counted else None
    if participant.role == "patient" and participant.count.unit in PERSONS:
        return "dead" if type_ in DEAD else "injured" if type_ in HURT else None
    return "how_many" if participant.role == counted == "agent" else None


def _value(count: Count) -> dict[str, Any]:
    return {"lo": count.lo, "hi": count.hi, "exact": count.exact, "unit": count.unit}


def _counted_role(told: Sequence["Told"], row: EventType) -> str:
    """The role whose number is that of the incident: the scheme's, or the first of others that the report counts."""
    roles = {one.role for each in told if each.event.type == row.name for one in each.event.participants if one.count}
    usual = row.counted or row.first_role
    return next((role for role in (usual, "patient", "recipient", "agent") if role in roles), usual)


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
