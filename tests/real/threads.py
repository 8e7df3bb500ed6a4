"""The gold of threads: reports of our own, which of them tell of one incident, who goes back to whom, what cannot all be true.

`tests/data/threads/README.md` says what the keys mean. The split "last" is for the last run; nothing is tuned on it.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tumen
from tumen.records import ReportRecord

DATA = Path(__file__).parents[1] / "data" / "threads"
EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Thread:
    """Reports that lie beside each other, and what holds between them. `files` are their paths by the names that the gold uses."""

    key: str
    files: dict[str, Path]
    gold: dict[str, Any]

    @property
    def incidents(self) -> list[dict[str, Any]]:
        """As in `thread.toml`."""
        incidents: list[dict[str, Any]] = self.gold["incident"]
        return incidents

    def main_of(self) -> dict[str, str]:
        """For each report, the key of the incident that it is mainly about."""
        return {
            one["report"]: incident["key"]
            for incident in self.incidents
            for one in incident["reports"]
            if one["role"] == "main"
        }

    def read(self) -> Iterator[tuple[str, ReportRecord]]:
        """The names of the reports, and what is read in them."""
        for name, file in self.files.items():
            yield name, tumen.read(file)


def load(split: str = "tune") -> list[Thread]:
    """The threads of a split, such as "tune" or "last"."""
    threads = []
    for table in sorted(DATA.glob("*/thread.toml")):
        gold, folder = tomllib.loads(table.read_text("utf-8")), table.parent
        if gold["split"] == split:
            threads.append(Thread(folder.name, {file.name: file for file in sorted(folder.glob("*.txt"))}, gold))
    return threads
