"""Profiles with gold -> rows to fit on. Comes in: profiles. Goes out: features, gold and weight of pairs.

Of GVA the pairs that are compared (`blocking.py`) and those of one incident; of our own all within reach; of MUC-3/4 those whose keys leave no doubt.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from train.link.fit import Array
from tumen.link import Profile, keys
from tumen.link.features import measure
from tumen.link.words import stems
from tumen.measure.muc4 import Template

OWN, MUC, HARD = (
    80.0,
    1.0,
    5.0,
)  # how much a pair of ours, one of MUC-3/4, and one of these of one day weighs beside one of GVA
ALIKE = 0.08  # cosine from which a pair of MUC-3/4 that is not the same teaches something
LONG = 4  # letters of a word that names somebody
Pair = tuple[int, int]


class Rows(NamedTuple):
    """One row a pair."""

    pairs: Sequence[Pair]
    values: Array
    gold: Array
    weights: Array


def compared(profiles: Sequence[Profile]) -> set[Pair]:
    """The pairs that share a key."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for key in keys(profile):
            holders[key].append(index)
    return {pair for found in holders.values() for pair in combinations(found, 2)}


def rows_of(profiles: Sequence[Profile], pairs: Iterable[Pair], is_same: Callable[[int, int], bool]) -> Rows:
    """The features of pairs, each of which weighs 1."""
    listed = sorted(pairs)
    ones = np.ones(len(listed))
    values = [[np.nan if value is None else value for value in measure(profiles[i], profiles[j])] for i, j in listed]
    return Rows(listed, np.array(values, dtype=float), np.array([is_same(i, j) for i, j in listed], dtype=float), ones)


def chosen(rows: Rows, kept: Sequence[int]) -> Rows:
    """The rows with these numbers."""
    at = list(kept)
    return Rows([rows.pairs[k] for k in at], rows.values[at], rows.gold[at], rows.weights[at])


def only(rows: Rows, pairs: Collection[Pair]) -> Rows:
    """The rows of these pairs."""
    return chosen(rows, [k for k, pair in enumerate(rows.pairs) if pair in pairs])


def muc_rows(profiles: Sequence[Profile], templates: Sequence[Sequence[Template]]) -> Rows:
    """Pairs of MUC-3/4: the same if type, day and place of their first templates are; different if no template of the one can be one of the other."""
    pairs: dict[Pair, bool] = {}
    for i, j in combinations(range(len(profiles)), 2):
        first = _same(templates[i][0], templates[j][0])
        if first or (first is False and all(_same(one, other) is False for one in templates[i] for other in templates[j])):
            pairs[i, j] = first
    kept = [pair for pair, is_same in pairs.items() if is_same or _cosine(profiles, pair) >= ALIKE]
    rows = rows_of(profiles, kept, lambda i, j: pairs[i, j])
    days = [{last for _, last in each[0].days} for each in templates]
    hard = [HARD if not gold and days[i] & days[j] else MUC for (i, j), gold in zip(rows.pairs, rows.gold, strict=True)]
    return rows._replace(weights=np.array(hard))


def _cosine(profiles: Sequence[Profile], pair: Pair) -> float:
    ours, theirs = (profiles[index].terms for index in pair)
    return sum(ours[stem] * theirs[stem] for stem in ours.keys() & theirs.keys()) / 1e6


def _same(one: Template, other: Template) -> bool | None:
    """`None` where that cannot be told. Of one day, place and type are also two bombs in one city: then those hit must have a word in common."""
    countries = [{place.wider[0] if place.wider else place.exact[0] for place in each.places} for each in (one, other)]
    days = [{last for _, last in each.days} for each in (one, other)]
    exact = [{name for place in each.places for name in place.exact} for each in (one, other)]
    if all(countries) and not countries[0] & countries[1]:
        return False
    if not all(days):
        return None
    if not days[0] & days[1]:
        return False
    if not set(one.types) & set(other.types) or not exact[0] & exact[1]:
        return None
    ours, theirs = _hit(one), _hit(other)
    return bool(ours & theirs) if ours and theirs else None


def _hit(template: Template) -> set[str]:
    """The words for who and what was hit."""
    return {
        word
        for fill in (*template.victims, *template.things)
        for value in fill.values
        for word in stems(value)
        if len(word) >= LONG
    }
