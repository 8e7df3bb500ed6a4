"""Source words -> voices. Comes in: the words that name a source. Goes out: `Source` records, mentions tied together.

Ties a bare "the source" to the source before it, a surname to the full name before it, the outlet's name to the outlet, a pronoun
to the voice that names the same.
Everybody else stays a voice of their own. Never guesses who a source is and never looks beyond one report.
"""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from tumen.claim.kinds import TITLES, kind_of, noun_of
from tumen.ids import make_id
from tumen.records import Place, PlaceRef, Report, Source, SourceKind, Span
from tumen.spanindex import SpanIndex

BARE = re.compile(r"(?:the|this|that|the same) (?:[a-z]+ )?(?P<noun>[a-z]+)", re.IGNORECASE)
NEW = re.compile(r"(?:an?|another|one)\b", re.IGNORECASE)  # "a source" after "a source" is somebody else
PRONOUN = re.compile(r"(?:he|she|they|we|it|i|who)", re.IGNORECASE)


@dataclass(slots=True)
class _Voice:
    id: str
    kind: SourceKind
    description: str | None
    mentions: list[Span] = field(default_factory=list)


class Voices:
    """Collects the sources of one report in text order; the same words in the same order give the same sources."""

    def __init__(self, report: Report, places: Iterable[Place], things: Mapping[Span, Hashable]) -> None:
        """`things` says which thing a span names, as far as that is known."""
        self._report, self._things = report, things
        self._by_thing: dict[Hashable, int] = {}
        self._places = SpanIndex((place.span, place) for place in places)
        self._voices: list[_Voice] = []
        self._numbers: dict[str, int] = {}
        self._by_span: dict[Span, int] = {}
        self._by_words: dict[str, int] = {_plain(report.outlet): 0} if report.outlet else {}
        self._by_noun: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        self._make("outlet", report.outlet)

    @property
    def outlet(self) -> int:
        """The number of the voice that is the outlet itself."""
        return 0

    def add(self, words: str, span: Span) -> int:
        """The number of the voice that `words` name."""
        number = self._by_span.get(span)
        if number is None:
            number = self._same_as(words, span)
        if number is None:
            number = self._make(kind_of(words), words)
        self._remember(number, words, span)
        return number

    def add_unknown(self) -> int:
        """The number of a new voice that the text does not name."""
        return self._make("unknown", None)

    def kind(self, number: int) -> SourceKind:
        return self._voices[number].kind

    def name(self, number: int) -> str | None:
        return self._voices[number].description

    def id(self, number: int) -> str:
        """The id of a voice. It does not change when more mentions come in."""
        return self._voices[number].id

    def number(self, id_: str) -> int:
        """The number of the voice with that id."""
        return self._numbers[id_]

    def sources(self) -> tuple[Source, ...]:
        """The finished records, by number."""
        return tuple(
            Source(voice.id, voice.kind, voice.description, tuple(sorted(set(voice.mentions))), self._place(voice))
            for voice in self._voices
        )

    def _make(self, kind: SourceKind, description: str | None) -> int:
        number = len(self._voices)
        id_ = make_id("source", self._report.id, number, description)
        self._voices.append(_Voice(id_, kind, description))
        self._numbers[id_] = number
        return number

    def _same_as(self, words: str, span: Span) -> int | None:
        """The voice before that `words` mean again; the latest where several fit."""
        if PRONOUN.fullmatch(words):
            return self._by_thing.get(self._things.get(span))
        if BARE.fullmatch(words) and noun_of(words) in self._by_noun:
            return self._by_noun[noun_of(words)]
        if (name := TITLES.sub("", words)) in self._by_name:
            return self._by_name[name]
        number = self._by_words.get(_plain(words))
        return None if NEW.match(words) and number != self.outlet else number

    def _remember(self, number: int, words: str, span: Span) -> None:
        voice = self._voices[number]
        voice.mentions.append(span)
        self._by_span[span] = number
        self._by_words[_plain(words)] = number
        if span in self._things:
            self._by_thing.setdefault(self._things[span], number)
        if number != self.outlet:
            self._by_noun[noun_of(words)] = number
        if voice.kind == "named_person":
            self._by_name.update(dict.fromkeys(_name_parts(words), number))

    def _place(self, voice: _Voice) -> PlaceRef | None:
        for mention in voice.mentions:
            for place in self._places.overlapping(mention):
                if mention.holds(place.span):
                    return PlaceRef(place.name, place.id)
        return None


def _name_parts(words: str) -> list[str]:
    """What a person may be called by later: "Kim", "Chol", "Su", "Kim Chol Su" of "Kim Chol Su, a trader"."""
    parts = re.findall(r"[A-Z][\w’'-]*", TITLES.sub("", words.split(",")[0]))
    return [*parts, " ".join(parts)]


def _plain(words: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", words.lower().strip())
