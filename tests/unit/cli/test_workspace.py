"""`tumen init`, `add`, `list`: reports go into a workspace, each once, and are listed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command import GUARDS, Tumen


def test_a_workspace_is_found_from_a_folder_inside_it(
    tumen: Tumen, tmp_path: Path, guards: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tumen("init", tmp_path / "desk", "--name", "Night desk")
    assert made.out == f"Made the workspace Night desk in {tmp_path / 'desk'}\n"
    inside = tmp_path / "desk" / "notes"
    inside.mkdir()
    monkeypatch.chdir(inside)
    assert tumen("add", guards).out == "1 added, 0 already kept, 0 skipped\n"


def test_making_a_workspace_twice_is_refused(tumen: Tumen, tmp_path: Path) -> None:
    tumen("init", tmp_path)
    ran = tumen("init", tmp_path)
    assert (ran.code, ran.err) == (3, f"tumen: {tmp_path}: is a workspace already\n")


def test_adding_the_same_again_changes_nothing_and_says_so(tumen: Tumen, workspace: Path, reports: Path) -> None:
    before = tumen("list").out
    again = tumen("add", reports, reports)
    assert (again.code, again.out) == (0, "0 added, 6 already kept, 0 skipped\n")
    assert tumen("list").out == before


def test_bytes_that_are_kept_are_not_read_again(
    tumen: Tumen, workspace: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumen.pipeline.read_original", None)
    assert tumen("add", reports).code == 0


def test_what_fails_is_kept_as_skipped_with_its_reason_and_the_rest_goes_on(
    tumen: Tumen, workspace: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    new.mkdir()
    (new / "a.pdf").write_bytes(b"%PDF-1.4 cut off")
    (new / "b.txt").write_bytes(b"")
    (new / "c.txt").write_text("A guard said the river was high.", "utf-8")
    ran = tumen("add", new, new / "none")
    assert (ran.code, ran.out) == (1, "1 added, 0 already kept, 3 skipped\n")
    assert [line.split(":")[1].strip() for line in ran.err.splitlines()] == [
        str(new / "a.pdf"),
        str(new / "b.txt"),
        str(new / "none"),
    ]
    assert [line["reason"] for line in tumen("list", "skipped").lines][1:] == ["empty", "not_found"]
    tumen("add", new)
    assert len(tumen("list", "skipped").lines) == 3
    assert "3 skipped" in tumen("list", "skipped", "--table").out


def test_many_skipped_things_are_counted_and_some_named(tumen: Tumen, workspace: Path, tmp_path: Path) -> None:
    ran = tumen("add", *(tmp_path / f"none{number}" for number in range(25)))
    assert ran.err.splitlines()[-1] == "tumen: and 5 more; see: tumen list skipped"


def test_what_is_given_is_kept(tumen: Tumen, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("A guard said the river was high.", "utf-8")
    tumen("add", tmp_path / "new.txt", "--outlet", "River Post", "--published", "2016-03")
    row = tumen("list", "--outlet", "river post").lines[0]
    assert (row["outlet"], row["published"]) == ("River Post", "2016-03")


def test_lists_are_narrowed_by_outlet_and_day(tumen: Tumen, workspace: Path) -> None:
    assert len(tumen("list").lines) == 3
    assert [row["title"] for row in tumen("list", "--since", "2014-08-01", "--until", "2014-08").lines] == [
        "Guards Doubled on the Tumen"
    ]
    assert tumen("list", "incidents", "--until", "2013").lines == []
    assert tumen("list", "--since", "soon").code == 2
    assert tumen("list", "skipped", "--since", "2014").code == 2


def test_tables_of_reports_and_incidents(tumen: Tumen, workspace: Path) -> None:
    reports = tumen("list", "--table").out
    assert "Guards Doubled on the Tumen" in reports
    assert "3 reports" in reports
    incident = tumen("list", "incidents").lines[0]["incident"]
    incidents = tumen("list", "incidents", terminal=True).out
    assert incident["id"][: len("incident-") + 8] in incidents
    assert incident["headline"].split(":")[0] in incidents


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_killed_add_is_taken_up_again_without_loss_or_double(tumen: Tumen, tmp_path: Path) -> None:
    tumen("init", tmp_path / "desk")
    reports = tmp_path / "many"
    reports.mkdir()
    for number in range(60):
        (reports / f"{number:02}.txt").write_text(f"{GUARDS}\nThis is report {number}.\n" * 5, "utf-8")
    add = [sys.executable, "-m", "tumen.cli", "add", str(reports), "--workspace", str(tmp_path / "desk")]
    killed = subprocess.Popen(add, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while killed.poll() is None and not list((tmp_path / "desk" / "originals").glob("*/*")):
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    again = tumen("add", reports, "--workspace", tmp_path / "desk")
    assert again.code == 0
    assert len(tumen("list", "--workspace", tmp_path / "desk").lines) == 60


def test_a_report_on_stdin_is_added(tumen: Tumen, workspace: Path) -> None:
    assert tumen("add", "-", stdin=b"A guard said the river was high.").out.startswith("1 added")
