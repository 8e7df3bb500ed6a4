"""A corpus of read reports made to grow: copies of it with other names, places, dates and wording. Comes in: records. Goes out: records.

Copy 0 is the corpus. In every other copy all names, and all but everyday words, change places with others of their length that are about as common, every place has another
id, days move by `DAYS_APART` days a copy, and numbers of two digits and more are others, as two stories about two happenings differ. So words and names keep their
frequencies; a report is still more like its copy (the cosine of their words is .10 in the middle) than like another (.02). Lengths stay, so every
span still points at the words that it rests on.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

import msgspec

from tumen.ids import make_id
from tumen.records import Original, ReportRecord

DAY = re.compile(r"\b\d{4}-\d\d-\d\d(?!\d)")
ID = re.compile(r"\b(report|source|claim|event|incident)-([a-z2-7]{16})\b")
WORD = re.compile(r"\b(?:[a-z]{4,}|[A-Z][A-Za-z]{2,})\b")
NUMBER = re.compile(r"(?:19|20)\d\d(?:-\d\d)*|(\d{2,})")
BOUNDS, LEAST_COUNT = ("lo", "hi"), 2
PLACE_IDS = ("id", "within")
DAYS_APART = 45
EVERYDAY = 0.2  # share of reports from which a word is an everyday one
BLOCK = 60  # at most so many words of one length, each less than twice as common as another, change places
FIXED = frozenset("type kind level scheme role unit basis certainty polarity time_frame rule relation language timex".split())
"""Keys whose values are words of Tumen's own."""


def grow(records: Sequence[ReportRecord]) -> Iterator[tuple[Original, ReportRecord]]:
    """The records, then copy after copy of them, without end; each with bytes that it could have been read from."""
    yield from map(_with_bytes, records)
    blocks = _blocks(records)
    for copy in count(1):
        copying = _Copying(copy, _rewording(blocks, copy))
        yield from (_with_bytes(copying.of(record)) for record in records)


def _blocks(records: Iterable[ReportRecord]) -> list[list[str]]:
    """Names, and words but the everyday ones, in groups of one length and of about the same frequency."""
    texts = [set(WORD.findall(record.report.text)) for record in records]
    shares = Counter(word for words in texts for word in words)
    names = {word for word in shares if word[0].isupper() and shares[word] > shares[word.lower()]}
    kept = [word for word in shares if word in names or (word.islower() and shares[word] < EVERYDAY * len(texts))]
    alike: dict[tuple[bool, int, int], list[str]] = defaultdict(list)
    for word in sorted(kept, key=lambda word: (-shares[word], word)):
        alike[word in names, len(word), shares[word].bit_length()].append(word)
    return [words[at : at + BLOCK] for words in alike.values() for at in range(0, len(words), BLOCK)]


def _rewording(blocks: Iterable[list[str]], copy: int) -> dict[str, str]:
    """What stands for each word in a copy: never itself, if its group has another, and in two copies seldom the same."""
    chance = Random(copy)
    rewording: dict[str, str] = {}
    for block in blocks:
        moved = chance.randrange(1, len(block)) if len(block) > 1 else 0
        rewording.update(zip(block, block[moved:] + block[:moved], strict=True))
    return rewording


class _Copying:
    """Makes the records of one copy."""

    def __init__(self, copy: int, rewording: Mapping[str, str]) -> None:
        self._copy = copy
        self._rewording = rewording

    def of(self, record: ReportRecord) -> ReportRecord:
        """The copy of a record."""
        made: ReportRecord = msgspec.convert(self._walk(msgspec.to_builtins(record)), ReportRecord)
        return made

    def _walk(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._change(value)
        if isinstance(value, list | tuple):
            return [self._walk(one) for one in value]
        if isinstance(value, dict):
            return {key: self._changed(key, one) for key, one in value.items()}
        return value

    def _changed(self, key: str, value: Any) -> Any:
        if key in FIXED:
            return value
        if key in BOUNDS and isinstance(value, int):
            return value if value < LEAST_COUNT else value + 1 + self._copy % 5
        return self._changed_id(value) if key in PLACE_IDS else self._walk(value)

    def _changed_id(self, value: Any) -> Any:
        return f"{value}~{self._copy}" if isinstance(value, str) and not ID.fullmatch(value) else self._walk(value)

    def _change(self, words: str) -> str:
        words = ID.sub(lambda found: make_id(found[1], found[0], self._copy), words)  # type: ignore[arg-type]
        words = DAY.sub(lambda found: _later(found, self._copy), words)
        if " " in words:  # a value of its own, such as an EDTF one, stays
            words = NUMBER.sub(lambda found: _renumbered(found[0], self._copy) if found[1] else found[0], words)
        return WORD.sub(lambda found: self._rewording.get(found[0], found[0]), words)


def _with_bytes(record: ReportRecord) -> tuple[Original, ReportRecord]:
    data = f"{record.report.source_key}\n{record.report.text}".encode()
    sha256 = hashlib.sha256(data).hexdigest()
    report = replace(record.report, id=make_id("report", sha256), sha256=sha256)
    return Original(report.file, data, sha256), replace(record, report=report)


def _later(found: re.Match[str], copy: int) -> str:
    try:
        return (date.fromisoformat(found[0]) + timedelta(DAYS_APART * copy)).isoformat()
    except (ValueError, OverflowError):
        return found[0]


def _renumbered(number: str, copy: int) -> str:
    """Another number of the same length."""
    least = 10 ** (len(number) - 1)
    return str((int(number) + 7 * copy * least // 10) % (9 * least) + least)
