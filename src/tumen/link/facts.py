"""What a report says of one of its incidents. Comes in: a record and an incident. Goes out: `Facts`."""

from collections.abc import Iterator, Sequence

from tumen.event import scheme
from tumen.link.days import days_of
from tumen.link.frequencies import Frequencies
from tumen.link.profile import Counts, Facts
from tumen.link.where import among, where_of
from tumen.link.words import stems
from tumen.records import Incident, Place, ReportRecord, Span, Time
from tumen.saying import is_of_saying

COUNTED = ("how_many", "dead", "injured")
MOST_TERMS, MOST_COUNTS = 30, 6
RARE = 2.5  # rarity from which a word says something of an incident


def side_facts(record: ReportRecord, incident: Incident, published: int | None, frequencies: Frequencies) -> Facts:
    """The facts of an incident that the report tells of beside its main one."""
    where = where_of(_places(record, incident))
    days, yearless = days_of(_whens(incident), published)
    return Facts(
        incident.type,
        family_of(incident.type),
        where.names,
        where.regions,
        days,
        yearless,
        _counts(incident),
        _terms(record, incident, frequencies),
    )


def main_facts(record: ReportRecord, incident: Incident | None, opening: Sequence[Span], published: int | None) -> Facts:
    """The facts of the main incident. Where it has no day or no place smaller than a province, those of the spans of `opening` stand in."""
    places = _places(record, incident) if incident else []
    where, lead = where_of(places), where_of(among(record.places, opening))
    days, yearless = days_of(_whens(incident) if incident else (), published)
    if not days and not yearless:
        days, yearless = days_of((time.edtf for time in _opening_times(record, opening)), published)
    type_ = incident.type if incident else ""
    return Facts(
        type_,
        family_of(type_),
        where.names or lead.names,
        where.regions or lead.regions,
        days,
        yearless,
        _counts(incident) if incident else (),
    )


def family_of(type_: str) -> str:
    """The family of a type; "" if the scheme that ships does not know it."""
    row = scheme().get(type_)
    return row.family if row else ""


def _places(record: ReportRecord, incident: Incident) -> list[Place]:
    spans = {span for reading in incident.fields.get("where", ()) for span in reading.spans}
    return [place for place in record.places if place.span in spans]


def _whens(incident: Incident) -> Iterator[str]:
    return (reading.value["edtf"] for reading in incident.fields.get("when", ()))


def _opening_times(record: ReportRecord, opening: Sequence[Span]) -> list[Time]:
    """The days of the opening that are not those on which somebody spoke."""
    said = {claim.said.span for claim in record.claims if claim.said}
    return [
        time
        for time in record.times
        if time.kind in ("date", "time")
        and time.span not in said
        and any(span.holds(time.span) for span in opening)
        and not is_of_saying(record.report.text, time.span)
    ]


def _counts(incident: Incident) -> tuple[Counts, ...]:
    found: dict[Counts, None] = {}
    for name in COUNTED:
        for reading in incident.fields.get(name, ()):
            if reading.value["unit"] == "person":
                hi = reading.value["hi"]
                found[name, reading.value["lo"], -1 if hi is None else hi] = None
    return tuple(found)[:MOST_COUNTS]


def _terms(record: ReportRecord, incident: Incident, frequencies: Frequencies) -> dict[str, int]:
    """The rarest words of the sentences that tell of it, with their rarity in tenths."""
    found = {stem for span in _contents(record, incident) for stem in stems(record.report.text[span.start : span.end])}
    rare = {stem: round(frequencies.rarity(stem) * 10) for stem in found if frequencies.rarity(stem) >= RARE}
    kept = sorted(rare, key=lambda stem: (-rare[stem], stem))[:MOST_TERMS]
    return {stem: rare[stem] for stem in sorted(kept)}


def _contents(record: ReportRecord, incident: Incident) -> set[Span]:
    """The contents of the claims around the triggers of its events."""
    events = {event.id: event for event in record.events}
    claims = {claim.id: claim for claim in record.claims}
    told = [events[id_] for id_ in incident.events if id_ in events]
    return {
        span
        for event in told
        for claim in event.claims
        if claim in claims
        for span in claims[claim].content
        if span.holds(event.trigger)
    }
