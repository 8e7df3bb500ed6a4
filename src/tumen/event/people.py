"""Words in a role -> participants. Comes in: main words, mentions, quantities. Goes out: phrases, how many they count, whom pronouns mean.

Also knows what is no participant: a thing where the scheme says that somebody fills a role makes a figure of speech ("arrest the decline").
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tumen.analysis import Analysis
from tumen.event.clause import PARTS, Tree
from tumen.event.listed import read_list
from tumen.event.scheme import EventType
from tumen.event.triggers import Trigger
from tumen.ground import names_people
from tumen.ground.numbers import NUMBER, to_number
from tumen.records import Count, Participant, Quantity, Span
from tumen.spanindex import SpanIndex

PERSONAL = frozenset("he him his she her they them their we us our it its i me my".split())
PEOPLE = ("person", "group", "organization")  # kinds of mentions
THINGS = ("other", "time", "event")
SHARE = re.compile(rf"\s+(?:in|out\s+of)\s+(?:every\s+)?{NUMBER}\b", re.IGNORECASE)
COLLECTIVE = frozenset(
    "group party team crowd column gang number band squad pair couple leadership company unit battalion brigade choir congregation crew community "
    "orchestra class parish population staff caravan convoy troupe".split()
)
"""Nouns whose number is that of those they are made of: "a group of 16 North Koreans"."""
ONE = frozenset("a an the one his her their its my our another".split())
PAIRS = {"both": 2, "couple": 2, "twins": 2, "triplets": 3}
"""Words that say how many by themselves."""
PERSONS = ("person", "household")
FAR = 16  # words between a number and its verb
BETWEEN = ("NOUN", "ADJ", "DET", "PROPN", "NUM", "ADP", "AUX", "ADV", "PART")
AMONG = re.compile(r"\s+(?:among|amongst)\s+(?:them|those|these|whom)\b")
AGAIN = re.compile(r"\s*(?:,|\(|,?\s*or|,?\s*with)\s*")
IN_ALL = re.compile(r"\s+(?:in\s+all|in\s+total|altogether)\b")
"""Between a number and another of the same people: "three households, 13 people in all", "61 families with 283 people"."""
NEAR = 60  # code points before a noun within which its number stands


class Named:
    """What the words of a part of a text name: the kind by main word, and for pronouns the words that they stand for."""

    def __init__(self, text: str, analysis: Analysis) -> None:
        self.kinds = {mention.main: mention.kind for mention in analysis.mentions}
        self._words = analysis.words
        self._small = [text[word.span.start : word.span.end].lower() for word in analysis.words]
        self._entities: dict[int, int] = {}
        self._first: dict[int, Span] = {}
        for mention, entity in zip(analysis.mentions, analysis.entities, strict=True):
            self._entities[mention.main] = entity
            if analysis.words[mention.main].upos != "PRON":
                first, last = analysis.words[mention.first].span.start, analysis.words[mention.last].span.end
                self._first.setdefault(entity, Span(first, last))

    def stands_for(self, number: int) -> Span | None:
        """The first words in the part that name what the pronoun at `number` stands for; `None` if that is unknown or it is no pronoun."""
        if self._small[number] not in PERSONAL or number not in self._entities:
            return None
        first = self._first.get(self._entities[number])
        return first if first and first.end <= self._words[number].span.start else None


class People:
    """The participants of the events of one sentence."""

    def __init__(
        self,
        text: str,
        tree: Tree,
        named: Named,
        quantities: SpanIndex[Quantity],
        types: Mapping[str, EventType],
        *,
        in_headline: bool,
    ) -> None:
        self._text, self._tree, self._named, self._quantities = text, tree, named, quantities
        self._types, self._in_headline = types, in_headline

    def is_figure_of_speech(self, type_: str, roles: Mapping[str, int]) -> bool:
        """Whether a thing stands where the scheme knows only people: "arrest the decline", "the spirits soared", "rain detained the train"."""
        row = self._types[type_]
        role = "patient" if "patient" in row.roles else row.first_role
        if role in roles and not {"thing", "content"} & row.roles.keys() and self._is_thing(row, role, roles[role]):
            return True
        is_alone = "agent" in roles and "patient" not in roles and not {"thing", "means"} & row.roles.keys()
        return is_alone and self._is_thing(row, "agent", roles["agent"])

    def of(self, trigger: Trigger, roles: Mapping[str, int]) -> Iterator[Participant]:
        """The participants by role, as the tree and the words around say. Words of the trigger itself are one only if they name people."""
        row = self._types[trigger.type]
        kept = {role: number for role, number in roles.items() if self._takes_part(row, trigger, role, number)}
        for role, number in kept.items():
            yield self._participant(trigger, role, number)
        yield from self._counted_before(trigger, kept)
        yield from self._counted_subject(trigger, kept)
        yield from self._counted_again(kept)

    def names_somebody(self, number: int) -> bool:
        """Whether a word stands for people: a noun for them, a name, "the three", "them"."""
        form = self._tree.small[number]
        if _number(form):
            behind = self._tree.small[number + 1 : number + 5]
            return behind[:1] != ["of"] or any(word in PERSONAL or names_people(word) for word in behind)
        kind = self._named.kinds.get(number, "person")
        is_named = self._named.kinds.get(number) in ("person", "group") or names_people(form)
        return is_named or (form in PERSONAL - {"it", "its"} and kind in PEOPLE) or form in COLLECTIVE - {"number", "unit"}

    def _takes_part(self, row: EventType, trigger: Trigger, role: str, number: int) -> bool:
        if number in trigger.numbers:
            return self._named.kinds.get(number) in PEOPLE or names_people(self._tree.small[number])
        return role != "agent" or not self._is_thing(row, role, number)

    def _is_person(self, number: int) -> bool:
        return self._named.kinds.get(number) == "person" or names_people(self._tree.small[number])

    def at(self, role: str, span: Span) -> Participant:
        """The place where a journey begins or ends, as a participant."""
        return Participant(role, (span,), self._flat(span), None)

    def _is_thing(self, row: EventType, role: str, number: int) -> bool:
        """Whether a word names a thing or a time, in a role of which the scheme says that somebody fills it."""
        meaning = row.roles.get(role, "")
        word, form = self._tree.words[number], self._tree.small[number]
        if not _is_for_people(meaning) or word.upos != "NOUN":
            return False
        near = self._quantities.overlapping(Span(max(word.span.start - NEAR, 0), word.span.end))
        is_counted = any(quantity.group and quantity.group.overlaps(word.span) for quantity in near)
        is_group = is_counted or names_people(form) or form in PARTS | COLLECTIVE or _number(form) is not None
        return self._named.kinds.get(number, "other") in THINGS and not is_group

    def _participant(self, trigger: Trigger, role: str, number: int) -> Participant:
        """The phrase of a word and how many it counts. A thing plays the part of thing or content where the scheme has one."""
        words, row = self._tree.words, self._types[trigger.type]
        first, last = self._tree.phrase(number)
        span = Span(words[first].span.start, words[last].span.end)
        own = Span(words[trigger.numbers[0]].span.start, words[trigger.numbers[-1]].span.end)
        count = None
        quantity = self._quantity(number, span)
        is_event = quantity and quantity.hi == 1 and quantity.group and quantity.group.overlaps(own)  # "one sentence"
        if quantity and not is_event and not AMONG.match(self._text, quantity.span.end):
            group = [quantity.group] if quantity.group and not quantity.group.overlaps(own) else []
            count = self._count(quantity, row, role, number, own)
            parts = (span, quantity.span, *group)
            span = Span(min(one.start for one in parts), max(one.end for one in parts))
        elif (
            words[number].upos == "NUM"
            and number == last
            and last - first <= 1
            and _is_for_people(row.roles[role])
            and not SHARE.match(self._text, words[number].span.end)
        ):  # "the six"; not "one in five"
            alone = _number(self._tree.small[number])
            count = Count(alone, alone, True, "person") if alone else None
        is_described = words[trigger.main].relation == "amod" and words[trigger.main].head == number  # "the injured boy"
        if (
            _is_for_people(row.roles[role])
            and not is_described
            and (listed := read_list(self._tree, number, self._is_person))
        ):
            if listed.total:
                count = Count(listed.total, listed.total, True, "person", parts=listed.parts)
                span = Span(min(span.start, words[listed.first].span.start), max(span.end, words[listed.last].span.end))
            elif count and count.exact and count.unit == "person":
                count = None  # "two men, a woman and several children" are not two
        elif (pair := PAIRS.get(self._tree.small[number]) or PAIRS.get(self._tree.small[first])) and not count:
            count = Count(pair, pair, True, "person", part=self._tree.small[number] == "both")
        span = span if own.holds(words[number].span) else _without(span, own)
        if role == "patient" and self._named.kinds.get(number) in ("other", "event"):
            role = "thing" if "thing" in row.roles else "content" if "content" in row.roles else role
        named = self._named.stands_for(number)
        return Participant(role, (span, named) if named else (span,), self._flat(named or span), count)

    def _quantity(self, number: int, phrase: Span) -> Quantity | None:
        """The quantity that a phrase with that main word begins with, or that counts the main word or what it is made of."""
        main = self._tree.words[number].span
        is_collective = self._tree.small[number] in COLLECTIVE
        for quantity in self._quantities.overlapping(phrase):
            is_own = quantity.span.overlaps(main) or (quantity.group and quantity.group.overlaps(main))
            if is_own or quantity.span.start == phrase.start or (is_collective and quantity.span.start > main.end):
                return quantity
        return None

    def _count(self, quantity: Quantity, row: EventType, role: str, number: int, own: Span) -> Count:
        """The quantity in persons, where the scheme or the model says that people are counted."""
        is_person = self._in_headline or self._named.kinds.get(number) in ("person", "group")
        is_person = is_person or (_is_of_one_each(row) and bool(quantity.group and quantity.group.overlaps(own)))
        unit = "person" if is_person and _is_for_people(row.roles[role]) and quantity.unit != "household" else quantity.unit
        is_part = quantity.part and not self._in_headline  # "Nine Flee" is nine, not nine of them
        return replace(_as_counted(quantity), unit=unit, part=is_part)

    def _counted_before(self, trigger: Trigger, roles: Mapping[str, int]) -> Iterator[Participant]:
        """Those whose number is part of the event's name: "the three-family defection"."""
        role, start = self._types[trigger.type].counted, self._tree.words[trigger.numbers[0]].span.start
        if role is None or role in roles:
            return
        for quantity in self._quantities.overlapping(Span(max(start - 2, 0), start)):
            if trigger.kind == "noun" and quantity.hi == 1:
                continue  # "one sentence"
            is_of_people = trigger.kind != "noun" or _is_of_one_each(self._types[trigger.type])
            is_bare = is_of_people and (quantity.group is None or quantity.group.start >= start)  # "Nine Slip Across"
            unit = "person" if is_bare and quantity.unit != "household" else quantity.unit
            yield Participant(role, (quantity.span,), self._flat(quantity.span), replace(_as_counted(quantity), unit=unit))

    def _counted_subject(self, trigger: Trigger, roles: Mapping[str, int]) -> Iterator[Participant]:
        """Those who are counted where a clause begins, if the tree has no subject for its verb: only words that belong to them and auxiliaries may
        stand between."""
        row, words, verb = self._types[trigger.type], self._tree.words, trigger.numbers[0]
        role = row.counted
        is_subjects = role == row.first_role or (role == "patient" and self._tree.is_passive(trigger.main))
        if role is None or role in roles or trigger.kind == "noun" or not is_subjects or self._in_headline:
            return
        at = verb - 1
        while at > 0 and verb - at < FAR and words[at].upos in BETWEEN:
            at -= 1
        clause = Span(words[at + 1].span.start, words[verb].span.start)
        for quantity in self._quantities.overlapping(clause)[:1]:
            if quantity.unit in PERSONS and not quantity.part and quantity.span.start == clause.start:
                yield Participant(role, (quantity.span,), self._flat(quantity.span), _as_counted(quantity))

    def _counted_again(self, roles: Mapping[str, int]) -> Iterator[Participant]:
        """The same people in another number, behind a comma: "three households, 13 people in all, were banished"."""
        for role, number in roles.items():
            first, last = self._tree.phrase(number)
            start, end = self._tree.words[first].span.start, self._tree.words[last].span.end
            known = self._quantities.overlapping(Span(start, end))
            for quantity in known[1:]:  # "a family of six"
                if quantity.span == known[0].span and quantity.unit != known[0].unit:
                    yield Participant(role, (quantity.span,), self._flat(quantity.span), _as_counted(quantity))
            units = {quantity.unit for quantity in known}
            for quantity in self._quantities.overlapping(Span(end, end + 8)):
                is_again = (units and quantity.unit not in units) or IN_ALL.match(self._text, quantity.span.end)
                if AGAIN.fullmatch(self._text, end, max(quantity.span.start, end)) and is_again and quantity.unit in PERSONS:
                    span = Span(quantity.span.start, quantity.group.end if quantity.group else quantity.span.end)
                    yield Participant(role, (span,), self._flat(span), _as_counted(quantity))

    def _flat(self, span: Span) -> str:
        return " ".join(self._text[span.start : span.end].split())


def _is_for_people(meaning: str) -> bool:
    """Whether the scheme's words for a role say that somebody, not something, fills it."""
    return meaning.startswith("who ") and not meaning.startswith("who or")


def _is_of_one_each(row: EventType) -> bool:
    """Whether each event of a type befalls one person, so that "two deaths" are two people and "four bombs" are not."""
    return row.family in ("custody", "life") or row.name in ("kill", "kidnap", "defect")


def _as_counted(quantity: Quantity) -> Count:
    return Count(quantity.lo, quantity.hi, quantity.exact, quantity.unit, quantity.part)


def _number(form: str) -> int | None:
    return to_number(form) if re.fullmatch(NUMBER, form) else None


def _without(span: Span, trigger: Span) -> Span:
    """`span` without the words of a trigger at its beginning or end ("[wounded] two people", "nine [slip]")."""
    if trigger.start <= span.start < trigger.end < span.end - 1:
        return Span(trigger.end + 1, span.end)
    return Span(span.start, trigger.start - 1) if span.start < trigger.start - 1 and trigger.start < span.end else span
