"""Records as flat rows. Comes in: a record. Goes out: one row a report, claim or incident, in the order of `COLUMNS`.

Pieces of a span are joined with " […] ", values of one field with " | ". Unknown is `None`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

from tumen.describe import describe_count
from tumen.records import Claim, Incident, Reading, ReportRecord, Span

What = Literal["reports", "claims", "incidents"]
WHAT: tuple[What, ...] = get_args(What)

REPORT = ("report", "title", "outlet", "published")
FIELDS = ("what", "who", "how_many", "from", "to", "where", "when")
COLUMNS: Mapping[What, tuple[str, ...]] = {
    "reports": (
        *REPORT,
        "published_basis",
        "language",
        "url",
        "file",
        "source_key",
        "sha256",
        "length",
        "claims",
        "incidents",
    ),
    "claims": (
        *(*REPORT, "claim", "parent", "kind", "source_kind", "source", "source_words", "cue", "content", "addressee", "said"),
        *("certainty", "polarity", "value", "hedges", "time_frame", "confidence"),
    ),
    "incidents": (*(*REPORT, "incident", "main", "relation", "type", "status", "headline"), *FIELDS),
}

Row = tuple[str | int | float | None, ...]


def rows(record: ReportRecord, what: What) -> Iterator[Row]:
    """The rows of one record."""
    report = record.report
    start = (report.id, report.title, report.outlet, report.published.edtf)
    if what == "reports":
        of_file = (report.url, report.file, report.source_key, report.sha256, report.length)
        counts = (len(record.claims), len(record.incidents))
        yield (*start, report.published.basis, report.language, *of_file, *counts)
    elif what == "claims":
        yield from ((*start, *_claim(record, claim)) for claim in record.claims)
    else:
        yield from ((*start, *_incident(incident)) for incident in record.incidents)


def words(record: ReportRecord, spans: Iterable[Span]) -> str | None:
    """The words of all pieces, verbatim; `None` if there are none."""
    return " […] ".join(record.read(span) for span in spans) or None


def _claim(record: ReportRecord, claim: Claim) -> Row:
    source = next((source for source in record.sources if source.id == claim.source_id), None)
    voice = (source.kind, source.description) if source else (None, None)
    parts = (words(record, spans) for spans in (claim.source, claim.cue, claim.content, claim.addressee))
    sure = claim.factuality
    how = (sure.certainty, sure.polarity, sure.value, words(record, claim.hedges), claim.time_frame, claim.confidence)
    return (claim.id, claim.parent, claim.kind, *voice, *parts, claim.said and claim.said.edtf, *how)


def _incident(incident: Incident) -> Row:
    status, *values = (_values(incident.fields.get(name, ())) for name in ("status", *FIELDS))
    main = "yes" if incident.is_main else "no"
    return (incident.id, main, incident.relation, incident.type, status, incident.headline, *values)


def _values(readings: Iterable[Reading]) -> str | None:
    return " | ".join(_value(reading.value) for reading in readings) or None


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        if "unit" in value:
            return describe_count(value)
        return str(value.get("edtf") or value.get("name") or "")
    return "" if value is None else str(value)
