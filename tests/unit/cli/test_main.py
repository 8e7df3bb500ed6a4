"""Exit codes, messages, and what must hold of every command. Some of it needs a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command import Tumen
from tumen.cli import INTERRUPTED, OUTPUT_CLOSED, SKIPPED, STOPPED, WRONG_USE

TUMEN = [sys.executable, "-m", "tumen.cli"]
COMMANDS = ("read", "init", "add", "list", "show", "search", "export", "scheme", "schema")
SECRET = "Kumsong"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_short_help_with_an_example(tumen: Tumen, command: str) -> None:
    ran = tumen(command, "--help")
    assert ran.code == 0
    assert f"Example: tumen {command}" in ran.out
    assert len(ran.out.splitlines()) <= 30


def test_help_lists_every_command_and_is_shown_if_nothing_is_asked(tumen: Tumen) -> None:
    ran = tumen("--help")
    assert all(f"  {command} " in ran.out for command in COMMANDS)
    assert tumen().out == ran.out


def test_the_version_is_that_of_the_package(tumen: Tumen) -> None:
    from tumen import __version__

    assert tumen("--version").out == f"tumen {__version__}\n"


@pytest.mark.parametrize("args", [["reed"], ["read"], ["read", "--no-such"], ["search", "x", "--limit", "0"], ["list", "x"]])
def test_wrong_use_is_explained_in_two_lines(tumen: Tumen, args: list[str]) -> None:
    ran = tumen(*args)
    assert (ran.code, ran.out) == (WRONG_USE, "")
    first, second = ran.err.splitlines()
    assert first.startswith("tumen: ")
    assert second.startswith("Try: tumen")


@pytest.mark.parametrize("command", [["list"], ["show", "x"], ["search", "x"], ["export"], ["add", "x"]])
def test_without_a_workspace_a_command_cannot_go_on(
    tumen: Tumen, tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = tumen(*command)
    assert (ran.code, ran.out) == (STOPPED, "")
    assert "tumen init" in ran.err
    assert ran.err.count("\n") == 1


def test_no_traceback_unless_asked_for(tumen: Tumen, tmp_path: Path) -> None:
    assert "Traceback" not in tumen("list", "--workspace", tmp_path).err
    shown = tumen("--debug", "list", "--workspace", tmp_path).err
    assert "in read_name" in shown
    assert "FileNotFoundError" in shown


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_a_mistake_of_ours_is_told_without_words_of_the_report(
    tumen: Tumen, guards: Path, monkeypatch: pytest.MonkeyPatch, debug: list[str]
) -> None:
    def fail(*_: object) -> None:
        try:
            raise KeyError(SECRET)
        except KeyError as err:
            raise ValueError(SECRET) from err

    monkeypatch.setattr("tumen.report.find_originals", fail)
    ran = tumen(*debug, "read", guards)
    assert ran.code == STOPPED
    assert "a mistake in Tumen itself: ValueError at test_main.py:" in ran.err
    assert SECRET not in ran.err


def test_ctrl_c_ends_quietly(tumen: Tumen, guards: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tumen.pipeline.read_outcome", stop)
    ran = tumen("read", guards)
    assert (ran.code, ran.out, ran.err) == (INTERRUPTED, "", "")


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_ctrl_c_ends_a_process_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen([*TUMEN, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin
    process.stdin.write(b"A trader said that the rice ran out in the market.\n\n" * 20_000)
    process.stdin.close()
    time.sleep(3)  # libraries being loaded may swallow it; by now the command is reading, and will be for a while
    process.send_signal(signal.SIGINT)
    process.stdin = None
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (INTERRUPTED, b"", b"")


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
@pytest.mark.parametrize("form", ["--json", "--table"])
def test_a_reader_that_goes_away_ends_the_command_quietly(guards: Path, form: str) -> None:
    process = subprocess.Popen([*TUMEN, "read", form, *[str(guards)] * 200], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(timeout=60) == OUTPUT_CLOSED


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "latin-1"])
def test_a_terminal_that_lacks_letters_is_no_trouble(guards: Path, encoding: str) -> None:
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C", "COLUMNS": "90"}
    table = subprocess.run([*TUMEN, "read", "--table", str(guards)], env=env, capture_output=True, check=True)
    assert b"Border guards were doubled" in table.stdout
    lines = subprocess.run([*TUMEN, "read", "--json", "--with-text", str(guards)], env=env, capture_output=True, check=True)
    assert "“Border guards" in lines.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_stops_a_command_in_one_line(guards: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*TUMEN, "read", "--json", str(guards)], stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == STOPPED
    assert ran.stderr == b"tumen: No space left on device\n"


def test_exit_codes_are_the_documented_ones() -> None:
    assert (SKIPPED, WRONG_USE, STOPPED, INTERRUPTED, OUTPUT_CLOSED) == (1, 2, 3, 130, 141)


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, tumen.cli; tumen.cli.main(['--help']); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    heavy = {"rich", "sqlalchemy", "msgspec", "pydantic", "tumen.records", "tumen.pipeline", "tumen.store"}
    assert not heavy & set(ran.stderr.split())
