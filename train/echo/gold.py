"""Our own gold -> reports with what they are to each other. Comes in: `tests/data` and the examples. Goes out: incidents, each with its reports."""

import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tumen
from tumen.measure.echo import read_texts
from tumen.measure.echo_set import Text, build_pairs
from tumen.records import ReportRecord

HERE = Path(__file__).parents[2]
SPLITS = ("tune", "fresh", "unseen", "third", "plain", "sets")
"""What may be learnt from; the others are kept to measure."""
OWN = ("original", "independent", "follow_up")
BUILT, BUILT_KINDS = 120, ("reworded", "quoted", "cited", "other hands")


@dataclass(frozen=True)
class Told:
    """A report of an incident: its relation as gold has it, and the origin, `None` if gold does not know."""

    record: ReportRecord
    relation: str
    origin: str | None

    @property
    def is_own(self) -> bool:
        """Whether it knows by itself."""
        return self.relation in OWN


@dataclass(frozen=True)
class Gold:
    """The main reports of one incident. Those of one `group` were written together and are never in two folds."""

    group: str
    told: tuple[Told, ...]


def read_gold() -> Iterator[Gold]:
    """All incidents that may be learnt from."""
    for table in sorted((HERE / "tests/data/threads").glob("*/thread.toml")):
        gold = tomllib.loads(table.read_text("utf-8"))
        if gold["split"] in SPLITS:
            records = {file.name: tumen.read(file) for file in sorted(table.parent.glob("*.txt"))}
            yield from _incidents(table.parent.name, gold["incident"], records)
    for table in sorted((HERE / "tests/data/echoes").glob("*.toml")):
        gold = tomllib.loads(table.read_text("utf-8"))
        if gold["split"] in SPLITS:
            yield Gold(table.stem, tuple(_told(one, record) for one, record in read_set(gold)))
    found = [one for one in tumen.read_all([HERE / "examples/reports"]) if isinstance(one, ReportRecord)]
    records = {one.report.file.rpartition("examples/reports/")[2]: one for one in found if one.report.language == "en"}
    gold = tomllib.loads((HERE / "examples/gold/links.toml").read_text("utf-8"))
    yield from _incidents("examples", gold["incidents"], records)


def read_built(corpora: Path) -> Iterator[Gold]:
    """Pairs of the built set of echoes, from every second incident of the Gun Violence Archive: the others are left to measure. Real reports by other
    hands share much that they have from one office; copies are made of them by rule."""
    texts = [text for text in read_texts(corpora / "gva/dev.jsonl") if int(text.incident or 0) % 2 == 0]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        for pair in build_pairs(texts, BUILT):
            if pair.kind in BUILT_KINDS:
                is_echo = pair.kind != "other hands"
                first, other = (_read(text, file) for text in (pair.first, pair.other))
                told = Told(other, "cites" if is_echo else "independent", "first" if is_echo else "other")
                yield Gold(f"gva {pair.first.incident}", (Told(first, "original", "first"), told))


def _read(text: Text, file: Path) -> ReportRecord:
    file.write_text(text.text, "utf-8")
    return tumen.read(file, outlet=text.outlet, published=text.published, language="en")


def read_set(gold: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], ReportRecord]]:
    """The reports of a file of `tests/data/echoes`, each with its gold."""
    with tempfile.TemporaryDirectory() as folder:
        for one in gold["report"]:
            file = Path(folder) / f"{one['name']}.txt"
            file.write_text(f"{one['text'].strip()}\n", "utf-8")
            yield one, tumen.read(file)


def _incidents(group: str, incidents: list[dict[str, Any]], records: Mapping[str, ReportRecord]) -> Iterator[Gold]:
    for incident in incidents:
        main = [one for one in incident["reports"] if one["role"] == "main" and one["report"] in records]
        yield Gold(group, tuple(_told(one, records[one["report"]]) for one in main))


def _told(one: Mapping[str, Any], record: ReportRecord) -> Told:
    return Told(record, one["relation"], one.get("origin"))
