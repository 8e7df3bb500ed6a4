"""Words of a report and values, as one shows them. Comes in: a record, spans, values. Goes out: strings for a terminal."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tumen.describe import describe_count, describe_edtf
from tumen.records import ReportRecord, Span

UNKNOWN = "unknown"
GAP = " […] "
"""Stands where other words are between two pieces."""

KEPT = "\t\n"
MARK = "\N{REPLACEMENT CHARACTER}"
CONTROLS = {
    code: MARK
    for codes in (range(0x20), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A), range(0xD800, 0xE000))
    for code in codes
    if chr(code) not in KEPT
}
"""What moves the cursor, changes colours or turns the direction of a line, and halves of surrogate pairs."""


def plain(text: str) -> str:
    """`text` with its line ends and tabs, and a mark in place of any other control character."""
    return text.replace("\r\n", "\n").replace("\x0c", "\n").translate(CONTROLS)


def fold(text: str) -> str:
    """`text` on one line."""
    return " ".join(plain(" ".join(text.split())).split())


def quote(record: ReportRecord, spans: Iterable[Span]) -> str:
    """The words of all pieces, on one line."""
    return GAP.join(fold(record.read(span)) for span in spans)


def list_words(record: ReportRecord, spans: Iterable[Span]) -> str:
    """The words of each span, those that are there several times once: "defection ×3, defected"."""
    counted = Counter(fold(record.read(span)) for span in spans)
    return ", ".join(f"{words} ×{count}" if count > 1 else words for words, count in counted.items())


def describe(value: Any) -> str:
    """A value of any field of an incident. A mapping is a count, a day or a place; of others, the JSON."""
    if value is None:
        return UNKNOWN
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, Mapping):
        if {"lo", "hi", "unit"} <= value.keys():
            count = describe_count(value)
            return count if value.get("exact", True) or value["lo"] != value["hi"] else f"about {count}"
        if "edtf" in value:
            return describe_day(value["edtf"])
        if value.get("name"):
            return f"{value['name']} ({value['id']})" if value.get("id") else f"{value['name']}"
    return json.dumps(value, ensure_ascii=False)


def describe_day(edtf: str | None) -> str:
    """A day in words; EDTF that has no simple words as it is."""
    if edtf is None:
        return UNKNOWN
    try:
        return describe_edtf(edtf)
    except (ValueError, IndexError):
        return edtf
