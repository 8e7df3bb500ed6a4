"""How long linking takes as a workspace grows: `python -m benchmarks.linking REPORTS.jsonl [--upto N] [--records FILE]` prints a table.

REPORTS.jsonl is a corpus of reports, as `tumen add` takes it. It is read once (and kept in FILE, if named), then made to grow by copies with other names, places
and dates (`grown.py`). Reading is not timed: what is timed is keeping reports and linking them, as `tumen add` does, in a workspace in a temporary folder.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table
from sqlalchemy import text

import tumen
from benchmarks.grown import grow
from tumen.event import scheme
from tumen.link import Thresholds
from tumen.linking import Linking, catch_up
from tumen.records import Original, ReportRecord
from tumen.store import Workspace, create_workspace

STEPS = (1_000, 3_000, 10_000, 30_000, 100_000)
AT_ONCE = 200


def main() -> None:
    """Reads, grows, links, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--upto", type=int, default=STEPS[-1])
    parser.add_argument("--records", type=Path)
    asked = parser.parse_args()
    records = list(read(asked.reports, asked.records))
    growing = grow(records)
    table = Table(
        "Reports", "s for these", "ms a report", "reports/s", "links kept a report", "incidents", "MB", "memory, MB"
    )
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder) / "grown") as workspace:
        linking = Linking(Thresholds(), scheme())
        done = 0
        for step in (step for step in (*STEPS, asked.upto) if step <= asked.upto):
            if step > done:
                took_s = add(workspace, linking, islice(growing, step - done))
                table.add_row(*row(workspace, step, step - done, took_s))
                Console(stderr=True).print(table)
                done = step
    Console().print(table)


def read(reports: Path, kept: Path | None) -> Iterator[ReportRecord]:
    """The records of the corpus: those kept from an earlier run, or read now."""
    if kept and kept.exists():
        with kept.open("rb") as lines:
            yield from (msgspec.json.decode(line, type=ReportRecord) for line in lines)
        return
    found = [record for record in tumen.read_all([reports]) if isinstance(record, ReportRecord)]
    if kept:
        kept.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in found))
    yield from found


def add(workspace: Workspace, linking: Linking, pairs: Iterator[tuple[Original, ReportRecord]]) -> float:
    """Seconds for keeping and linking; making the copies is not counted."""
    took_s = 0.0
    while group := list(islice(pairs, AT_ONCE)):
        start = time.perf_counter()
        for _ in workspace.keep_many(group):
            pass
        catch_up(workspace, linking)
        took_s += time.perf_counter() - start
    return took_s


def row(workspace: Workspace, total: int, added: int, took_s: float) -> list[str]:
    """A line of the table."""
    with workspace.linking(is_trial=True) as tables:
        incidents = len(tables.partition())
    with workspace._reading() as connection:
        kept = connection.execute(text("SELECT count(*) FROM link")).scalar_one()
    size = sum(file.stat().st_size for file in workspace.folder.glob("tumen.sqlite*")) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    each = took_s / added
    figures = [f"{total:,}", f"{took_s:.0f}", f"{each * 1e3:.1f}", f"{1 / each:.0f}", f"{kept / total:.1f}"]
    return [*figures, f"{incidents:,}", f"{size:,.0f}", f"{memory:,.0f}"]


if __name__ == "__main__":
    main()
