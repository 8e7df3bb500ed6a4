"""What speaks for a report knowing by itself. Comes in: a report's record. Goes out: its own sources by kind, and what it says of its work.

Sources are described by words such as "mother" or "source province", hashed, never by name; see `docs/refused.md`.
"""

import re

import msgspec

from tumen.echo.cues import cues
from tumen.echo.words import hash_of, pack, stem, words
from tumen.records import ReportRecord, Source, Span
from tumen.view import View

PEOPLE = ("anonymous_person", "named_person", "group")
OFFICES = ("organisation",)
ITSELF = frozenset(("we", "i", "us", "our editors"))
ADVICE = frozenset("should must would could may might can".split())
QUOTED = re.compile(r"“[^”]*(?:”|$)|``.*?''|\"[^\"]*(?:\"|$)", re.DOTALL)
OURSELVES = re.compile(r"\b(?:we|our|the ministry|the committee|the council|the secretariat)\b", re.IGNORECASE)
OPENING = 0.45  # share of the text in which an official account or a denial says what it is


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

    `contact`: somebody spoke to this outlet. `public`: somebody spoke in public. `looking`: it looked for itself, at images or papers. `channels`: telephone, imagery, document,
    eyewitness. `disowned`: it says that it knows no better, `hearsay`: has it from nobody in particular, `is_translated`, `is_credited`: that
    the text is another's. `is_statement`: an account that somebody gave out; `is_own_statement`: it is one, and speaks for itself. `is_denial`: its opening says that it is not so.
    """

    sources: tuple[Own, ...]
    contact: float | None
    public: float | None
    looking: float | None
    channels: tuple[str, ...]
    disowned: float | None
    hearsay: int
    is_translated: bool
    is_credited: bool
    is_statement: bool
    is_own_statement: bool
    is_denial: bool


def find_evidence(record: ReportRecord, outlet: str | None, start: int, below: str) -> Evidence:
    """`start` is where the head of the page ends, `below` the view of the text from there on."""
    found, length = cues(), max(len(below), 1)
    voice = _without_quotes(below)
    opening = below[: int(len(below) * OPENING)]
    headline = View.of(record.report.text, Span(0, start)).text if start else ""

    def place(pattern: re.Pattern[str]) -> float | None:
        match = pattern.search(voice)
        return round(match.start() / length, 2) if match else None

    heard = {claim.source_id for claim in record.claims if claim.cue and not _is_advice(record.read(claim.cue[0]))}
    sources = tuple(
        _own(record, source, start)
        for source in record.sources
        if source.id in heard and source.kind in PEOPLE + OFFICES and (source.description or "").casefold() not in ITSELF
    )
    return Evidence(
        sources=sources,
        contact=place(_contact(outlet)),
        public=place(found.public),
        looking=place(found.looking),
        channels=tuple(name for name, pattern in found.channels.items() if pattern.search(below)),
        disowned=place(found.disowned),
        hearsay=len(found.hearsay.findall(voice)),
        is_translated=bool(found.translated.search(below)) or bool(found.translated.search(headline)),
        is_credited=bool(found.first_appeared.search(below)),
        is_statement=bool(found.statement.search(opening)) or bool(found.statement.search(headline)),
        is_own_statement=bool(found.statement.search(headline)) and bool(OURSELVES.search(voice)),
        is_denial=bool(found.denial.search(opening[:400])) or bool(found.denial.search(headline)),
    )


def _without_quotes(text: str) -> str:
    """The text with blanks for what is quoted: "I counted nineteen" is not the outlet's counting."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text)


def _is_advice(cue: str) -> bool:
    """ "should note" is nothing that somebody said."""
    return cue.split()[0].casefold() in ADVICE


def _own(record: ReportRecord, source: Source, start: int) -> Own:
    report = record.report
    described = words(source.description or "")
    first = min(span.start for span in source.mentions)
    return Own(
        kind=source.kind,
        role=source.role,
        described=pack(sorted({hash_of(stem(word)) for word in described if len(word) > 2})),
        place=source.place.id or source.place.name if source.place else None,
        is_near=source.kind in PEOPLE and not cues().far.intersection(described),
        is_official=bool(cues().official.intersection(described)) or source.closeness == "official",
        at=round(max(first - start, 0) / max(len(report.text) - start, 1), 2),
    )


def _contact(outlet: str | None) -> re.Pattern[str]:
    names = [re.escape(outlet)] if outlet else []
    if outlet:
        parts = outlet.split()
        names += [re.escape(part) for part in {parts[0], parts[-1]} if part[:1].isupper() and len(part) > 3]
    own = "|".join(sorted(names, key=len, reverse=True)) or r"(?!)"
    return re.compile("|".join(pattern.replace("{own}", f"(?:{own})") for pattern in cues().contact))
