"""The progress bars of long work. Comes in: what is done. Goes out: a bar on stderr, if that is a terminal."""

import re
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from tumen.cli.tables.console import make_console
from tumen.records import Original

LINE = re.compile(r":\d+\Z")


class CountProgress:
    """Counts things of which it is known how many there are."""

    def __init__(self, done: str, total: int) -> None:
        self._progress = _make_progress()
        self._task = self._progress.add_task("", total=total)
        self._words, self._done, self._total = done, 0, total

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._progress.stop()

    def advance(self, done: int) -> None:
        """So many more are done."""
        self._done += done
        self._progress.update(
            self._task, completed=self._done, description=f"{self._done:,} of {self._total:,} {self._words}"
        )


class ReadProgress:
    """Measures bytes of the files on disk, so that one large archive among small files is shown for what it is."""

    def __init__(self, total_bytes: int) -> None:
        self._progress = _make_progress()
        self._task = self._progress.add_task("", total=total_bytes or None)
        self._file = ""
        self._before = self._done = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._progress.stop()

    def advance(self, original: Original) -> None:
        """`original` has been dealt with."""
        file = original.file.partition("!/")[0]
        if original.container_sha256:
            file = LINE.sub("", file)
        if file != self._file:  # bytes are counted from the beginning of each file
            self._file, self._before, self._done = file, self._before + self._done, 0
        self._done = max(self._done, original.bytes_done)
        self._progress.update(self._task, completed=self._before + self._done)

    def show(self, counts: str) -> None:
        """Shows `counts` beside the bar."""
        self._progress.update(self._task, description=counts)


def _make_progress() -> Progress:
    console = make_console(stderr=True)
    bar, share = BarColumn(bar_width=24), TaskProgressColumn()
    counts, left = TextColumn("{task.description}"), TimeRemainingColumn(compact=True)
    return Progress(bar, share, counts, left, console=console, disable=not console.is_terminal)
