"""How rare a word is. Comes in: the table `frequencies.txt` beside this file. Goes out: the rarity of stems.

The table is fixed: what is rare never depends on what else lies in a workspace, nor on the order in which it came. It holds, by stem, the largest
share of texts of any one genre in which the stem stands, so that a word that is everyday in one genre is nowhere taken for rare. Only
stems that stand in several texts are in it; all others are as rare as can be. `train/link` makes it (docs/linking.md).
"""

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("frequencies.txt")
UNSEEN = 9.0  # rarity of a stem that is not in the table
NUMBER = 6.5  # and of a number that is not


class Frequencies:
    """Rarity by stem: minus the logarithm of the share of texts that hold it."""

    def __init__(self, rarities: Mapping[str, float]) -> None:
        self._rarities = rarities

    def rarity(self, stem: str) -> float:
        """From 0 for a stem that every text holds to `UNSEEN`."""
        known = self._rarities.get(stem)
        if known is not None:
            return known
        return NUMBER if stem.isdigit() else UNSEEN

    def __len__(self) -> int:
        return len(self._rarities)


def parse(lines: str) -> Frequencies:
    """Reads lines of a rarity and the stems that have it: `3.4 word word word`."""
    rarities: dict[str, float] = {}
    for line in lines.splitlines():
        rarity, _, words = line.partition(" ")
        rarities.update(dict.fromkeys(words.split(), float(rarity)))
    return Frequencies(rarities)


def compose(shares: Mapping[str, float]) -> str:
    """The lines that `parse` reads, from the share of texts by stem."""
    by_rarity: dict[float, list[str]] = {}
    for stem, share in shares.items():
        by_rarity.setdefault(round(min(-math.log(share), UNSEEN), 1), []).append(stem)
    return "".join(f"{rarity} {' '.join(sorted(words))}\n" for rarity, words in sorted(by_rarity.items()))


@cache
def shipped() -> Frequencies:
    """The table that ships."""
    return parse(FILE.read_text("utf-8"))
