"""Source words -> voices. Comes in: the words that name a source. Goes out: `Source` records, mentions tied together.

Ties a bare "the source" to the source before it, a surname to the full name before it, the outlet's name to the outlet.
Everybody else stays a voice of their own. Never guesses who a source is and never looks beyond one report.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tumen.ids import make_id
from tumen.records import Place, PlaceRef, Report, Source, SourceKind, Span

OUTLET_WORDS = re.compile(
    r"\b(?:Times|News|Daily|Post|Radio|Press|Herald|Wire|Journal|Tribune|Courier|Dispatch|Gazette|Broadcasting|TV|Television|"
    r"Newspaper|Magazine|Yonhap|Reuters|AFP|AP|BBC|CNN|NPR|VOA|RFA|KCNA|Xinhua|NK News)\b"
)
ORGANISATION_WORDS = re.compile(
    r"\b(?:ministry|agency|party|committee|government|administration|department|office|court|council|commission|bureau|"
    r"organi[sz]ation|association|foundation|institute|university|company|authorities|police|army|military|embassy|union|"
    r"coalition|centre|center|group|bank|hospital|prosecutors?|regime|state|watch|amnesty|nations|red cross|force|navy)\b",
    re.IGNORECASE,
)
DOCUMENT_WORDS = re.compile(
    r"\b(?:report|statement|letter|notice|study|survey|document|decree|directive|law|memo|email|poll|article|order|poster|"
    r"leaflet|file|transcript|bulletin|announcement|editorial|commentary)\b",
    re.IGNORECASE,
)
PLURAL_NOUN = re.compile(
    r"\b(?:people|police|others|many|some|several|[a-z]+(?:[^s\W]s|men|women))\b(?! (?:of|in|from|at)\b.*’s)"
)
_PERSON = (
    r"(?:source|resident|defector|official|officer|trader|broker|insider|man|woman|person|witness|neighbou?r|relative|"
    r"farmer|worker|soldier|guard|smuggler|merchant|helper|activist|survivor|prisoner|informant|contact|villager|escapee|"
    r"mother|father|brother|sister|wife|husband|son|daughter|spokes(?:man|woman|person)|member|student|teacher|doctor)"
)
SINGULAR_PERSON = re.compile(rf"\b{_PERSON}\b", re.IGNORECASE)
PLURAL_PERSON = re.compile(rf"\b{_PERSON}s\b|\b(?:people|women|men|families|children)\b", re.IGNORECASE)
BARE = re.compile(r"(?:the|this|that|the same) (?:[a-z]+ )?(?P<noun>[a-z]+)", re.IGNORECASE)
TITLES = re.compile(r"^(?:Mr|Ms|Mrs|Dr|Gen|Col|Lt|Sgt|Maj|Capt|President|Minister|General|Colonel)\.? ")
HEAD = re.compile(r"^(.+?)(?:,| (?:in|of|from|at|near|who|with|inside|close|familiar|for|on)\b|$)")


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
        number = self._same_as(words)
        if number is None:
            noun = _noun(words)
            self._voices.append(_Voice(_kind(words), words, noun=noun))
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
            if bare and voice.noun == _noun(words):
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


def _kind(words: str) -> SourceKind:
    head_match = HEAD.match(words)
    head = head_match[1] if head_match else words
    if OUTLET_WORDS.search(head):
        return "outlet"
    if words.lower() in ("he", "she", "it", "i", "who"):
        return "unknown"
    if PLURAL_PERSON.search(head) or words.lower() in ("they", "we"):
        return "group"
    capitals = re.findall(r"\b[A-Z][\w’'-]*", TITLES.sub("", words if words[0].isupper() else head))
    is_common = bool(
        re.match(r"(?:an?|the|one|another|this|that|some|many|several|local|two|three|most|other)\b", head, re.IGNORECASE)
    )
    if SINGULAR_PERSON.search(head) and (is_common or not capitals or not re.search(r"[A-Z][\w’'-]+$", head)):
        return "anonymous_person"
    if DOCUMENT_WORDS.search(head):
        return "document"
    if ORGANISATION_WORDS.search(head) and not re.search(r"\bgroup\b", head):
        return "organisation"
    if (
        re.search(r"\b(?:group|family|families|residents)\b", head)
        or PLURAL_NOUN.search(head)
        or head.lower() in ("they", "we")
    ):
        return "group"
    if capitals and not is_common:
        return (
            "named_person"
            if len(capitals) > 1 or not capitals[0].isupper()
            else "organisation"
            if capitals[0].isupper() and len(capitals[0]) > 1 and capitals[0] == capitals[0].upper()
            else "named_person"
        )
    return "unknown"


def _noun(words: str) -> str:
    """The counted noun of a source phrase: "source" of "a source in the province"."""
    head_match = HEAD.match(words)
    found = re.findall(r"[a-z]+", (head_match[1] if head_match else words).lower())
    return found[-1] if found else ""


def _is_same_name(words: str, full: str) -> bool:
    """Whether `words` repeat a part of the name `full`: "Kim" or "Mr. Kim" after "Kim Chol Su, a trader"."""
    name = re.match(r"[^,]+", full)
    parts = re.findall(r"[A-Z][\w’'-]*", TITLES.sub("", name[0] if name else full))
    return TITLES.sub("", words) in (*parts, " ".join(parts))


def _plain(words: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", words.lower().strip())
