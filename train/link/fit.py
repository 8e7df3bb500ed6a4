"""Features of pairs with gold -> weights. Comes in: one row a pair. Goes out: a bias and a line a feature.

A regularised logistic regression on ramps between knots, each of which may only rise (or only fall, as `shapes.toml` says): more of what speaks for one
incident never speaks against it. At its neutral knot a feature adds nothing, as where it is unknown; so a reason is never the wrong way round.
"""

import tomllib
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from tumen.link.features import NAMES
from tumen.link.model import Line, Weights

SHAPES = tomllib.loads(Path(__file__).with_name("shapes.toml").read_text("utf-8"))
Array = NDArray[np.float64]
RIDGE = 3.0


def ramps(values: Array) -> Array:
    """The design: for each feature one ramp between every two knots, 0 at the neutral knot and where the feature is unknown."""
    columns = []
    for index, name in enumerate(NAMES):
        value, shape = values[:, index], SHAPES[name]
        known, filled = ~np.isnan(value), np.nan_to_num(value)
        for low, high in pairwise(shape["knots"]):
            risen = np.clip((filled - low) / (high - low), 0, 1)
            columns.append(np.where(known, risen if low >= shape["neutral"] else risen - 1, 0))
    return np.stack(columns, axis=1)


def fit(values: Array, gold: Array, weights: Array, ridge: float = RIDGE) -> Weights:
    """The weights that make the gold of the rows likely."""
    design = np.concatenate([ramps(values), np.ones((len(values), 1))], axis=1)
    signs = [SHAPES[name]["sign"] for name in NAMES for _ in pairwise(SHAPES[name]["knots"])]
    bounds = [(0, None) if sign > 0 else (None, 0) for sign in signs]
    signed = np.where(gold > 0, 1.0, -1.0)

    def loss(at: Array) -> tuple[float, Array]:
        margin = signed * (design @ at)
        lost = weights @ np.logaddexp(0, -margin)
        slope = -(weights * signed / (1 + np.exp(np.clip(margin, -500, 500)))) @ design
        penalty = np.append(np.full(len(at) - 1, ridge), 0.0)
        return float(lost + 0.5 * (penalty * at) @ at), slope + penalty * at

    start = np.zeros(design.shape[1])
    options = {"maxiter": 600}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)], options=options).x
    return Weights(float(found[-1]), _lines(found))


def _lines(found: Array) -> tuple[Line, ...]:
    """Lines from the heights of ramps."""
    lines, at = [], 0
    for name in NAMES:
        knots = SHAPES[name]["knots"]
        points = np.concatenate([[0.0], np.cumsum(found[at : at + len(knots) - 1])])
        at += len(knots) - 1
        lines.append(Line(tuple(map(float, knots)), tuple(map(float, points - points[knots.index(SHAPES[name]["neutral"])]))))
    return tuple(lines)


def log_odds(weights: Weights, values: Array) -> Array:
    """Of each row."""
    total = np.full(len(values), weights.bias)
    for index, line in enumerate(weights.lines):
        known = ~np.isnan(values[:, index])
        total[known] += np.interp(values[known, index], line.knots, line.points)
    return total
