"""`make demo`, the picture, and the progress bar."""

import runpy
import xml.dom.minidom
from pathlib import Path

import pytest

from tumen.cli.demo import demo
from tumen.cli.progress import ReadProgress
from tumen.records import Original

ROOT = Path(__file__).parents[3]


def test_the_demo_runs_twice_and_says_what_to_type_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for _ in range(2):
        assert demo(Path("examples"), tmp_path / "demo") == 0
        out = capsys.readouterr().out
        assert "What to type next" in out
        assert "\x1b" not in out


def test_the_demo_removes_no_folder_that_is_not_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "precious.txt").write_text("keep me")
    demo(Path("examples"), tmp_path)
    assert (tmp_path / "precious.txt").read_text() == "keep me"


def test_the_picture_is_whole_and_points_nowhere() -> None:
    drawn = (ROOT / "docs/pictures/read.svg").read_text("utf-8")
    xml.dom.minidom.parseString(drawn)
    assert drawn.count("http") == 1
    assert "<title" in drawn
    assert "<desc" in drawn


def test_the_picture_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    drawn = runpy.run_path("docs/pictures/draw.py")["draw"]()
    xml.dom.minidom.parseString(drawn)
    assert "Evening&#160;Record" in drawn


def test_progress_adds_up_over_files_and_parts() -> None:
    progress = ReadProgress(600)
    for file, container, done in (
        ("a.txt", None, 100),
        ("b.zip!/x.txt", "f" * 64, 50),
        ("b.zip!/y.txt", "f" * 64, 200),
        ("c.jsonl:1", "e" * 64, 150),
        ("c.jsonl:2", "e" * 64, 300),
    ):
        progress.advance(Original(file, b"", "0" * 64, container, done))
    assert progress._progress.tasks[0].completed == 600
