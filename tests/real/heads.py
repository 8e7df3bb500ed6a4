"""How well publisher, day and title are read from heads, against the hand-made gold of `tests/data/heads.toml`.

`PYTHONPATH=tests:src python -m real.heads [--split gold|blind|last] [--file FILE]`: of each, the share that is right, wrong, and unknown though it can be known.
Unknown is no mistake where gold has nothing, and not wrong where it has. `blind`: heads written after the reader was done; `last` is for a last run: it prints the shares only.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tumen.claim.outlet import find_outlet
from tumen.ground.gazetteer import fold, gazetteer
from tumen.masthead import read_head

HEADS = Path(__file__).parents[1] / "data" / "heads.toml"
FIELDS = ("outlet", "day", "title")
Verdict = Literal["right", "wrong", "missed"]


class Judged(NamedTuple):
    """One field of one head."""

    text: str
    field: str
    wanted: list[str]
    found: str | None

    @property
    def verdict(self) -> Verdict:
        if self.found is None:
            return "missed" if self.wanted and "" not in self.wanted else "right"
        return "right" if _fold(self.found) in map(_fold, self.wanted) else "wrong"


def judge(split: str = "gold", file: Path = HEADS) -> Iterator[Judged]:
    for head in tomllib.loads(file.read_text("utf-8"))["head"]:
        if split == ("last" if head.get("last") else "blind" if head.get("blind") else "gold"):
            found = read_head(head["text"], _is_place)
            for field in FIELDS:
                value = getattr(found, field) or (find_outlet(head["text"]) if field == "outlet" else None)
                yield Judged(head["text"], field, _listed(head.get(field)), value)


def _is_place(name: str) -> bool:
    return bool(gazetteer().named(fold(name)))


def shares(judged: list[Judged], field: str) -> dict[Verdict, float]:
    """Of all heads, the share of each verdict on a field."""
    ours = [one.verdict for one in judged if one.field == field]
    counts = Counter(ours)
    return {verdict: counts[verdict] / len(ours) for verdict in ("right", "wrong", "missed")}


def _listed(value: Any) -> list[str]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _fold(words: str) -> str:
    return " ".join(words.casefold().split()).removeprefix("the ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("gold", "blind", "last"), default="gold")
    parser.add_argument("--file", type=Path, default=HEADS)
    given = parser.parse_args()
    judged = list(judge(given.split, given.file))
    for one in judged if given.split != "last" else ():
        if one.verdict != "right":
            print(
                f"{one.verdict} {one.field}: wanted {one.wanted}, found {one.found!r}\n    {' / '.join(one.text.splitlines()[:7])[:230]}"
            )
    print(f"{len(judged) // len(FIELDS)} heads")
    for field in FIELDS:
        print(f"{field:8}" + "".join(f"{verdict} {share:6.1%}  " for verdict, share in shares(judged, field).items()))


if __name__ == "__main__":
    main()
