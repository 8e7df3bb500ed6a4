"""How likely an attribution is what a person would mark. Comes in: the model's scores. Goes out: a chance from 0 to 1.

Logistic regression on the log probabilities of `Tagged.scores`; its weights, and the chance below which nothing is claimed, ship
with the model (`train.calibrate`).
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from tumen.claim.tagged import Tagged

CLAIMS, KEEP, KEEP_INNER = "claims", "keep", "keep_inner"
"""In the model's calibration: the constant and one weight a score; the lowest chance of what is claimed, outside and inside others."""


def sure_enough(tagged: Sequence[Tagged], calibration: Mapping[str, Sequence[float]]) -> Iterator[Tagged]:
    """The attributions worth a claim, each with its `chance`. What stood inside one that is not goes to the one around that."""
    dropped: dict[int, Tagged | None] = {}
    for one in tagged:  # outer ones come first
        while one.parent is not None and id(one.parent) in dropped:
            one.parent = dropped[id(one.parent)]
        one.chance = confidence_of(one.scores, calibration[CLAIMS])
        if one.chance >= calibration[KEEP_INNER if one.parent else KEEP][0]:
            yield one
        else:
            dropped[id(one)] = one.parent


def confidence_of(scores: Sequence[float], weights: Sequence[float]) -> float:
    """The chance, to two digits; `weights` are the constant and one for each of `scores`."""
    sure = weights[0] + sum(weight * score for weight, score in zip(weights[1:], scores, strict=True))
    return round(0.5 + 0.5 * math.tanh(sure / 2), 2)
