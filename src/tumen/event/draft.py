"""Analyses -> drafts of events. Comes in: a part of a text as the model sees it, values. Goes out: drafts in text order.

A draft has its trigger, who takes part, when and where, and whether its sentence says that it happened; not yet who tells of it. Drafts
are made part by part, so that trees can be let go before claims are known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tumen.analysis import Analysis
from tumen.event.clause import Tree
from tumen.event.moved import find_moved, is_settled
from tumen.event.people import Named, People
from tumen.event.roles import find_roles
from tumen.event.scheme import EventType, Scheme
from tumen.event.setting import after_dateline, ends_of, exact_of, place_among, place_of, time_of
from tumen.event.status import Status, find_status
from tumen.event.triggers import Lexicon, Trigger
from tumen.records import Participant, Passage, Place, Quantity, Span, Time
from tumen.spanindex import SpanIndex

EVENTFUL = frozenset(
    "drive campaign wave operation attempt case order scandal threat fear plan spree toll allegation charge sentence procedure season surge "
    "warning rate victim suspect risk rumour rumor notice package".split()
)
"""Nouns before which a trigger still names the event ("bribery scandal"), not a thing called after it ("detention centre")."""

JOURNEYS = ("guide", "smuggle", "transfer")
"""Types, beside those of the family, that lead from a place to another."""

OF_PEOPLE = {"seize": "arrest", "neutralise": "kill", "neutralize": "kill"}
"""Verbs that tell of an event of another type where what they are done to is people: "the three were seized at a house"."""


@dataclass(frozen=True)
class Draft:
    """An event before its claims are known. `main` is the trigger's main word; `above` are the verbs that it hangs on; `is_aside`: it only
    says who somebody is ("brokers who arrange calls")."""

    type: str
    trigger: Span
    main: Span
    above: tuple[Span, ...]
    is_noun: bool
    is_aside: bool
    status: Status
    participants: tuple[Participant, ...]
    time: Span | None
    place: Span | None


@lru_cache(maxsize=8)  # ours, and those of some workspaces
def _lexicon(types: Scheme) -> Lexicon:
    return Lexicon(types)


def draft_events(
    text: str,
    analysis: Analysis,
    passages: SpanIndex[Passage],
    times: SpanIndex[Time],
    places: SpanIndex[Place],
    quantities: Iterable[Quantity],
    types: Scheme,
) -> Iterator[Draft]:
    """The events of `types` that a part of a text names. `times` and `places` are those of the text, `quantities` those of the part."""
    lexicon = _lexicon(types)
    words = analysis.words
    tree = Tree(words, [text[word.span.start : word.span.end] for word in words])
    counted = SpanIndex((quantity.span, quantity) for quantity in quantities)
    named = Named(text, analysis)
    for span, (first, last) in zip(analysis.sentences, analysis.ranges, strict=True):
        in_headline = any(passage.kind == "headline" for passage in passages.overlapping(span))
        triggers = lexicon.find(words, tree.forms, range(first, last), in_headline=in_headline)
        people = People(text, tree, named, counted, types, in_headline=in_headline)
        taken = {number for trigger in triggers for number in trigger.numbers}
        moved = [one for one in find_moved(tree, range(first, last), taken, people.names_somebody) if one.type in types]
        triggers = sorted([*triggers, *moved], key=lambda one: one.numbers)
        there = _Sentence(tree, range(first, last), _happenings(tree, triggers), people, types, in_headline=in_headline)
        yield from there.drafts(times.overlapping(span), places.overlapping(span))


def _happenings(tree: Tree, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without those that only name the kind of another ("typhoid outbreak") or of a thing ("detention centre")."""
    mains = {trigger.main: trigger.type for trigger in triggers}

    def is_kind(trigger: Trigger) -> bool:
        word = tree.words[trigger.main]
        if trigger.kind != "noun" or word.head == trigger.main:
            return False
        if mains.get(word.head) == trigger.type and word.relation in ("nmod", "compound", "appos"):
            return True
        return (
            word.relation == "compound"
            and word.head not in mains
            and word.head > trigger.main
            and tree.small[word.head].removesuffix("s") not in EVENTFUL
        )

    return [trigger for trigger in triggers if not is_kind(trigger)]


class _Sentence:
    """Where and when, for the triggers of one sentence."""

    def __init__(
        self,
        tree: Tree,
        numbers: range,
        triggers: Sequence[Trigger],
        people: People,
        types: Mapping[str, EventType],
        *,
        in_headline: bool,
    ) -> None:
        self._tree, self._numbers, self._triggers = tree, numbers, triggers
        self._people, self._types, self._in_headline = people, types, in_headline

    def drafts(self, times: Iterable[Time], places: Iterable[Place]) -> Iterator[Draft]:
        """The events of the sentence."""
        if not self._numbers:
            return
        tree, words = self._tree, self._tree.words
        known = list(times)
        start = words[after_dateline(tree, self._numbers)].span.start
        timed = [
            (time.span, self._word_of(time.span))
            for time in known
            if time.kind in ("date", "time") and time.span.start >= start
        ]
        placed = [(place, self._word_of(place.span)) for place in places if place.level not in ("water", "mountain")]
        placed = [one for one in placed if one[0].span.start >= start] or placed
        dated = {number for number in self._numbers for time in known if words[number].span.overlaps(time.span)}
        for found in self._triggers:
            roles = find_roles(tree, found, self._types[found.type], dated, in_headline=self._in_headline)
            trigger = self._of_people(found, roles)
            row = self._types[trigger.type]
            if self._people.is_figure_of_speech(
                trigger.type, {role: number for role, number in roles.items() if number not in trigger.numbers}
            ):
                continue
            ends = list(ends_of(tree, trigger, self._triggers, placed))
            place = place_of(tree, trigger, self._triggers, placed, in_headline=self._in_headline)
            if row.family == "movement" or trigger.type in JOURNEYS:
                place = exact_of(place, ends, placed)
            place = place or place_among(tree, roles.values(), placed)
            yield Draft(
                type=trigger.type,
                trigger=Span(words[trigger.numbers[0]].span.start, words[trigger.numbers[-1]].span.end),
                main=words[trigger.main].span,
                above=tuple(
                    words[number].span for number in tree.above(trigger.main) if words[number].upos in ("VERB", "AUX")
                ),
                is_noun=trigger.kind == "noun",
                is_aside=self._is_aside(trigger),
                status=find_status(tree, trigger),
                participants=(
                    *self._people.of(trigger, roles),
                    *(self._people.at(role, span) for role, span in ends if role in row.roles),
                ),
                time=time_of(tree, trigger, self._triggers, timed, self._numbers),
                place=place,
            )

    def _of_people(self, trigger: Trigger, roles: Mapping[str, int]) -> Trigger:
        """The trigger, of another type where it depends on who it is done to."""
        is_moved = (
            trigger.type in ("detain", "transfer")
            and trigger.pattern.endswith((" away", " off"))
            and "displace" in self._types
        )
        if is_moved and "patient" in roles and is_settled(self._tree, roles["patient"], trigger.main):
            return trigger._replace(type="displace")
        other = OF_PEOPLE.get(trigger.pattern)
        is_of_people = other in self._types and "patient" in roles and self._people.names_somebody(roles["patient"])
        return trigger._replace(type=other) if other and is_of_people else trigger

    def _is_aside(self, trigger: Trigger) -> bool:
        word = self._tree.words[trigger.main]
        if self._in_headline and trigger.kind == "verb" and word.relation == "amod" and word.head > trigger.main:
            return True  # "Banned Grammar", "Jailed Editor Freed"
        chain = (trigger.main, *self._tree.above(trigger.main))
        return any(self._tree.words[number].relation == "acl" and self._tree.having(number, "nsubj") for number in chain)

    def _word_of(self, span: Span) -> int:
        """The word that the others of `span` hang on."""
        inside = [number for number in self._numbers if self._tree.words[number].span.overlaps(span)]
        if not inside:
            return self._numbers.start
        return next((number for number in inside if self._tree.words[number].head not in inside), inside[0])
