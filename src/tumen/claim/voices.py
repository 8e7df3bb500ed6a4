"""Source words -> voices. Comes in: the words that name a source. Goes out: `Source` records, mentions tied together.

Ties a bare "the source" to the source before it, a surname to the full name before it, the outlet's name to the outlet.
Everybody else stays a voice of their own. Never guesses who a source is and never looks beyond one report.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tumen.claim.kinds import TITLES, kind_of, noun_of
from tumen.ids import make_id
from tumen.records import Place, PlaceRef, Report, Source, SourceKind, Span

BARE = re.compile(r"(?:the|this|that|the same) (?:[a-z]+ )?(?P<noun>[a-z]+)", re.IGNORECASE)


@dataclass(slots=True)
class _Voice:
    kind: SourceKind
    description: str | None
    mentions: list[Span] = field(default_factory=list)
    noun: str = ""


class Voices:
    """Collects the sources of one report in text order; the same words in the same order give the same sources."""

    def __init__(self, report: Report, places: Iterable[Place]) -> None:
        self._report = report
        self._places = tuple(places)
        self._voices: list[_Voice] = [_Voice("outlet", report.outlet)]

    @property
    def outlet(self) -> int:
        """The number of the voice that is the outlet itself."""
        return 0

    def add(self, words: str, span: Span) -> int:
        """The number of the voice that `words` name."""
        number = next((n for n, voice in enumerate(self._voices) if span in voice.mentions), None)
        if number is None:
            number = self._same_as(words)
        if number is None:
            noun = noun_of(words)
            self._voices.append(_Voice(kind_of(words), words, noun=noun))
            number = len(self._voices) - 1
        self._voices[number].mentions.append(span)
        return number

    def add_unknown(self) -> int:
        """The number of a new voice that the text does not name."""
        self._voices.append(_Voice("unknown", None))
        return len(self._voices) - 1

    def kind(self, number: int) -> SourceKind:
        return self._voices[number].kind

    def name(self, number: int) -> str | None:
        return self._voices[number].description

    def ids(self) -> list[str]:
        """The id of each voice, by number."""
        return [make_id("source", self._report.id, number, voice.description) for number, voice in enumerate(self._voices)]

    def sources(self) -> tuple[Source, ...]:
        """The finished records, by number."""
        return tuple(
            Source(id_, voice.kind, voice.description, tuple(sorted(set(voice.mentions))), self._place(voice))
            for id_, voice in zip(self.ids(), self._voices, strict=True)
        )

    def _same_as(self, words: str) -> int | None:
        if self._report.outlet and _plain(words) == _plain(self._report.outlet):
            return self.outlet
        others = list(enumerate(self._voices))[:0:-1]
        bare = BARE.fullmatch(words)
        for number, voice in others:
            if voice.description is None:
                continue
            if bare and voice.noun == noun_of(words):
                return number
            if voice.kind == "named_person" and _is_same_name(words, voice.description):
                return number
            if (voice.description == words and voice.kind in ("organisation", "outlet", "document")) or (
                (
                    _plain(words) == _plain(voice.description)
                    and not words.lower().startswith(("a ", "an ", "another ", "one "))
                )
                and words.lower() not in ("he", "she", "they", "we", "it", "who")
            ):
                return number
        return None

    def _place(self, voice: _Voice) -> PlaceRef | None:
        for mention in voice.mentions:
            for place in self._places:
                if mention.holds(place.span):
                    return PlaceRef(place.name, place.id)
        return None


def _is_same_name(words: str, full: str) -> bool:
    """Whether `words` repeat a part of the name `full`: "Kim" or "Mr. Kim" after "Kim Chol Su, a trader"."""
    name = re.match(r"[^,]+", full)
    parts = re.findall(r"[A-Z][\w’'-]*", TITLES.sub("", name[0] if name else full))
    return TITLES.sub("", words) in (*parts, " ".join(parts))


def _plain(words: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", words.lower().strip())
