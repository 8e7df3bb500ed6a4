"""A corpus of read reports made to grow: copies of it with other names, places, dates and wording. Comes in: records. Goes out: records.

Copy 0 is the corpus. In every other copy each name (a word that mostly begins with a capital letter) is another word of the same length, every
place has another id, days move by `DAYS_APART` days a copy, numbers of two digits and more are others, and all but everyday words change places with words of their length that are about as
common, as two stories about two happenings differ: words keep their frequencies, and a report is still more like its copy (the cosine of their words is .10 in
the middle) than like another (.02). Lengths stay, so every span still points at the words that it rests on.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from random import Random
from typing import Any

import msgspec

from tumen.ids import make_id
from tumen.records import Original, ReportRecord

NAME = re.compile(r"\b[A-Z][A-Za-z]{2,}\b")
DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
ID = re.compile(r"\b(report|source|claim|event|incident)-([a-z2-7]{16})\b")
WORD = re.compile(r"\b[a-z]{4,}\b")
NUMBER = re.compile(r"(?:19|20)\d\d(?:-\d\d)*|(\d{2,})")
PLACE_IDS = ("id", "within")
DAYS_APART = 45
EVERYDAY = 0.2  # share of reports from which a word is an everyday one
BLOCK = 20  # words of one length and about as common, that change places
FIXED = frozenset("type kind level scheme role unit basis certainty polarity time_frame rule relation language timex".split())
"""Keys whose values are words of Tumen's own."""
LETTERS = "aeiouybcdfghjklmnpqrstvwxz"


def grow(records: Sequence[ReportRecord]) -> Iterator[tuple[Original, ReportRecord]]:
    """The records, then copy after copy of them, without end; each with bytes that it could have been read from."""
    yield from map(_with_bytes, records)
    blocks, names = _blocks(records), _names(records)
    for copy in count(1):
        copying = _Copying(copy, _rewording(blocks, copy), names)
        yield from (_with_bytes(copying.of(record)) for record in records)


def _blocks(records: Iterable[ReportRecord]) -> list[list[str]]:
    """The words of all texts but the everyday ones, in groups of one length and of about the same frequency."""
    texts = [set(WORD.findall(record.report.text)) for record in records]
    shares = Counter(word for words in texts for word in words)
    by_length: dict[int, list[str]] = defaultdict(list)
    for word in sorted(shares, key=lambda word: (-shares[word], word)):
        if shares[word] < EVERYDAY * len(texts):
            by_length[len(word)].append(word)
    return [words[at : at + BLOCK] for words in by_length.values() for at in range(0, len(words), BLOCK)]


def _names(records: Iterable[ReportRecord]) -> frozenset[str]:
    """The words that begin with a capital letter more often than not."""
    words = Counter(word for record in records for word in re.findall(r"[A-Za-z]{3,}", record.report.text))
    return frozenset(word for word, found in words.items() if word[0].isupper() and found > words[word.lower()])


def _rewording(blocks: Iterable[list[str]], copy: int) -> dict[str, str]:
    """What stands for each word in a copy."""
    chance = Random(copy)
    return {word: other for block in blocks for word, other in zip(block, chance.sample(block, len(block)), strict=True)}


class _Copying:
    """Makes the records of one copy."""

    def __init__(self, copy: int, rewording: Mapping[str, str], names: Container[str]) -> None:
        self._copy = copy
        self._rewording = rewording
        self._names = names

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
            return {
                key: one if key in FIXED else self._changed_id(one) if key in PLACE_IDS else self._walk(one)
                for key, one in value.items()
            }
        return value

    def _changed_id(self, value: Any) -> Any:
        return f"{value}~{self._copy}" if isinstance(value, str) and not ID.fullmatch(value) else self._walk(value)

    def _change(self, words: str) -> str:
        words = ID.sub(lambda found: make_id(found[1], found[0], self._copy), words)  # type: ignore[arg-type]
        words = DAY.sub(lambda found: _later(found, self._copy), words)
        if " " in words:  # a value of its own, such as an EDTF one, stays
            words = NUMBER.sub(lambda found: _renumbered(found[0], self._copy) if found[1] else found[0], words)
        words = NAME.sub(lambda found: _renamed(found[0], self._copy) if found[0] in self._names else found[0], words)
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


@lru_cache(maxsize=200_000)
def _renamed(name: str, copy: int) -> str:
    """Another word of the same length."""
    digest = hashlib.blake2b(f"{copy} {name}".encode(), digest_size=32).digest()
    changed = "".join(LETTERS[byte % len(LETTERS)] for byte in (digest * 8)[: len(name)])
    return changed.capitalize()
