"""Runs the console blocks of a page as a reader would type them. Comes in: Markdown. Goes out: what each command printed.

A line that begins with "$ " is typed; the lines up to the next one are what it prints, where `...` alone on a line stands for
any lines. `tumen` runs in this process and as on a terminal, `cd` and `echo $?` are understood, and whatever else is typed
(make, git) is left out. Of a pipe the first command is run, and its output is not compared. The exit code must be 0, or else
what `echo $?` is shown to print next.
"""

import contextlib
import io
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tumen.cli import main

BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
TUMEN = ("tumen", ".venv/bin/tumen")
ELSEWHERE = ("|", ">", ">>", "2>")
ANY_LINES = "..."
COLUMNS = "100"


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that is typed, the lines that are said to follow, and the exit code that it must have."""

    words: tuple[str, ...]
    shown: tuple[str, ...]
    code: int = 0


def typed_in(markdown: str) -> Iterator[Typed]:
    """Everything typed in the console blocks, in order."""
    for block in BLOCK.findall(markdown):
        commands: list[tuple[str, list[str]]] = []
        for line in block.splitlines():
            if line.startswith("$ "):
                commands.append((line[2:], []))
            elif commands and line.strip():
                commands[-1][1].append(line.rstrip())
        for (line, shown), (following, code) in zip(commands, [*commands[1:], ("", [])], strict=True):
            words = tuple(shlex.split(line, comments=True))
            if not words or line == "echo $?":
                continue
            end = min((words.index(sign) for sign in ELSEWHERE if sign in words), default=len(words))
            printed = tuple(shown) if end == len(words) else ()
            yield Typed(words[:end], printed, int(code[0]) if following == "echo $?" else 0)


def run(typed: Typed, terminal: pytest.MonkeyPatch) -> tuple[int, str] | None:
    """Exit code and output, both streams together; `None` for what is not run here."""
    if typed.words[0] == "cd":
        terminal.chdir(typed.words[1])
    if typed.words[0] not in TUMEN:
        return None
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(typed.words[1:])
    out.flush()
    return code, out.buffer.getvalue().decode()  # type: ignore[attr-defined]


def matches(shown: tuple[str, ...], printed: str) -> bool:
    """`printed` is what is `shown`. Blank lines and blanks at line ends do not count."""
    lines = [line.rstrip() for line in printed.splitlines() if line.strip()]
    pattern = "".join("(?:.*\n)*?" if line.strip() == ANY_LINES else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)) is not None


def set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of fixed width, without colours and without a workspace of its own."""
    monkeypatch.setenv("COLUMNS", COLUMNS)
    monkeypatch.setattr("tumen.cli.output.wants_json", bool)
    monkeypatch.delenv("TUMEN_WORKSPACE", raising=False)


if __name__ == "__main__":  # python tests/unit/docs/consoles.py PAGE: prints what the page's commands print
    monkeypatch = pytest.MonkeyPatch()
    set_up(monkeypatch)
    for typed in typed_in(Path(sys.argv[1]).read_text("utf-8")):
        outcome = run(typed, monkeypatch)
        print("$", shlex.join(typed.words), *(outcome or ()), sep="\n")
