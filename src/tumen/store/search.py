"""Full-text search over the contents of claims and over whole reports. Comes in: words and filters. Goes out: hits.

FTS5 finds the rows and ranks them by BM25 (Robertson and Zaragoza, 2009); filters are tested on each row that it finds.
The other way round, FTS5 would be asked once for each row that passes the filters: CROSS JOIN and the `+` before a row
number keep SQLite from trying that, which took 14 s in 100,000 claims. The few hits that are shown are read from the
verbatim text, and marked there.
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

MOST_HITS = 10_000
"""No page holds more, whatever the limit: each hit is read from its text."""

_BEST = """
    SELECT rank, number, {total} FROM (SELECT {rank} AS rank, {words}.rowid AS number {rows} LIMIT -1)
    ORDER BY rank, number LIMIT :most"""
"""LIMIT -1 keeps SQLite from merging the two SELECTs, in which BM25 could not be computed."""

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
    total: int


def search(connection: Connection, words: str, filters: SearchFilters, limit: int) -> SearchPage:
    """The `limit` best hits. Words without a letter or digit find none. Raises `SettingError` for a date that is none."""
    terms = parse(words)
    where = conditions(filters)
    if not terms or limit < 1:
        return SearchPage((), 0)
    values = {**where.values, "words": expression(terms), "most": min(limit, MOST_HITS)}
    found = _claims(connection, where, values)
    if not where.of_claim:
        found += _reports(connection, where, values)
    best = sorted(found)[: values["most"]]
    total = sum({ranked.what: ranked.total for ranked in found}.values())
    return SearchPage(_show(connection, best, terms), total)


def _claims(connection: Connection, where: Conditions, values: Mapping[str, Any]) -> list[_Ranked]:
    tests = list(where.of_claim)
    if where.of_report:
        tests.append(f"claim.report IN ({_numbers(where)})")
    join = " CROSS JOIN claim ON claim.number = claim_words.rowid" if tests else ""
    query = _query("claim_words", "bm25(claim_words)", join, tests)
    return [_Ranked(CLAIM_WEIGHT * rank, "claim", *row) for rank, *row in connection.execute(text(query), values)]


def _reports(connection: Connection, where: Conditions, values: Mapping[str, Any]) -> list[_Ranked]:
    tests = [f"+report_words.rowid IN ({_numbers(where)})"] if where.of_report else []
    query = _query("report_words", f"bm25(report_words, {TITLE_WEIGHT}, 1.0)", "", tests)
    return [_Ranked(rank, "report", *row) for rank, *row in connection.execute(text(query), values)]


def _query(words: str, rank: str, join: str, tests: list[str]) -> str:
    """The best rows, each with how many there are: FTS5 counts its own fast, those that pass tests are counted in passing."""
    rows = f"FROM {words}{join} WHERE {' AND '.join([f'{words} MATCH :words', *tests])}"
    total = "count(*) OVER ()" if tests else f"(SELECT count(*) {rows})"
    return _BEST.format(rank=rank, words=words, total=total, rows=rows)


def _numbers(where: Conditions) -> str:
    """A query for the reports that pass the filters; SQLite runs it once, on indexes, and keeps the result at hand."""
    return f"SELECT report.number FROM report WHERE {' AND '.join(where.of_report)}"


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
