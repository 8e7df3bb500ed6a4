"""How likely an attribution is what a person would mark. Comes in: the model's scores. Goes out: a chance from 0 to 1."""

import math

from tumen.claim.tagged import Tagged

WEIGHTS = (1.0, 1.0, 1.0, 1.0, 0.3, 0.3, 0.0, 0.0)
"""The constant, then one for each of `Tagged.scores` and one for being inside another: logistic regression, by `train.calibrate`."""


def confidence_of(tagged: Tagged) -> float:
    """The chance, to two digits."""
    features = (1.0, *tagged.scores, float(tagged.parent is not None))
    sure = sum(weight * feature for weight, feature in zip(WEIGHTS, features, strict=True))
    return round(1 / (1 + math.exp(-sure)), 2)
