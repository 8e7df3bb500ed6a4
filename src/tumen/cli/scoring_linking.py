"""Reports filed under incidents -> rows of `tumen eval linking`. Comes in: where they lie. Goes out: one row a measure, as docs/measures.md names them."""

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tumen.cli.scoring import Row, shown

if TYPE_CHECKING:
    from tumen.measure.tally import Tally
    from tumen.records import Original, ReportRecord
    from tumen.store import Workspace

PRECISION = 0.85
"""At which the recall of pairs is given."""


def score_linking(path: Path) -> list[Row]:
    """Links, end to end: every report is read and added to a workspace, and what is scored are the incidents in it."""
    from tumen.measure.linking import calibration_error, gold_pairs, read_incidents_of, recall_at, score_clusters
    from tumen.store import create_workspace

    gold = read_incidents_of(path)
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder) / "eval") as workspace:
        key_of, took_s = _add(workspace, path)
        with workspace.linking(is_trial=True) as tables:
            clusters = [[key_of[id_] for id_ in ids] for ids in tables.partition().values()]
            chances = {_pair(key_of[a], key_of[b]): chance for (a, b), chance in tables.chances().items()}
            compared = {_pair(key_of[a], key_of[b]) for a, b in tables.compared()}
    scores = score_clusters(gold, clusters)
    known = {pair: chance for pair, chance in chances.items() if pair[0] in gold and pair[1] in gold}
    wanted = gold_pairs(gold)
    b3 = scores.b_cubed
    return [
        {"measure": "B3", "precision": b3.precision, "recall": b3.recall, "f1": b3.f1, "wanted": len(gold)},
        _pairs_row(scores.pairs),
        {"measure": f"pairs, recall at precision {PRECISION}", "recall": recall_at(gold, known, PRECISION)},
        {"measure": "calibration error", "error": calibration_error(gold, known), "found": len(known)},
        {"measure": "pairs lost by keys", "error": len(wanted - compared) / max(len(wanted), 1), "wanted": len(wanted)},
        {"measure": "pairs compared, a report", "found": round(len(compared) / max(len(key_of), 1), 1)},
        {"measure": "reports linked a second", "found": round(len(key_of) / took_s, 1), "wanted": len(key_of)},
    ]


def _add(workspace: "Workspace", path: Path) -> tuple[dict[str, str], float]:
    """Adds the reports; their keys by id, and how many seconds keeping and linking took, reading left out."""
    from tumen.api import link_new

    read = list(_read(path))
    start = time.perf_counter()
    for _ in workspace.keep_many(iter(read)):
        pass
    link_new(workspace)
    took_s = time.perf_counter() - start
    return {record.report.id: record.report.source_key or record.report.id for _, record in read}, took_s


def _read(path: Path) -> "Iterator[tuple[Original, ReportRecord]]":
    import hashlib

    from tumen.pipeline import read_outcome
    from tumen.records import Given, Original, ReportRecord

    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(shown(lines, "reports"), 1):
        row = json.loads(line)
        fields = {"key": row["id"], **{name: row.get(name) for name in ("title", "published", "url", "text")}}
        data = json.dumps({name: value for name, value in fields.items() if value}).encode()
        original = Original(f"{path}:{number}", data, hashlib.sha256(data).hexdigest())
        record = read_outcome(original, Given())
        if isinstance(record, ReportRecord):
            yield original, record


def _pairs_row(tally: "Tally") -> Row:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {"measure": "pairs", **shares, "right": tally.right, "found": tally.found, "wanted": tally.wanted}


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
