"""Analyses and claims -> events. Comes in: parts of a text as the model sees them, then claims. Goes out: events in text order.

In two steps, since trees are let go part by part: `draft_events` finds triggers, who takes part, when and where; `find_events` gives
each its claim, and what the voices around it make of it. Words of a source or a cue are no trigger.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tumen.analysis import Analysis
from tumen.event.clause import Tree
from tumen.event.roles import find_roles
from tumen.event.scheme import scheme
from tumen.event.status import Status, find_status
from tumen.event.triggers import Lexicon, Trigger
from tumen.ids import make_id
from tumen.records import (
    Claim,
    Count,
    Event,
    Factuality,
    Participant,
    Passage,
    Place,
    Quantity,
    Report,
    Source,
    Span,
    Time,
)
from tumen.spanindex import SpanIndex

STRENGTH = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "unknown": 0.0}
WEAKER = ("certain", "probable", "possible", "unknown")


@dataclass(frozen=True)
class Draft:
    """An event before its claims are known. `main` is the trigger's main word."""

    type: str
    trigger: Span
    main: Span
    status: Status
    participants: tuple[Participant, ...]
    time: Span | None
    place: Span | None


@cache
def _lexicon() -> Lexicon:
    return Lexicon(scheme())


def draft_events(
    text: str,
    analysis: Analysis,
    passages: SpanIndex[Passage],
    times: SpanIndex[Time],
    places: SpanIndex[Place],
    quantities: Iterable[Quantity],
) -> Iterator[Draft]:
    """The events that a part of a text names. `times`, `places` are those of the text, `quantities` those of the part."""
    words = analysis.words
    tree = Tree(words, [text[word.span.start : word.span.end] for word in words])
    counted = SpanIndex((quantity.span, quantity) for quantity in quantities)
    first = 0
    for span in analysis.sentences:
        last = first
        while last < len(words) and words[last].span.start < span.end:
            last += 1
        in_headline = any(passage.kind == "headline" for passage in passages.overlapping(span))
        triggers = _lexicon().find(words, tree.forms, range(first, last), in_headline=in_headline)
        there = _Sentence(
            text, analysis, tree, range(first, last), triggers, times.overlapping(span), places.overlapping(span), counted
        )
        yield from map(there.draft, triggers)
        first = last


class _Sentence:
    """Where and when, who and how many, for the triggers of one sentence."""

    def __init__(
        self,
        text: str,
        analysis: Analysis,
        tree: Tree,
        numbers: range,
        triggers: Sequence[Trigger],
        times: Sequence[Time],
        places: Sequence[Place],
        quantities: SpanIndex[Quantity],
    ) -> None:
        self._text, self._analysis, self._tree, self._numbers, self._triggers = text, analysis, tree, numbers, triggers
        self._times = [(time.span, self._word_of(time.span)) for time in times]
        self._places = [(place, self._word_of(place.span)) for place in places if place.level not in ("water", "mountain")]
        self._quantities = quantities

    def draft(self, trigger: Trigger) -> Draft:
        words = self._tree.words
        row = scheme()[trigger.type]
        participants = tuple(self._participant(role, number) for role, number in find_roles(self._tree, trigger, row).items())
        span = Span(words[trigger.numbers[0]].span.start, words[trigger.numbers[-1]].span.end)
        return Draft(
            trigger.type, span, words[trigger.main].span, find_status(self._tree, trigger), participants,
            self._time(trigger), self._place(trigger),
        )  # fmt: skip

    def _participant(self, role: str, number: int) -> Participant:
        words = self._tree.words
        first, last = self._tree.phrase(number)
        span = Span(words[first].span.start, words[last].span.end)
        main = words[number].span
        counts = [
            quantity
            for quantity in self._quantities.overlapping(span)
            if quantity.span.overlaps(main)
            or (quantity.group and quantity.group.overlaps(main))
            or quantity.span.start == span.start
        ]
        count = Count(counts[0].lo, counts[0].hi, counts[0].exact, counts[0].unit) if counts else None
        return Participant(role, (span,), " ".join(self._text[span.start : span.end].split()), count)

    def _time(self, trigger: Trigger) -> Span | None:
        """The time nearest in the tree, unless it is nearer to another trigger."""
        near = [(self._tree.distance(trigger.main, word), abs(word - trigger.main), span) for span, word in self._times]
        return min(near)[2] if near else None

    def _place(self, trigger: Trigger) -> Span | None:
        levels = ("locality", "district", "county", "prefecture", "province", "country")
        near = [
            (
                self._tree.distance(trigger.main, word),
                levels.index(place.level or "country"),
                abs(word - trigger.main),
                place.span,
            )
            for place, word in self._places
        ]
        return min(near)[3] if near else None

    def _word_of(self, span: Span) -> int:
        """The word that the others of `span` hang on."""
        inside = [number for number in self._numbers if self._tree.words[number].span.overlaps(span)]
        if not inside:
            return self._numbers.start
        return next((number for number in inside if self._tree.words[number].head not in inside), inside[0])


def find_events(
    report: Report, drafts: Iterable[Draft], sources: Sequence[Source], claims: Sequence[Claim]
) -> tuple[Event, ...]:
    """The events of `drafts` that a claim tells of. A day of saying is no event's time, the place of a source no event's place."""
    said = {claim.said.span for claim in claims if claim.said}
    naming = SpanIndex((span, span) for span in _naming(sources, claims))
    contents = SpanIndex((piece, claim) for claim in claims for piece in claim.content)
    by_id = {claim.id: claim for claim in claims}
    events = []
    for draft in drafts:
        holding = [
            claim for claim in contents.overlapping(draft.main) if any(piece.holds(draft.main) for piece in claim.content)
        ]
        if not holding or naming.overlapping(draft.main):
            continue
        claim = min(holding, key=lambda one: sum(len(piece) for piece in one.content))
        factuality, frame = _factuality(draft, claim, by_id)
        events.append(
            Event(
                id=make_id("event", report.id, draft.type, draft.trigger.start, draft.trigger.end),
                type=draft.type,
                trigger=draft.trigger,
                claims=(claim.id,),
                time=draft.time if draft.time not in said else None,
                place=draft.place if draft.place and not naming.overlapping(draft.place) else None,
                participants=draft.participants,
                factuality=factuality,
                time_frame=frame,
            )
        )
    return tuple(events)


def _factuality(draft: Draft, claim: Claim, claims: Mapping[str, Claim]) -> tuple[Factuality, str | None]:
    certainty = draft.status.certainty
    negative = draft.status.is_negative
    frame = draft.status.time_frame
    value = STRENGTH[certainty]
    return Factuality(
        certainty, "negative" if negative else "positive", -value if negative else value
    ), frame or claim.time_frame


def _naming(sources: Iterable[Source], claims: Iterable[Claim]) -> Iterator[Span]:
    """The words that name who says it, to whom, and by which cue."""
    for source in sources:
        yield from source.mentions
    for claim in claims:
        yield from (*claim.cue, *claim.addressee)
