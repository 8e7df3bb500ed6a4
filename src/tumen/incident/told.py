"""Events as a report tells them. Comes in: events and values. Goes out: each event with its weight, time and place, and what words say of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tumen.edtf import days_from, reach
from tumen.records import Count, Event, Passage, Place, Report, Span, Time

HEADLINE_WEIGHT, OPENING_WEIGHT, BODY_WEIGHT = 3.0, 2.0, 1.0
NOT_HAPPENED = 0.5  # share of the weight left to an event that is denied, feared or lies ahead
ASIDE = 0.25  # share left to what only says who somebody is
COUNTED = 0.5  # more, where people are counted
DAY = re.compile(r"\d{4}-\d\d-\d\d")
LONG_AGO, PAST = 180, 0.5  # days, and the share left to what is so long ago
ANOTHER = re.compile(
    r"\b(?:another|also|other|others|further|more(?! than)|second|third|fourth|later|earlier|previous|next|similar)\b",
    re.IGNORECASE,
)
PRONOUNS = frozenset(
    "they them he him she her it we us you i me one who whom other two three four five six seven eight nine ten all some most everyone anyone "
    "everybody anybody nobody somebody someone others member".split()
)
"""Words that name nobody by themselves."""
SAYS = re.compile(r"(?:\S+\s+){7}\S+[.!?:][\"”’)]*(?:\s|$)")
"""The end of a sentence of some length."""
NEAR, SENTENCE = 25, 120  # code points before a trigger within which a word says that it is another, or that it came before
BEHIND = re.compile(r"\b(?:after|following|over|amid|despite|since|before|as|for|ahead of)\b[^.\n]*$", re.IGNORECASE)
"""What stands behind these in a headline is not what is new."""
BEFORE = re.compile(r"\b(?:despite|in spite of|after|following|in the wake of)\b[^.;,“”\"]*$", re.IGNORECASE)
"""What stands behind these in a sentence came before what the sentence tells."""
ONE_BREATH = re.compile(
    r"(?!.*(?:[.;:]|\b(?:who|whom|which|that|after|before(?! (?:dawn|noon|midnight|sunrise|daybreak|sunset))|when|while|because|but|as|since|if)\b)).{0,160}\band(?: \w+){0,2}\s$",
    re.DOTALL,
)
"""Between two verbs of one course of action: "attacked a school on Tuesday [and] abducted 27 pupils"."""


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

    @property
    def stage(self) -> Place | None:
        """The place that another event of the same happening must share: not where people were bound for."""
        ends = {span for one in self.event.participants if one.role == "destination" for span in one.spans}
        return None if self.place and self.place.span in ends else self.place

    @property
    def counts(self) -> list[Count]:
        """How many take part, in whatever role."""
        return [participant.count for participant in self.event.participants if participant.count]


def tell(
    report: Report, passages: Sequence[Passage], events: Iterable[Event], times: Iterable[Time], places: Iterable[Place]
) -> list[Told]:
    """The events in text order. A headline weighs most, then the passage that opens the report."""
    opening = opening_of(report, passages)
    headlines = [passage.span for passage in passages if passage.kind == "headline"]
    times = tuple(times)
    time_at, now = {time.span: time for time in times if time.edtf}, _now(report, times)
    place_at = {place.span: place for place in places}
    told = []
    for event in events:
        headline = next((span for span in headlines if span.holds(event.trigger)), None)
        is_opening = bool(headline) or opening.holds(event.trigger)
        time = time_at.get(event.time) if event.time else None
        told.append(
            Told(
                event,
                _weight(report, event, headline, is_opening=is_opening) * _age(now, time, is_opening=is_opening),
                time,
                place_at.get(event.place) if event.place else None,
                is_opening,
                _is_another(report, event),
                bool(BEFORE.search(report.text, max(event.trigger.start - SENTENCE, 0), event.trigger.start)),
            )
        )
    return told


def opening_of(report: Report, passages: Iterable[Passage]) -> Span:
    """The passage that opens the report: the first of the body that says something, and is not the name of a paper or a line of facts."""
    body = [passage.span for passage in passages if passage.kind == "body"]
    return next((span for span in body if SAYS.search(report.text, span.start, span.end)), (*body, Span(0, 0))[0])


def told_with(report: Report, one: Told, told: Iterable[Told]) -> Told | None:
    """The event with a time that a sentence tells in one breath before `one`."""
    for other in told:
        between = (other.event.trigger.end, one.event.trigger.start)
        is_like_it = other.time is not None and not other.is_denied and other.is_ahead == one.is_ahead
        if is_like_it and 0 < between[1] - between[0] < SENTENCE * 2 and ONE_BREATH.match(report.text[slice(*between)]):
            return other
    return None


def _weight(report: Report, event: Event, headline: Span | None, *, is_opening: bool) -> float:
    if headline and not BEHIND.search(report.text, headline.start, event.trigger.start):
        weight = HEADLINE_WEIGHT
    else:
        weight = OPENING_WEIGHT if is_opening else BODY_WEIGHT
    has_happened = event.factuality.polarity == "positive" and event.factuality.certainty == "certain"
    if not has_happened or event.time_frame in ("future", "conditional"):
        weight *= NOT_HAPPENED
    if event.aside:
        weight *= ASIDE
    return weight + COUNTED * any(one.count for one in event.participants)


def _now(report: Report, times: Iterable[Time]) -> str | None:
    """The day of publication, else the last day with a year that the report names."""
    if published := reach(report.published.edtf):
        return published[0]
    return max((time.earliest for time in times if time.earliest and time.edtf and DAY.fullmatch(time.edtf)), default=None)


def _age(now: str | None, time: Time | None, *, is_opening: bool) -> float:
    """The share of its weight that is left to what a report tells of half a year ago or more, after it has opened with something else."""
    day = reach(time.edtf) if time else None
    is_old = now is not None and day is not None and days_from(day[1], now) > LONG_AGO
    return PAST if is_old and not is_opening else 1.0


def _is_another(report: Report, event: Event) -> bool:
    before = re.split(r"[.,;:]", report.text[max(event.trigger.start - NEAR, 0) : event.trigger.start])[-1]
    own = (report.read(one.spans[0]) for one in event.participants)  # not what a pronoun stands for
    return any(ANOTHER.search(words) for words in (before, *own))
