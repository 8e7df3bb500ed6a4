"""JSON lines. Comes in: records. Goes out: one JSON object a line; of reports, the version 1 record.

A claim or an incident is as in the record, with `report`, `file`, `outlet` and `published` of its report, and the words that
its spans point to under `words`, so that it can be used without the text.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import msgspec

from tumen.export.rows import What, words
from tumen.records import ReportRecord


def write_jsonl(records: Iterable[ReportRecord], what: What, stream: TextIO) -> None:
    """Writes one line for each report, claim or incident in `records`."""
    for record in records:
        for plain in _plain(record, what):
            stream.write(msgspec.json.encode(plain).decode() + "\n")


def _plain(record: ReportRecord, what: What) -> Iterator[dict[str, Any]]:
    if what == "reports":
        yield record.to_dict()
        return
    report = record.report
    of = {"report": report.id, "file": report.file, "outlet": report.outlet, "published": report.published.to_dict()}
    if what == "incidents":
        for incident in record.incidents:
            yield {**of, **incident.to_dict()}
        return
    for claim in record.claims:
        parts = {"source": claim.source, "cue": claim.cue, "content": claim.content, "hedges": claim.hedges}
        yield {**of, **claim.to_dict(), "words": {name: words(record, spans) for name, spans in parts.items()}}
