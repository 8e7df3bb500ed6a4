"""Features -> log-odds. Comes in: `weights.toml` and the features of a pair. Goes out: what each feature adds, and a probability.

The model is a sum (a generalised additive model, Hastie and Tibshirani 1986): each feature adds the height of a line through a few points at its
value, and what is unknown adds nothing. So the reasons of a link are the model itself, and not a story about it.
"""

import math
import tomllib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tumen.link.features import NAMES, Values

FILE = Path(__file__).with_name("weights.toml")


@dataclass(frozen=True, slots=True)
class Line:
    """Points by knot, both in order of the knots; below the first and above the last knot it stays level."""

    knots: tuple[float, ...]
    points: tuple[float, ...]

    def at(self, value: float) -> float:
        """The height of the line at a value."""
        right = bisect_right(self.knots, value)
        if right == 0:
            return self.points[0]
        if right == len(self.knots):
            return self.points[-1]
        left = right - 1
        part = (value - self.knots[left]) / (self.knots[right] - self.knots[left])
        return self.points[left] + part * (self.points[right] - self.points[left])


@dataclass(frozen=True, slots=True)
class Weights:
    """The bias, and a line for each of `NAMES`."""

    bias: float
    lines: tuple[Line, ...]

    def parts(self, values: Values) -> list[float]:
        """What each feature adds to the log-odds, in the order of `NAMES`."""
        return [0.0 if value is None else line.at(value) for line, value in zip(self.lines, values, strict=True)]

    def log_odds(self, values: Values) -> float:
        """Of one incident."""
        return self.bias + sum(self.parts(values))


def read_weights(table: Mapping[str, Any]) -> Weights:
    """From the tables of `weights.toml`."""
    return Weights(table["bias"], tuple(Line(tuple(table[name]["knots"]), tuple(table[name]["points"])) for name in NAMES))


def write_weights(
    bias: float, lines: Mapping[str, tuple[Sequence[float], Sequence[float]]], notes: Sequence[str] = ()
) -> str:
    """The text of `weights.toml`."""
    rows = [*(f"# {note}" for note in notes), f"bias = {bias:.3f}"]
    for name in NAMES:
        knots, points = lines[name]
        rows += [
            "",
            f"[{name}]",
            f"knots = {[float(knot) for knot in knots]}",
            f"points = {[round(float(p), 3) for p in points]}",
        ]
    return "\n".join(rows) + "\n"


@cache
def shipped() -> Weights:
    """The weights that ship."""
    return read_weights(tomllib.loads(FILE.read_text("utf-8")))


def chance(log_odds: float) -> float:
    """The probability of log-odds."""
    return 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))
