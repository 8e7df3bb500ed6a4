"""Whether one report goes back to another, where no run of words shows it. Comes in: what two reports share. Goes out: a chance.

The one that knows by itself less likely is taken for the copy. The chance is also high where both go back to a third. Reports that let the same kind of office
speak share much without going back to each other.
"""

import math

from tumen.echo.own import measure_own, own_chance
from tumen.echo.pair import Pair
from tumen.echo.weights import shipped
from tumen.echo.words import unpack

LEAST_ORDERED, MOST_ORDERED = -5.0, 10.0  # words in order beyond chance; more, or less, says no more
FEW = 10  # telling words that are added to those of each report: a share of few says little
SUREST = 0.98  # no chance is taken for surer


def measure_back(pair: Pair, own: tuple[float, float]) -> dict[str, float]:
    """The features of a pair. `own`: the chances that the first and the second know by themselves."""
    is_first = own[0] <= own[1]
    copy = pair.first if is_first else pair.second
    both = pair.retold[0]
    ours, theirs = (both / (len(unpack(one.terms)) + FEW) for one in (copy, pair.other(copy)))
    named, named_by = pair.named_at(copy), pair.named_at(pair.other(copy))
    odds = _odds(min(own))
    return {
        "share": ours,
        "share_of_other": theirs,
        "in_order": min(max(pair.in_order, LEAST_ORDERED), MOST_ORDERED),
        "names": 0.0 if named is None else 1.0 - named,
        "is_named": 0.0 if named_by is None else 1.0 - named_by,
        "one_house": float(pair.is_one_house),
        "likely_own": max(odds, 0.0),
        "unlikely_own": min(odds, 0.0),
        "own_of_other": _odds(max(own)),
        "both_official": min(measure_own(one)["official"] for one, _ in pair.both),
    }


def back_chance(pair: Pair) -> float:
    """The chance, from 0 to 1, that one of the two goes back to the other, or both to a third."""
    return shipped("back").chance(measure_back(pair, (own_chance(pair.first), own_chance(pair.second))))


def _odds(chance: float) -> float:
    chance = min(max(chance, 1 - SUREST), SUREST)
    return math.log(chance / (1 - chance))
