"""Which reports tell of one incident, against gold. Comes in: the incident of each report, clusters, probabilities. Goes out: rates from 0 to 1.

B3 (Bagga and Baldwin, 1998) asks of each report how much of its cluster is of its incident, and how much of its incident is in its cluster, and takes
the mean over reports. Pairs count each two reports of one cluster; large incidents weigh heavily there. Both tune nothing.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tumen.errors import SettingError
from tumen.measure.files import read_lines
from tumen.measure.tally import Tally

BINS = 10
Pair = tuple[str, str]


@dataclass(frozen=True)
class Scores:
    """Both ways of counting clusters."""

    b_cubed: "Rates"
    pairs: Tally


@dataclass(frozen=True)
class Rates:
    """Precision and recall that are means over reports."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_incidents_of(path: Path) -> dict[str, str]:
    """The incident of each report by its key, from JSON lines with `id` and `incident`. Raises `SettingError` that names the line."""
    found: dict[str, str] = {}
    for number, line in enumerate(read_lines(path), 1):
        if line.strip():
            try:
                row = json.loads(line)
                found[row["id"]] = str(row["incident"])
            except (ValueError, KeyError, TypeError) as err:
                raise SettingError(f"{path}:{number}", "no JSON object with the keys id and incident") from err
    return found


def score_clusters(gold: Mapping[str, str], clusters: Iterable[Collection[str]]) -> Scores:
    """Of clusters of the reports of `gold`. Reports that are in no cluster are left alone; those without gold do not count."""
    kept = [[id_ for id_ in cluster if id_ in gold] for cluster in clusters]
    seen = {id_ for cluster in kept for id_ in cluster}
    kept += [[id_] for id_ in gold if id_ not in seen]
    sizes = Counter(gold.values())
    precision = recall = 0.0
    pairs = Tally(wanted=sum(_pairs(size) for size in sizes.values()))
    for cluster in kept:
        for incident, together in Counter(gold[id_] for id_ in cluster).items():
            precision += together * together / len(cluster)
            recall += together * together / sizes[incident]
            pairs.add(_pairs(together), 0, 0)
        pairs.add(0, _pairs(len(cluster)), 0)
    total = max(len(gold), 1)
    return Scores(Rates(precision / total, recall / total), pairs)


def score_pairs(gold: Mapping[str, str], probabilities: Mapping[Pair, float], least: float) -> Tally:
    """Of the pairs whose probability is `least` or more, as they are, without clusters."""
    found = [pair for pair, probability in probabilities.items() if probability >= least]
    right = sum(gold[one] == gold[other] for one, other in found)
    return Tally(right, len(found), sum(_pairs(size) for size in Counter(gold.values()).values()))


def recall_at(gold: Mapping[str, str], probabilities: Mapping[Pair, float], precision: float = 0.85) -> float:
    """The largest share of the pairs of one incident that pairs of some probability or more find with that precision at least."""
    wanted = sum(_pairs(size) for size in Counter(gold.values()).values())
    ranked = sorted(probabilities.items(), key=lambda item: -item[1])
    right, best = 0, 0.0
    for number, ((one, other), probability) in enumerate(ranked, 1):
        right += gold[one] == gold[other]
        is_end = number == len(ranked) or ranked[number][1] < probability
        if is_end and right / number >= precision:
            best = right / max(wanted, 1)
    return best


def calibration_error(gold: Mapping[str, str], probabilities: Mapping[Pair, float], bins: int = BINS) -> float:
    """How far probabilities are from what comes true: the mean, over pairs in bins of like probability, of the distance of both. 0 is best."""
    by_bin: dict[int, list[tuple[float, bool]]] = {}
    for (one, other), probability in probabilities.items():
        by_bin.setdefault(min(int(probability * bins), bins - 1), []).append((probability, gold[one] == gold[other]))
    off = sum(abs(sum(chance for chance, _ in each) - sum(is_same for _, is_same in each)) for each in by_bin.values())
    return off / max(len(probabilities), 1)


def gold_pairs(gold: Mapping[str, str]) -> set[Pair]:
    """The pairs of one incident, each in order."""
    members: dict[str, list[str]] = {}
    for id_, incident in sorted(gold.items()):
        members.setdefault(incident, []).append(id_)
    return {pair for ids in members.values() for pair in combinations(ids, 2)}


def _pairs(size: int) -> int:
    return size * (size - 1) // 2
