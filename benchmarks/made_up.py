"""Reports of made-up words, as many as wanted, the same every time. Comes in: a seed. Goes out: originals and records.

The words follow Zipf's law, so there are words as common as "the" and words that stand in a handful of reports. Every fifth
report is Korean in shape: syllables without meaning, and particles that follow without a blank.
"""

import hashlib
from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import get_args

from tumen.ids import make_id
from tumen.records import (
    Claim,
    ClaimKind,
    Factuality,
    Incident,
    Original,
    Place,
    Published,
    Report,
    ReportRecord,
    Source,
    SourceKind,
    Span,
)

WORDS = 20_000
CLAIMS = 11
"""To a report."""

OUTLETS = tuple(f"Outlet {letter}" for letter in "ABCDEFGHIJ")
PLACES = tuple((f"KP-{number:02}", f"Province {number}") for number in range(1, 15))
KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)

_LATIN = [f"{c}{v}" for c in ("b", "ch", "d", "g", "h", "j", "k", "m", "n", "p", "r", "s", "t", "y") for v in "aeiouŏ"]
_HANGUL = [chr(code) for code in range(0xAC00, 0xD7A4, 37)]
_PARTICLES = ["", "에", "에서", "은", "를", "의"]


class Words:
    """Two vocabularies, the commonest word first."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.latin = ["".join(random.choices(_LATIN, k=random.randint(2, 4))) for _ in range(WORDS)]
        self.hangul = ["".join(random.choices(_HANGUL, k=random.randint(2, 3))) for _ in range(WORDS)]
        self._weights = list(accumulate(1 / rank for rank in range(2, WORDS + 2)))

    def sentence(self, length: int, *, korean: bool) -> str:
        """So many words and a full stop."""
        words = self._random.choices(self.hangul if korean else self.latin, cum_weights=self._weights, k=length)
        if korean:
            words = [word + self._random.choice(_PARTICLES) for word in words]
        return " ".join(words).capitalize() + "."


def made_up_reports(count: int, seed: int = 1) -> Iterator[tuple[Original, ReportRecord]]:
    """`count` reports with `CLAIMS` claims each."""
    random = Random(seed)
    words = Words(random)
    for number in range(count):
        yield _report(random, words, number)


def _report(random: Random, words: Words, number: int) -> tuple[Original, ReportRecord]:
    korean = number % 5 == 0
    lines = [words.sentence(8, korean=korean), *(words.sentence(26, korean=korean) for _ in range(CLAIMS + 6))]
    text = "\n".join(lines)
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    id_ = make_id("report", sha256)
    source = Source(make_id("source", id_), random.choice(SOURCE_KINDS), lines[1].split()[0], (Span(0, 1),))
    day = f"{random.randint(2005, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    report = Report(
        id=id_,
        file=f"made-up/{number:06}.txt",
        sha256=sha256,
        text=text,
        length=len(text),
        title=lines[0],
        outlet=random.choices(OUTLETS, weights=range(1, len(OUTLETS) + 1))[0],
        language="ko" if korean else "en",
        published=Published(day, "metadata") if random.random() < 0.9 else Published(),
    )
    place_id, place = random.choice(PLACES)
    record = ReportRecord(
        report=report,
        sources=(source,),
        claims=tuple(_claim(random, id_, source.id, at, lines) for at in range(1, CLAIMS + 1)),
        places=(Place(Span(0, 1), place, place_id, "iso3166-2", "province", "KP"),),
        incidents=(Incident(make_id("incident", id_), "movement.flee", "", (), {}),),
    )
    return Original(report.file, data, sha256), record


def _claim(random: Random, report_id: str, source_id: str, at: int, lines: list[str]) -> Claim:
    start = sum(len(line) + 1 for line in lines[:at])
    content = (Span(start, start + len(lines[at])),)
    kind = random.choice(KINDS)
    factuality = Factuality("certain", "positive", 3.0)
    return Claim(make_id("claim", report_id, at), kind, (), (), content, source_id, factuality, 0.5)
