"""The figures of docs/linking.md on GVA: tuned on one half of the incidents, measured on the other, and the other way round."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from train.link.fit import log_odds
from train.link.rows import Pair, Rows
from tumen.link import Profile, Thresholds, cluster
from tumen.link.features import measure
from tumen.link.model import Weights, chance
from tumen.linking import TIED
from tumen.measure.linking import calibration_error, gold_pairs, recall_at, score_clusters

JOINS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
DECAY, BASELINE = 0.06, 0.15  # of the baseline of research: cosine less DECAY * ln(1 + days) at BASELINE, single link


def half_of(incident: str) -> int:
    """The half, 0 or 1, that an incident belongs to."""
    return int(hashlib.sha256(incident.encode()).hexdigest(), 16) % 2


def probabilities(rows: Rows, weights: Weights, profiles: Sequence[Profile]) -> dict[tuple[str, str], float]:
    """Of the pairs of rows."""
    found = log_odds(weights, rows.values)
    return {(profiles[i].id, profiles[j].id): chance(float(odds)) for (i, j), odds in zip(rows.pairs, found, strict=True)}


def with_tied(
    found: Mapping[tuple[str, str], float], weights: Weights, profiles: Sequence[Profile]
) -> dict[tuple[str, str], float]:
    """Also pairs that share no key, where a third is surely enough linked to both, as `tumen.linking` compares them."""
    by_id = {profile.id: profile for profile in profiles}
    beside: dict[str, set[str]] = {}
    for (one, other), probability in found.items():
        if probability >= TIED:
            beside.setdefault(one, set()).add(other)
            beside.setdefault(other, set()).add(one)
    asked = {pair for others in beside.values() for pair in combinations(sorted(others), 2)}
    asked -= {pair for known in found for pair in (known, known[::-1])}
    new = {pair: chance(weights.log_odds(measure(*(by_id[id_] for id_ in pair)))) for pair in asked}
    return {**found, **new}


def best_join(gold: Mapping[str, str], found: Mapping[tuple[str, str], float]) -> Thresholds:
    """The mean from which clusters join that does best."""
    tried = [replace(Thresholds(), joined=joined) for joined in JOINS]
    return max(tried, key=lambda one: score_clusters(gold, cluster(list(gold), found, thresholds=one)).b_cubed.f1)


def report(name: str, gold: Mapping[str, str], found: Mapping[tuple[str, str], float], thresholds: Thresholds) -> None:
    """Prints the figures of one half."""
    scores = score_clusters(gold, cluster(list(gold), found, thresholds=thresholds))
    b, p = scores.b_cubed, scores.pairs
    print(f"{name}: joined at {thresholds.joined}: B3 P {b.precision:.3f} R {b.recall:.3f} F1 {b.f1:.3f}", end="; ")
    print(f"pairs P {p.precision:.3f} R {p.recall:.3f} F1 {p.f1:.3f}", end="; ")
    print(
        f"pair recall at precision .85: {recall_at(gold, found):.3f}; calibration error {calibration_error(gold, found):.3f}",
        flush=True,
    )


def report_baseline(name: str, gold: Mapping[str, str], profiles: Sequence[Profile]) -> None:
    """Prints the figures of the baseline on one half, over all its pairs."""
    found = baseline(profiles)
    edges = {pair: 1.0 for pair, score in found.items() if score >= BASELINE}
    scores = score_clusters(gold, _single_link(list(gold), edges))
    b, p = scores.b_cubed, scores.pairs
    print(f"{name}: baseline: B3 P {b.precision:.3f} R {b.recall:.3f} F1 {b.f1:.3f}", end="; ")
    print(
        f"pairs P {p.precision:.3f} R {p.recall:.3f} F1 {p.f1:.3f}; pair recall at precision .85: {recall_at(gold, found):.3f}",
        flush=True,
    )


def baseline(profiles: Sequence[Profile]) -> dict[tuple[str, str], float]:
    """The scores of all pairs that are above 0."""
    stems = {stem: index for index, stem in enumerate(sorted({stem for profile in profiles for stem in profile.terms}))}
    matrix = np.zeros((len(profiles), len(stems)), dtype=np.float32)
    for row, profile in enumerate(profiles):
        for stem, weight in profile.terms.items():
            matrix[row, stems[stem]] = weight / 1000
    alike = matrix @ matrix.T
    found = {}
    for i, j in zip(*np.nonzero(np.triu(alike > 0.05, 1)), strict=True):
        a, b = profiles[i], profiles[j]
        apart = abs((a.published or 0) - (b.published or 0))
        found[a.id, b.id] = float(alike[i, j]) - DECAY * math.log1p(apart)
    return found


def _single_link(ids: Sequence[str], edges: Mapping[tuple[str, str], float]) -> list[frozenset[str]]:
    return cluster(ids, {}, together=edges)


def report_blocking(
    profiles: Sequence[Profile], pairs: set[Pair], gold: Mapping[str, str], rows: Rows, weights: Weights
) -> None:
    """Prints how many pairs are compared, and how many of one incident are lost that the model would have found."""
    at = {profile.id: index for index, profile in enumerate(profiles)}
    same = {tuple(sorted((at[one], at[other]))) for one, other in gold_pairs(gold)}
    odds = dict(zip(rows.pairs, log_odds(weights, rows.values), strict=True))
    found = {pair for pair in same if odds[pair] >= 0}
    lost = len(found - pairs) / max(len(found), 1)
    each = 2 * len(pairs) / len(profiles)
    print(f"blocking: {len(pairs)} pairs of {len(profiles) * (len(profiles) - 1) // 2}, {each:.1f} a report", end="; ")
    print(
        f"of {len(same)} pairs of one incident the model finds {len(found)}, and {lost:.1%} of these are not compared",
        flush=True,
    )
