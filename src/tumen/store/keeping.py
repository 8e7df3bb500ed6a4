"""Writing one thing into the tables. Comes in: an open write transaction and records. Goes out: whether it was new.

Each function is called with the write lock held (BEGIN IMMEDIATE), so looking first and inserting afterwards is safe.
"""

from datetime import UTC, datetime

from sqlalchemy import Column, Connection, delete, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_once

from tumen.errors import StoreError
from tumen.records import Original, ReportRecord, Skipped
from tumen.store import rows, schema

_INSERT_CLAIM_WORDS = text("INSERT INTO claim_words (rowid, content) VALUES (:number, :content)")
_INSERT_REPORT_WORDS = text("INSERT INTO report_words (rowid, title, body) VALUES (:number, :title, :body)")


def now() -> str:
    """The time of adding: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def held(connection: Connection, sha256: str) -> str | None:
    """The id of the report with these bytes."""
    return connection.execute(select(schema.report.c.id).where(schema.report.c.sha256 == sha256)).scalar()


def insert_report(connection: Connection, original: Original, record: ReportRecord) -> bool:
    """Keeps the report and all that was read in it. False, and nothing is changed, if its bytes are a report already."""
    if record.report.sha256 != original.sha256:
        raise StoreError(record.report.id, "the record was not read from these bytes")
    if held(connection, original.sha256):
        return False
    added_at = now()
    number = _next(connection, schema.report.c.number)
    first_claim = _next(connection, schema.claim.c.number)
    connection.execute(insert_once(schema.original).on_conflict_do_nothing(), rows.original_row(original, added_at))
    connection.execute(insert(schema.report), rows.report_row(record.report, number, added_at))
    connection.execute(_INSERT_REPORT_WORDS, rows.report_words(record.report, number))
    connection.execute(insert(schema.reading), rows.reading_row(record, number))
    for statement, listed in (
        (insert(schema.claim), rows.claim_rows(record, number, first_claim)),
        (_INSERT_CLAIM_WORDS, rows.claim_words(record, first_claim)),
        (insert(schema.incident), rows.incident_rows(record, number)),
        (insert(schema.place), rows.place_rows(record, number)),
    ):
        if listed:
            connection.execute(statement, listed)
    # Bytes that became a report after all, say with a newer reader, are no longer something that could not be used.
    connection.execute(delete(schema.skipped).where(schema.skipped.c.sha256 == original.sha256))
    return True


def insert_skipped(connection: Connection, skipped: Skipped, original: Original | None) -> bool:
    """Keeps `skipped`. False if the same thing was skipped for the same reason before."""
    added_at = now()
    if original:
        connection.execute(insert_once(schema.original).on_conflict_do_nothing(), rows.original_row(original, added_at))
    row = rows.skipped_row(skipped, original.sha256 if original else None, added_at)
    return connection.execute(insert_once(schema.skipped).on_conflict_do_nothing(), row).rowcount == 1


def _next(connection: Connection, number: Column[int]) -> int:
    return (connection.execute(select(func.max(number))).scalar() or 0) + 1
