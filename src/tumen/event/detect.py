"""Analyses and claims -> events. Comes in: parts of a text as the model sees them, then claims. Goes out: events in text order.

In two steps, since trees are let go part by part: `draft_events` finds triggers, who takes part, when and where; `find_events` gives
each its claim, and what the voices around it make of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tumen.analysis import Analysis
from tumen.event.clause import PARTS, Tree
from tumen.event.roles import find_roles
from tumen.event.scheme import EventType, Scheme
from tumen.event.setting import ends_of, place_of, time_of
from tumen.event.status import Status, find_status
from tumen.event.triggers import Lexicon, Trigger
from tumen.ground import names_people
from tumen.ground.numbers import NUMBER, to_number
from tumen.ids import make_id
from tumen.records import (
    Certainty,
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
    TimeFrame,
)
from tumen.spanindex import SpanIndex

STRENGTH: dict[Certainty, float] = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "unknown": 0.0}
PERSONAL = frozenset("he him his she her they them their we us our it its i me my".split())
PEOPLE = ("person", "group", "organization")  # kinds of mentions
COLLECTIVE = frozenset(
    "group party team crowd column gang number band squad pair couple leadership company unit battalion brigade".split()
)
"""Nouns whose number is that of those they are made of: "a group of 16 North Koreans"."""
EVENTFUL = frozenset(
    "drive campaign wave operation attempt case order scandal threat fear plan spree toll allegation charge sentence procedure season surge "
    "warning season rate victim suspect risk rumour rumor notice package".split()
)
"""Nouns before which a trigger still names the event ("bribery scandal"), not a thing called after it ("detention centre")."""


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
    named = _Named(text, analysis)
    first = 0
    for span in analysis.sentences:
        last = first
        while last < len(words) and words[last].span.start < span.end:
            last += 1
        in_headline = any(passage.kind == "headline" for passage in passages.overlapping(span))
        triggers = lexicon.find(words, tree.forms, range(first, last), in_headline=in_headline)
        there = _Sentence(
            text, tree, range(first, last), _happenings(tree, triggers), named, counted, types, in_headline=in_headline
        )
        yield from there.drafts(times.overlapping(span), places.overlapping(span))
        first = last


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


class _Named:
    """What the words of a part name: the kind by main word, and for pronouns the words that they stand for."""

    def __init__(self, text: str, analysis: Analysis) -> None:
        self.kinds = {mention.main: mention.kind for mention in analysis.mentions}
        self._entities = {mention.main: entity for mention, entity in zip(analysis.mentions, analysis.entities, strict=True)}
        self._words = analysis.words
        self._small = [text[word.span.start : word.span.end].lower() for word in analysis.words]
        self._first: dict[int, Span] = {}
        for mention, entity in zip(analysis.mentions, analysis.entities, strict=True):
            if analysis.words[mention.main].upos != "PRON":
                first, last = analysis.words[mention.first].span.start, analysis.words[mention.last].span.end
                self._first.setdefault(entity, Span(first, last))

    def stands_for(self, number: int) -> Span | None:
        """The first words in the part that name what the pronoun at `number` stands for; `None` if that is unknown or it is no pronoun."""
        if self._small[number] not in PERSONAL or number not in self._entities:
            return None
        first = self._first.get(self._entities[number])
        return first if first and first.end <= self._words[number].span.start else None


class _Sentence:
    """Where and when, who and how many, for the triggers of one sentence."""

    def __init__(
        self,
        text: str,
        tree: Tree,
        numbers: range,
        triggers: Sequence[Trigger],
        named: _Named,
        quantities: SpanIndex[Quantity],
        types: Mapping[str, EventType],
        *,
        in_headline: bool,
    ) -> None:
        self._text, self._tree, self._numbers, self._triggers = text, tree, numbers, triggers
        self._named, self._quantities, self._types, self._in_headline = named, quantities, types, in_headline

    def drafts(self, times: Iterable[Time], places: Iterable[Place]) -> Iterator[Draft]:
        """The events of the sentence."""
        tree, words = self._tree, self._tree.words
        known = list(times)
        timed = [(time.span, self._word_of(time.span)) for time in known if time.kind in ("date", "time")]
        placed = [(place, self._word_of(place.span)) for place in places if place.level not in ("water", "mountain")]
        dated = {number for number in self._numbers for time in known if words[number].span.overlaps(time.span)}
        for trigger in self._triggers:
            roles = find_roles(tree, trigger, self._types[trigger.type], dated, in_headline=self._in_headline)
            own = {role: number for role, number in roles.items() if number in trigger.numbers}
            if self._is_figure_of_speech(trigger.type, {role: number for role, number in roles.items() if role not in own}):
                continue
            roles = {
                role: number for role, number in roles.items() if role not in own or self._named.kinds.get(number) in PEOPLE
            }
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
                    *(self._participant(trigger, role, number) for role, number in roles.items()),
                    *self._counted_before(trigger, roles),
                    *self._counted_again(roles),
                    *self._ends(trigger, placed),
                ),
                time=time_of(tree, trigger, self._triggers, timed, self._numbers),
                place=place_of(tree, trigger, self._triggers, placed),
            )

    def _is_aside(self, trigger: Trigger) -> bool:
        tree = self._tree
        chain = (trigger.main, *tree.above(trigger.main))
        return any(tree.words[number].relation == "acl" and tree.having(number, "nsubj") for number in chain)

    def _is_figure_of_speech(self, type_: str, roles: Mapping[str, int]) -> bool:
        """Whether a thing stands where the scheme knows only people: "arrest the decline", "the spirits soared"."""
        row = self._types[type_]
        role = "patient" if "patient" in row.roles else row.first_role
        return role in roles and not {"thing", "content"} & row.roles.keys() and self._is_thing(type_, role, roles[role])

    def _is_thing(self, type_: str, role: str, number: int) -> bool:
        """Whether a word names a thing or a time, in a role of which the scheme says that somebody fills it."""
        meaning = self._types[type_].roles.get(role, "")
        word, form = self._tree.words[number], self._tree.small[number]
        if not meaning.startswith("who ") or meaning.startswith("who or") or word.upos != "NOUN":
            return False
        near = self._quantities.overlapping(Span(max(word.span.start - 60, 0), word.span.end))
        is_counted = any(quantity.group and quantity.group.overlaps(word.span) for quantity in near)
        is_group = is_counted or names_people(form) or form in PARTS | COLLECTIVE
        return self._named.kinds.get(number, "other") in ("other", "time", "event") and not is_group

    def _participant(self, trigger: Trigger, role: str, number: int) -> Participant:
        """The phrase of a word and how many it counts. A thing plays the part of thing or content where the scheme has one."""
        words, row = self._tree.words, self._types[trigger.type]
        first, last = self._tree.phrase(number)
        main, span = words[number].span, Span(words[first].span.start, words[last].span.end)
        own = Span(words[trigger.numbers[0]].span.start, words[trigger.numbers[-1]].span.end)
        count = None
        for quantity in self._quantities.overlapping(span):
            is_own = quantity.span.overlaps(main) or (quantity.group and quantity.group.overlaps(main))
            is_own = is_own or (self._tree.small[number] in COLLECTIVE and quantity.span.start > main.end)
            if is_own or quantity.span.start == span.start:
                is_person = row.roles[role].startswith("who ") and (
                    self._in_headline
                    or self._named.kinds.get(number) in ("person", "group")
                    or bool(quantity.group and quantity.group.overlaps(own))
                )
                unit = "person" if is_person and quantity.unit != "household" else quantity.unit
                count = Count(quantity.lo, quantity.hi, quantity.exact, unit, quantity.part)
                group = [quantity.group] if quantity.group and not quantity.group.overlaps(own) else []
                parts = (span, quantity.span, *group)
                span = Span(min(one.start for one in parts), max(one.end for one in parts))
                break
        else:
            is_bare = words[number].upos == "NUM" and number == last and last - first <= 1  # "the six"
            if is_bare and row.roles[role].startswith("who ") and (alone := _number(self._tree.small[number])):
                count = Count(alone, alone, True, "person")
        span = span if own.holds(main) else _without(span, own)
        if role == "patient" and self._named.kinds.get(number) in ("other", "event"):
            role = "thing" if "thing" in row.roles else "content" if "content" in row.roles else role
        named = self._named.stands_for(number)
        shown = named or span
        spans = (span, named) if named else (span,)
        return Participant(role, spans, " ".join(self._text[shown.start : shown.end].split()), count)

    def _counted_before(self, trigger: Trigger, roles: Mapping[str, int]) -> Iterator[Participant]:
        """Those whose number is part of the event's name: "the three-family defection"."""
        row, start = self._types[trigger.type], self._tree.words[trigger.numbers[0]].span.start
        role = row.counted
        for quantity in self._quantities.overlapping(Span(max(start - 2, 0), start)) if role and role not in roles else ():
            words = " ".join(self._text[quantity.span.start : quantity.span.end].split())
            yield Participant(role, (quantity.span,), words, Count(quantity.lo, quantity.hi, quantity.exact, quantity.unit))

    def _counted_again(self, roles: Mapping[str, int]) -> Iterator[Participant]:
        """The same people in another number, behind a comma: "three households, 13 people in all, were banished"."""
        for role, number in roles.items():
            end = self._tree.words[self._tree.phrase(number)[1]].span.end
            for quantity in self._quantities.overlapping(Span(end, end + 4)):
                if self._text[end : quantity.span.start].strip() == "," and quantity.unit in ("person", "household"):
                    span = Span(quantity.span.start, quantity.group.end if quantity.group else quantity.span.end)
                    words = " ".join(self._text[span.start : span.end].split())
                    yield Participant(role, (span,), words, Count(quantity.lo, quantity.hi, quantity.exact, quantity.unit))

    def _ends(self, trigger: Trigger, places: Iterable[tuple[Place, int]]) -> Iterator[Participant]:
        roles = self._types[trigger.type].roles
        for role, span in ends_of(self._tree, trigger, self._triggers, places):
            if role in roles:
                yield Participant(role, (span,), " ".join(self._text[span.start : span.end].split()), None)

    def _word_of(self, span: Span) -> int:
        """The word that the others of `span` hang on."""
        inside = [number for number in self._numbers if self._tree.words[number].span.overlaps(span)]
        if not inside:
            return self._numbers.start
        return next((number for number in inside if self._tree.words[number].head not in inside), inside[0])


def find_events(
    report: Report, drafts: Iterable[Draft], sources: Sequence[Source], claims: Sequence[Claim]
) -> tuple[Event, ...]:
    """The events of `drafts`, each with the claim that tells of it. The place of a source is no event's place, a noun in the name of a
    source no event."""
    naming = SpanIndex((span, span) for span in _naming(sources, claims))
    held = _Holding(claims)
    events = []
    for draft in drafts:
        claim = held.claim_of(draft.main)
        if claim is None or (draft.is_noun and naming.overlapping(draft.main)):
            continue
        factuality, frame = _factuality(draft, claim)
        place = draft.place if draft.place and not naming.overlapping(draft.place) else None
        id_ = make_id("event", report.id, draft.type, draft.trigger.start, draft.trigger.end)
        events.append(
            Event(
                id_, draft.type, draft.trigger, (claim.id,), factuality, frame, draft.is_aside, draft.time, place, draft.participants
            )
        )  # fmt: skip
    return tuple(events)


class _Holding:
    """Which claim tells of words: the innermost content that holds them; of the words of an attribution itself ("officials threatened
    to ..."), or beside one, the claim of that attribution."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._contents = SpanIndex((piece, claim) for claim in claims for piece in claim.content)
        self._own = SpanIndex((span, claim) for claim in claims for span in (*claim.cue, *claim.source))

    def claim_of(self, words: Span) -> Claim | None:
        inside = [claim for claim in self._contents.overlapping(words) if any(piece.holds(words) for piece in claim.content)]
        if inside:
            return min(inside, key=lambda claim: sum(len(piece) for piece in claim.content))
        if own := self._own.overlapping(words):
            return own[0]
        near = Span(max(words.start - 200, 0), words.end + 200)
        beside = [
            (min(_gap(piece, words) for piece in claim.content), number, claim)
            for number, claim in enumerate(self._contents.overlapping(near))
        ]
        return min(beside)[2] if beside else None


def _factuality(draft: Draft, claim: Claim) -> tuple[Factuality, TimeFrame | None]:
    """What the sentence says, and of the main event of a claim also what the claim says."""
    certainty, negative, frame = draft.status
    is_main = not any(piece.holds(verb) for piece in claim.content for verb in draft.above)
    if is_main and claim.factuality.certainty != "certain" and certainty == "certain":
        certainty = claim.factuality.certainty
    value = STRENGTH[certainty]
    is_shared = is_main or claim.time_frame == "conditional"
    return (
        Factuality(certainty, "negative" if negative else "positive", -value if negative else value),
        frame or (claim.time_frame if is_shared else None),
    )


def _number(form: str) -> int | None:
    return to_number(form) if re.fullmatch(NUMBER, form) else None


def _without(span: Span, trigger: Span) -> Span:
    """`span` without the words of a trigger at its beginning ("[wounded] two people")."""
    return (
        Span(trigger.end + 1, span.end) if trigger.start <= span.start and span.start < trigger.end < span.end - 1 else span
    )


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _naming(sources: Iterable[Source], claims: Iterable[Claim]) -> Iterator[Span]:
    """The words that name who says it and to whom."""
    for source in sources:
        yield from source.mentions
    for claim in claims:
        yield from claim.addressee
