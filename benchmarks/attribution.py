"""How well attributions are read: `python benchmarks/attribution.py FOLDER`; FOLDER holds PolNeAR `text/`, `attributions/`.

Prints relaxed F1 (cues overlap, contents share half of their union, sources overlap or are both absent; one to one), strict
F1 (all spans the same), exact span F1 of source, cue and content, and for each confidence that the reader gives the share of
claims that are right: of attributions by the relaxed match, of narrated sentences those in which nobody is cited. PolNeAR marks
the outermost attributions only, so nested claims are left out.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tumen.pipeline import read_report
from tumen.records import Report

Stretches = tuple[tuple[int, int], ...]


class Attribution(NamedTuple):
    source: Stretches
    cue: Stretches
    content: Stretches
    confidence: float = 1.0


def read_gold(path: Path) -> list[Attribution]:
    """The attributions of one brat standoff file."""
    spans: dict[str, Stretches] = {}
    found: list[Attribution] = []
    lines = path.read_text("utf-8").splitlines()
    for line in sorted(lines, key=lambda line: line[:1] == "E"):  # spans before the events that name them
        key, _, fields = line.partition("\t")
        fields = fields.split("\t")[0]
        if re.fullmatch(r"T\d+", key) and " " in fields:
            places = fields.split(" ", 1)[1]
            spans[key] = tuple(tuple(map(int, place.split())) for place in places.split(";"))  # type: ignore[misc]
        elif re.fullmatch(r"E\d+", key):
            roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for role, span in (argument.split(":") for argument in fields.split()):
                roles[role.rstrip("0123456789")] += spans[span]
            found.append(Attribution(*(tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content"))))
    return found


def read_own(text: str) -> tuple[list[Attribution], list[Attribution]]:
    """The outermost attributions that Tumen reads in `text`, and the sentences that it takes for the outlet's own."""
    record = read_report(Report("report-benchmark", "benchmark", "", text, len(text), language="en"))
    found, narrated = [], []
    for claim in record.claims:
        if claim.parent is None:
            spans = (claim.source, claim.cue, claim.content)
            own = Attribution(*(tuple((s.start, s.end) for s in each) for each in spans), claim.confidence)
            (narrated if claim.kind == "narrated" else found).append(own)
    return found, narrated


def points(stretches: Stretches) -> set[int]:
    return {at for start, end in stretches for at in range(start, end)}


def is_match(one: Attribution, other: Attribution) -> bool:
    """The relaxed match."""
    sources = bool(points(one.source) & points(other.source)) or (not one.source and not other.source)
    cues = bool(points(one.cue) & points(other.cue)) or (not one.cue and not other.cue)
    mine, theirs = points(one.content), points(other.content)
    return sources and cues and len(mine & theirs) >= 0.5 * len(mine | theirs)


def f1(right: int, found: int, gold: int) -> str:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:6.1%}  R {recall:6.1%}  F1 {both:6.1%}  ({right} of {gold})"


def main(folder: Path) -> None:
    relaxed, strict, found, gold = 0, 0, 0, 0
    spans: dict[str, Counter[str]] = {role: Counter() for role in ("source", "cue", "content")}
    by_confidence: dict[float, Counter[bool]] = defaultdict(Counter)
    for text_path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(f"{text_path.stem}_*.ann"))
        if not annotated:
            continue
        theirs = read_gold(annotated[0])
        mine, narrated = read_own(text_path.read_bytes().decode())
        found, gold = found + len(mine), gold + len(theirs)
        strict += len(same(mine, theirs))
        free = list(theirs)
        for attribution in mine:
            partner = next((other for other in free if is_match(attribution, other)), None)
            by_confidence[attribution.confidence][partner is not None] += 1
            if partner:
                free.remove(partner)
                relaxed += 1
        cited = points(tuple(stretch for other in theirs for stretch in (*other.cue, *other.content)))
        for attribution in narrated:
            by_confidence[attribution.confidence][not points(attribution.content) & cited] += 1
        for role, counts in spans.items():
            own, other = ({s for a in side for s in getattr(a, role)} for side in (mine, theirs))
            counts.update(right=len(own & other), found=len(own), gold=len(other))
    print(f"relaxed          {f1(relaxed, found, gold)}")
    print(f"strict           {f1(strict, found, gold)}")
    for role, counts in spans.items():
        print(f"exact {role:10} {f1(counts['right'], counts['found'], counts['gold'])}")
    for confidence, hits in sorted(by_confidence.items(), reverse=True):
        print(f"confidence {confidence:.2f}: right {hits[True] / hits.total():5.1%} of {hits.total()}")


def same(mine: Iterable[Attribution], theirs: Iterable[Attribution]) -> set[Attribution]:
    return {a._replace(confidence=1.0) for a in mine} & set(theirs)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
