"""What two reports share. Comes in: two prints. Goes out: a `Pair`, which is asked for words in a row, words retold, numbers, names, and days."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tumen.echo.cited import is_first_named, is_same_outlet
from tumen.echo.days import anchor_of, reach
from tumen.echo.heads import is_spelled_alike
from tumen.echo.prints import Print
from tumen.echo.words import covered, in_order, share, unpack

SHINGLE = 5  # words in a row that are not written twice by chance
SAME = 0.9  # share of the words: nearly all
AS_LONG = 0.85  # the shorter has this share of the longer one's words: it is not an abridgement
AS_LONG_MARKED = 0.75  # the same, of one that says that the text is another's and changed nothing in it
MOST = 0.5  # share of the shorter one's words that stand in the longer: it is an abridgement
RETOLD = 0.3  # share of the telling words of one that the other has too, and in the same order: it retells
ORDERED = 2.5  # words that follow each other in the order of the other beyond what chance gives
FEWEST_TERMS = 15  # shared telling words, below which a share says nothing
ALIKE = 0.42  # share of the telling words above which nothing is called independent, in whatever order they come
FEWEST_ALIKE = 10


@dataclass(frozen=True)
class Pair:
    """Two prints, in the order of their ids, and what they share."""

    first: Print
    second: Print

    @cached_property
    def shared(self) -> tuple[float, float]:
        """The share of the words of the first that stand in the second, and the other way round."""
        first, second = unpack(self.first.words), unpack(self.second.words)
        return share(covered(first, second, SHINGLE)), share(covered(second, first, SHINGLE))

    @cached_property
    def retold(self) -> tuple[int, float, float]:
        """How many telling words both have, and the share that they are of those of the first and of the second."""
        first, second = unpack(self.first.terms), unpack(self.second.terms)
        both = len(np.intersect1d(first, second, assume_unique=True))
        return both, both / max(len(first), 1), both / max(len(second), 1)

    @cached_property
    def in_order(self) -> float:
        """How many more of these words follow each other in the same order than would by chance."""
        return float(in_order(unpack(self.first.terms), unpack(self.second.terms)) - 2 * self.retold[0] ** 0.5)

    @cached_property
    def is_alike(self) -> bool:
        """So much is the same that both may go back to one text."""
        both, *shares = self.retold
        is_retold = both >= FEWEST_TERMS and max(shares) >= RETOLD and self.in_order >= ORDERED
        return is_retold or (both >= FEWEST_ALIKE and max(shares) >= ALIKE)

    @cached_property
    def details(self) -> int:
        """How many numbers with what they count both have."""
        return len(np.intersect1d(unpack(self.first.details), unpack(self.second.details), assume_unique=True))

    @cached_property
    def quotes(self) -> list[int]:
        """The lengths of the quotations that both have."""
        return [length for quote, length in self.first.quotes if (quote, length) in self.second.quotes]

    @cached_property
    def later(self) -> Print | None:
        """Which of the two was published later; `None` if that is not known."""
        anchor = anchor_of((self.first.published, self.second.published))
        first, second = reach(self.first.published, anchor), reach(self.second.published, anchor)
        if first[1] and second[0] and first[1] < second[0]:
            return self.second
        if second[1] and first[0] and second[1] < first[0]:
            return self.first
        return None

    @property
    def both(self) -> tuple[tuple[Print, Print], tuple[Print, Print]]:
        """Each with the other."""
        return (self.first, self.second), (self.second, self.first)

    def other(self, one: Print) -> Print:
        """The other of the two."""
        return self.second if one is self.first else self.first

    @property
    def shorter(self) -> Print:
        """The one with fewer words."""
        return min(self.first, self.second, key=lambda one: (len(one.words), one.id))

    @property
    def as_long(self) -> bool:
        """Neither is much longer than the other."""
        lengths = sorted((len(self.first.words), len(self.second.words)))
        is_marked = self.shorter.evidence.is_credited and max(self.shared) >= SAME
        return lengths[0] >= (AS_LONG_MARKED if is_marked else AS_LONG) * lengths[1]

    def named_at(self, one: Print) -> float | None:
        """Where `one` first names the outlet of the other."""
        other = self.other(one)
        if self.is_one_house:
            return None
        places = [
            cited.at
            for cited in one.cited
            if self._is_of(cited.outlet, other) and not is_spelled_alike(cited.outlet, one.heads)
        ]
        named = None if other.evidence.issuer else is_first_named(one.names, other.outlet)
        return min([*places, *([] if named is None else [named])], default=None)

    @staticmethod
    def _is_of(cited: str, one: Print) -> bool:
        return is_same_outlet(cited, one.outlet) or is_spelled_alike(cited, one.heads)

    @cached_property
    def is_one_house(self) -> bool:
        """Both are by one outlet; where that is not known, under one first line, and yet different texts."""
        if self.first.outlet and self.second.outlet:
            return is_same_outlet(self.first.outlet, self.second.outlet)
        top = self.first.heads[0]
        return len(top.split()) > 1 and top == self.second.heads[0] and max(self.shared) < MOST

    @cached_property
    def naming(self) -> list[Print]:
        """Those that name the outlet of the other."""
        return [one for one, _ in self.both if self.named_at(one) is not None]
