"""Rows of features -> weights. Comes in: numbers with gold. Goes out: logistic models, and chances for rows that they have not seen."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Array = NDArray[np.float64]
FOLDS = 12


def fit(rows: Array, gold: Array, ridge: Array) -> tuple[Array, float]:
    """Weights and bias that make the gold (0 or 1 a row) likely. `ridge` [columns] is how strongly a weight of each is held down, on columns of mean 0 and deviation 1."""
    mean, spread = rows.mean(0), rows.std(0)
    spread[spread == 0] = 1.0
    scaled, signed = (rows - mean) / spread, np.where(gold > 0, 1.0, -1.0)

    def loss(at: Array) -> tuple[float, Array]:
        margin = signed * (scaled @ at[:-1] + at[-1])
        slope = -signed / (1 + np.exp(np.clip(margin, -500, 500)))
        lost = np.logaddexp(0, -margin).sum() + 0.5 * ridge @ at[:-1] ** 2
        return float(lost), np.append(slope @ scaled + ridge * at[:-1], slope.sum())

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def chances(rows: Array, weights: Array, bias: float) -> Array:
    """Of each row."""
    found: Array = 1 / (1 + np.exp(-(rows @ weights + bias)))
    return found


def unseen_chances(rows: Array, gold: Array, groups: Sequence[str], ridge: Array) -> Array:
    """Of each row, by a model that was fitted without its group."""
    found = np.zeros(len(rows))
    names = sorted(set(groups))
    fold_of = {name: number % FOLDS for number, name in enumerate(names)}
    folds = np.array([fold_of[group] for group in groups])
    for fold in range(min(FOLDS, len(names))):
        is_out = folds == fold
        found[is_out] = chances(rows[is_out], *fit(rows[~is_out], gold[~is_out], ridge))
    return found
