"""`tumen scheme`, and types of events that a desk adds in its workspace."""

from pathlib import Path

import pytest

from command import Tumen
from tumen.event import scheme
from tumen.event.written import Elsewhere
from unit.event.test_written import WRITTEN

LECTURE = "Forty pupils were indoctrinated in Hyesan on May 3.\n"


@pytest.fixture
def desk(tmp_path: Path, tumen: Tumen) -> Path:
    """A workspace with a type of its own."""
    folder = tmp_path / "desk"
    tumen("init", folder)
    (folder / "scheme.toml").write_text(WRITTEN, "utf-8")
    return folder


def test_the_table_has_every_type_under_its_family(tumen: Tumen) -> None:
    lines = tumen("scheme", "--table").out.splitlines()
    assert lines[-1] == f"{len(scheme())} types"
    at = {line.split()[0]: number for number, line in enumerate(lines) if line.split()}
    assert at["movement"] < at["flee"] < at["custody"] < at["arrest"] < at["violence"]
    assert set(scheme()) <= at.keys()


def test_a_pipe_gets_a_line_a_type(tumen: Tumen) -> None:
    lines = tumen("scheme").lines
    assert [line["type"] for line in lines] == list(scheme())
    flee = next(line for line in lines if line["type"] == "flee")
    assert flee["from"] == "tumen"
    assert flee["triggers"]["verbs"][0] == "flee"
    assert flee["crosswalk"]["huridocs"]["fit"] == "good"


def test_a_type_is_shown_in_full(tumen: Tumen) -> None:
    out = " ".join(tumen("scheme", "flee", "--table").out.split())
    row = scheme()["flee"]
    assert all(words in out for words in (row.definition, row.example, row.not_example, "agent: who flees (counted)"))
    assert all(trigger in out for triggers in row.triggers.values() for trigger in triggers)
    assert all(name.upper() in out for name in Elsewhere.__args__)  # type: ignore[attr-defined]
    assert "none: does not fit because" in out


@pytest.mark.parametrize("columns", ["40", "60", "100"])
def test_no_line_is_wider_than_the_terminal(tumen: Tumen, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for args in (["scheme"], ["scheme", "sexual_violence"]):
        assert max(map(len, tumen(*args, "--table").out.splitlines())) <= int(columns)


def test_a_type_that_there_is_not_is_wrong_use(tumen: Tumen) -> None:
    ran = tumen("scheme", "arest")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "tumen: arest: is no type of the scheme; did you mean arrest?\n"


def test_types_of_a_workspace_are_shown_with_where_they_come_from(tumen: Tumen, desk: Path) -> None:
    assert tumen("scheme", "--workspace", desk).lines[-1]["from"] == "workspace"
    table = tumen("scheme", "--table", "--workspace", desk).out
    assert f"1 of them from {desk / 'scheme.toml'}" in " ".join(table.split())
    assert "workspace" in next(line for line in table.splitlines() if line.split()[:1] == ["indoctrinate"])
    assert tumen("scheme", "indoctrinate").code == 2


def test_reports_are_added_with_the_types_of_the_workspace(tumen: Tumen, desk: Path) -> None:
    assert tumen("add", "-", "--workspace", desk, stdin=LECTURE.encode()).code == 0
    (row,) = tumen("list", "incidents", "--workspace", desk).lines
    assert row["incident"]["type"] == "indoctrinate"
    assert "indoctrination" in tumen("show", row["incident"]["id"], "--table", "--workspace", desk).out


def test_a_report_is_read_with_the_types_of_a_file(tumen: Tumen, desk: Path) -> None:
    assert tumen("read", "-", stdin=LECTURE.encode()).lines[0]["events"] == []
    (event,) = tumen("read", "-", "--types", desk / "scheme.toml", stdin=LECTURE.encode()).lines[0]["events"]
    assert event["type"] == "indoctrinate"


@pytest.mark.parametrize("command", [["add", "-"], ["scheme"], ["list"]])
def test_a_file_of_types_that_cannot_be_used_ends_what_needs_it(tumen: Tumen, desk: Path, command: list[str]) -> None:
    (desk / "scheme.toml").write_text(WRITTEN.replace('"control"', '"schools"'), "utf-8")
    ran = tumen(*command, "--workspace", desk, stdin=LECTURE.encode())
    if command == ["list"]:
        assert ran.code == 0
        return
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tumen: {desk / 'scheme.toml'}: indoctrinate.family: ")


@pytest.mark.parametrize("written", [None, b"\xff\xfe"])
def test_a_file_of_types_that_cannot_be_read_is_wrong_use(tumen: Tumen, tmp_path: Path, written: bytes | None) -> None:
    file = tmp_path / "types.toml"
    if written:
        file.write_bytes(written)
    ran = tumen("read", "-", "--types", file, stdin=LECTURE.encode())
    assert ran.code == 2
    assert f"{file}: cannot be read" in ran.err
