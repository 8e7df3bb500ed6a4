"""What speaks for a report knowing by itself. Comes in: a report's record. Goes out: its own sources by kind, and what it says of its work.

Sources are described by words such as "mother" or "source province", hashed, never by name; see `docs/refused.md`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from tumen.echo.cues import OUTLET, cues
from tumen.echo.words import NUMBERS, hash_of, pack, stem, words
from tumen.records import ReportRecord, Source, Span
from tumen.view import View

PEOPLE = ("anonymous_person", "named_person", "group")
OFFICES = ("organisation",)
ITSELF = frozenset(("we", "i", "us", "our editors"))
BARE = frozenset(
    "a all another any both each either few he many none of one others several she some that the they this who you ".split()
) | {*NUMBERS}
ADVICE = frozenset("should must would could may might can".split())
QUOTED = re.compile(r"“[^”]*(?:”|$)|``.*?''|\"[^\"]*(?:\"|$)", re.DOTALL)
OURSELVES = re.compile(r"\b(?:we|our|the ministry|the committee|the council|the secretariat)\b", re.IGNORECASE)
BYLINE = re.compile(r"\b[Bb]y ([A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3})")
LABEL = re.compile(r"^([A-Z]{3,}(?: [A-Z]{2,})?)(?: \([^()\n]*\))?: ", re.MULTILINE)
LONG_LINE, SHORT_LINE = 18, 7  # words of a line that is a sentence without, and with a full stop
POSTS = 4  # words of posting that make a digest of posts
DENIED = -2  # factuality at and below which an event is told as not having happened
OPENING = 0.5  # share of the text in which an official account or a denial says what it is


class Own(msgspec.Struct, frozen=True, array_like=True):
    """One of a report's own sources: kind and role as in its record, hashes of the words that describe it, the id of its place.

    `is_near`: it is somebody who may know by being there; `is_official`: it speaks for those in charge. `at`: where first, as a share.
    """

    kind: str
    role: str | None
    described: bytes
    place: str | None
    is_near: bool
    is_official: bool
    at: float


class Evidence(msgspec.Struct, frozen=True, array_like=True):
    """What a report says of where it knows from. Shares of the text are where that first stands, `None` if nowhere.

    `contact`: somebody spoke to this outlet. `second_hand`: another outlet is named, by no name, as where the story is from. `public`: somebody spoke in public. `looking`: it looked for itself, at images or papers. `channels`: telephone, imagery, document,
    eyewitness. `disowned`: it says that it knows no better, `hearsay`: has it from nobody in particular, `is_digest`: of posts, `is_translated`, `is_credited`: that
    the text is another's. `is_statement`: an account that somebody gave out; `is_own_statement`: it is one, and speaks for itself, `is_issued`: that of an office. `is_denial`: its opening says that it is not so. `tells`
    and `denies`: hashes of the types of events that it says happened, and did not.
    """

    sources: tuple[Own, ...]
    contact: float | None
    second_hand: float | None
    public: float | None
    looking: float | None
    channels: tuple[str, ...]
    disowned: float | None
    hearsay: float | None
    is_digest: bool
    is_translated: bool
    is_credited: bool
    is_statement: bool
    is_own_statement: bool
    is_issued: bool
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

    front = _front(record.report.text)
    heard = {claim.source_id for claim in record.claims if claim.cue and not _is_advice(record.read(claim.cue[0]))}
    sources = tuple(
        _own(record, source, start)
        for source in record.sources
        if source.id in heard and source.kind in PEOPLE + OFFICES and not _is_nobody(source.description or "")
    )
    return Evidence(
        sources=sources + tuple(_speakers(voice, len(opening))),
        contact=place(found.contact, _mark(voice, [outlet or "", *_authors(headline, record.report.text)])),
        second_hand=place(found.second_hand),
        public=place(found.public),
        looking=place(found.looking),
        channels=tuple(name for name, pattern in found.channels.items() if pattern.search(below)),
        disowned=place(found.disowned),
        hearsay=place(found.hearsay),
        is_digest=len(found.posts.findall(below)) >= POSTS,
        is_translated=bool(found.translated.search(below)) or bool(found.translated.search(headline)),
        is_credited=bool(found.first_appeared.search(below)),
        is_statement=bool(found.statement.search(opening)) or bool(found.statement.search(headline)),
        is_own_statement=bool(found.statement.search(headline)) and bool(OURSELVES.search(voice)),
        is_issued=bool(found.document.search(front)) and bool(found.office.search(front)),
        is_denial=bool(found.denial.search(opening[:400])) or bool(found.denial.search(headline)),
        tells=_types(record, is_told=True),
        denies=_types(record, is_told=False),
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


def _may_be_near(source: Source, described: Collection[str]) -> bool:
    """People who are not said to be far from it, or have somebody there; not "Eritrea concedes"."""
    is_place = source.place is not None and (source.description or "").casefold() == source.place.name.casefold()
    is_far = cues().far.intersection(described) and not cues().ties.intersection(described)
    return source.kind in PEOPLE and not is_place and not is_far


def _is_official(described: Sequence[str]) -> bool:
    """One of the words, or of the words in a row, by which those in charge are called."""
    run = f" {' '.join(described)} "
    return any(f" {name} " in run for name in cues().official)


def _own(record: ReportRecord, source: Source, start: int) -> Own:
    report = record.report
    described = words(source.description or "")
    first = min(span.start for span in source.mentions)
    return Own(
        kind=source.kind,
        role=source.role,
        described=pack(sorted({hash_of(stem(word)) for word in described if len(word) > 2})),
        place=source.place.id or source.place.name if source.place else None,
        is_near=_may_be_near(source, described),
        is_official=_is_official(described) or source.closeness == "official",
        at=round(max(first - start, 0) / max(len(report.text) - start, 1), 2),
    )


def _front(text: str) -> str:
    """What stands above the first sentence, with what is in brackets there: who issues the text, and as what."""
    lines = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line[0] not in "([" and (
            len(line.split()) >= LONG_LINE or (line.endswith(".") and len(line.split()) > SHORT_LINE)
        ):
            break
        lines.append(line)
    return "\n".join(lines)


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
        yield Own("organisation", None, pack(sorted(described)), None, False, True, round(match.start() / len(voice), 2))


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
        forms |= {name, name.title(), name.upper(), *ends}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        voice = re.sub(rf"\b{re.escape(form)}(?!\w)", OUTLET * len(form), voice)
    return voice
