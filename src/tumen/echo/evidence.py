"""What speaks for a report knowing by itself. Comes in: a report's record. Goes out: its own sources by kind, and what it says of its work.

Sources are described by words such as "mother" or "source province", hashed, never by name; see `docs/refused.md`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tumen.echo.cues import OUTLET, cues
from tumen.echo.heads import find_issuer
from tumen.echo.words import NUMBERS, hash_of, pack, stem, words
from tumen.records import ReportRecord, Source, Span
from tumen.view import View, sentence_around

PEOPLE = ("anonymous_person", "named_person", "group")
OFFICES = ("organisation",)
ITSELF = frozenset(("we", "i", "us", "our editors"))
BARE = frozenset(
    "a all another any both each either few he many none of one others several she some that the they this who you those these them nobody somebody everybody everyone someone anyone else people ".split()
) | {*NUMBERS}
ADVICE = frozenset("should must would could may might can".split())
QUOTED = re.compile(r"“[^”]*(?:”|$)|``.*?''|\"[^\"]*(?:\"|$)", re.DOTALL)
BYLINE = re.compile(r"\b[Bb]y ([A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3})")
LABEL = re.compile(r"^([A-Z]{3,}(?: [A-Z]{2,})?)(?: \([^()\n]*\))?: ", re.MULTILINE)
QUOTED_WORDS, BESIDE = 3, 200  # words in a row, with which somebody speaks; code points from who is said to
VERBS = frozenset("was were is are has have had".split())
QUESTIONS, TURNS = 2, 4  # of a dialogue
TURN = re.compile(r"^(?:--?|[–—]|[A-ZÄÖÜ][\w.’']*(?: [A-Z][\w.’']*)?:) *\S[^\n]*$", re.MULTILINE)
QUOTES = re.compile(r"(?:quot|cit)(?:e|es|ed|ing)\b")
SENT = re.compile(r"\b(?:[Bb]y|[Ff]rom) our (?:own )?(?:[\w-]+ )?(?:correspondent|reporter|staff|team)s?\b")
HEAD_NOUN = re.compile(r"[,(]|\b(?:who|which|that|whose|whom|of|in|at|from|for|to|with|on|by|near|inside|outside)\b")
POSTS = 4  # words of posting that make a digest of posts
DENIED = -2  # factuality at and below which an event is told as not having happened
OPENING = 0.5  # share of the text in which an official account or a denial says what it is


class Own(msgspec.Struct, frozen=True, array_like=True):
    """One of a report's own sources: hashes of the words that describe it.

    `is_near`: it is somebody who may know by being there; `is_official`: it speaks for those in charge; `is_quoted`: beside it
    somebody speaks in words of his own. `at`: where first, as a share.
    """

    described: bytes
    is_near: bool
    is_official: bool
    is_quoted: bool
    at: float


class Evidence(msgspec.Struct, frozen=True, array_like=True):
    """What a report says of where it knows from. Shares of the text are where that first stands, `None` if nowhere.

    `first_hand`: as in the record. `contact`: somebody spoke to this outlet. `second_hand`: another outlet is spoken of, by no name, as where the story is from.
    `hearsay`: it has it from nobody in particular. `is_digest`: of posts. `is_translated`, `is_credited`: the text is another's. `issuer`: hashes of the words by
    which the office or company is called that issues the text. `is_denial`: its opening says that it is not so. `tells` and `denies`: hashes of the types of
    events that it says happened, and did not.
    """

    sources: tuple[Own, ...]
    first_hand: float | None
    contact: float | None
    second_hand: float | None
    hearsay: float | None
    is_digest: bool
    is_translated: bool
    is_credited: bool
    issuer: bytes
    is_denial: bool
    tells: bytes
    denies: bytes


def find_evidence(record: ReportRecord, outlet: str | None, start: int, below: str) -> Evidence:
    """`start` is where the head of the page ends, `below` the view of the text from there on."""
    found, length = cues(), max(len(below), 1)
    voice = _without_quotes(below)
    opening = below[: int(len(below) * OPENING)]
    headline = View.of(record.report.text, Span(0, start)).text if start else ""

    def place(pattern: re.Pattern[str], text: str = voice) -> float | None:
        match = pattern.search(text)
        return round(match.start() / length, 2) if match else None

    def believed(pattern: re.Pattern[str]) -> float | None:
        """As `place`, but in no sentence that calls invented what it speaks of: those whom it accuses are not where it has its story from."""
        told = (match for match in pattern.finditer(voice) if not found.denial.search(_sentence(voice, match.start())))
        return next((round(match.start() / length, 2) for match in told), None)

    issuer = find_issuer(record.report.text, outlet)
    heard = {claim.source_id for claim in record.claims if claim.cue and not _is_advice(record.read(claim.cue[0]))}
    quoted = [match.start() for match in QUOTED.finditer(record.report.text) if len(words(match[0])) >= QUOTED_WORDS]
    sources = tuple(
        _own(record, source, start, outlet, quoted)
        for source in record.sources
        if source.id in heard
        and (source.kind in PEOPLE + OFFICES or _is_of_office(source))
        and not _is_nobody(source.description or "")
    )
    return Evidence(
        sources=sources + tuple(_speakers(voice, len(opening))),
        first_hand=record.first_hand,
        contact=_first(
            place(found.contact, _mark(voice, [outlet or "", *_authors(headline, record.report.text)])),
            _dialogue(record.report.text),
            _sent(record.report.text[: start + 1]),
        ),
        second_hand=_first(believed(found.second_hand), _relayed(record, start)),
        hearsay=believed(found.hearsay),
        is_digest=len(found.posts.findall(below)) >= POSTS,
        is_translated=bool(found.translated.search(below)) or bool(found.translated.search(headline)),
        is_credited=_is_credited(found.first_appeared, below, outlet),
        issuer=pack(sorted({hash_of(stem(word)) for word in words(issuer or "") if len(word) > 2})),
        is_denial=bool(found.denial.search(opening[:400])) or bool(found.denial.search(headline)),
        tells=_types(record, is_told=True),
        denies=_types(record, is_told=False),
    )


def _is_credited(pattern: re.Pattern[str], below: str, outlet: str | None) -> bool:
    """Whether it says that the text is another's: not that of an outlet that only reminds of its own ("Frontier Wire first reported on ...")."""
    return any(
        not (outlet and below[: match.start()].rstrip().casefold().endswith(outlet.casefold()))
        for match in pattern.finditer(below)
    )


def _without_quotes(text: str) -> str:
    """The text with blanks for what is quoted: "I counted nineteen" is not the outlet's counting."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text)


def _is_nobody(description: str) -> bool:
    """The outlet itself, or words that describe nobody: "both"."""
    return description.casefold() in ITSELF or BARE.issuperset(words(description))


def _is_advice(cue: str) -> bool:
    """ "should note" is nothing that somebody said."""
    return cue.split()[0].casefold() in ADVICE


def _may_be_near(source: Source, described: Sequence[str]) -> bool:
    """People who are not said to be far from it, or have somebody there; not "Eritrea concedes", and no station."""
    is_place = source.place is not None and (source.description or "").casefold() == source.place.name.casefold()
    is_far = cues().far.intersection(described) and not cues().ties.intersection(described)
    noun = _noun_phrase(source.description or "")[-1:]
    is_clause = VERBS.intersection(_noun_phrase(source.description or ""))  # "an abbot was taken"
    return source.kind in PEOPLE and not is_clause and not is_place and not is_far and not cues().media.intersection(noun)


def _is_of_house(description: str, outlet: str | None) -> bool:
    """Somebody of the outlet's own: "the centre's senior fellow"."""
    house = {word for word in words(outlet or "") if len(word) > 3}
    said = {word for part in re.findall(r"\b[a-z]\w+", description) for word in words(part)}
    return bool(house & said)


def _noun_phrase(description: str) -> list[str]:
    """What stands before "of", "who" and the like: "a seller" of "a seller who knows the guards"."""
    return words(HEAD_NOUN.split(description, maxsplit=1)[0])


def _is_official(description: str) -> bool:
    """It is called by one of the words, or the words in a row, by which those in charge are; "a man who fled the army" is not."""
    phrase = _noun_phrase(description)
    if not phrase or cues().members.intersection(phrase):
        phrase = words(description)
    run, whole = f" {' '.join(phrase)} ", f" {' '.join(words(description))} "
    return any(f" {name} " in (whole if " " in name else run) for name in cues().official)


def _is_of_office(source: Source) -> bool:
    return source.kind == "document" and _is_official(source.description or "")


def _own(record: ReportRecord, source: Source, start: int, outlet: str | None, quoted: Sequence[int]) -> Own:
    is_kin = (source.description or "").casefold().startswith("my ")  # of the author: whoever they are, it is no description
    described = [] if is_kin else words(source.description or "")
    first = min(span.start for span in source.mentions)
    return Own(
        described=pack(sorted({hash_of(stem(word)) for word in described if len(word) > 2})),
        is_near=_may_be_near(source, described) and not _is_of_house(source.description or "", outlet),
        is_official=_is_official(source.description or "") or source.closeness == "official",
        is_quoted=any(mention.start - BESIDE < at < mention.end + BESIDE for at in quoted for mention in source.mentions),
        at=_share(record, first, start),
    )


def _first(*places: float | None) -> float | None:
    return min((place for place in places if place is not None), default=None)


def _relayed(record: ReportRecord, start: int) -> float | None:
    """Where an outlet speaks, or somebody who quotes: a station, a newspaper of the south, "it quoted"."""
    by_id = {source.id: source for source in record.sources}
    places = []
    for claim in record.claims:
        if not claim.cue or not claim.source or claim.source[0].start < start:
            continue
        source = by_id[claim.source_id]
        noun = _noun_phrase(source.description or "")[-1:]
        if cues().denial.search(_sentence(record.report.text, claim.source[0].start)):
            continue
        is_media = source.kind != "outlet" and cues().media.intersection(noun) and not _is_official(source.description or "")
        if is_media or QUOTES.match(record.read(claim.cue[0])):
            places.append(_share(record, claim.source[0].start, start))
    return min(places, default=None)


def _sentence(text: str, at: int) -> str:
    """The sentence around a place."""
    around = sentence_around(text, Span(at, at + 1))
    return text[around.start : around.end]


def _share(record: ReportRecord, at: int, start: int) -> float:
    length = len(record.report.text)
    return round(max(at - start, 0) / max(length - start, 1), 2)


def _sent(headline: str) -> float | None:
    """The outlet's own people are named above it: "By our Khorog correspondents"."""
    return 0.0 if SENT.search(headline) else None


def _dialogue(below: str) -> float | None:
    """Where an interview begins: lines by turns, some of which ask."""
    turns = list(TURN.finditer(below))
    is_asked = sum(turn[0].rstrip('”" ').endswith("?") for turn in turns) >= QUESTIONS
    return round(turns[0].start() / len(below), 2) if is_asked and len(turns) >= TURNS else None


def _types(record: ReportRecord, *, is_told: bool) -> bytes:
    """The types of the events that are told as having happened, or as not."""
    return pack(
        sorted(
            {
                hash_of(event.type)
                for event in record.events
                if not event.aside and (event.factuality.value > 0 if is_told else event.factuality.value <= DENIED)
            }
        )
    )


def _speakers(voice: str, length: int) -> Iterator[Own]:
    """Those in charge who speak in the opening, where no claim may have been read."""
    for match in cues().speaker.finditer(voice, 0, length):
        described = {hash_of(stem(word)) for word in words(match["who"]) if len(word) > 2}
        yield Own(pack(sorted(described)), False, True, False, round(match.start() / len(voice), 2))


def _authors(headline: str, text: str) -> list[str]:
    """Who writes it: the names of a byline, and those before whose words a script puts their name."""
    names = [match[1] for match in BYLINE.finditer(headline)]
    return names + [name.title() for name in dict.fromkeys(LABEL.findall(text))]


def _mark(voice: str, names: Iterable[str]) -> str:
    """The text with a mark in the place of these names, and of any part of theirs that stands out: what speaks of the outlet is found by it."""
    forms: set[str] = set()
    for name in filter(None, names):
        parts = (name.title() if name.isupper() else name).split()
        ends = {part for part in (parts[0], parts[-1]) if part[:1].isupper() and len(part) > 3} if parts else set()
        letters = {"".join(part[0] for part in parts).upper()} if len(parts) > 2 else set()  # "told RFA"
        forms |= {name, name.title(), name.upper(), *ends, *letters}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        voice = re.sub(rf"\b{re.escape(form)}(?!\w)", OUTLET * len(form), voice)
    return voice
