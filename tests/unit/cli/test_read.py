"""`tumen read`: the record of a report, as JSON lines or as tables."""

from pathlib import Path

import pytest

from command import Tumen
from tumen.cli.tables.words import CONTROLS


def test_a_pipe_gets_json_lines_and_a_terminal_gets_tables(tumen: Tumen, guards: Path) -> None:
    piped = tumen("read", guards)
    assert piped.code == 0
    assert piped.lines[0]["report"]["title"] == "Guards Doubled on the Tumen"
    shown = tumen("read", guards, terminal=True)
    assert shown.code == 0
    assert "What is said" in shown.out
    assert not shown.out.startswith("{")


def test_options_force_json_or_tables(tumen: Tumen, guards: Path) -> None:
    assert tumen("read", "--json", guards, terminal=True).lines[0]["version"] == 1
    assert "What is said" in tumen("read", "--table", guards).out


def test_json_has_letters_as_they_are_and_the_text_only_if_asked(tumen: Tumen, guards: Path) -> None:
    assert "text" not in tumen("read", guards).lines[0]["report"]
    with_text = tumen("read", "--with-text", guards)
    assert with_text.lines[0]["report"]["text"] == guards.read_text("utf-8")
    assert "“Border" in with_text.out


def test_one_line_for_each_report_of_a_folder(tumen: Tumen, reports: Path) -> None:
    ran = tumen("read", reports)
    assert [Path(line["report"]["file"]).name for line in ran.lines] == ["guards.txt", "korean.txt", "rice.txt"]


def test_the_table_says_who_by_which_words_to_whom_and_how_surely(tumen: Tumen, guards: Path) -> None:
    out = tumen("read", "--table", guards, "--outlet", "Border Desk").out
    assert "told → Frontier Wire" in out
    assert "on 8 August 2014" in out
    assert "“Border guards were doubled last week,”" in out
    assert "probable, negative" in " ".join(line[33:50].strip() for line in out.splitlines())
    assert "Border Desk  from --outlet" in out


def test_unknown_is_said(tumen: Tumen) -> None:
    out = tumen("read", "--table", "-", stdin=b"The river rose. Nobody crossed it that night.").out
    assert "Outlet     unknown" in out
    assert "Published  unknown" in out
    assert "the outlet (unknown)" in out


def test_what_is_given_wins(tumen: Tumen, guards: Path) -> None:
    given = ("--published", "2015-01-02", "--outlet", "Mine", "--title", "Theirs", "--language", "en")
    report = tumen("read", guards, *given).lines[0]["report"]
    assert report["published"] == {"edtf": "2015-01-02", "basis": "given"}
    assert (report["outlet"], report["title"], report["signals"]["title"]) == ("Mine", "Theirs", "--title")


@pytest.mark.parametrize(
    ("option", "value"),
    [("--published", "soon"), ("--language", "English"), ("--title", "\udcff"), ("--outlet", "a\x1bb")],
)
def test_what_cannot_be_meant_is_wrong_use(tumen: Tumen, guards: Path, option: str, value: str) -> None:
    ran = tumen("read", guards, option, value)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tumen: {option}: ")
    assert ran.err.count("\n") == 1


def test_a_file_that_cannot_be_read_is_one_line_and_the_rest_goes_on(tumen: Tumen, guards: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    ran = tumen("read", tmp_path / "none.txt", empty, guards)
    assert ran.code == 1
    assert len(ran.lines) == 1
    assert ran.err.splitlines() == [
        f"tumen: {tmp_path / 'none.txt'}: there is no such file",
        f"tumen: {empty}: there is no text in it",
    ]


def test_a_language_that_is_not_read_is_named(tumen: Tumen, reports: Path) -> None:
    ran = tumen("read", reports / "korean.txt", "--table")
    assert ran.code == 1
    assert ran.err == f"tumen: {reports / 'korean.txt'}: not read: language ko\n"
    assert "No claims." in ran.out


@pytest.mark.parametrize("columns", ["40", "60", "80", "120", "240"])
def test_no_line_is_wider_than_the_terminal(
    tumen: Tumen, guards: Path, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = tumen("read", "--table", guards).out
    assert max(map(len, out.splitlines())) <= int(columns)


def test_a_report_cannot_steer_the_terminal(tumen: Tumen) -> None:
    text = 'A guard said "it is \x1b[31mred\x1b[0m \x9b2J and \u202egreen" on May 3.\n\nIt [bold]was no markup[/bold] :smile: then.\n'
    out = tumen("read", "--table", "-", "--title", "Plain", stdin=text.encode()).out
    assert not set(map(ord, out)) & set(CONTROLS)
    assert "[bold]was no markup[/bold] :smile:" in " ".join(out.split())
