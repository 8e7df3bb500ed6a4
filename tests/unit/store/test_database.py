"""The file behind a workspace: its schema, and what can be wrong with it. Real errors of SQLite and the system."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tumen.api import link_new
from tumen.errors import StoreError
from tumen.records import Skipped
from tumen.store import Workspace, create_workspace, open_workspace
from tumen.store.database import migrate, open_engine, writing
from tumen.store.schema import REVISIONS, metadata
from unit.store.made import Pair, many, pair

NOBODY = 65534


def schema_of(file: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    return [(kind, name, " ".join((sql or "").split())) for kind, name, sql in rows if "alembic" not in name]


def test_migrations_give_the_schema_of_the_tables(tmp_path: Path) -> None:
    migrated, made = tmp_path / "migrated.sqlite", tmp_path / "made.sqlite"
    engine = open_engine(migrated, create=True)
    migrate(engine, migrated)
    engine.dispose()
    engine = open_engine(made, create=True)
    with writing(engine, made) as connection:
        metadata.create_all(connection)
    engine.dispose()
    assert schema_of(migrated) == schema_of(made)


def test_the_known_revisions_are_those_of_the_migrations() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "tumen.store:migrations")
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == REVISIONS


def test_a_workspace_of_an_earlier_schema_keeps_what_is_in_it_and_can_be_linked(tmp_path: Path) -> None:
    original, record = pair("Guards left Hoeryong on Monday.", "Guards left", published="2014-08-09")
    with create_workspace(tmp_path / "desk") as kept:
        kept.keep(original, record)
    with closing(sqlite3.connect(tmp_path / "desk" / "tumen.sqlite")) as connection:
        later = ("decision", "gathered", "member", "echo", "side_link", "link", "link_key", "digest")
        connection.executescript("".join(f"DROP TABLE {table};" for table in later))
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()
    with open_workspace(tmp_path / "desk") as kept:
        assert kept.record(record.report.id) == record
        assert kept.behind() == 1
        assert link_new(kept) == 1
        assert [one.id for one in kept.gathered_of(record.report.id).reports] == [record.report.id]


def test_every_table_is_strict_and_the_file_keeps_a_log(tmp_path: Path) -> None:
    create_workspace(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "tumen.sqlite")) as connection:
        tables = dict(connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'"))
        assert {name for name, strict in tables.items() if not strict} == {
            "alembic_version",
            "sqlite_schema",
            "sqlite_temp_schema",
        }
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_of_a_newer_tumen_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    create_workspace(tmp_path).close()
    file = tmp_path / "tumen.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(StoreError, match=r"newer Tumen \(schema 9999\); upgrade"):
        open_workspace(tmp_path)
    assert file.read_bytes() == before


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    create_workspace(tmp_path).close()
    file = tmp_path / "tumen.sqlite"
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE other (a)")
    with pytest.raises(StoreError, match="not the database of a Tumen workspace"):
        open_workspace(tmp_path)
    (tmp_path / "tumen.toml").unlink()
    with pytest.raises(StoreError, match="not the database of a Tumen workspace"):
        create_workspace(tmp_path)
    assert not (tmp_path / "tumen.toml").exists()


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    create_workspace(tmp_path).close()
    file = tmp_path / "tumen.sqlite"
    file.write_bytes(b"this is not a database, however long one looks at it" * 100)
    with pytest.raises(StoreError, match=r"tumen\.sqlite: the file is damaged"):
        open_workspace(tmp_path)
    file.unlink()
    with pytest.raises(StoreError, match="is missing"):
        open_workspace(tmp_path)
    assert not file.exists()


def test_damage_inside_the_file_is_an_error_of_ours(tmp_path: Path) -> None:
    with create_workspace(tmp_path) as workspace:
        list(workspace.keep_many(many(60)))
    file = tmp_path / "tumen.sqlite"
    data = bytearray(file.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 512] = b"\xff" * 512
    file.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"), open_workspace(tmp_path) as workspace:
        list(workspace.records())


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    (original, record) = pair("The guards left.", "left")
    with create_workspace(tmp_path) as workspace:
        workspace.keep(original, record)
        with closing(sqlite3.connect(tmp_path / "tumen.sqlite")) as connection:
            connection.execute("UPDATE reading SET record = '{}'")
            connection.commit()
        with pytest.raises(StoreError, match=f"the record of {record.report.id} is damaged"):
            workspace.record(record.report.id)


def test_a_full_disk_is_said_and_nothing_is_half_kept(tmp_path: Path) -> None:
    with create_workspace(tmp_path) as workspace:
        with workspace._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(StoreError, match=r"tumen\.sqlite: the disk is full"):
            keep_all(workspace, many(2000))
        counts = workspace.counts()
        assert 0 < counts.reports == counts.claims < 2000
        assert len(list(workspace.records())) == counts.reports


def test_an_error_never_carries_words_of_a_report(tmp_path: Path) -> None:
    original, record = pair("Words of a witness.")
    with create_workspace(tmp_path) as workspace:
        with closing(sqlite3.connect(tmp_path / "tumen.sqlite")) as connection:
            connection.execute("DROP TABLE reading")
        with pytest.raises(StoreError) as caught:
            workspace.keep(original, record)
        told = f"{caught.value} {caught.value.__cause__}"
        assert "no such table" in told
        assert "witness" not in told


def keep_all(workspace: Workspace, pairs: list[Pair]) -> None:
    for original, record in pairs:
        workspace.keep(original, record)


@contextmanager
def as_nobody() -> Iterator[None]:
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to become a user without rights")
def test_a_workspace_that_cannot_be_written_can_be_read() -> None:
    (kept, other) = many(2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with create_workspace(folder) as workspace:
            workspace.keep(*kept)
        with as_nobody(), open_workspace(folder) as workspace:
            assert workspace.record(kept[1].report.id) == kept[1]
            assert workspace.original(kept[0].sha256) == kept[0].data
            assert workspace.search("guards").total == 2
            with pytest.raises(StoreError, match="permission"):
                workspace.keep(*other)
            with pytest.raises(StoreError, match=r"tumen\.sqlite: cannot be written; it is read-only for you"):
                workspace.keep_skipped(Skipped("b.txt", "report", "empty", "There is nothing in it."))
        (folder / "tumen.sqlite").chmod(0o600)
        with as_nobody(), pytest.raises(StoreError, match=r"tumen\.sqlite"):
            open_workspace(folder)
        with as_nobody(), pytest.raises(StoreError):
            create_workspace(folder / "new")
