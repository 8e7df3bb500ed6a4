"""Bytes to `Report`. Comes in: an `Original` and what the user says of it. Goes out: the `Report`, or `ReportError`."""

import re
from collections.abc import Callable, Mapping
from importlib import import_module

from tumen.errors import ReportError, SettingError
from tumen.ids import make_id
from tumen.records import Given, Original, Published, Report
from tumen.report.draft import MAX_BYTES, Draft, Found, FoundDate, too_large
from tumen.report.kind import Kind, kind_of
from tumen.report.lead import edtf, find_day, find_language, find_published, find_title

READERS: Mapping[Kind, str] = {
    "text": "text",
    "html": "html",
    "pdf": "pdf",
    "zip": "docx",
    "mail": "email",
    "jsonlines": "jsonlines",
}
"""Which file of this room reads which kind. A reader of files is a module with `read(original) -> Draft`."""

LANGUAGE = re.compile(r"[a-z]{2,3}")


def open_original(original: Original, given: Given) -> Report:
    """The report in `original`; what is `given` wins over what the file says. Raises `ReportError` and nothing else."""
    if len(original.data) > MAX_BYTES:
        raise too_large(original.file)
    if not original.data.strip():
        raise _empty(original.file)
    draft = _reader(kind_of(original.data))(original)
    if not draft.text.strip():
        raise _empty(original.file)
    if "\0" in draft.text:
        raise ReportError(original.file, "null_bytes", "there is a null character in the text")
    return _report(original, draft, given)


def check_given(given: Given) -> None:
    """Raises `SettingError` if what the user says of the reports cannot be meant."""
    if given.published is not None and edtf(given.published) != given.published:
        raise SettingError("--published", "give a date such as 2014-08-09, 2014-08 or 2014")
    if given.language is not None and not LANGUAGE.fullmatch(given.language):
        raise SettingError("--language", "give a language as ISO 639 code, such as en or ko")


def _empty(file: str) -> ReportError:
    return ReportError(file, "empty", "there is no text in it")


def _reader(kind: Kind) -> Callable[[Original], Draft]:
    reader: Callable[[Original], Draft] = import_module(f"tumen.report.{READERS[kind]}").read
    return reader


def _report(original: Original, draft: Draft, given: Given) -> Report:
    found = {
        "title": _given(given.title, "--title") or draft.title or _first_line(draft.text),
        "outlet": _given(given.outlet, "--outlet") or draft.outlet,
        "url": draft.url,
        "language": _given(given.language, "--language") or _stated(draft.language) or _detected(draft.text),
    }
    published = _published(draft, given)
    signals = {name: value.signal for name, value in found.items() if value}
    if published:
        signals["published"] = published.signal
    return Report(
        id=make_id("report", original.sha256),
        file=original.file,
        sha256=original.sha256,
        text=draft.text,
        length=len(draft.text),
        source_key=draft.source_key,
        published=Published(published.edtf, published.basis) if published else Published(),
        signals=signals,
        **{name: value and value.value for name, value in found.items()},
    )


def _given(value: str | None, signal: str) -> Found | None:
    return Found(value, signal) if value is not None else None


def _first_line(text: str) -> Found | None:
    title = find_title(text)
    return Found(title, "first line") if title else None


def _stated(language: Found | None) -> Found | None:
    """ "en-US" is "en", as it would be if it had been read off the letters."""
    code = re.split("[-_]", language.value.strip().lower())[0] if language else ""
    return Found(code, language.signal) if language and LANGUAGE.fullmatch(code) else None


def _detected(text: str) -> Found | None:
    language = find_language(text)
    return Found(language, "letters") if language else None


def _published(draft: Draft, given: Given) -> FoundDate | None:
    """The first that says: the user, the file, the address, the top of the text."""
    if given.published is not None:
        return FoundDate(given.published, "given", "--published")
    if draft.published:
        return draft.published
    if draft.url and (day := find_day(draft.url.value.partition("?")[0])):
        return FoundDate(day[0], "url", "url")
    if lead := find_published(draft.text):
        return FoundDate(lead[0], "text", lead[1])
    return None
