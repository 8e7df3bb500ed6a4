"""Scores of arcs -> the best tree. Comes in: how surely each word points to each other. Goes out: one head a word.

Chu and Liu (1965), Edmonds (1967): where each word's best head makes a circle, the circle becomes one word, and again. Where that
leaves several roots, each is tried as the only one.
"""

from typing import NamedTuple

import numpy as np

Floats = np.ndarray[tuple[int, ...], np.dtype[np.floating]]
Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


class _Fold(NamedTuple):
    """Words that were made one, which goes by the number of `circle[0]`, and the `heads` they had in the circle.

    Of an arc between the circle and word w, the best is the one to `enters[w]` where w is the head, from `leaves[w]` where not.
    """

    circle: Ints
    heads: Ints
    enters: Ints
    leaves: Ints


def best_tree(scores: Floats) -> Ints:
    """[n]: the head of each word in the likeliest tree over `scores` [n words, n heads], finite; its own number for the one root.

    The root is one of the words that are roots of the likeliest forest; of these the one with the likeliest tree.
    """
    heads: Ints = scores.argmax(1)
    if is_tree(heads):
        return heads
    heads = _chu_liu_edmonds(scores, np.arange(len(scores)))
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) == 1:
        return heads
    trees = [_chu_liu_edmonds(scores, roots[place : place + 1]) for place in range(len(roots))]
    return max(trees, key=lambda tree: float(scores[np.arange(len(tree)), tree].sum()))


def is_tree(heads: Ints) -> bool:
    """Exactly one word is its own head, and every other comes to it in the end."""
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) != 1:
        return False
    above = heads
    for _ in range(len(heads).bit_length()):  # one step, two, four ... until more than the longest way up
        above = above[above]
    return bool((above == roots[0]).all())


def _chu_liu_edmonds(scores: Floats, roots: Ints) -> Ints:
    """The best heads without a circle, where only `roots` may be roots."""
    n = len(scores)
    weights = np.full((n + 1, n + 1), -np.inf)  # what all words hang on is one more word, the last
    weights[:n, :n] = scores
    weights[roots, n] = scores.diagonal()[roots]
    np.fill_diagonal(weights, -np.inf)
    heads = weights[:n].argmax(1)
    folds: list[_Fold] = []
    while len(circle := _circle(heads)):
        folds.append(_fold(weights, circle, heads))
    for fold in reversed(folds):
        _unfold(fold, heads)
    return np.where(heads == n, np.arange(n), heads)


def _circle(heads: Ints) -> Ints:
    """The words of one circle, or none."""
    above = heads.tolist()
    seen_from = [-1] * len(above)
    for start in range(len(above)):
        at = start
        while at < len(above) and seen_from[at] == -1:
            seen_from[at] = start
            at = above[at]
        if at < len(above) and seen_from[at] == start:
            circle = [at]
            while above[circle[-1]] != at:
                circle.append(above[circle[-1]])
            return np.array(circle, np.int64)
    return np.zeros(0, np.int64)


def _fold(weights: Floats, circle: Ints, heads: Ints) -> _Fold:
    """Makes the circle one word in `weights` and `heads`. What an arc into it weighs is what it wins over the one it breaks."""
    into = weights[circle] - weights[circle, heads[circle]][:, None]
    out_of = weights[:, circle]
    fold = _Fold(circle, heads[circle], circle[into.argmax(0)], circle[out_of.argmax(1)])
    one, others = circle[0], circle[1:]
    weights[one], weights[:, one] = into.max(0), out_of.max(1)
    weights[one, circle] = -np.inf
    weights[others] = weights[:, others] = -np.inf
    heads[np.isin(heads, others)] = one
    heads[others] = len(heads)
    heads[one] = weights[one].argmax()
    return fold


def _unfold(fold: _Fold, heads: Ints) -> None:
    """Makes the words of the circle words of their own again, in `heads`."""
    above = heads[fold.circle[0]]
    below = np.flatnonzero(heads == fold.circle[0])
    heads[below] = fold.leaves[below]
    heads[fold.circle] = fold.heads
    heads[fold.enters[above]] = above
