"""How well counts are read, against the hand-made gold of `tests/data/quantities/`.

`PYTHONPATH=tests python -m real.counts [--split gold|last]` prints the share of sentences read right; with `gold` also those that are not.
A sentence is right if its quantities are those of gold, in words, interval, exactness, unit and whether they are a part, and no other.
`last` is for a last run: it prints the share and no sentence.
"""

import argparse
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from build import a_record

QUANTITIES = Path(__file__).parents[1] / "data" / "quantities"


class Counted(NamedTuple):
    """A quantity as it is compared."""

    words: str
    lo: int
    hi: int | None
    exact: bool
    unit: str
    part: bool


class Judged(NamedTuple):
    """A sentence with what gold has and what Tumen reads."""

    text: str
    wanted: list[tuple[int, Counted]]
    found: list[tuple[int, Counted]]

    @property
    def is_right(self) -> bool:
        return sorted(self.wanted, key=str) == sorted(self.found, key=str)


def judge(split: str) -> Iterator[Judged]:
    for sentence in tomllib.loads((QUANTITIES / f"{split}.toml").read_text("utf-8"))["sentence"]:
        text = sentence["text"]
        found = [
            (one.span.start, Counted(text[one.span.start : one.span.end], one.lo, one.hi, one.exact, one.unit, one.part))
            for one in a_record(text).quantities
        ]
        yield Judged(text, [_placed(text, one) for one in sentence["quantities"]], found)


def _placed(text: str, gold: dict[str, Any]) -> tuple[int, Counted]:
    at = -1
    for _ in range(gold.get("nth", 1)):
        at = text.index(gold["words"], at + 1)
    return at, Counted(gold["words"], gold["lo"], gold.get("hi"), gold["exact"], gold["unit"], gold.get("part", False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("gold", "last"), default="gold")
    split = parser.parse_args().split
    judged = list(judge(split))
    for one in judged if split == "gold" else ():
        if not one.is_right:
            print(f"{one.text}\n    wanted {one.wanted}\n    found  {one.found}")
    right = sum(one.is_right for one in judged)
    print(f"{right} of {len(judged)} sentences right: {right / len(judged):.1%}")


if __name__ == "__main__":
    main()
