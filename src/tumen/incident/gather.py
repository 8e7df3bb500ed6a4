"""One report's events -> its main incident. Comes in: a report's events and values. Goes out: at most one incident.

The main incident is of the type that headline and opening speak of most. What is dated by a whole year only is background and
not gathered. Equal values are one reading with several spans;
values that differ stay apart.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tumen.ids import make_id
from tumen.incident.headline import compose_headline
from tumen.records import Claim, Event, Incident, Passage, Place, Reading, Report, Span, Time

HEADLINE_WEIGHT, OPENING_WEIGHT, BODY_WEIGHT = 3.0, 2.0, 1.0
NOT_YET_HAPPENED = 0.5  # share of the weight left to an event that a claim denies, expects or makes conditional


def gather_incidents(
    report: Report,
    passages: Sequence[Passage],
    claims: Sequence[Claim],
    events: Sequence[Event],
    times: Sequence[Time],
    places: Sequence[Place],
    alike: Mapping[str, tuple[str, ...]],
    labels: Mapping[str, str],
) -> tuple[Incident, ...]:
    """The report's main incident, or nothing if no event was found. `alike` and `labels` are the scheme's, by type."""
    by_id = {claim.id: claim for claim in claims}
    type_ = _main_type(passages, events, by_id)
    if type_ is None:
        return ()
    together = {type_, *alike.get(type_, ())}
    years = {time.span for time in times if time.edtf and len(time.edtf) == len("2014")}  # "1,127 came in 2017"
    own = [event for event in events if event.type in together and event.time not in years]
    if not any(_is_told_as_happened(by_id[event.claims[0]]) for event in own):
        return ()  # "no shot was fired" is no shooting
    fields = {name: readings for name, readings in _fields(report, own, by_id, times, places).items() if readings}
    incident_id = make_id("incident", report.id, type_, *(event.id for event in own))
    headline = compose_headline(labels[type_], fields)
    return (Incident(incident_id, type_, headline, tuple(event.id for event in own), fields),)


def _main_type(passages: Sequence[Passage], events: Iterable[Event], claims: Mapping[str, Claim]) -> str | None:
    opening = next((passage.span for passage in passages if passage.kind == "body"), Span(0, 0))
    headlines = [passage.span for passage in passages if passage.kind == "headline"]
    weights: dict[str, float] = defaultdict(float)
    for event in events:
        if any(headline.holds(event.trigger) for headline in headlines):
            weight = HEADLINE_WEIGHT
        else:
            weight = OPENING_WEIGHT if opening.holds(event.trigger) else BODY_WEIGHT
        if not _is_told_as_happened(claims[event.claims[0]]):
            weight *= NOT_YET_HAPPENED
        weights[event.type] += weight
    return max(weights, key=weights.__getitem__, default=None)


def _is_told_as_happened(claim: Claim) -> bool:
    return claim.factuality.polarity == "positive" and claim.time_frame not in ("future", "conditional")


def _fields(
    report: Report, events: Sequence[Event], claims: Mapping[str, Claim], times: Sequence[Time], places: Sequence[Place]
) -> dict[str, tuple[Reading, ...]]:
    time_at = {time.span: time for time in times}
    place_at = {place.span: place for place in places}
    what, who, how_many, where, when = _Readings(), _Readings(), _Readings(), _Readings(), _Readings()
    for event in events:
        what.add(event.type, event.claims, event.trigger)
        for participant in event.participants:
            if " " in participant.description:  # not "three-family", which counts but names nobody
                who.add(participant.description, event.claims, *participant.spans)
            if participant.count:
                how_many.add(participant.count.to_dict(), event.claims, *participant.spans)
        if event.place and (place := place_at.get(event.place)):
            where.add({"name": place.name, "id": place.id, "within": place.within}, event.claims, place.span)
        has_come = claims[event.claims[0]].time_frame in ("past", "ongoing", None)
        if has_come and event.time and (time := time_at.get(event.time)) and time.edtf:
            when.add({"edtf": time.edtf, "basis": "text"}, event.claims, time.span)
    if not when:
        for event in events:
            said = next((claim.said for claim in _voices_of(claims[event.claims[0]], claims) if claim.said), None)
            if said and said.edtf and claims[event.claims[0]].time_frame in ("past", None):
                when.add({"edtf": f"../{said.edtf}", "basis": "said"}, event.claims, said.span)
    return {
        "what": what.readings(), "who": who.readings(), "how_many": how_many.readings(), "where": where.readings(),
        "when": when.readings(),
    }  # fmt: skip


def _voices_of(claim: Claim, claims: Mapping[str, Claim]) -> Iterable[Claim]:
    """The claim and those around it, from the inside out."""
    yield claim
    while claim.parent:
        claim = claims[claim.parent]
        yield claim


class _Readings:
    """Readings of one field as they come in; equal values are put together."""

    def __init__(self) -> None:
        self._by_value: dict[str, tuple[Any, dict[str, None], set[Span]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_value)

    def add(self, value: Any, claims: Iterable[str], *spans: Span) -> None:
        _, known_claims, known_spans = self._by_value.setdefault(json.dumps(value), (value, {}, set()))
        known_claims.update(dict.fromkeys(claims))
        known_spans.update(spans)

    def readings(self) -> tuple[Reading, ...]:
        return tuple(Reading(value, tuple(claims), tuple(sorted(spans))) for value, claims, spans in self._by_value.values())
