"""How fast reports are read and kept: `python benchmarks/read.py [FOLDER OF TEXTS]`.

Prints, for one process: words per second of reading (bytes to record), the share of each room, reports per second of reading
and keeping in a fresh workspace, and the peak memory. Without a folder it reads the examples, over and over with new names.
"""

import hashlib
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tumen import pipeline
from tumen.records import Given, Original
from tumen.report import find_originals
from tumen.store import create_workspace

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
ENOUGH_BYTES = 1_000_000
ROOMS = (
    "open_original", "find_outlet", "split_passages", "split_sentences", "find_times", "find_places", "find_quantities",
    "analyse", "read_claims", "find_events", "gather_incidents",
)  # fmt: skip


def originals(paths: list[Path]) -> list[Original]:
    """The plain texts at `paths`, each again and again with a line more, until there are enough bytes."""
    found = [item for item in find_originals(paths) if isinstance(item, Original)]
    plain = [item.data for item in found if item.file.endswith(".txt")]
    many: list[Original] = []
    size = 0
    while size < ENOUGH_BYTES:
        data = plain[len(many) % len(plain)] + f"\n\nTurn {len(many)}.\n".encode()
        many.append(Original(f"{len(many)}.txt", data, hashlib.sha256(data).hexdigest()))
        size += len(data)
    return many


def show(name: str, number: float) -> None:
    print(f"{name:28}{number:>12,.0f}")


def timed(spent: dict[str, float], name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent[name] += time.perf_counter() - start

    return wrapper


def main(paths: list[Path]) -> None:
    spent: dict[str, float] = defaultdict(float)
    items = originals(paths)
    pipeline.read_original(items[0], Given())  # the tables of words are loaded once
    start = time.perf_counter()
    records = [pipeline.read_original(item, Given()) for item in items]
    read_s = time.perf_counter() - start
    words = sum(len(record.report.text.split()) for record in records)
    show("reports", len(items))
    show("words", words)
    show("read, words per second", words / read_s)
    show("read, reports per second", len(items) / read_s)

    for name in ROOMS:
        setattr(pipeline, name, timed(spent, name, getattr(pipeline, name)))
    for item in items[:500]:
        pipeline.read_original(item, Given())
    for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"  {name:26}{seconds / sum(spent.values()):>12.1%}")

    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder) / "workspace") as workspace:
        start = time.perf_counter()
        kept = sum(workspace.keep_many(zip(items, records, strict=True)))
        keep_s = time.perf_counter() - start
    show("keep, reports per second", kept / keep_s)
    show("keep, claims per second", sum(len(record.claims) for record in records) / keep_s)
    show("add, reports per second", kept / (read_s + keep_s))
    show("peak memory, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]] or [EXAMPLES])
