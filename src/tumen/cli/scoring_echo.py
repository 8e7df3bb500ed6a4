"""Texts -> rows of `tumen eval echo`. Comes in: where texts lie. Goes out: one row a measure, as docs/measures.md names them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tumen.cli.scoring import Row, shown

if TYPE_CHECKING:
    from tumen.echo import Print
    from tumen.measure.echo import EchoScores
    from tumen.measure.echo_set import Text


def score_echo(path: Path, pairs: int) -> list[Row]:
    """Echoes, on a set built from the texts of JSON lines, or of the reports in a folder: `pairs` of each kind."""
    from tumen.echo import compare
    from tumen.measure.echo import read_texts, score_echoes
    from tumen.measure.echo_set import build_pairs

    texts = list(_reports(path)) if path.is_dir() else read_texts(path)
    built = build_pairs(texts, pairs)
    needed = {text.key: text for pair in built for text in (pair.first, pair.other)}
    prints = {key: _print(text, line) for line, (key, text) in enumerate(shown(needed.items(), "texts"), 1)}

    def judge(first: "Text", other: "Text") -> tuple[str, bool | None] | None:
        mine, theirs = prints[first.key], prints[other.key]
        if mine is None or theirs is None:
            return None
        echo = compare(mine, theirs)
        return echo.step, None if echo.of is None else echo.of == mine.id

    return list(_rows(score_echoes(built, judge)))


def _rows(scores: "EchoScores") -> Iterator[Row]:
    for kind, wanted in scores.pairs.items():
        yield _row(kind, scores.right[kind], wanted)
    yield _row("relation", sum(scores.right.values()), sum(scores.pairs.values()))
    yield _row("which goes back to which", scores.directed_right, scores.echoes) | {"found": scores.directed}
    called = scores.independent
    yield {
        "measure": "echo called independent",
        "error": called / max(scores.echoes, 1),
        "right": called,
        "wanted": scores.echoes,
    }


def _row(name: str, right: int, wanted: int) -> Row:
    return {"measure": name, "recall": right / max(wanted, 1), "right": right, "wanted": wanted}


def _print(text: "Text", line: int) -> "Print | None":
    """Of the text as a line of JSON, read as any report; `None` if Tumen cannot read it."""
    import hashlib
    import json

    from tumen.echo import take_print
    from tumen.pipeline import read_outcome
    from tumen.records import Given, Original, ReportRecord

    fields = {"key": text.key, "text": text.text, "outlet": text.outlet, "published": text.published, "language": "en"}
    data = json.dumps({name: value for name, value in fields.items() if value}).encode()
    record = read_outcome(Original(f"eval.jsonl:{line}", data, hashlib.sha256(data).hexdigest()), Given())
    return take_print(record) if isinstance(record, ReportRecord) else None


def _reports(folder: Path) -> Iterator["Text"]:
    """The reports of a folder whose outlet is known to the day; nothing is known of their incidents."""
    from tumen.api import read_all
    from tumen.echo import take_print
    from tumen.measure.echo_set import Text
    from tumen.records import ReportRecord

    for record in read_all([folder]):
        if isinstance(record, ReportRecord) and record.report.language == "en":
            day = record.report.published.edtf
            yield Text(record.report.id, record.report.text, take_print(record).name, day if day and len(day) == 10 else None)
