"""Several processes on one workspace, and processes that are killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tumen.store import create_workspace, open_workspace
from unit.store.made import many

ADDER = str(Path(__file__).with_name("adder.py"))


def start(folder: Path, count: int, *order: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, ADDER, str(folder), str(count), *order], stdout=subprocess.PIPE, text=True)


def assert_sound(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "tumen.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for words in ("claim_words", "report_words"):
            connection.execute(f"INSERT INTO {words} ({words}) VALUES ('integrity-check')")


def assert_holds(folder: Path, count: int) -> None:
    """Every report once, with everything that belongs to it."""
    with open_workspace(folder) as workspace:
        counts = workspace.counts()
        assert (counts.reports, counts.claims, counts.incidents) == (count, count, count)
        assert {record.report.id for record in workspace.records()} == {record.report.id for _, record in many(count)}
        assert workspace.search("guards", limit=1).total == 2 * count
        for original, _ in many(count):
            assert workspace.original(original.sha256) == original.data


def test_two_processes_that_add_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    create_workspace(tmp_path).close()
    adders = [start(tmp_path, 60), start(tmp_path, 60, "backwards")]
    said = [adder.communicate(timeout=120)[0].split() for adder in adders]
    assert [adder.returncode for adder in adders] == [0, 0]
    assert [len(words) for words in said] == [60, 60]
    assert sum(words.count("kept") for words in said) == 60
    assert_holds(tmp_path, 60)
    assert_sound(tmp_path)


def test_a_killed_process_loses_nothing_it_kept_and_the_next_run_ends_as_if_there_had_been_no_kill(tmp_path: Path) -> None:
    create_workspace(tmp_path).close()
    for lines in (1, 7, 12):
        adder = start(tmp_path, 80)
        assert adder.stdout
        for _ in range(lines):
            adder.stdout.readline()
        os.kill(adder.pid, signal.SIGKILL)
        adder.communicate()
        with open_workspace(tmp_path) as workspace:
            assert workspace.counts().reports >= lines
        assert_sound(tmp_path)
    finished = start(tmp_path, 80)
    finished.communicate(timeout=120)
    assert finished.returncode == 0
    assert_holds(tmp_path, 80)
    assert_sound(tmp_path)
    assert [path for path in (tmp_path / "originals").rglob("*") if path.suffix == ".part"] == []
