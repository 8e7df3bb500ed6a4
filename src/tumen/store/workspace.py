"""A workspace: what was read is kept in it, once, and found again. Comes in: records. Goes out: the same records."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Column, Connection, Engine, func, select, text

from tumen.errors import NotFoundError, SettingError, StoreError
from tumen.gathered import Decision, GatheredIncident
from tumen.records import Incident, Original, ReportRecord, Skipped
from tumen.store import keeping, rows, schema
from tumen.store.database import check_schema, create_schema, open_engine, reading, store_errors, writing
from tumen.store.filters import SearchFilters, conditions
from tumen.store.folder import DATABASE_FILE, ORIGINALS_FOLDER, SCHEME_FILE, read_name, read_shares, write_name
from tumen.store.linked import MAIN, LinkTables, read_decisions
from tumen.store.originals import read_original, write_originals
from tumen.store.search import SearchPage, search

GROUP = 200
GROUP_S = 1.0
GROUP_BYTES = 16 * 2**20
"""`keep_many` writes once it has so many reports, so many seconds or so many bytes in hand."""

ANYTHING = SearchFilters()

PAGE = 50
"""`records` reads so many at a time, so that a slow reader of them never holds up a writer."""


def create_workspace(folder: Path, name: str | None = None) -> "Workspace":
    """A new workspace, named after its folder unless told otherwise. Raises `StoreError` if there is one already.

    A folder that is made for it is its owner's alone; one that was there keeps its permissions. The settings file, which makes
    the folder a workspace, is written last: after a kill, creating it again works.
    """
    folder = folder.absolute()
    with store_errors(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / ORIGINALS_FOLDER).mkdir(exist_ok=True)
    file = folder / DATABASE_FILE
    engine = open_engine(file, create=True)
    try:
        create_schema(engine, file)
        write_name(folder, name or folder.name or "workspace")
    except BaseException:
        engine.dispose()
        raise
    return Workspace(folder, read_name(folder), engine)


def open_workspace(folder: Path) -> "Workspace":
    """The workspace in `folder`, brought to the schema of this Tumen; for reading only where it cannot be written.

    Raises `StoreError` if it is not a workspace, belongs to a newer Tumen, or is damaged.
    """
    folder = folder.absolute()
    name = read_name(folder)
    file = folder / DATABASE_FILE
    if not file.is_file():
        raise StoreError(str(file), "is missing; the originals are in the folder beside it and can be added again")
    engine = open_engine(file)
    try:
        check_schema(engine, file)
    except BaseException:
        engine.dispose()
        raise
    return Workspace(folder, name, engine)


class Workspace:
    """Reports, what was read in them, and the bytes they came from. Close it, or use it in a `with`.

    Any number of processes may read and write one workspace at a time; writers take turns. Every method raises `StoreError`
    if the files cannot be read or written.
    """

    def __init__(self, folder: Path, name: str, engine: Engine) -> None:
        self.folder = folder
        self.name = name
        self.scheme_file = folder / SCHEME_FILE
        self._engine = engine
        self._file = folder / DATABASE_FILE
        self._originals = folder / ORIGINALS_FOLDER

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the files."""
        self._engine.dispose()

    # ------------------------------------------------------------------------------------------------------------ keep

    def keep(self, original: Original, record: ReportRecord) -> bool:
        """Keeps a report and its bytes, all or nothing. False, and nothing is changed, if the bytes are a report already."""
        write_originals(self._originals, [original])
        with writing(self._engine, self._file) as connection:
            return keeping.insert_report(connection, original, record)

    def keep_many(self, read: Iterable[tuple[Original, ReportRecord]]) -> Iterator[bool]:
        """Keeps many reports, some hundreds to a transaction; yields for each, once it is safe, what `keep` would return.

        The write lock is never held while `read` works. A kill loses only reports that were not yielded.
        """
        group: list[tuple[Original, ReportRecord]] = []
        size, since = 0, time.monotonic()
        for pair in read:
            group.append(pair)
            size += len(pair[0].data)
            if len(group) >= GROUP or size >= GROUP_BYTES or time.monotonic() - since >= GROUP_S:
                yield from self._keep_group(group)
                group, size, since = [], 0, time.monotonic()
        yield from self._keep_group(group)

    def _keep_group(self, group: list[tuple[Original, ReportRecord]]) -> list[bool]:
        if not group:
            return []
        write_originals(self._originals, [original for original, _ in group])
        with writing(self._engine, self._file) as connection:
            return [keeping.insert_report(connection, original, record) for original, record in group]

    def keep_skipped(self, skipped: Skipped, original: Original | None = None) -> bool:
        """Keeps what could not be used, with its bytes if there are any. False if it is there already, for that reason."""
        if original:
            write_originals(self._originals, [original])
        with writing(self._engine, self._file) as connection:
            return keeping.insert_skipped(connection, skipped, original)

    def shares(self, section: str, defaults: Mapping[str, float]) -> dict[str, float]:
        """What the settings file says in `section`; see `read_shares`."""
        return read_shares(self.folder, section, defaults)

    @contextmanager
    def linking(self, *, is_trial: bool = False) -> Iterator[LinkTables]:
        """The tables of links in one write transaction; what is written in a trial is taken back at its end."""
        with writing(self._engine, self._file) as connection:
            yield LinkTables(connection, self._record)
            if is_trial:
                connection.rollback()

    # ----------------------------------------------------------------------------------------------------------- fetch

    def holds(self, sha256: str) -> str | None:
        """The id of the report with these bytes; `None` if they are not kept as a report."""
        with self._reading() as connection:
            return keeping.held(connection, sha256)

    def has_skipped(self, sha256: str) -> bool:
        """These bytes are kept as something that could not be used."""
        with self._reading() as connection:
            query = select(schema.skipped.c.number).where(schema.skipped.c.sha256 == sha256)
            return connection.execute(query).first() is not None

    def original(self, sha256: str) -> bytes:
        """The bytes as received. Raises `NotFoundError`."""
        return read_original(self._originals, sha256)

    def record(self, report_id: str) -> ReportRecord:
        """All that was read in a report, with its text. The beginning of an id will do, with or without "report-".

        Raises `NotFoundError`, and `SettingError` if several ids begin so.
        """
        with self._reading() as connection:
            number, _ = self._find(connection, schema.report.c.id, schema.report.c.number, "report", report_id)
            return self._record(connection, number)

    def incident(self, incident_id: str) -> tuple[Incident, ReportRecord]:
        """An incident and the record it is part of; ids and errors as in `record`."""
        with self._reading() as connection:
            number, id_ = self._find(connection, schema.incident.c.id, schema.incident.c.report, "incident", incident_id)
            record = self._record(connection, number)
        return next(incident for incident in record.incidents if incident.id == id_), record

    def records(self) -> Iterator[ReportRecord]:
        """Every record with its text, in order of report id, whatever the order of adding."""
        query = (
            select(schema.report.c.id, schema.reading.c.text, schema.reading.c.record)
            .join_from(schema.report, schema.reading)
            .order_by(schema.report.c.id)
            .limit(PAGE)
        )
        last = ""
        while True:
            with self._reading() as connection:
                page = connection.execute(query.where(schema.report.c.id > last)).all()
            if not page:
                return
            for id_, body, packed in page:
                yield self._unpack(id_, packed, body)
            last = page[-1].id

    # ------------------------------------------------------------------------------------------------------------ list

    def reports(
        self, *, outlet: str | None = None, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> list[rows.ReportRow]:
        """The reports, the latest added first. Filters as in `SearchFilters`, and `SettingError` as there."""
        where = conditions(SearchFilters(outlet=outlet, since=since, until=until))
        query = (
            select(*rows.report_columns())
            .where(*(text(condition) for condition in where.of_report))
            .order_by(schema.report.c.number.desc())
            .limit(limit)
        )
        with self._reading() as connection:
            return [rows.ReportRow(**row) for row in connection.execute(query, where.values).mappings()]

    def incidents(self) -> list[rows.IncidentRow]:
        """Every incident, by the date of its report; those of reports without a date come last."""
        report = schema.report
        query = (
            select(report.c.id, report.c.title, report.c.outlet, report.c.published, schema.reading.c.record)
            .join_from(report, schema.reading)
            .where(report.c.number.in_(select(schema.incident.c.report)))
            .order_by(report.c.published_earliest.nulls_last(), report.c.published_latest, report.c.id)
        )
        with self._reading() as connection:
            return [
                rows.IncidentRow(id_, title, outlet, published, incident)
                for id_, title, outlet, published, packed in connection.execute(query)
                for incident in self._unpack_incidents(id_, packed)
            ]

    def gathered(
        self,
        filters: SearchFilters = ANYTHING,
        *,
        type_: str | None = None,
        least_reports: int = 1,
        is_contradicted: bool = False,
    ) -> Iterator[GatheredIncident]:
        """The incidents that reports are mainly about, by the first day on which one was published; those without a date come last. `filters` hold
        of at least one of their reports."""
        table = schema.gathered.c
        where = conditions(filters)
        reports = " AND ".join(("member.side = :main", *where.of_report))
        query = (
            select(table.id, table.packed)
            .where(table.reports >= least_reports, table.contradictions >= int(is_contradicted))
            .where(
                text(
                    "gathered.id IN (SELECT incident FROM member JOIN report"
                    f" ON report.number = member.report WHERE {reports})"
                )
            )
            .order_by(table.first_published.nulls_last(), table.id)
        )
        if type_ is not None:
            query = query.where(table.type == type_)
        with self._reading() as connection:
            for id_, packed in connection.execute(query, {**where.values, "main": MAIN}):
                yield self._unpack_gathered(id_, packed)

    def gathered_incident(self, incident_id: str) -> GatheredIncident:
        """The incident with this id, or that has taken in the one that had it; the beginning will do. Errors as in `record`."""
        with self._reading() as connection:
            digest = schema.digest.c
            number, _ = self._find(connection, digest.incident, digest.report, "incident", incident_id)
            return self._gathered_of(connection, number, incident_id)

    def gathered_of(self, report_id: str) -> GatheredIncident:
        """The incident that a report is mainly about; ids and errors as in `record`."""
        with self._reading() as connection:
            number, id_ = self._find(connection, schema.report.c.id, schema.report.c.number, "report", report_id)
            return self._gathered_of(connection, number, id_)

    def _gathered_of(self, connection: Connection, number: int, asked: str) -> GatheredIncident:
        query = (
            select(schema.gathered.c.id, schema.gathered.c.packed)
            .join(schema.member, schema.member.c.incident == schema.gathered.c.id)
            .where(schema.member.c.report == number, schema.member.c.side == MAIN)
        )
        found = connection.execute(query).first()
        if not found:
            raise NotFoundError("incident", asked)
        return self._unpack_gathered(found.id, found.packed)

    def decisions(self) -> list[Decision]:
        """What people decided on links, in order."""
        with self._reading() as connection:
            return read_decisions(connection)

    def behind(self) -> int:
        """How many reports have not been linked yet."""
        with self._reading() as connection:
            linked = connection.execute(select(func.count()).select_from(schema.digest)).scalar_one()
            return connection.execute(select(func.count()).select_from(schema.report)).scalar_one() - linked

    def skipped(self) -> list[rows.SkippedRow]:
        """What could not be used, in the order of adding."""
        query = select(*rows.skipped_columns()).order_by(schema.skipped.c.number)
        with self._reading() as connection:
            return [rows.SkippedRow(**row) for row in connection.execute(query).mappings()]

    def counts(self) -> rows.Counts:
        """How much there is of everything."""
        counted = (schema.report, schema.claim, schema.incident, schema.skipped)
        with self._reading() as connection:
            return rows.Counts(*(connection.execute(select(func.count()).select_from(t)).scalar_one() for t in counted))

    def search(self, words: str, filters: SearchFilters = ANYTHING, limit: int = 20) -> SearchPage:
        """The claims and reports that hold all of `words`; see `query.py` for what can be typed. `SettingError` as in
        `reports`; there are no other wrong words."""
        with self._reading() as connection:
            return search(connection, words, filters, limit)

    # ---------------------------------------------------------------------------------------------------------- inside

    def _reading(self) -> AbstractContextManager[Connection]:
        return reading(self._engine, self._file)

    def _find(self, connection: Connection, id_: Column[str], number: Column[int], what: str, asked: str) -> tuple[int, str]:
        """The row whose id is `asked`, or the only one whose id begins so."""
        begins = f"{what}-{asked.strip().lower().removeprefix(f'{what}-')}"
        exact = select(number, id_).where(id_ == asked)
        longer = select(number, id_).where(id_ >= begins, id_ < f"{begins}\U0010ffff")
        found = connection.execute(exact).all() or (connection.execute(longer).all() if begins[-1] != "-" else [])
        if not found:
            raise NotFoundError(what, asked)
        if len(found) > 1:
            raise SettingError(asked, f"{len(found)} {what}s have ids that begin so; type more of it")
        return found[0][0], found[0][1]

    def _record(self, connection: Connection, number: int) -> ReportRecord:
        query = (
            select(schema.report.c.id, schema.reading.c.text, schema.reading.c.record)
            .join_from(schema.report, schema.reading)
            .where(schema.report.c.number == number)
        )
        id_, body, packed = connection.execute(query).one()
        return self._unpack(id_, packed, body)

    def _unpack(self, report_id: str, packed: str, body: str) -> ReportRecord:
        with self._undamaged(report_id):
            return rows.unpack(packed, body)

    def _unpack_incidents(self, report_id: str, packed: str) -> tuple[Incident, ...]:
        with self._undamaged(report_id):
            return msgspec.json.decode(packed, type=rows.Incidents).incidents

    def _unpack_gathered(self, incident_id: str, packed: str) -> GatheredIncident:
        with self._undamaged(incident_id):
            return msgspec.json.decode(packed, type=GatheredIncident)

    @contextmanager
    def _undamaged(self, report_id: str) -> Iterator[None]:
        try:
            yield
        except msgspec.DecodeError as err:
            raise StoreError(str(self._file), f"the record of {report_id} is damaged") from err
