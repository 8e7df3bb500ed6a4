"""Trigger words -> events. Comes in: sentences, claims and values. Goes out: events in text order.

Simple detection: a trigger word of the scheme inside a claim, with the people counted, the time and the place of the same
sentence. Whether it happened is not said here: that is the factuality of the claims behind it.
"""

from collections.abc import Iterable, Iterator, Sequence

from tumen.event.scheme import scheme, type_of_trigger
from tumen.ids import make_id
from tumen.records import Claim, Count, Event, Participant, Place, Quantity, Report, Source, Span, Time
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
    naming = [span for source in sources for span in source.mentions] + [
        span for c in claims for span in (*c.cue, *c.addressee)
    ]
    own_quantities = [quantity for quantity in quantities if not any(span.overlaps(quantity.span) for span in naming)]
    own_times = [time for time in times if time.span not in said]
    own_places = [place for place in places if not any(span.overlaps(place.span) for span in naming)]
    events: list[Event] = []
    for sentence in sentences:
        triggers = list(_triggers(sentence, claims, naming))
        here = sentence.span
        for name, trigger, claim in triggers:
            counted = [
                quantity
                for quantity in own_quantities
                if here.holds(quantity.span) and min(triggers, key=lambda t: _distance(t[1], quantity.span))[1] == trigger
            ]
            events.append(
                Event(
                    id=make_id("event", report.id, name, trigger.start, trigger.end),
                    type=name,
                    trigger=trigger,
                    claims=(claim.id,),
                    time=_nearest(trigger, [time.span for time in own_times if here.holds(time.span)]),
                    place=_place(report, [place for place in own_places if here.holds(place.span)]),
                    participants=tuple(_participants(report, name, counted)),
                )
            )
    return tuple(events)


def _triggers(sentence: Sentence, claims: Sequence[Claim], naming: Sequence[Span]) -> Iterator[tuple[str, Span, Claim]]:
    types, pattern = type_of_trigger()
    for match in pattern.finditer(sentence.view.text):
        span = sentence.view.span(match.start(), match.end())
        holding = [claim for claim in claims if any(piece.holds(span) for piece in claim.content)]
        if holding and not any(other.overlaps(span) for other in naming):
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
    """The most exact place; the country behind "border with" is not where it happened."""
    there = [place for place in places if not report.text[: place.span.start].rstrip().endswith("border with")]
    levels = ("locality", "county", "province", "country")
    return min(there, key=lambda place: levels.index(place.level or "country")).span if there else None


def _nearest(trigger: Span, spans: Sequence[Span]) -> Span | None:
    return min(spans, key=lambda span: _distance(trigger, span), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
