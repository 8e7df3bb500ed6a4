"""Full-text search over the contents of claims and over whole reports. Comes in: words and filters. Goes out: hits.

FTS5 finds the rows and ranks them by BM25 (Robertson and Zaragoza, 2009); filters are tested on each row it finds, by row
number, so they cost less than the ranking they save. CROSS JOIN keeps SQLite from turning that order around, which made a
common word a hundred times slower. The few hits that are shown are read from the verbatim text, and marked there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, select, text

from tumen.records import ClaimKind, SourceKind, Span, Spans
from tumen.store.filters import Conditions, SearchFilters, conditions
from tumen.store.query import Term, expression, parse
from tumen.store.rows import spans
from tumen.store.schema import claim, reading, report
from tumen.store.snippet import cut

CLAIM_WEIGHT = 2.0
"""A claim is what people look for; its report holds the same words and much else."""

TITLE_WEIGHT = 4.0

_CLAIMS = "FROM claim_words"
_CLAIMS_BY_CLAIM = f"{_CLAIMS} CROSS JOIN claim ON claim.number = claim_words.rowid"
_CLAIMS_BY_REPORT = f"{_CLAIMS_BY_CLAIM} CROSS JOIN report ON report.number = claim.report"
_REPORTS = "FROM report_words"
_REPORTS_BY_REPORT = f"{_REPORTS} CROSS JOIN report ON report.number = report_words.rowid"

_NUMBERS: BindParameter[Any] = bindparam("numbers", expanding=True)
_OF_REPORT = (report.c.id.label("report_id"), report.c.title, report.c.outlet, report.c.published, reading.c.text)
_OF_CLAIM = (claim.c.number, claim.c.id, claim.c.kind, claim.c.source, claim.c.source_kind, claim.c.content)
_CLAIM_HITS = select(*_OF_REPORT, *_OF_CLAIM).join_from(claim, report).join(reading).where(claim.c.number.in_(_NUMBERS))
_REPORT_HITS = select(*_OF_REPORT, report.c.number, report.c.id).join(reading).where(report.c.number.in_(_NUMBERS))


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim or a report that holds the words. `snippet` is `report.read(span)`: verbatim, line breaks and all.

    `highlights` are relative to `snippet`; there are none if the words stand in the title only. `kind`, `source` (as
    described) and `source_kind` are `None` for a report. `relevance` is above 0; higher is nearer to what was asked.
    """

    what: Literal["claim", "report"]
    id: str
    report_id: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str
    span: Span
    highlights: Spans
    relevance: float
    kind: ClaimKind | None = None
    source: str | None = None
    source_kind: SourceKind | None = None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The best hits, best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


class _Ranked(NamedTuple):
    """A row that was found; in order of rank, claims before reports and earlier before later where that is equal."""

    rank: float
    what: Literal["claim", "report"]
    number: int


def search(connection: Connection, words: str, filters: SearchFilters, limit: int) -> SearchPage:
    """The `limit` best hits. Words without a letter or digit find none. Raises `SettingError` for a date that is none."""
    terms = parse(words)
    where = conditions(filters)
    if not terms:
        return SearchPage((), 0)
    values = {**where.values, "words": expression(terms), "most": max(limit, 0)}
    claims, claim_count = _find_claims(connection, where, values)
    reports, report_count = _find_reports(connection, where, values) if not where.of_claim else ([], 0)
    best = sorted(claims + reports)[: max(limit, 0)]
    return SearchPage(_show(connection, best, terms), claim_count + report_count)


def _find_claims(connection: Connection, where: Conditions, values: Mapping[str, Any]) -> tuple[list[_Ranked], int]:
    rows = _CLAIMS_BY_REPORT if where.of_report else _CLAIMS_BY_CLAIM if where.of_claim else _CLAIMS
    matching = " AND ".join((f"{rows} WHERE claim_words MATCH :words", *where.of_report, *where.of_claim))
    best = f"SELECT bm25(claim_words) AS rank, claim_words.rowid {matching} ORDER BY rank, claim_words.rowid LIMIT :most"
    found = [_Ranked(rank * CLAIM_WEIGHT, "claim", number) for rank, number in connection.execute(text(best), values)]
    return found, _count(connection, matching, values)


def _find_reports(connection: Connection, where: Conditions, values: Mapping[str, Any]) -> tuple[list[_Ranked], int]:
    rows = _REPORTS_BY_REPORT if where.of_report else _REPORTS
    matching = " AND ".join((f"{rows} WHERE report_words MATCH :words", *where.of_report))
    rank = f"bm25(report_words, {TITLE_WEIGHT}, 1.0)"
    best = f"SELECT {rank} AS rank, report_words.rowid {matching} ORDER BY rank, report_words.rowid LIMIT :most"
    found = [_Ranked(rank, "report", number) for rank, number in connection.execute(text(best), values)]
    return found, _count(connection, matching, values)


def _count(connection: Connection, matching: str, values: Mapping[str, Any]) -> int:
    count: int = connection.execute(text(f"SELECT count(*) {matching}"), values).scalar_one()
    return count


def _show(connection: Connection, best: Sequence[_Ranked], terms: Sequence[Term]) -> tuple[Hit, ...]:
    """The rows that were found, as hits, in the same order."""
    shown: dict[tuple[str, int], Mapping[Any, Any]] = {}
    for what, query in (("claim", _CLAIM_HITS), ("report", _REPORT_HITS)):
        numbers = [ranked.number for ranked in best if ranked.what == what]
        if numbers:
            rows = connection.execute(query, {"numbers": numbers}).mappings()
            shown |= {(what, row["number"]): row for row in rows}
    return tuple(_hit(ranked, shown[ranked.what, ranked.number], terms) for ranked in best)


def _hit(ranked: _Ranked, row: Mapping[Any, Any], terms: Sequence[Term]) -> Hit:
    whole = row["text"]
    pieces = spans(row["content"]) if ranked.what == "claim" else (Span(0, len(whole)),)
    span, highlights = cut(whole, pieces, terms)
    return Hit(
        what=ranked.what,
        id=row["id"],
        report_id=row["report_id"],
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        snippet=whole[span.start : span.end],
        span=span,
        highlights=highlights,
        relevance=-ranked.rank,
        kind=row.get("kind"),
        source=row.get("source"),
        source_kind=row.get("source_kind"),
    )
