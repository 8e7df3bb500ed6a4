"""The JSON Schema of a record. Comes in: nothing. Goes out: the published schema, and the one that the records make.

`python -m tumen.schema` writes the file anew; a test fails where the two differ.
"""

from importlib.resources import files
from typing import Any

FILE = "record.v1.json"
REPORT_TEXT = "text"


def schema_text() -> str:
    """The published schema, as it stands in the file."""
    return files(__name__).joinpath(FILE).read_text("utf-8")


def make_schema() -> dict[str, Any]:
    """The schema of `ReportRecord.to_dict()`: every key is there, `null` is unknown, and more keys may come."""
    import msgspec

    from tumen.records import VERSION, ReportRecord

    (root,), parts = msgspec.json.schema_components([ReportRecord], ref_template="#/$defs/{name}")
    for part in parts.values():
        _make_strict(part)
    parts["ReportRecord"]["properties"]["version"] = {"const": VERSION}
    parts["Report"]["required"].remove(REPORT_TEXT)  # only with --with-text
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A report as Tumen reads it, version {VERSION}",
        **root,
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def _make_strict(part: dict[str, Any]) -> None:
    part["description"] = " ".join(part.get("description", "").split())
    if "properties" in part:
        part["required"] = list(part["properties"])
        part["properties"] = {name: _shorten(value) for name, value in part["properties"].items()}


def _shorten(value: dict[str, Any]) -> dict[str, Any]:
    """Without its default (every key is written), and `["string", "null"]` in place of a choice between two schemas."""
    value = {key: item for key, item in value.items() if key != "default"}
    known, *null = value.get("anyOf") or [value]
    return {"type": [known["type"], "null"]} if null == [{"type": "null"}] and set(known) == {"type"} else value
