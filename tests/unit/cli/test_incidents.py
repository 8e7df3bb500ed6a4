"""Incidents as people read them: the main one in full, the others one row each, one alone with its events."""

from pathlib import Path

import pytest

from command import Tumen

REPORT = """Three Families Flee to China

2014-08-09

Three families fled from Hoeryong to China on August 3, a source in the province told Frontier Wire. Officers arrested two \
traders in Hyesan on August 6. The border will be closed, the source said.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A report with a main incident and two others."""
    file = tmp_path / "families.txt"
    file.write_text(REPORT, "utf-8")
    return file


def shown(tumen: Tumen, file: Path, *options: str) -> tuple[str, str]:
    """What is printed of the main incident, and of the others."""
    main, others = tumen("read", "--table", file, *options).out.split("Main incident")[1].split("Other incidents")
    return main, others


def test_the_main_incident_is_shown_in_full_and_what_is_not_said_is_named(tumen: Tumen, file: Path) -> None:
    main, _ = shown(tumen, file)
    labels = [line.split("  ")[0].strip() for line in main.splitlines()]
    assert {"what", "who", "how many", "from", "to", "when", "status"} <= set(labels)
    assert next(line for line in main.splitlines() if line.startswith("not said:")).endswith("helpers")


def test_the_others_are_one_row_each_under_how_they_stand_to_it(tumen: Tumen, file: Path) -> None:
    _, others = shown(tumen, file)
    rows = [line for line in others.splitlines() if "[" in line or "happened" in line or "expected" in line]
    assert any("arrested" in row and "happened" in row for row in rows)
    assert any("expected" in row for row in rows)
    assert others.index("Responses to it") < others.index("arrested")


def test_an_incident_alone_is_shown_with_its_events(tumen: Tumen, file: Path, tmp_path: Path) -> None:
    tumen("init", tmp_path / "desk")
    tumen("add", file, "--workspace", tmp_path / "desk")
    rows = tumen("list", "incidents", "--workspace", tmp_path / "desk").lines
    of = {row["incident"]["type"]: row["incident"]["id"] for row in rows}
    main = tumen("show", of["flee"], "--table", "--workspace", tmp_path / "desk").out
    assert "The main incident of Three Families Flee to China" in main
    assert "agent: Three families" in main
    other = tumen("show", of["arrest"], "--table", "--workspace", tmp_path / "desk").out
    assert "to the main incident: response" in other
    words = " ".join(other.split("Its events")[1].split())
    assert all(each in words for each in ("arrested", "patient: two traders", "when: August 6", "certain"))


def test_the_list_shows_others_under_the_main_one(tumen: Tumen, file: Path, tmp_path: Path) -> None:
    tumen("init", tmp_path / "desk")
    tumen("add", file, "--workspace", tmp_path / "desk")
    lines = [
        line
        for line in tumen("list", "incidents", "--table", "--workspace", tmp_path / "desk").out.splitlines()
        if "incident-" in line
    ]
    assert "└" not in lines[0]
    assert all("└" in line for line in lines[1:])


@pytest.mark.parametrize("columns", ["40", "60", "79", "80", "100"])
def test_no_line_is_wider_than_the_terminal(tumen: Tumen, file: Path, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    main, others = shown(tumen, file)
    assert max(map(len, (main + others).splitlines())) <= int(columns)
    assert "arrested" in others


def test_rows_say_which_is_the_main_one_and_how_others_stand_to_it(tumen: Tumen, file: Path, tmp_path: Path) -> None:
    import csv
    import io

    tumen("init", tmp_path / "desk")
    tumen("add", file, "--workspace", tmp_path / "desk")
    out = tumen("export", "--format", "csv", "--what", "incidents", "--workspace", tmp_path / "desk").out
    rows = {row["type"]: row for row in csv.DictReader(io.StringIO(out, newline=""))}
    assert [rows["flee"][name] for name in ("main", "relation", "status", "to")] == ["yes", "", "happened", "China"]
    assert [rows["arrest"][name] for name in ("main", "relation")] == ["no", "response"]
