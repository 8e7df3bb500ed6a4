"""Every record that travels through Tumen, in the order the evidence travels.

Comes in: nothing. Goes out: the types that the rooms hand to one another. Never here: reading files, databases, web types.

The fields are named as the keys of the published JSON (`tumen/schema/record.v1.json`), so a record and its JSON are the
same thing: `Claim.content` is `claim["content"]`. Where JSON says `null`, the record says `None`, and both mean unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from tumen.errors import EvidenceError

VERSION = 1
"""Version of the published JSON. Keys may be added under the same number; none is renamed or removed."""


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Half-open `[start, end)` in code points of `Report.text`. In JSON: `[start, end]`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """At least one code point is in both."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Every code point of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: "Span") -> int:
        """How many code points lie between the two; 0 where they touch or overlap."""
        return max(self.start - other.end, other.start - self.end, 0)


Spans = tuple[Span, ...]
"""Words in one or more pieces, in text order."""


class Record:
    """What every record can do."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON-ready lists, dicts, strings and numbers; spans become `[start, end]`."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return plain


# -------------------------------------------------------------------------------------------------- bytes and report


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as received, before anything is read out of them: a file, or a part of a container.

    `file` names it for people: a path, or a path with a part (`batch.zip!/a.txt`, `mail.eml!/list.pdf`, `all.jsonl:7`).
    `container_sha256` is of the file that the part came in, `None` for a file of its own. `bytes_done` is how far reading
    this original gets through the file on disk, in bytes, so that progress over containers is true.
    """

    file: str
    data: bytes
    sha256: str
    container_sha256: str | None = None
    bytes_done: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """What the person running Tumen says of the reports; it overrides what the files say. `None`: nothing said."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Published(Record):
    """When the outlet published the report, as EDTF (ISO 8601-2), and where that date comes from.

    `given`: the person running Tumen said so. `metadata`: the file says so (a meta tag, a mail header, a JSON field).
    `url`, `text`: read from the address or from the dateline. `None`: unknown.
    """

    edtf: str | None = None
    basis: Literal["given", "metadata", "url", "text"] | None = None


@dataclass(frozen=True, slots=True)
class Report(Record):
    """A document as received. `text` is the canonical text that all spans point into; it is never edited.

    `sha256` is of the original bytes. `signals` says for each of `title`, `outlet`, `url`, `language` and `published`
    where its value was found ("og:title", "Date header", "--outlet").
    """

    id: str
    file: str
    sha256: str
    text: str
    length: int
    source_key: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = Published()
    signals: Mapping[str, str] = field(default_factory=dict)

    def read(self, span: Span) -> str:
        """The exact words, line breaks and all. Raises `EvidenceError` if the span lies outside the text."""
        if not 0 <= span.start < span.end <= len(self.text):
            raise EvidenceError(self.id, span.start, span.end, len(self.text))
        return self.text[span.start : span.end]


PassageKind = Literal["headline", "dateline", "byline", "body", "caption", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Passage(Record):
    """One paragraph of a report and what it is. Claims are read from headlines, captions and the body only."""

    span: Span
    kind: PassageKind


# ---------------------------------------------------------------------------------------------------------- values


@dataclass(frozen=True, slots=True)
class Time(Record):
    """Words for a time. `edtf` is as precise as the words, `XXXX` where the year is not known.

    `timex` is the TIMEX3 value. `earliest` and `latest` are the ISO dates (inclusive) between which it lies, `None`
    where unbounded. `basis` says what an unwritten part was taken from: the day of publication ("published"), the day on which it
    was said ("said"), a day named before ("text"), an event ("event", and then the value is unknown); `None` if all is written.
    """

    span: Span
    kind: Literal["date", "time", "duration", "set"]
    edtf: str | None
    timex: str | None
    earliest: str | None
    latest: str | None
    basis: Literal["published", "said", "text", "event"] | None = None


@dataclass(frozen=True, slots=True)
class Candidate(Record):
    """A place that the words could have meant."""

    id: str
    name: str


PlaceRule = Literal["name", "sound", "container", "conflict", "report", "size", "kind", "again", "border"]


@dataclass(frozen=True, slots=True)
class Place(Record):
    """Words for a place. `id` is in `scheme` ("iso3166-1", "iso3166-2", "geonames", ...), `within` the id of the province it lies in.

    `lat` and `lon` are in degrees, `radius_m` in metres. `candidates` are other places that the words could mean. `rule` is what
    chose: it alone has this `name`, or this `sound` in some romanisation; the `container` beside it ("Paris, Texas"); what else the
    `report` names; its `size`. `kind`: not known, but a word says that it is a place. `again`: "the province". `border`: whose it is comes
    from the report. `conflict`: what is written beside it, the first candidate, contradicts all that is known.
    """

    span: Span
    name: str
    id: str | None
    scheme: str | None
    level: (
        Literal["country", "province", "prefecture", "county", "district", "locality", "water", "mountain", "border"] | None
    )
    country: str | None
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    candidates: tuple[Candidate, ...] = ()
    rule: PlaceRule | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Record):
    """How many of what: between `lo` and `hi`, both inclusive; `hi` is `None` where there is no upper bound.

    `unit` is "person", "household" or the counted noun in the singular. `exact` only if the words leave no doubt. `group`: the
    words for what is counted ("North Korean defectors"), where they are written. `part`: of a group that is known ("13 of the 15").
    """

    span: Span
    lo: int
    hi: int | None
    exact: bool
    unit: str
    group: Span | None = None
    part: bool = False


# ---------------------------------------------------------------------------------------------------------- claims

SourceKind = Literal["named_person", "anonymous_person", "group", "organisation", "document", "outlet", "unknown"]
ClaimKind = Literal["direct", "indirect", "mixed", "narrated"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
STRENGTH: dict[Certainty, float] = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "unknown": 0.0}
"""The value of each certainty, where nothing says it more exactly."""
TimeFrame = Literal["past", "ongoing", "future", "conditional"]


@dataclass(frozen=True, slots=True)
class PlaceRef(Record):
    """A place by name and, where it is known, by id."""

    name: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Source(Record):
    """One voice within one report. `description` is as written; `mentions` are all the words that name it.

    `closeness` to the event is the HURIDOCS list. A source is never tied to a source of another report.
    """

    id: str
    kind: SourceKind
    description: str | None
    mentions: Spans
    place: PlaceRef | None = None
    role: str | None = None
    closeness: Literal["victim", "witness", "relative", "perpetrator", "official", "third_party"] | None = None


@dataclass(frozen=True, slots=True)
class Said(Record):
    """When the claim was uttered: the words, and their EDTF value."""

    span: Span
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Factuality(Record):
    """How surely the voice presents the content. `value` runs from -3 (certainly not) over 0 (unknown) to 3 (certainly)."""

    certainty: Certainty
    polarity: Literal["positive", "negative"]
    value: float

    @classmethod
    def of(cls, certainty: Certainty, *, is_negative: bool) -> "Factuality":
        """The factuality of what is as sure as that, with the value that `STRENGTH` gives it."""
        value = STRENGTH[certainty]
        return cls(certainty, "negative" if is_negative else "positive", -value if is_negative else value)


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """What a voice says. `parent` is the claim inside which this one is reported; the outermost voice is the outlet.

    `source`, `cue`, `content` and `addressee` are spans, in pieces where other words stand between. `narrated` claims are
    the outlet's own voice and have neither source words nor cue. `confidence` is the chance, from 0 to 1, that source, cue
    and content are what a person would mark. `inferred`: no words name the source of this quotation; it is that of the one before.
    """

    id: str
    kind: ClaimKind
    source: Spans
    cue: Spans
    content: Spans
    source_id: str
    factuality: Factuality
    confidence: float
    addressee: Spans = ()
    said: Said | None = None
    parent: str | None = None
    via: tuple[str, ...] = ()
    hedges: Spans = ()
    time_frame: TimeFrame | None = None
    inferred: bool = False


# ------------------------------------------------------------------------------------------------- events, incidents


@dataclass(frozen=True, slots=True)
class Count(Record):
    """A quantity without its words; see `Quantity`. `parts`: the numbers that it is the sum of, where no word says the sum: 1, 1 and 3 of "a bookbinder,
    his wife and their three children"."""

    lo: int
    hi: int | None
    exact: bool
    unit: str
    part: bool = False
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant(Record):
    """Who takes part in an event, in which role of the scheme, and how many they are."""

    role: str
    spans: Spans
    description: str
    count: Count | None


@dataclass(frozen=True, slots=True)
class Event(Record):
    """What a claim says happened: a type of `event/scheme.toml` and the words that say so.

    `factuality` and `time_frame` are what its words and the voices around it make of it: an arrest that is feared, denied or ordered
    is not one that happened. `aside`: it only says who somebody is ("brokers who arrange calls").
    """

    id: str
    type: str
    trigger: Span
    claims: tuple[str, ...]
    factuality: Factuality
    time_frame: TimeFrame | None = None
    aside: bool = False
    time: Span | None = None
    place: Span | None = None
    participants: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading(Record):
    """One value of one field, the words it rests on, and the claims those words stand in."""

    value: Any
    claims: tuple[str, ...]
    spans: Spans


Relation = Literal["response", "follow_up", "background"]


@dataclass(frozen=True, slots=True)
class Incident(Record):
    """A happening in the world. `fields` maps `what`, `who`, `how_many`, `where`, `when`, `status` and others to lists of readings.

    Readings that differ stay apart, the one told with most weight first. A field without readings is unknown. `headline` is made of
    values only. `is_main`: it is what the report is about; `relation` is how another one stands to that, `None` if unknown.
    """

    id: str
    type: str
    headline: str
    events: tuple[str, ...]
    fields: Mapping[str, tuple[Reading, ...]]
    is_main: bool = True
    relation: Relation | None = None


# ---------------------------------------------------------------------------------------------------------- outcomes


@dataclass(frozen=True, slots=True)
class Skipped(Record):
    """Something that could not be used, kept and counted. `report` is the file, line or part it was found in.

    `room` is the room that gave up, `reason` a short fixed word ("empty", "encrypted"), `detail` a sentence for people.
    Neither ever holds words of a report.
    """

    report: str
    room: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class ReportRecord(Record):
    """All that was read in one report: what `tumen read --json` prints, one line each.

    `first_hand`: whether the text reads as told by those who know; higher is likelier, 0 says nothing. It says nothing of whether it is true.
    """

    report: Report
    passages: tuple[Passage, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    incidents: tuple[Incident, ...] = ()
    first_hand: float | None = None
    skipped: tuple[Skipped, ...] = ()
    version: int = VERSION

    def read(self, span: Span) -> str:
        """The exact words of the report. Raises `EvidenceError` if the span lies outside the text."""
        return self.report.read(span)

    def to_dict(self, *, with_text: bool = False) -> dict[str, Any]:
        """The record as published in `tumen/schema/record.v1.json`; the report's text only if asked for."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        if not with_text:
            del plain["report"]["text"]
        return {"version": plain.pop("version"), **plain}
