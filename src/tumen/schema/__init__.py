"""The JSON Schemas of a record and of an incident of a workspace. Comes in: nothing. Goes out: the published schemas, and those that the records make.

`python -m tumen.schema` writes the files anew; a test fails where they differ.
"""

from importlib.resources import files
from typing import Any, Literal

Of = Literal["record", "incidents"]
FILES: dict[Of, str] = {"record": "record.v1.json", "incidents": "incidents.v1.json"}
REPORT_TEXT = "text"


def schema_text(of: Of = "record") -> str:
    """A published schema, as it stands in its file."""
    return files(__name__).joinpath(FILES[of]).read_text("utf-8")


def make_schema(of: Of = "record") -> dict[str, Any]:
    """The schema of `ReportRecord.to_dict()`, or of `GatheredIncident.to_dict()`: every key is there, `null` is unknown, and more keys may come."""
    import msgspec

    from tumen.gathered import GatheredIncident
    from tumen.records import VERSION, ReportRecord

    kind, title = {
        "record": (ReportRecord, "A report as Tumen reads it"),
        "incidents": (GatheredIncident, "An incident of a workspace"),
    }[of]
    (root,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    for part in parts.values():
        _make_strict(part)
    if of == "record":
        parts["ReportRecord"]["properties"]["version"] = {"const": VERSION}
        parts["Report"]["required"].remove(REPORT_TEXT)  # only with --with-text
    else:
        for name in ("reports", "claims"):  # taken out of `told`, for those who do not need the spans
            parts["GatheredReading"]["properties"][name] = {"type": "array", "items": {"type": "string"}}
            parts["GatheredReading"]["required"].append(name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{title}, version {VERSION}",
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
