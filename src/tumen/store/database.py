"""One SQLite file: opened, brought to the schema of this Tumen, read and written in transactions.

Comes in: the path of `tumen.sqlite`. Goes out: connections. Every error of SQLite, SQLAlchemy or the file system becomes a
`StoreError` here, by `store_errors`, and carries no value that was being written.

Writers queue: each write transaction is BEGIN IMMEDIATE and waits up to `BUSY_S` for its turn. With a write-ahead log and
`synchronous=NORMAL` the file is never damaged by a kill or a power cut; a power cut can undo the last few commits, and
adding the same reports again restores them. Sorting happens in memory, so that no words reach the system's temporary files.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from tumen.errors import StoreError
from tumen.store.schema import REVISIONS

BUSY_S = 120
"""How long a writer waits for other writers. A write holds the file for milliseconds, a bulk add for a second at most."""

SETTINGS = ("foreign_keys = ON", "synchronous = NORMAL", "temp_store = MEMORY", "cache_size = -65536")
WRITER_SETTINGS = ("journal_mode = WAL", *SETTINGS)

_WHY = {
    "SQLITE_BUSY": f"another process has been writing for more than {BUSY_S} seconds",
    "SQLITE_CANTOPEN": "cannot be opened; is the folder writable?",
    "SQLITE_CORRUPT": "the file is damaged; restore a copy, or make a new workspace and add the originals again",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk could not be read or written",
    "SQLITE_NOTADB": "the file is damaged or not a database",
    "SQLITE_READONLY": "cannot be written; it is read-only for you",
    errno.EACCES: "no permission",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would become larger than the system allows",
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "cannot be written; the disk is read-only",
}

_EFFECTIVE = os.access in os.supports_effective_ids


@contextmanager
def store_errors(place: Path) -> Iterator[None]:
    """Whatever the libraries raise inside becomes a `StoreError` at `place`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, UnicodeEncodeError) as err:
        raise StoreError(str(place), _explain(err)) from err


def _explain(err: Exception) -> str:
    cause = err.orig if isinstance(err, DBAPIError) and err.orig is not None else err
    if isinstance(cause, OSError):
        return _WHY.get(cause.errno or 0, cause.strerror or "the system refused")
    if isinstance(cause, UnicodeEncodeError):
        return "a name or text holds half of a surrogate pair, which no file can hold"
    name = getattr(cause, "sqlite_errorname", "")
    for known, why in _WHY.items():
        if isinstance(known, str) and name.startswith(known):
            return why
    return f"{name}: {cause}" if name else type(cause).__name__


def open_engine(file: Path, *, create: bool = False) -> Engine:
    """An engine for `file`; nothing is opened yet. A file or folder that cannot be written is opened for reading.

    SQLite cannot read a write-ahead log without writing beside it. Where it may not, and the log is empty, the file is
    complete in itself and is read as one that does not change.
    """
    writable = os.access(file.parent, os.W_OK, effective_ids=_EFFECTIVE) and (
        create or os.access(file, os.W_OK, effective_ids=_EFFECTIVE)
    )
    log = file.with_name(f"{file.name}-wal")
    query = "mode=rwc" if create else "mode=rw" if writable else "mode=ro"
    if not writable and not (log.exists() and log.stat().st_size):
        query += "&immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(f"{file.absolute().as_uri()}?{query}", uri=True, timeout=BUSY_S, check_same_thread=False)

    def set_up(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # or the driver would begin transactions of its own, and not IMMEDIATE ones
        for setting in WRITER_SETTINGS if writable else SETTINGS:
            connection.execute(f"PRAGMA {setting}").close()

    engine = create_engine("sqlite://", creator=connect, hide_parameters=True, poolclass=QueuePool)
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def reading(engine: Engine, place: Path) -> Iterator[Connection]:
    """A connection that sees one state of the file throughout."""
    with store_errors(place), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, place: Path) -> Iterator[Connection]:
    """A connection in one write transaction: all of it is kept, or none."""
    with store_errors(place), engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        yield connection


def create_schema(engine: Engine, file: Path) -> None:
    """Every table in an empty file. A file left by an earlier try, or by a lost settings file, is taken over."""
    with reading(engine, file) as connection:
        empty = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0
    if empty:
        migrate(engine, file)
    check_schema(engine, file)


def check_schema(engine: Engine, file: Path) -> None:
    """Brings `file` to the last of `REVISIONS`. Raises `StoreError`, and changes nothing, if it is newer or not ours."""
    with reading(engine, file) as connection:
        known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").scalar()
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if known else None
    if revision is None:
        raise StoreError(str(file), "is not the database of a Tumen workspace")
    if revision not in REVISIONS:
        raise StoreError(str(file), f"was written by a newer Tumen (schema {revision}); upgrade Tumen to open it")
    if revision != REVISIONS[-1]:
        migrate(engine, file)


def migrate(engine: Engine, file: Path) -> None:
    """Runs every migration that `file` has not seen, in one transaction; an empty file gets them all."""
    from alembic import command  # 0.6 s, and only needed here
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "tumen.store:migrations")
    with writing(engine, file) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
