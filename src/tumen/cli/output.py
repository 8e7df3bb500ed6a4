"""What goes to stdout and stderr. Comes in: records, tables. Goes out: JSON lines in UTF-8, text as wide as the terminal."""

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from tumen.records import Skipped

WIDTH = 110
"""Columns where there is no terminal and no $COLUMNS to ask."""


def wants_json(asked: bool | None) -> bool:
    """As asked; unasked, a terminal gets tables and everything else JSON lines."""
    return not sys.stdout.isatty() if asked is None else asked


def print_json(plain: Any) -> None:
    """One line of JSON, letters as they are, in UTF-8 whatever the terminal speaks. It is sent off at once."""
    import msgspec

    line = msgspec.json.encode(plain) + b"\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def make_console(*, stderr: bool = False) -> "Console":
    """A console that takes every string as it is: words of a report are no markup."""
    from rich.console import Console

    from tumen.cli.tables.theme import THEME

    stream = sys.stderr if stderr else sys.stdout
    columns = os.environ.get("COLUMNS", "")
    width = None if stream.isatty() or columns.isdecimal() else WIDTH
    return Console(file=stream, width=width, theme=THEME, markup=False, emoji=False, highlight=False)


def print_note(words: str) -> None:
    """One line on stderr, told apart from lines of other programs."""
    print(f"tumen: {words}", file=sys.stderr)


def print_skipped(skipped: "Skipped") -> None:
    """One line on stderr."""
    print_note(f"{skipped.report}: {skipped.detail}")
