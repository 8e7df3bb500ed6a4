"""Trigger words -> events. Comes in: sentences, claims and values. Goes out: events in text order.

Simple detection: a trigger word of the scheme inside a claim, with the people counted, the time and the place of the same
sentence. Whether it happened is not said here: that is the factuality of the claims behind it.
"""

from collections.abc import Iterable, Iterator, Sequence

from tumen.event.scheme import scheme, type_of_trigger
from tumen.ids import make_id
from tumen.records import Claim, Count, Event, Participant, Place, Quantity, Report, Source, Span, Time
from tumen.spanindex import SpanIndex
from tumen.view import Sentence


def find_events(
    report: Report,
    sentences: Iterable[Sentence],
    sources: Sequence[Source],
    claims: Sequence[Claim],
    times: Sequence[Time],
    places: Sequence[Place],
    quantities: Sequence[Quantity],
) -> tuple[Event, ...]:
    """The events that the claims tell of. Words of a source or cue are no trigger, nor is a day of saying an event's time."""
    said = {claim.said.span for claim in claims if claim.said}
    naming = SpanIndex((span, span) for span in _naming(sources, claims))
    own_times = SpanIndex((time.span, time.span) for time in times if time.span not in said)
    own_places = SpanIndex((place.span, place) for place in places if not naming.overlapping(place.span))
    own_quantities = SpanIndex((quantity.span, quantity) for quantity in quantities if not naming.overlapping(quantity.span))
    contents = SpanIndex((piece, claim) for claim in claims for piece in claim.content)
    events: list[Event] = []
    for sentence in sentences:
        triggers = list(_triggers(sentence, contents, naming))
        for name, trigger, claim in triggers:
            counted = [
                quantity
                for quantity in own_quantities.overlapping(sentence.span)
                if min(triggers, key=lambda t: _distance(t[1], quantity.span))[1] == trigger
            ]
            events.append(
                Event(
                    id=make_id("event", report.id, name, trigger.start, trigger.end),
                    type=name,
                    trigger=trigger,
                    claims=(claim.id,),
                    time=_nearest(trigger, own_times.overlapping(sentence.span)),
                    place=_place(report, own_places.overlapping(sentence.span)),
                    participants=tuple(_participants(report, name, counted)),
                )
            )
    return tuple(events)


def _naming(sources: Iterable[Source], claims: Iterable[Claim]) -> Iterator[Span]:
    """The words that name who says it, to whom, and by which cue."""
    for source in sources:
        yield from source.mentions
    for claim in claims:
        yield from (*claim.cue, *claim.addressee)


def _triggers(sentence: Sentence, contents: SpanIndex[Claim], naming: SpanIndex[Span]) -> Iterator[tuple[str, Span, Claim]]:
    types, pattern = type_of_trigger()
    for match in pattern.finditer(sentence.view.text):
        span = sentence.view.span(match.start(), match.end())
        holding = [claim for claim in contents.overlapping(span) if any(piece.holds(span) for piece in claim.content)]
        if holding and not naming.overlapping(span):
            innermost = min(holding, key=lambda claim: sum(len(piece) for piece in claim.content))
            yield types[match.group().lower()], span, innermost


def _participants(report: Report, name: str, counted: Iterable[Quantity]) -> Iterator[Participant]:
    role = scheme()[name].counted
    for quantity in counted:
        if role and quantity.unit in ("person", "household"):
            description = " ".join(report.read(quantity.span).split())
            count = Count(quantity.lo, quantity.hi, quantity.exact, quantity.unit)
            yield Participant(role, (quantity.span,), description, count)


def _place(report: Report, places: Sequence[Place]) -> Span | None:
    """The most exact place with an administration; the country behind "border with" is not where it happened."""
    there = [
        place
        for place in places
        if place.level not in ("water", "mountain")
        and not report.text[max(place.span.start - 20, 0) : place.span.start].rstrip().endswith("border with")
    ]
    levels = ("locality", "district", "county", "prefecture", "province", "country")
    return min(there, key=lambda place: levels.index(place.level or "country")).span if there else None


def _nearest(trigger: Span, spans: Sequence[Span]) -> Span | None:
    return min(spans, key=lambda span: _distance(trigger, span), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
