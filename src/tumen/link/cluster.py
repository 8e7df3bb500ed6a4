"""Probabilities of pairs -> clusters. Comes in: reports, the probability of each pair that was compared, what people decided. Goes out: clusters.

Average link inside each component of pairs that may be the same: two clusters join as long as their pairs are the same on average, where a pair that was never
compared counts as unlike. So one bold link never pulls two stories into one. What people decided always holds. The result is a
function of the sets that come in: ties go to the smaller ids.
"""

import heapq
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tumen.errors import DecisionError

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability two reports are `same`, and from which `possibly_same`; clusters join while the mean of their pairs is `joined` or more."""

    same: float = 0.5
    possibly_same: float = 0.2
    joined: float = 0.45


DEFAULT = Thresholds()


def cluster(
    reports: Collection[str],
    probabilities: Mapping[Pair, float],
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
    thresholds: Thresholds = DEFAULT,
) -> list[frozenset[str]]:
    """The clusters, in the order of their smallest ids; every report is in one. Raises `DecisionError` if a pair must be both together and apart."""
    ids = sorted(set(reports))
    groups = _Groups(ids)
    for one, other in sorted(map(_ordered, together)):
        if one in groups.of and other in groups.of:
            groups.join(one, other)
    barred = _barred(groups, apart)
    edges: dict[Pair, float] = {}
    for pair, probability in probabilities.items():
        if pair[0] in groups.of and pair[1] in groups.of:
            roots = _ordered((groups.root(pair[0]), groups.root(pair[1])))
            if roots[0] != roots[1]:
                edges[roots] = edges.get(roots, 0.0) + probability
    sizes = {root: len(members) for root, members in groups.members().items()}
    for component, inside in _components(sizes, edges, thresholds.possibly_same):
        for one, other in _agglomerate(component, inside, sizes, barred, thresholds.joined):
            groups.join(one, other)
    return sorted(map(frozenset, groups.members().values()), key=min)


def _ordered(pair: Pair) -> Pair:
    return (pair[0], pair[1]) if pair[0] <= pair[1] else (pair[1], pair[0])


def _barred(groups: "_Groups", apart: Iterable[Pair]) -> set[Pair]:
    """The pairs of groups that must stay apart."""
    found = set()
    for one, other in apart:
        if one in groups.of and other in groups.of:
            roots = _ordered((groups.root(one), groups.root(other)))
            if roots[0] == roots[1]:
                raise DecisionError(f"{one} and {other}", "they must be both together and apart")
            found.add(roots)
    return found


class _Groups:
    """Reports that are together; the root of a group is its smallest id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.of = {id_: id_ for id_ in ids}

    def root(self, id_: str) -> str:
        root = id_
        while self.of[root] != root:
            root = self.of[root]
        while self.of[id_] != root:
            self.of[id_], id_ = root, self.of[id_]
        return root

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self.of[second] = first

    def members(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_ in self.of:
            found.setdefault(self.root(id_), []).append(id_)
        return found


def _components(
    sizes: Mapping[str, int], edges: Mapping[Pair, float], least: float
) -> list[tuple[list[str], dict[Pair, float]]]:
    """Groups that are tied by pairs of a mean probability of `least` or more, with all pairs inside."""
    tied = _Groups(sizes)
    for (one, other), total in edges.items():
        if total / (sizes[one] * sizes[other]) >= least:
            tied.join(one, other)
    members = {root: found for root, found in tied.members().items() if len(found) > 1}
    inside: dict[str, dict[Pair, float]] = {root: {} for root in members}
    for pair, total in edges.items():
        root = tied.root(pair[0])
        if root == tied.root(pair[1]):
            inside[root][pair] = total
    return [(members[root], inside[root]) for root in sorted(members)]


def _agglomerate(
    nodes: Iterable[str], edges: Mapping[Pair, float], sizes: Mapping[str, int], barred: set[Pair], joined: float
) -> list[Pair]:
    """The joins, in order: always the two groups whose pairs are the same with the highest mean. A join is named by its smaller id."""
    size = {node: sizes[node] for node in nodes}
    sums: dict[str, dict[str, float]] = {node: {} for node in size}
    bars: dict[str, set[str]] = {node: set() for node in size}
    for (one, other), total in edges.items():
        sums[one][other] = sums[other][one] = total
    for one, other in barred:
        if one in size and other in size:
            bars[one].add(other)
            bars[other].add(one)
    heap = [(-total / (size[one] * size[other]), one, other) for (one, other), total in edges.items()]
    heapq.heapify(heap)
    joins: list[Pair] = []
    while heap and -heap[0][0] >= joined:
        mean, one, other = heapq.heappop(heap)
        if one not in size or other not in size or other in bars[one]:
            continue
        if -mean != sums[one].get(other, 0.0) / (size[one] * size[other]):
            continue  # one of them has grown since
        joins.append((one, other))
        size[one] += size.pop(other)
        for third, total in sorted(sums.pop(other).items()):
            del sums[third][other]
            if third != one:
                sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
        for third in bars.pop(other):
            bars[third].discard(other)
            bars[third].add(one)
            bars[one].add(third)
        for third, total in sums[one].items():
            first, second = _ordered((one, third))
            heapq.heappush(heap, (-total / (size[first] * size[second]), first, second))
    return joins
