"""One report's events -> its incidents, the main one first. Comes in: a report's events, claims and values. Goes out: incidents.

`told.py` weighs the events, `group.py` says which are one happening, `fields.py` what each gives to the fields, `relate.py` how the others stand
to the main one. What is only denied is no incident.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from tumen.event import EventType
from tumen.ids import make_id
from tumen.incident.around import claims_at
from tumen.incident.day import day_of
from tumen.incident.fields import collect_fields, place_value
from tumen.incident.group import Happening, group
from tumen.incident.headline import compose_headline
from tumen.incident.relate import relate
from tumen.incident.route import starts
from tumen.incident.size import sizes
from tumen.incident.told import Told, opening_of, tell, told_with
from tumen.incident.toll import tolls
from tumen.records import Claim, Event, Incident, Passage, Place, Quantity, Reading, Report, Source, Span, Time
from tumen.spanindex import SpanIndex

DATELINE = re.compile(r"[A-Z][A-Z'’ -]{2,}(?:,|\s|\().{0,60}?(?:--|—|–|\))")
LONGEST_DATELINE = 80


def gather_incidents(
    report: Report,
    passages: Sequence[Passage],
    sources: Sequence[Source],
    claims: Sequence[Claim],
    events: Sequence[Event],
    times: Sequence[Time],
    places: Sequence[Place],
    scheme: Mapping[str, EventType],
    quantities: Sequence[Quantity] = (),
) -> tuple[Incident, ...]:
    """The report's incidents, the main one first, the others in text order; none if no event was found."""
    told = tell(report, passages, events, times, places)
    happenings = [one for one in group(told, scheme) if not one.is_denied]
    by_id = {claim.id: claim for claim in claims}
    place_at = {place.span: place for place in places}
    made: list[Incident] = []
    for happening in happenings:
        beside = (
            [other for one in happening.told if one.is_opening and (other := told_with(report, one, told))]
            if not made
            else []
        )
        harm = () if made else tolls(report, happening, happenings[1:], scheme)
        said = () if made else sizes(report, happening, told, quantities, claims)
        is_journey = not made and scheme[happening.type].family == "movement"
        begun = starts(report, happening, places, claims) if is_journey else ()
        fields = collect_fields(happening.told, by_id, scheme[happening.type], place_at, beside, harm, said, begun)
        if not made and (day := _day(report, passages, happening, told, times, claims, fields)):
            fields["when"] = (day, *fields.get("when", ()))
        is_bound = any(
            reading.value["id"] == goal.value["id"]
            for reading in fields.get("where", ())[:1]
            for goal in fields.get("to", ())
        )
        place = None if made or is_bound else _opening_place(report, passages, sources, places)
        if place and _says_more(place, fields, place_at):
            where = Reading(place_value(place, "opening"), tuple(happening.told[0].event.claims), (place.span,))
            fields["where"] = (where, *fields.get("where", ()))
        ids = tuple(one.event.id for one in happening.told)
        headline = compose_headline(scheme[happening.type].label, fields, _voices(happening, by_id, sources))
        made.append(
            Incident(make_id("incident", report.id, happening.type, *ids), happening.type, headline, ids, fields, not made)
        )
    return relate(made, happenings, scheme)


def _day(
    report: Report,
    passages: Sequence[Passage],
    main: Happening,
    told: Sequence[Told],
    times: Sequence[Time],
    claims: Sequence[Claim],
    fields: Mapping[str, Sequence[Reading]],
) -> Reading | None:
    """The day of the main incident, where its events have none, or only that on which it was told."""
    if any(reading.value["basis"] != "said" for reading in fields.get("when", ())):
        return None
    time = day_of(report, passages, main, told, times, claims)
    if time is None:
        return None
    ids = claims_at(time.span, claims) or tuple(main.told[0].event.claims)
    return Reading({"edtf": time.edtf, "basis": "near"}, ids, (time.span,))


def _opening_place(
    report: Report, passages: Sequence[Passage], sources: Sequence[Source], places: Sequence[Place]
) -> Place | None:
    """The first place of headline or opening passage, but that of a source; the most exact of those that follow each other."""
    naming = SpanIndex((span, span) for source in sources for span in source.mentions)
    places = [place for place in places if not _is_dateline(report, place, places)]
    opening = [passage.span for passage in passages if passage.kind in ("headline", "dateline")]
    opening.append(opening_of(report, passages))
    named = [
        place for place in places if any(span.holds(place.span) for span in opening) and not naming.overlapping(place.span)
    ]
    return min(named, key=lambda place: (place.level == "country", place.span), default=None)


def _is_dateline(report: Report, place: Place, places: Iterable[Place]) -> bool:
    """Whether a place only says where the report was written, because what follows is of another country: "NAIROBI, April 21 (Agency) -- Security
    forces in Eritrea ..."."""
    start = report.text.rfind("\n", 0, place.span.start) + 1
    line = report.text[start : place.span.start + LONGEST_DATELINE]
    if place.span.start - start > LONGEST_DATELINE // 2 or not DATELINE.match(line):
        return False
    others = [other for other in places if other.country and start < other.span.start < start + LONGEST_DATELINE * 5]
    return any(other.country != place.country for other in others)


def _says_more(place: Place, fields: Mapping[str, Sequence[Reading]], place_at: Mapping[Span, Place]) -> bool:
    """Whether the place that a report opens with says where the main incident was, or where in the province or country that its events name."""
    if "where" not in fields:
        return True
    known = place_at.get(fields["where"][0].spans[0])
    if (
        known is None
        or known.level not in ("province", "country")
        or place.level in ("province", "country", "border", "water")
    ):
        return False
    return place.within == known.id or (known.level == "country" and place.country == known.id)


def _voices(happening: Happening, claims: Mapping[str, Claim], sources: Sequence[Source]) -> list[Source]:
    """Who tells of it, the outlet left out."""
    ids = dict.fromkeys(claims[claim].source_id for one in happening.told for claim in one.event.claims)
    by_id = {source.id: source for source in sources}
    return [by_id[id_] for id_ in ids if by_id[id_].kind != "outlet"]
