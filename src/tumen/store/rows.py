"""What goes into the tables and what comes out of them. Comes in: records. Goes out: rows, as dicts or as dataclasses."""

from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Table, func, select

from tumen.edtf import reach
from tumen.records import Claim, Incident, Original, Report, ReportRecord, Skipped, Spans
from tumen.store import schema
from tumen.store.fold import index_form

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of `tumen list`. `published` is EDTF; `claims` and `incidents` are how many; `added_at` is UTC."""

    id: str
    file: str
    title: str | None
    outlet: str | None
    language: str | None
    published: str | None
    claims: int
    incidents: int
    added_at: str


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """Something that could not be used; `sha256` finds its bytes, `None` if there were none to keep."""

    report: str
    room: str
    reason: str
    detail: str
    sha256: str | None
    added_at: str


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident and the report it was read in."""

    report_id: str
    title: str | None
    outlet: str | None
    published: str | None
    incident: Incident


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each a workspace holds."""

    reports: int
    claims: int
    incidents: int
    skipped: int


class Incidents(msgspec.Struct):
    """The part of a stored record that holds the incidents; the rest is not decoded."""

    incidents: tuple[Incident, ...] = ()


def pack(record: ReportRecord) -> str:
    """The record as JSON, without the text."""
    return msgspec.json.encode(replace(record, report=replace(record.report, text=""))).decode()


def unpack(packed: str, text: str) -> ReportRecord:
    """The record that was packed, with its text back in it. Raises `msgspec.DecodeError` if it is not one."""
    record = msgspec.json.decode(packed, type=ReportRecord)
    return replace(record, report=replace(record.report, text=text))


def original_row(original: Original, added_at: str) -> Row:
    """Row of `original`."""
    return {
        "sha256": original.sha256,
        "length": len(original.data),
        "file": original.file,
        "container_sha256": original.container_sha256,
        "added_at": added_at,
    }


def report_row(report: Report, number: int, added_at: str) -> Row:
    """Row of `report`."""
    earliest, latest = reach(report.published.edtf) or (None, None)
    return {
        "number": number,
        "id": report.id,
        "sha256": report.sha256,
        "file": report.file,
        "title": report.title,
        "outlet": report.outlet,
        "outlet_folded": index_form(report.outlet) if report.outlet else None,
        "language": report.language,
        "published": report.published.edtf,
        "published_earliest": earliest,
        "published_latest": latest,
        "added_at": added_at,
    }


def reading_row(record: ReportRecord, number: int) -> Row:
    """Row of `reading`."""
    return {"report": number, "text": record.report.text, "version": record.version, "record": pack(record)}


def claim_rows(record: ReportRecord, report: int, first: int) -> list[Row]:
    """Rows of `claim`, numbered from `first`."""
    sources = {source.id: source for source in record.sources}

    def row(number: int, claim: Claim) -> Row:
        source = sources.get(claim.source_id)
        return {
            "number": number,
            "report": report,
            "id": claim.id,
            "kind": claim.kind,
            "source_kind": source.kind if source else None,
            "source": source.description if source else None,
            "content": msgspec.json.encode(claim.content).decode(),
        }

    return [row(number, claim) for number, claim in enumerate(record.claims, first)]


def incident_rows(record: ReportRecord, report: int) -> list[Row]:
    """Rows of `incident`."""
    return [{"report": report, "position": at, "id": incident.id} for at, incident in enumerate(record.incidents)]


def place_rows(record: ReportRecord, report: int) -> list[Row]:
    """Rows of `place`: each name and each id once."""
    places = {(index_form(place.name), place.id or "") for place in record.places}
    return [{"report": report, "folded": folded, "id": id_} for folded, id_ in sorted(places)]


def claim_words(record: ReportRecord, first: int) -> list[Row]:
    """Rows of `claim_words`. The pieces of a content are kept apart by a token that no query can contain."""
    text = record.report.text
    return [
        {"number": number, "content": f" {GAP} ".join(index_form(text[s.start : s.end]) for s in claim.content)}
        for number, claim in enumerate(record.claims, first)
    ]


def report_words(report: Report, number: int) -> Row:
    """Row of `report_words`."""
    return {"number": number, "title": index_form(report.title or ""), "body": index_form(report.text)}


GAP = "\N{BROKEN BAR}"


def skipped_row(skipped: Skipped, sha256: str | None, added_at: str) -> Row:
    """Row of `skipped`."""
    return {
        "report": skipped.report,
        "room": skipped.room,
        "reason": skipped.reason,
        "detail": skipped.detail,
        "sha256": sha256,
        "added_at": added_at,
    }


def spans(packed: str) -> Spans:
    """The spans of `claim.content`."""
    return msgspec.json.decode(packed, type=Spans)


def report_columns() -> list[ColumnElement[Any]]:
    """The columns of a `ReportRow`."""
    report = schema.report.c

    def counted(table: Table, name: str) -> ColumnElement[Any]:
        return select(func.count()).where(table.c.report == report.number).scalar_subquery().label(name)

    return [
        *(report[name] for name in ("id", "file", "title", "outlet", "language", "published", "added_at")),
        counted(schema.claim, "claims"),
        counted(schema.incident, "incidents"),
    ]


def skipped_columns() -> list[ColumnElement[Any]]:
    """The columns of a `SkippedRow`."""
    return [schema.skipped.c[name] for name in ("report", "room", "reason", "detail", "sha256", "added_at")]
