"""One report's events -> its incidents, the main one first. Comes in: a report's events, claims and values. Goes out: incidents.

Events that tell of one happening are one incident: of one type, or of types that the scheme calls alike and told in one breath, unless time
or place says otherwise, or words do ("another", "a second"). The main incident is of the type that headline and opening speak of most.
What lies ahead is an incident of its own; what is only denied is none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tumen.edtf import reach
from tumen.event import EventType
from tumen.ids import make_id
from tumen.incident.fields import collect_fields, place_value
from tumen.incident.headline import compose_headline
from tumen.incident.relate import relate
from tumen.records import Claim, Count, Event, Incident, Passage, Place, Reading, Report, Source, Span, Time
from tumen.spanindex import SpanIndex

HEADLINE_WEIGHT, OPENING_WEIGHT, BODY_WEIGHT = 3.0, 2.0, 1.0
NOT_HAPPENED = 0.5  # share of the weight left to an event that is denied, feared or lies ahead
TOLL = frozenset(["die", "kill", "injure"])
SENTENCE, PARAGRAPH = 120, 400  # code points
PRONOUNS = frozenset(
    "they them he him she her it one who whom other two three four five six seven eight nine ten all some most everyone anyone everybody anybody nobody somebody someone others member".split()
)
ASIDE = 0.25  # share left to what only says who somebody is
COUNTED = 0.5  # more, where people are counted
SOON = 4  # days within which a death still belongs to the shooting
ANOTHER = re.compile(
    r"\b(?:another|also|other|others|further|more(?! than)|second|third|fourth|later|earlier|previous|next)\b", re.IGNORECASE
)
BEHIND = re.compile(r"\b(?:after|following|over|amid|despite|since|before|as|for|ahead of)\b[^.\n]*$", re.IGNORECASE)
"""What stands behind these in a headline is not what is new."""
BEFORE = re.compile(r"\b(?:despite|in spite of|after|following|in the wake of)\b[^.;,“”\"]*$", re.IGNORECASE)
"""What stands behind these in a sentence came before what the sentence tells."""


@dataclass(frozen=True)
class Told:
    """An event as the report tells it: how much weight its place gives it, when and where it was, if that is said; whether a word says that
    it is another, or that it came before what its sentence tells."""

    event: Event
    weight: float
    time: Time | None
    place: Place | None
    is_opening: bool
    is_another: bool
    is_before: bool

    @property
    def is_ahead(self) -> bool:
        """Whether it is planned, expected or conditional."""
        return self.event.time_frame in ("future", "conditional")

    @property
    def is_denied(self) -> bool:
        """Whether it is said not to have happened."""
        return self.event.factuality.polarity == "negative"


@dataclass
class Happening:
    """Events of one incident, in text order."""

    type: str
    told: list[Told] = field(default_factory=list)

    @property
    def is_denied(self) -> bool:
        return all(one.is_denied for one in self.told)


def gather_incidents(
    report: Report,
    passages: Sequence[Passage],
    sources: Sequence[Source],
    claims: Sequence[Claim],
    events: Sequence[Event],
    times: Sequence[Time],
    places: Sequence[Place],
    scheme: Mapping[str, EventType],
) -> tuple[Incident, ...]:
    """The report's incidents, the main one first, the others in text order; none if no event was found."""
    told = _tell(report, passages, events, times, places)
    happenings = [one for one in _group(told, scheme) if not one.is_denied]
    by_id = {claim.id: claim for claim in claims}
    place_at = {place.span: place for place in places}
    made: list[Incident] = []
    for happening in happenings:
        fields = collect_fields(happening.told, by_id, scheme[happening.type], place_at)
        if not made and "where" not in fields and (place := _opening_place(report, passages, sources, places)):
            where = Reading(place_value(place, "opening"), tuple(happening.told[0].event.claims), (place.span,))
            fields["where"] = (where,)
        ids = tuple(one.event.id for one in happening.told)
        headline = compose_headline(scheme[happening.type].label, fields, _voices(happening, by_id, sources))
        made.append(
            Incident(make_id("incident", report.id, happening.type, *ids), happening.type, headline, ids, fields, not made)
        )
    return relate(made, happenings, scheme)


def _opening_place(
    report: Report, passages: Sequence[Passage], sources: Sequence[Source], places: Iterable[Place]
) -> Place | None:
    """The first place of headline or opening passage, but that of a source; the most exact of those that follow each other."""
    naming = SpanIndex((span, span) for source in sources for span in source.mentions)
    opening = [passage.span for passage in passages if passage.kind in ("headline", "dateline")]
    opening += [passage.span for passage in passages if passage.kind == "body"][:1]
    named = [
        place for place in places if any(span.holds(place.span) for span in opening) and not naming.overlapping(place.span)
    ]
    return min(named, key=lambda place: (place.level == "country", place.span), default=None)


def _tell(
    report: Report, passages: Sequence[Passage], events: Iterable[Event], times: Iterable[Time], places: Iterable[Place]
) -> list[Told]:
    opening = next((passage.span for passage in passages if passage.kind == "body"), Span(0, 0))
    headlines = [passage.span for passage in passages if passage.kind == "headline"]
    time_at = {time.span: time for time in times if time.edtf}
    place_at = {place.span: place for place in places}
    told = []
    for event in events:
        in_headline = any(headline.holds(event.trigger) for headline in headlines)
        weight = HEADLINE_WEIGHT if in_headline else OPENING_WEIGHT if opening.holds(event.trigger) else BODY_WEIGHT
        if in_headline and BEHIND.search(report.text, 0, event.trigger.start):
            weight = OPENING_WEIGHT
        if (
            event.factuality.polarity == "negative"
            or event.factuality.certainty != "certain"
            or event.time_frame in ("future", "conditional")
        ):
            weight *= NOT_HAPPENED
        if event.aside:
            weight *= ASIDE
        if any(one.count for one in event.participants):
            weight += COUNTED
        before = report.text[max(event.trigger.start - 25, 0) : event.trigger.start]
        words = " ".join([re.split(r"[.,;:]", before)[-1], *(one.description for one in event.participants)])
        told.append(
            Told(
                event,
                weight,
                time_at.get(event.time) if event.time else None,
                place_at.get(event.place) if event.place else None,
                in_headline or opening.holds(event.trigger),
                bool(ANOTHER.search(words)),
                bool(BEFORE.search(report.text, max(event.trigger.start - SENTENCE, 0), event.trigger.start)),
            )
        )
    return told


def _group(told: Sequence[Told], scheme: Mapping[str, EventType]) -> list[Happening]:
    """The main happening, then the others in text order. Every event is in one of them."""
    main_type = _main_type(told, scheme)
    if main_type is None:
        return []
    main = Happening(main_type)
    ranked = sorted(told, key=lambda one: (one.event.type != main_type, -one.weight))
    for belongs in (_opens, _tells_again):
        for one in ranked:
            if one not in main.told and belongs(one, main, scheme) and _fits(one, main):
                main.told.append(one)
    taken = {one.event.id for one in main.told}
    main.told.sort(key=lambda one: one.event.trigger)
    others: list[Happening] = []
    for one in told:
        if one.event.id in taken:
            continue
        same = [other for other in others if _is_same_kind(one, other, scheme) and _fits(one, other)]
        if same:
            same[-1].told.append(one)
        else:
            others.append(Happening(one.event.type, [one]))
    return [main, *others]


def _opens(one: Told, main: Happening, scheme: Mapping[str, EventType]) -> bool:
    """Whether an event is of the main type, or alike and told where the report opens."""
    is_alike = one.event.type in scheme[main.type].alike and one.is_opening and not one.is_another
    return one.event.type == main.type or is_alike


def _tells_again(one: Told, main: Happening, scheme: Mapping[str, EventType]) -> bool:
    """Whether an event tells of the main happening in other words ("16 residents escaping"), or of what it did to people."""
    if one.is_another or one.event.type not in (*scheme[main.type].alike, *TOLL):
        return False
    counted = {(count.lo, count.hi, count.unit) for each in main.told for count in _counts(each)}
    if any((count.lo, count.hi, count.unit) in counted for count in _counts(one)):
        return one.event.type in scheme[main.type].alike
    return _is_toll(one, main.type, scheme) or (_is_violent(main.type, scheme) and not _are_others(one, main))


def _is_violent(type_: str, scheme: Mapping[str, EventType]) -> bool:
    return scheme[type_].family == "violence" or type_ == "disaster"


def _is_toll(one: Told, main_type: str, scheme: Mapping[str, EventType]) -> bool:
    """Whether an event is what violence or a disaster did to people."""
    return one.event.type in TOLL and _is_violent(main_type, scheme)


def _counts(one: Told) -> list[Count]:
    return [participant.count for participant in one.event.participants if participant.count]


def _is_same_kind(one: Told, other: Happening, scheme: Mapping[str, EventType]) -> bool:
    """Whether an event can be of a side incident: of its type and of the same people, alike and told in one sentence with it, or what it
    did to people, told soon after."""
    near = min(abs(one.event.trigger.start - each.event.trigger.start) for each in other.told)
    if _is_toll(one, other.type, scheme) and (near < SENTENCE or (near < PARAGRAPH and not _are_others(one, other))):
        return True
    if one.event.type != other.type:
        is_alike = one.event.type in scheme[other.type].alike or other.type in scheme[one.event.type].alike
        return is_alike and near < SENTENCE and not _are_others(one, other)
    return not _are_others(one, other)


def _are_others(one: Told, other: Happening) -> bool:
    """Whether it was done to others, as far as they are named."""
    mine = {_last_word(each.description) for each in one.event.participants if each.role == "patient"} - PRONOUNS
    theirs = {
        _last_word(each.description) for told in other.told for each in told.event.participants if each.role == "patient"
    } - PRONOUNS
    return bool(mine and theirs and not mine & theirs)


def _last_word(description: str) -> str:
    head = re.split(r" (?:of|in|from|at|with|who|near|on) ", description)[0]
    return head.rpartition(" ")[2].lower().rstrip("s")


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


def _fits(one: Told, happening: Happening) -> bool:
    """Whether nothing says that an event is another one than those of `happening`."""
    if not happening.told:
        return True
    is_another = one.is_another and not one.is_denied and one.event.type not in TOLL  # "seven others were hurt"
    if one.is_ahead != happening.told[0].is_ahead or is_another:
        return False
    days = 0 if one.event.type == happening.told[0].event.type else SOON
    return all(_same_time(one.time, other.time, days) and _same_place(one.place, other.place) for other in happening.told)


def _same_time(one: Time | None, other: Time | None, days: int) -> bool:
    from datetime import date

    if one is None or other is None:
        return True
    mine, theirs = reach(one.edtf), reach(other.edtf)
    if mine is None or theirs is None:
        return one.edtf == other.edtf
    gap = max(
        (date.fromisoformat(mine[0]) - date.fromisoformat(theirs[1])).days,
        (date.fromisoformat(theirs[0]) - date.fromisoformat(mine[1])).days,
    )
    return gap <= days


def _same_place(one: Place | None, other: Place | None) -> bool:
    """Whether one place can lie in the other."""
    if (
        one is None
        or other is None
        or one.id == other.id
        or one.id is None
        or other.id is None
        or "border" in (one.level, other.level)
    ):
        return True
    if one.within == other.id or other.within == one.id or one.name.split()[0] == other.name.split()[0]:
        return True
    return one.country == other.country and "country" in (one.level, other.level)


def _voices(happening: Happening, claims: Mapping[str, Claim], sources: Sequence[Source]) -> list[Source]:
    """Who tells of it, the outlet left out."""
    ids = dict.fromkeys(claims[claim].source_id for one in happening.told for claim in one.event.claims)
    by_id = {source.id: source for source in sources}
    return [by_id[id_] for id_ in ids if by_id[id_].kind != "outlet"]
