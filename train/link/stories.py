"""Corpora -> reports with gold. Comes in: the folder of the corpora. Goes out: records, each with the incident that it is mainly about.

Reading takes minutes; what was read is kept as JSON lines in a folder and read again from there.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

import tumen
from tumen.measure.muc4 import Template, read_muc4
from tumen.records import ReportRecord

HERE = Path(__file__).parents[2]


@dataclass(frozen=True)
class Story:
    """A report and the key of its incident; `None` where it has none."""

    record: ReportRecord
    incident: str | None
    thread: str = ""


def read_gva(corpora: Path, kept: Path) -> list[Story]:
    """The reports of the Gun Violence Archive."""
    rows = [json.loads(line) for line in (corpora / "gva/dev.jsonl").read_text("utf-8").splitlines()]
    incident = {row["id"]: str(row["incident"]) for row in rows}
    lines = [
        json.dumps({key: row[key] for key in ("title", "published", "url", "text")} | {"key": row["id"]}) for row in rows
    ]
    records = _kept(kept / "gva.records", lambda: _read_lines(kept / "gva.jsonl", lines))
    return [Story(record, incident[record.report.source_key or ""]) for record in records]


def read_muc(corpora: Path, kept: Path) -> list[tuple[ReportRecord, list[Template]]]:
    """The texts of MUC-3/4 that have an incident that nobody may leave out, with these, the main one first."""
    gold = {text.name: text for text in read_muc4(corpora / "muc4/dev") if any(not one.is_optional for one in text.templates)}
    lines = [json.dumps({"key": name, "text": text.text, "published": text.published}) for name, text in gold.items()]
    records = _kept(kept / "muc4.records", lambda: _read_lines(kept / "muc4.jsonl", lines))
    return [(one, [each for each in gold[one.report.source_key or ""].templates if not each.is_optional]) for one in records]


def read_own() -> list[Story]:
    """Our own threads, but those of the last run, and the examples."""
    stories = []
    for table in sorted((HERE / "tests/data/threads").glob("*/thread.toml")):
        gold, folder = tomllib.loads(table.read_text("utf-8")), table.parent
        if gold["split"] in ("tune", "fresh", "unseen", "third", "plain"):
            main = _main_of(gold["incident"], folder.name)
            stories += [Story(tumen.read(file), main.get(file.name), folder.name) for file in sorted(folder.glob("*.txt"))]
    main = _main_of(tomllib.loads((HERE / "examples/gold/links.toml").read_text("utf-8"))["incidents"], "examples")
    for record in _records([HERE / "examples/reports"]):
        name = record.report.file.rpartition("examples/reports/")[2]
        stories.append(Story(record, main.get(name), "examples"))
    return stories


def _main_of(incidents: Iterable[dict[str, object]], thread: str) -> dict[str, str]:
    return {
        one["report"]: f"{thread}/{incident['key']}"
        for incident in incidents
        for one in incident["reports"]  # type: ignore[attr-defined]
        if one["role"] == "main"
    }


def _read_lines(path: Path, lines: Iterable[str]) -> Iterator[ReportRecord]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    for number, record in enumerate(_records([path]), 1):
        yield record
        if number % 100 == 0:
            print(f"read {number} of {path.name}", flush=True)


def _records(paths: Iterable[Path]) -> Iterator[ReportRecord]:
    return (record for record in tumen.read_all(paths) if isinstance(record, ReportRecord))


def _kept(path: Path, read: Callable[[], Iterator[ReportRecord]]) -> list[ReportRecord]:
    if not path.exists():
        encoded = b"".join(msgspec.json.encode(record) + b"\n" for record in read())
        path.write_bytes(encoded)
    decoder = msgspec.json.Decoder(ReportRecord)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()]
