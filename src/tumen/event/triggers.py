"""Words -> triggers: those that name an event of the scheme. Comes in: the words of a sentence. Goes out: triggers in text order.

A trigger is a form of a verb or noun of the scheme, tagged as one, or a phrase, between whose words others may stand ("took two
hostages"). Of triggers that share a word, the one of most words counts. Words inside a name are none ("Interrogation Bureau").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from tumen.event.forms import forms_of_noun, forms_of_verb, is_participle
from tumen.event.scheme import EventType
from tumen.records import Span
from tumen.syntax import Word
from tumen.syntax.words import find_words

DETERMINERS = frozenset("the a an his her its their our my your this that these those".split())
FUNCTION = frozenset(
    "of for to in on at into from by with without over under up down out off across through away from as and s".split()
)
GAP = 4  # words that may stand between two of a phrase
BREAKS = frozenset(["PUNCT", "CCONJ", "SCONJ", "VERB"])
TAGS = {"verb": ("VERB", "ADJ"), "noun": ("NOUN", "PROPN"), "phrase": ("VERB", "AUX", "ADJ")}


class Trigger(NamedTuple):
    """An event of `type` is named by words `numbers`; `main` is the one that the others hang on. `pattern` is as the scheme writes it."""

    type: str
    numbers: tuple[int, ...]
    main: int
    pattern: str
    kind: Literal["verb", "noun", "phrase", "never"]


class _Pattern(NamedTuple):
    type: str
    written: str
    kind: Literal["verb", "noun", "phrase", "never"]
    elements: tuple[frozenset[str], ...]


class Lexicon:
    """All triggers of a scheme, by the forms of their first words."""

    def __init__(self, types: Mapping[str, EventType]) -> None:
        self._by_form: dict[str, list[_Pattern]] = defaultdict(list)
        self._actors = {form for row in types.values() for noun in row.agent_nouns for form in forms_of_noun(noun)}
        for pattern in _patterns(types.values()):
            for form in pattern.elements[0]:
                self._by_form[form].append(pattern)

    def find(self, words: Sequence[Word], forms: Sequence[str], sentence: range, *, in_headline: bool) -> list[Trigger]:
        """The triggers in `sentence`, a range of `words`, whose `forms` are in small letters or, for names, as they are written."""
        found = [
            trigger
            for number in sentence
            for pattern in self._by_form.get(forms[number].lower(), ())
            if (trigger := self._match(pattern, words, forms, number, sentence.stop, in_headline=in_headline))
        ]
        nouns = {trigger.main for trigger in found if trigger.kind == "noun" and words[trigger.main].upos in TAGS["noun"]}
        found = [
            one for one in found if one.kind in ("noun", "never") or one.main not in nouns
        ]  # "Fire at Plant" fires at nobody
        taken: set[int] = set()
        chosen = []
        for trigger in sorted(found, key=lambda one: (-len(one.numbers), one.kind == "phrase", one.numbers)):
            if taken.isdisjoint(trigger.numbers):
                taken.update(trigger.numbers)
                chosen.append(trigger)
        return sorted((one for one in chosen if one.kind != "never"), key=lambda one: one.numbers)

    def _match(
        self, pattern: _Pattern, words: Sequence[Word], forms: Sequence[str], first: int, stop: int, *, in_headline: bool
    ) -> Trigger | None:
        numbers = [first]
        for before, element in pairwise(pattern.elements):
            is_tight = before <= FUNCTION and element <= FUNCTION  # "walk out of"
            number = _next(pattern, element, words, forms, numbers[-1] + 1, stop, is_tight=is_tight)
            if number is None:
                return None
            numbers.append(number)
        main = numbers[-1] if pattern.kind == "noun" else numbers[0]
        if pattern.kind == "never":
            return Trigger(pattern.type, tuple(numbers), main, pattern.written, pattern.kind)
        if len(numbers) > 1:
            tops = (number for number in numbers if words[number].head not in numbers or words[number].head == number)
            main = next((number for number in (*tops, main, *numbers) if words[number].upos in TAGS[pattern.kind]), main)
        tags = TAGS[pattern.kind]
        is_gerund = pattern.kind == "phrase" and words[main].upos == "NOUN" and forms[main].lower().endswith("ing")
        if words[main].upos not in tags and not is_gerund and not (in_headline and forms[main].lower() not in self._actors):
            return None
        if (
            words[main].upos == "ADJ"
            and pattern.kind == "verb"
            and not (is_participle(forms[main]) or forms[main].endswith("ing"))
        ):
            return None  # "fine weather"
        if words[main].upos == "PROPN" and not in_headline and not forms[main].isupper() and _is_in_name(words, forms, main):
            return None
        return Trigger(pattern.type, tuple(numbers), main, pattern.written, pattern.kind)


def _next(
    pattern: _Pattern,
    element: frozenset[str],
    words: Sequence[Word],
    forms: Sequence[str],
    start: int,
    stop: int,
    *,
    is_tight: bool,
) -> int | None:
    """The number of the next word that is one of `element`, beside the last word or, where others may stand between, a little after."""
    gap = 0 if is_tight else {"noun": 0, "never": 2}.get(pattern.kind, GAP)
    for number in range(start, min(start + 1 + gap, stop)):
        if forms[number].lower() in element:
            return number
        if words[number].upos in BREAKS and words[number].relation != "amod":
            return None
    return None


def _is_in_name(words: Sequence[Word], forms: Sequence[str], number: int) -> bool:
    beside = (number - 1, number + 1)
    return (
        any(0 <= other < len(words) and words[other].upos == "PROPN" and forms[other][:1].isupper() for other in beside)
        and forms[number][:1].isupper()
    )


def _patterns(types: Iterable[EventType]) -> Iterator[_Pattern]:
    for row in types:
        for verb in row.verbs:
            yield _Pattern(row.name, verb, "verb", tuple(_elements(verb, is_noun=False)))
        for noun in row.nouns:
            yield _Pattern(row.name, noun, "noun", tuple(_elements(noun, is_noun=True)))
        for phrase in row.never:
            yield _Pattern(row.name, phrase, "never", tuple(_elements(phrase, is_noun=None)))
        for phrase in (*row.phrases, *row.undergone):
            elements = tuple(_elements(phrase, is_noun=None))
            yield _Pattern(row.name, phrase, "phrase", elements)
            if len(elements) == 2 and phrase.split()[1] in DETERMINERS:  # "the border was sealed"
                yield _Pattern(row.name, phrase, "phrase", (elements[1], frozenset(filter(is_participle, elements[0]))))


def _elements(written: str, *, is_noun: bool | None) -> Iterator[frozenset[str]]:
    """The forms of each word; of a noun the last is inflected, of a verb the first or what follows its hyphens, of a phrase any."""
    tokens = [written[span.start : span.end] for span in find_words(written, Span(0, len(written)))]
    inflected = len(tokens) - 1 if is_noun else 0
    while is_noun is False and inflected + 2 < len(tokens) and tokens[inflected + 1] == "-":
        inflected += 2
    for number, token in enumerate(tokens):
        form = token.lower()
        if is_noun is None:
            if form in DETERMINERS:
                continue
            yield frozenset([form]) if form in FUNCTION or len(form) < 2 else forms_of_verb(form) | forms_of_noun(form)
        elif number == inflected:
            yield forms_of_noun(form) if is_noun else forms_of_verb(form)
        else:
            yield frozenset([form])
