"""A corpus of read reports made to grow: copies of it with other names, places, dates and wording. Comes in: records. Goes out: records.

Copy 0 is the corpus. In every other copy each name (a word that begins with a capital letter and is no common word) is another word of the same length, every
place has another id, days move by `DAYS_APART` days a copy, and every `REWORDED`th of the longer words is another one, as two stories about two
happenings differ. Lengths stay, so every span still points at the words that it rests on.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

import msgspec
from english_words import get_english_words_set

from tumen.ids import make_id
from tumen.records import Original, ReportRecord

NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
ID = re.compile(r"\b(report|source|claim|event|incident)-([a-z2-7]{16})\b")
LONG = re.compile(r"\b[a-z]{6,}\b")
PLACE_IDS = ("id", "within")
DAYS_APART = 45
REWORDED = 3
FIXED = frozenset("type kind level scheme role unit basis certainty polarity time_frame rule relation language timex".split())
"""Keys whose values are words of Tumen's own."""
COMMON = frozenset(get_english_words_set(["gcide"], lower=True))
LETTERS = "aeiouybcdfghjklmnpqrstvwxz"


def grow(records: Iterable[ReportRecord], copy: int) -> Iterator[tuple[Original, ReportRecord]]:
    """The records of one copy, each with bytes that it could have been read from."""
    for record in records:
        yield _with_bytes(record if copy == 0 else _copied(record, copy))


def _copied(record: ReportRecord, copy: int) -> ReportRecord:
    plain = _walk(msgspec.json.decode(msgspec.json.encode(record)), copy)
    made: ReportRecord = msgspec.convert(plain, ReportRecord)
    return made


def _with_bytes(record: ReportRecord) -> tuple[Original, ReportRecord]:
    data = f"{record.report.source_key}\n{record.report.text}".encode()
    sha256 = hashlib.sha256(data).hexdigest()
    report = replace(record.report, id=make_id("report", sha256), sha256=sha256)
    return Original(report.file, data, sha256), replace(record, report=report)


def _walk(value: Any, copy: int) -> Any:
    if isinstance(value, str):
        return _change(value, copy)
    if isinstance(value, list):
        return [_walk(one, copy) for one in value]
    if isinstance(value, dict):
        return {
            key: one if key in FIXED else _changed_id(one, copy) if key in PLACE_IDS else _walk(one, copy)
            for key, one in value.items()
        }
    return value


def _changed_id(value: Any, copy: int) -> Any:
    return f"{value}~{copy}" if isinstance(value, str) and not ID.fullmatch(value) else _walk(value, copy)


def _change(words: str, copy: int) -> str:
    words = ID.sub(lambda found: make_id(found[1], found[0], copy), words)  # type: ignore[arg-type]
    words = DAY.sub(lambda found: _later(found, copy), words)
    words = NAME.sub(lambda found: _renamed(found[0], copy), words)
    return LONG.sub(lambda found: _reworded(found[0], copy), words)


def _later(found: re.Match[str], copy: int) -> str:
    try:
        return (date.fromisoformat(found[0]) + timedelta(DAYS_APART * copy)).isoformat()
    except (ValueError, OverflowError):
        return found[0]


@lru_cache(maxsize=200_000)
def _renamed(name: str, copy: int) -> str:
    """Another word of the same length; a common word stays what it is."""
    if name.lower() in COMMON:
        return name
    digest = hashlib.blake2b(f"{copy} {name}".encode(), digest_size=32).digest()
    changed = "".join(LETTERS[byte % len(LETTERS)] for byte in (digest * 8)[: len(name)])
    return changed.capitalize()


@lru_cache(maxsize=200_000)
def _reworded(word: str, copy: int) -> str:
    """Itself, or, of every `REWORDED`th word, a common one of the same length."""
    digest = int.from_bytes(hashlib.blake2b(f"{copy} {word}".encode(), digest_size=8).digest(), "big")
    others = _by_length()[len(word)] if digest % REWORDED == 0 else ()
    return others[digest // REWORDED % len(others)] if others else word


@cache
def _by_length() -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for word in sorted(COMMON):
        if word.isascii() and word.isalpha() and word.islower():
            found[len(word)].append(word)
    return found
