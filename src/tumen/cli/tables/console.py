"""The console that tables go to. Comes in: stdout or stderr. Goes out: a Rich console as wide as the terminal."""

import os
import sys

from rich.console import Console

from tumen.cli.tables.theme import THEME

WIDTH = 110
"""Columns where there is no terminal and no $COLUMNS to ask."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leaves it to `main`, where Rich would end the program with the exit code of something skipped."""
        raise BrokenPipeError


def make_console(*, stderr: bool = False) -> Console:
    """A console that takes every string as it is: words of a report are no markup."""
    stream = sys.stderr if stderr else sys.stdout
    has_width = stream.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    width = None if has_width else WIDTH
    return _Console(file=stream, width=width, theme=THEME, markup=False, emoji=False, highlight=False)
