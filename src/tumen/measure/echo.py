"""Measures of echoes. Comes in: built pairs, and what was said of each. Goes out: how many relations are right, and the worst error.

The worst error is an echo that is called independent: it would count one voice twice.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from tumen.errors import SettingError
from tumen.measure.echo_set import BuiltPair, Kind, Text
from tumen.measure.files import read_lines

RIGHT: Mapping[Kind, frozenset[str]] = {
    "abridged": frozenset({"abridged"}),
    "reordered": frozenset({"same_text", "reprint"}),
    "reworded": frozenset({"derived"}),
    "quoted": frozenset({"derived"}),
    "cited": frozenset({"cites"}),
    "other hands": frozenset({"independent", "unknown"}),
}
"""Nothing shows that reports by other hands are independent, so that it is unknown is right too."""
ARCHIVED = re.compile(r"/web/\d+[a-z_]*/(?:https?:/+)?(?P<host>[^/:?#]+)")


@dataclass
class EchoScores:
    """Counts of pairs by kind."""

    pairs: Counter[Kind] = field(default_factory=Counter)
    right: Counter[Kind] = field(default_factory=Counter)
    answers: Counter[tuple[Kind, str]] = field(default_factory=Counter)
    directed: int = 0
    directed_right: int = 0
    independent: int = 0

    @property
    def echoes(self) -> int:
        """How many pairs are of an echo and what it goes back to."""
        return sum(count for kind, count in self.pairs.items() if kind != "other hands")


def score_echoes(pairs: Iterable[BuiltPair], judge: Callable[[Text, Text], tuple[str, bool | None] | None]) -> EchoScores:
    """`judge` gives the rung of the ladder for two texts, and whether the second goes back to the first: `None` if that is not known.

    It gives `None` alone where a text cannot be read; that pair is left out."""
    scores = EchoScores()
    for pair in pairs:
        if (judged := judge(pair.first, pair.other)) is None:
            continue
        step, is_back = judged
        scores.pairs[pair.kind] += 1
        scores.answers[pair.kind, step] += 1
        scores.right[pair.kind] += step in RIGHT[pair.kind]
        if pair.kind != "other hands":
            scores.independent += step == "independent"
            scores.directed += is_back is not None
            scores.directed_right += is_back is True
    return scores


def read_texts(file: Path) -> list[Text]:
    """The texts of a file of JSON lines with `text`, and where known `id` or `key`, `outlet` or `url`, `published`, `incident`.

    Raises `SettingError` that names the line which is no such thing.
    """
    lines = enumerate(read_lines(file), 1)
    texts = [_text(file, line, number) for number, line in lines if line.strip()]
    if not texts:
        raise SettingError(str(file), "there is no text in it")
    return texts


def _text(file: Path, line: str, number: int) -> Text:
    try:
        row = json.loads(line)
    except ValueError as err:
        raise SettingError(f"{file}:{number}", "this line is not JSON") from err
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise SettingError(f"{file}:{number}", "this line has no text")
    known = {
        key: row[key] for key in ("id", "key", "outlet", "url", "published", "incident") if isinstance(row.get(key), str)
    }
    outlet = known.get("outlet") or _host(known.get("url", ""))
    return Text(
        known.get("id") or known.get("key") or str(number),
        row["text"],
        outlet,
        _day(known.get("published")),
        known.get("incident"),
    )


def _day(words: str | None) -> str | None:
    try:
        return date.fromisoformat(words or "").isoformat()
    except ValueError:
        return None


def _host(url: str) -> str:
    archived = ARCHIVED.search(url)
    return archived["host"] if archived else urlsplit(url).netloc
