"""Counts of what was right -> rates. Comes in: numbers of right, found and wanted. Goes out: precision, recall, F1, from 0 to 1."""

from dataclasses import dataclass


@dataclass
class Tally:
    """How many were right, found and wanted. Where half points are given, `right` is no whole number."""

    right: float = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, right: float, found: int, wanted: int) -> None:
        """Counts these too."""
        self.right, self.found, self.wanted = self.right + right, self.found + found, self.wanted + wanted

    def merge(self, other: "Tally") -> None:
        """Counts what another has counted."""
        self.add(other.right, other.found, other.wanted)
