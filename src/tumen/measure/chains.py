"""Chains of mentions against gold. Comes in: what a person and a reader tied together, text by text. Goes out: scores.

Chains of one mention are left out on both sides, as in CoNLL 2012 (Pradhan et al.), whose score is the mean of three F1:

- MUC (Vilain et al., 1995): links. A chain of n mentions has n - 1; one is missing for each cut that the other side makes in it.
- B cubed (Bagga and Baldwin, 1998): for each mention, the share of its chain that is in its chain on the other side.
- CEAFe (Luo, 2005): chains are paired so that the sum of 2 |both| / (|one| + |other|) over the pairs is the largest; that sum.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tumen.measure.tally import Tally

Place = tuple[int, int]
"""The first and the last word of a mention."""

Chain = frozenset[Place]


@dataclass
class Share(Tally):
    """`precision` and `recall` are of sums over all texts, which are not of the same things: `right` of the found, `there` of the wanted."""

    there: float = 0.0

    @property
    def recall(self) -> float:
        return self.there / max(self.wanted, 1)

    def count(self, right: float, found: int, there: float, wanted: int) -> None:
        """Counts these too."""
        self.add(right, found, wanted)
        self.there += there


@dataclass
class ChainScores:
    """One share for each measure."""

    muc: Share = field(default_factory=Share)
    b_cubed: Share = field(default_factory=Share)
    ceaf_e: Share = field(default_factory=Share)

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def score_chains(texts: Iterable[tuple[Iterable[Collection[Place]], Iterable[Collection[Place]]]]) -> ChainScores:
    """`texts` are pairs of gold chains and the chains found in the same text; no mention is in two chains of a side."""
    scores = ChainScores()
    for gold, found in texts:
        wanted, own = ([frozenset(chain) for chain in side if len(set(chain)) > 1] for side in (gold, found))
        scores.muc.count(_links(own, wanted), _most_links(own), _links(wanted, own), _most_links(wanted))
        scores.b_cubed.count(_held(own, wanted), sum(map(len, own)), _held(wanted, own), sum(map(len, wanted)))
        similar = _paired(own, wanted)
        scores.ceaf_e.count(similar, len(own), similar, len(wanted))
    return scores


def _number_of(chains: Sequence[Chain]) -> dict[Place, int]:
    return {place: number for number, chain in enumerate(chains) for place in chain}


def _most_links(chains: Sequence[Chain]) -> int:
    return sum(len(chain) - 1 for chain in chains)


def _links(chains: Sequence[Chain], others: Sequence[Chain]) -> int:
    """Links of `chains` that hold in `others`: a mention that is in none of them is a part of its own."""
    number = _number_of(others)
    return sum(len(chain) - len({number.get(place, place) for place in chain}) for chain in chains)


def _held(chains: Sequence[Chain], others: Sequence[Chain]) -> float:
    """The sum, over the mentions of `chains`, of the share of its chain that is with it in a chain of `others`."""
    number = _number_of(others)
    both = (Counter(number[place] for place in chain if place in number) for chain in chains)
    return sum(sum(n * n for n in counts.values()) / len(chain) for chain, counts in zip(chains, both, strict=True))


def _paired(chains: Sequence[Chain], others: Sequence[Chain]) -> float:
    """The largest sum of similarities over pairs, each chain in one at most."""
    if len(chains) > len(others):
        return _paired(others, chains)
    return best_sum([[2 * len(one & other) / (len(one) + len(other)) for other in others] for one in chains])


def best_sum(gains: Sequence[Sequence[float]]) -> float:
    """The largest sum of one gain a row, no two of one column; there are no more rows than columns."""
    return sum(gains[row][column] for row, column in best_pairs(gains))


def best_pairs(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Row and column of the gains with the largest sum, one a row, no two of one column; there are no more rows than columns.

    Kuhn (1955) and Munkres (1957), one row after the other, by the shortest way on which others give up their columns.
    """
    columns = len(gains[0]) if gains else 0
    of_row, of_column = [0.0] * (len(gains) + 1), [0.0] * (columns + 1)  # what each is worth to whoever gets it
    owner = [len(gains)] * (columns + 1)  # the row that has each column; the last column is where a new row begins
    for new in range(len(gains)):
        owner[columns] = new
        at, way, nearest = columns, [columns] * columns, [float("inf")] * columns
        seen = {columns}
        while owner[at] != len(gains):
            row = owner[at]
            for column in (free := [column for column in range(columns) if column not in seen]):
                distance = -gains[row][column] - of_row[row] - of_column[column]
                if distance < nearest[column]:
                    nearest[column], way[column] = distance, at
            best = min(free, key=nearest.__getitem__)
            step = nearest[best]
            for column in seen:
                of_row[owner[column]] += step
                of_column[column] -= step
            for column in free:
                nearest[column] -= step
            at = best
            seen.add(at)
        taken = [at]
        while taken[-1] != columns:
            taken.append(way[taken[-1]])
        for one, before in pairwise(taken):
            owner[one] = owner[before]
    return [(row, column) for column, row in enumerate(owner[:columns]) if row != len(gains)]
