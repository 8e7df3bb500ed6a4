"""What holds between reports, in the tables. Comes in: an open write transaction, packed digests, chances. Goes out: the same again. Never here: comparing.

Reports go by their numbers here, which depend on the order of adding; whoever asks must not let them decide anything.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, TextClause, bindparam, delete, func, insert, select, text

from tumen.gathered import Decision, GatheredIncident
from tumen.records import ReportRecord
from tumen.store import schema
from tumen.store.keeping import now

MAIN = -1
"""Stands in `member.side` for what a report is mainly about."""

_PENDING = text(
    "SELECT number FROM report WHERE number > coalesce((SELECT max(report) FROM digest), 0) ORDER BY number LIMIT :limit"
)
_MEETING = text(
    """SELECT DISTINCT link_key.report, digest.profile FROM link_key JOIN digest USING (report)
    WHERE key IN (SELECT value FROM json_each(:keys)) AND link_key.report <> :number"""
)
_BESIDE = text(
    """SELECT first, second FROM link
    WHERE probability >= :least AND is_keyed >= :is_keyed AND first IN (SELECT value FROM json_each(:numbers))
    UNION ALL SELECT second, first FROM link
    WHERE probability >= :least AND is_keyed >= :is_keyed AND second IN (SELECT value FROM json_each(:numbers))"""
)
# With "+second" SQLite looks up the first only; else it would try each first with each second.
_LINKS_AMONG = text(
    """SELECT first, second, probability FROM link
    WHERE first IN (SELECT value FROM json_each(:numbers)) AND +second IN (SELECT value FROM json_each(:numbers))"""
)
_ECHOES_AMONG = text(
    """SELECT first, second, packed FROM echo
    WHERE first IN (SELECT value FROM json_each(:numbers)) AND +second IN (SELECT value FROM json_each(:numbers))"""
)
_SIDE_LINKS = text(
    "SELECT report, side, main, probability FROM side_link WHERE report IN (SELECT value FROM json_each(:numbers))"
)
_MENTIONING = text("SELECT DISTINCT report FROM side_link WHERE main IN (SELECT value FROM json_each(:numbers))")
_NUMBERS = text("SELECT id, number FROM report WHERE id IN (SELECT value FROM json_each(:wanted))")
_LINKED = text(
    "SELECT id, number FROM report JOIN digest ON digest.report = number WHERE id IN (SELECT value FROM json_each(:wanted))"
)
_IDS = text("SELECT number, id FROM report WHERE number IN (SELECT value FROM json_each(:wanted))")
_PUBLISHED = text("SELECT number, published_earliest FROM report WHERE number IN (SELECT value FROM json_each(:wanted))")
_INCIDENTS_OF = text("SELECT DISTINCT incident FROM member WHERE report IN (SELECT value FROM json_each(:numbers))")
_MEMBERS = text("SELECT report, side, incident FROM member WHERE incident IN (SELECT value FROM json_each(:incidents))")
_MAINS = text(
    f"SELECT report, incident FROM member WHERE side = {MAIN} AND report IN (SELECT value FROM json_each(:numbers))"
)
_CHANCES = text(
    """SELECT one.id, other.id, probability FROM link
    JOIN report AS one ON one.number = first JOIN report AS other ON other.number = second"""
)
_COMPARED = text(
    """SELECT DISTINCT one.id, other.id FROM link_key AS mine JOIN link_key AS theirs ON mine.key = theirs.key AND mine.report < theirs.report
    JOIN report AS one ON one.number = mine.report JOIN report AS other ON other.number = theirs.report"""
)
DERIVED = (schema.gathered, schema.member, schema.echo, schema.side_link, schema.link, schema.link_key, schema.digest)


@dataclass(frozen=True, slots=True)
class Digest:
    """What is kept of one report for linking it, packed by those who read it; `incident` is the id of any incident that it is the first of."""

    number: int
    incident: str
    profile: bytes
    print: bytes
    account: bytes
    keys: frozenset[int]


class LinkTables:
    """The tables of links in one write transaction."""

    def __init__(self, connection: Connection, record_of: Callable[[Connection, int], ReportRecord]) -> None:
        self._connection = connection
        self._record_of = record_of

    # --------------------------------------------------------------------------------------------------------- reports

    def pending(self, limit: int) -> list[int]:
        """Reports that have not been linked yet: those behind the last that was, since they are linked in the order of their numbers."""
        return list(self._connection.execute(_PENDING, {"limit": limit}).scalars())

    def record(self, number: int) -> ReportRecord:
        """All that was read in a report."""
        return self._record_of(self._connection, number)

    def numbers(self, report_ids: Iterable[str]) -> dict[str, int]:
        """The numbers of those that are kept."""
        return dict(self._rows(_NUMBERS, wanted=list(report_ids)))

    def linked(self, report_ids: Iterable[str]) -> dict[str, int]:
        """The numbers of those that have been linked."""
        return dict(self._rows(_LINKED, wanted=list(report_ids)))

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """The ids of the reports with these numbers."""
        return dict(self._rows(_IDS, wanted=list(numbers)))

    def published(self, numbers: Iterable[int]) -> dict[int, str | None]:
        """The first day, ISO, on which each of these can have been published."""
        return dict(self._rows(_PUBLISHED, wanted=list(numbers)))

    # --------------------------------------------------------------------------------------------------------- digests

    def keep_digest(self, digest: Digest) -> None:
        """Keeps what linking needs of a report."""
        values = {name: getattr(digest, name) for name in ("incident", "profile", "print", "account")}
        self._connection.execute(insert(schema.digest), {"report": digest.number, **values})
        if digest.keys:
            keys = [{"key": key, "report": digest.number} for key in sorted(digest.keys)]
            self._connection.execute(insert(schema.link_key), keys)

    def meeting(self, number: int, keys: Collection[int]) -> list[tuple[int, bytes]]:
        """The other reports that share a key, and their profiles."""
        return [(other, profile) for other, profile in self._rows(_MEETING, number=number, keys=list(keys))]

    def packed(self, part: str, numbers: Iterable[int]) -> dict[int, bytes]:
        """One part ("profile", "print", "account", "incident") of the digests of these reports."""
        query = text(
            f"SELECT report, {schema.digest.c[part]} FROM digest WHERE report IN (SELECT value FROM json_each(:numbers))"
        )
        return dict(self._rows(query, numbers=list(numbers)))

    # ----------------------------------------------------------------------------------------------------------- links

    def keep_links(self, chances: Mapping[tuple[int, int], float], *, is_keyed: bool) -> None:
        """Keeps the chance that two reports are mainly about one incident, and whether they share a key."""
        rows = [
            {"first": min(pair), "second": max(pair), "probability": chance, "is_keyed": is_keyed}
            for pair, chance in chances.items()
        ]
        if rows:
            self._connection.execute(insert(schema.link), rows)

    def keep_side_links(self, chances: Mapping[tuple[int, int, int], float]) -> None:
        """Keeps the chance that a side incident of one report is what another is about: report, side, other."""
        rows = [{"report": r, "side": s, "main": m, "probability": chance} for (r, s, m), chance in chances.items()]
        if rows:
            self._connection.execute(insert(schema.side_link), rows)

    def beside(self, numbers: Iterable[int], least: float, *, is_keyed: bool = False) -> dict[int, set[int]]:
        """The reports that each of these is linked to with at least that chance, those that share a key only if asked so; nothing for one that is linked to nobody."""
        found: dict[int, set[int]] = {}
        for number, other in self._rows(_BESIDE, numbers=list(numbers), least=least, is_keyed=is_keyed):
            found.setdefault(number, set()).add(other)
        return found

    def links_among(self, numbers: Iterable[int]) -> dict[tuple[int, int], float]:
        """The chances of all pairs of these that were compared."""
        return {(a, b): chance for a, b, chance in self._rows(_LINKS_AMONG, numbers=list(numbers))}

    def side_links(self, numbers: Iterable[int]) -> list[tuple[int, int, int, float]]:
        """Those of the side incidents of these reports: report, side, other report, chance."""
        return [(r, s, m, chance) for r, s, m, chance in self._rows(_SIDE_LINKS, numbers=list(numbers))]

    def mentioning(self, numbers: Iterable[int]) -> set[int]:
        """The reports with a side incident that may be what one of these is about."""
        return {row[0] for row in self._rows(_MENTIONING, numbers=list(numbers))}

    # ---------------------------------------------------------------------------------------------------------- echoes

    def echoes_among(self, numbers: Iterable[int]) -> dict[tuple[int, int], bytes]:
        """How these stand to each other, as far as that was looked at."""
        return {(a, b): packed for a, b, packed in self._rows(_ECHOES_AMONG, numbers=list(numbers))}

    def keep_echoes(self, echoes: Mapping[tuple[int, int], bytes]) -> None:
        """Keeps how pairs stand to each other."""
        rows = [{"first": min(pair), "second": max(pair), "packed": packed} for pair, packed in echoes.items()]
        if rows:
            self._connection.execute(insert(schema.echo), rows)

    # ------------------------------------------------------------------------------------------------------- incidents

    def incidents_of(self, numbers: Iterable[int]) -> set[str]:
        """The incidents that these reports tell of or mention."""
        return {row[0] for row in self._rows(_INCIDENTS_OF, numbers=list(numbers))}

    def members(self, incidents: Iterable[str]) -> list[tuple[int, int, str]]:
        """The reports of these incidents: report, side or `MAIN`, incident."""
        return [(number, side, incident) for number, side, incident in self._rows(_MEMBERS, incidents=list(incidents))]

    def main_incidents(self, numbers: Iterable[int]) -> dict[int, str]:
        """What each of these is mainly about."""
        return dict(self._rows(_MAINS, numbers=list(numbers)))

    def replace_mains(self, incident_of: Mapping[int, str]) -> None:
        """Says anew what these reports are mainly about."""
        self._replace({(number, MAIN): incident for number, incident in incident_of.items()})

    def replace_mentions(self, reports: Iterable[int], incident_of: Mapping[tuple[int, int], str]) -> None:
        """Says anew what the side incidents of these reports are."""
        gone = delete(schema.member).where(schema.member.c.report == bindparam("n"), schema.member.c.side != MAIN)
        if listed := [{"n": number} for number in reports]:
            self._connection.execute(gone, listed)
        self._replace(incident_of)

    def _replace(self, incident_of: Mapping[tuple[int, int], str]) -> None:
        rows = [{"report": report, "side": side, "incident": incident} for (report, side), incident in incident_of.items()]
        if rows:
            self._connection.execute(insert(schema.member).prefix_with("OR REPLACE"), rows)

    def keep_gathered(self, incident: GatheredIncident, published: Collection[str]) -> None:
        """Keeps an incident, in place of the one with its id. `published`: the known days of its reports, ISO."""
        row = {
            "id": incident.id,
            "type": incident.type,
            "reports": sum(one.role == "main" for one in incident.reports),
            "origins": incident.origins.groups,
            "contradictions": len(incident.contradictions),
            "first_published": min(published, default=None),
            "last_published": max(published, default=None),
            "packed": msgspec.json.encode(incident.to_dict()).decode(),
        }
        self._connection.execute(insert(schema.gathered).prefix_with("OR REPLACE"), row)

    def forget_gathered(self, incidents: Iterable[str]) -> None:
        """Removes incidents that no report tells of any more."""
        gone = delete(schema.gathered).where(schema.gathered.c.id == bindparam("gone"))
        if listed := [{"gone": id_} for id_ in incidents]:
            self._connection.execute(gone, listed)

    def forget_links(self) -> None:
        """Removes all that can be made again; decisions stay."""
        for table in DERIVED:
            self._connection.execute(delete(table))

    def chances(self) -> dict[tuple[str, str], float]:
        """All chances that are kept, by the ids of the two reports."""
        return {(a, b): chance for a, b, chance in self._rows(_CHANCES)}

    def compared(self) -> set[tuple[str, str]]:
        """The ids of all pairs of reports that share a key. Of a large workspace these are many."""
        return {(a, b) for a, b in self._rows(_COMPARED)}

    def partition(self) -> dict[str, tuple[str, ...]]:
        """The ids of the reports that each incident is told by, mentions left out."""
        query = (
            select(schema.member.c.incident, schema.report.c.id)
            .join(schema.report, schema.report.c.number == schema.member.c.report)
            .where(schema.member.c.side == MAIN)
            .order_by(schema.report.c.id)
        )
        found: dict[str, list[str]] = {}
        for incident, report in self._connection.execute(query):
            found.setdefault(incident, []).append(report)
        return {incident: tuple(reports) for incident, reports in found.items()}

    # ------------------------------------------------------------------------------------------------------- decisions

    def decisions(self) -> list[Decision]:
        """All that was ever decided, in order."""
        return read_decisions(self._connection)

    def keep_decision(self, decision: Decision) -> Decision:
        """Appends a decision; the number and the time are given here."""
        number = (self._connection.execute(select(func.max(schema.decision.c.number))).scalar() or 0) + 1
        kept = Decision(number, now(), decision.by, decision.kind, decision.groups, decision.why, decision.undoes)
        row = {name: getattr(kept, name) for name in ("number", "made_at", "by", "kind", "why", "undoes")}
        self._connection.execute(insert(schema.decision), {**row, "subject": json.dumps(kept.groups)})
        return kept

    def _rows(self, query: TextClause, **values: Any) -> list[Any]:
        packed = {name: json.dumps(value) if isinstance(value, list) else value for name, value in values.items()}
        return list(self._connection.execute(query, packed).all())


def read_decisions(connection: Connection) -> list[Decision]:
    """All that was ever decided, in order."""
    rows = connection.execute(select(schema.decision).order_by(schema.decision.c.number)).mappings()
    return [_decision(row) for row in rows]


def _decision(row: RowMapping) -> Decision:
    groups = tuple(tuple(group) for group in json.loads(row["subject"]))
    return Decision(row["number"], row["made_at"], row["by"], row["kind"], groups, row["why"], row["undoes"])
