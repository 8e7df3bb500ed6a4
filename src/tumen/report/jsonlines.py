"""JSON lines. Comes in: one line as an original. Goes out: its `Draft`. Never: a whole file.

A line is an object with the keys `text` and, where known, `key`, `title`, `outlet`, `published`, `url`, `language`.
"""

from typing import Any

from tumen.errors import ReportError
from tumen.records import Original
from tumen.report.draft import Draft, Found, FoundDate
from tumen.report.kind import json_object
from tumen.report.lead import edtf


def read(original: Original) -> Draft:
    """One line. Raises `ReportError`: "bad_json", "bad_field"."""
    fields = json_object(original.data)
    if fields is None:
        raise ReportError(original.file, "bad_json", "this line is not a JSON object")
    published = _string(fields, "published", original.file)
    day = edtf(published) if published else None
    if published and not day:
        raise _bad_field(original.file, "published", "is not a date such as 2014-08-09, 2014-08 or 2014")
    return Draft(
        text=_text(fields, original.file),
        title=_found(fields, "title", original.file),
        outlet=_found(fields, "outlet", original.file),
        url=_found(fields, "url", original.file),
        language=_found(fields, "language", original.file),
        published=FoundDate(day, "metadata", "published field") if day else None,
        source_key=_key(fields, original.file),
    )


def _text(fields: dict[str, Any], file: str) -> str:
    if not isinstance(fields.get("text"), str):
        raise _bad_field(file, "text", "is missing or is no string")
    text: str = fields["text"]
    return text


def _key(fields: dict[str, Any], file: str) -> str | None:
    """Keys are names to us, and often numbers where they come from."""
    key = fields.get("key")
    return str(key) if isinstance(key, int) else _string(fields, "key", file)


def _found(fields: dict[str, Any], name: str, file: str) -> Found | None:
    value = _string(fields, name, file)
    return Found(value, f"{name} field") if value else None


def _string(fields: dict[str, Any], name: str, file: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise _bad_field(file, name, "is no string")
    return value or None


def _bad_field(file: str, name: str, why: str) -> ReportError:
    return ReportError(file, "bad_field", f"the field {name!r} {why}")
