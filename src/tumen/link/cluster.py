"""Probabilities of pairs -> clusters. Comes in: reports, the probability of each pair that was compared, what people decided. Goes out: clusters.

Average link: two clusters join as long as their pairs are the same on average, where a pair that was never
compared counts as unlike. So one bold link never pulls two stories into one. What people decided always holds. The result is a
function of the sets that come in: ties go to the smaller ids.
"""

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from tumen.errors import DecisionError
from tumen.groups import Groups, Pair, ordered


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
    ids = set(reports)
    groups = Groups(pair for pair in together if ids.issuperset(pair))
    barred = _barred(groups, (pair for pair in apart if ids.issuperset(pair)))
    edges: dict[Pair, float] = {}
    for pair, probability in sorted(probabilities.items()):
        roots = ordered(groups.of(pair[0]), groups.of(pair[1]))
        if roots[0] != roots[1] and ids.issuperset(pair):
            edges[roots] = edges.get(roots, 0.0) + probability
    sizes = {root: len(members) for root, members in groups.members(ids).items()}
    for component, inside in _components(sizes, edges, thresholds.joined):
        for one, other in _agglomerate(component, inside, sizes, barred, thresholds.joined):
            groups.join(one, other)
    return sorted(map(frozenset, groups.members(ids).values()), key=min)


def cluster_around(
    touched: set[int],
    whole: Callable[[set[int]], set[int]],
    linked: Callable[[set[int]], set[int]],
    among: Callable[[set[int]], Collection[set[int]]],
) -> list[set[int]]:
    """The clusters of what was touched and of all that it can change: those that clustering everything anew would give.

    `whole` adds to some reports all that were in one cluster with them until now, or must be; `linked` are those that a link of at least `joined` ties to some;
    `among` clusters some by themselves. Two clusters only join over such a link. So as long as nothing of the region joins with what is so linked to it, all
    outside is as it was; where something does, the region grows by it. This is exact, and how long the chains of links are does not matter.
    """
    region = whole(touched)
    while True:
        around = whole(linked(region) - region)
        clusters = among(region | around)
        crossing = set().union(*(cluster for cluster in clusters if cluster & region and cluster - region))
        if not crossing:
            return [cluster for cluster in clusters if cluster & region]
        region = whole(region | crossing)


def _barred(groups: Groups, apart: Iterable[Pair]) -> set[Pair]:
    """The pairs of groups that must stay apart."""
    found = set()
    for one, other in apart:
        roots = ordered(groups.of(one), groups.of(other))
        if roots[0] == roots[1]:
            raise DecisionError(f"{one} and {other}", "they must be both together and apart")
        found.add(roots)
    return found


def _components(
    sizes: Mapping[str, int], edges: Mapping[Pair, float], least: float
) -> list[tuple[list[str], dict[Pair, float]]]:
    """Groups that are tied by pairs of a mean probability of `least` or more, with all pairs inside: no join ever leaves one, since a mean of `least` needs a
    pair of it."""
    tied = Groups(pair for pair, total in edges.items() if total / (sizes[pair[0]] * sizes[pair[1]]) >= least)
    members = {root: found for root, found in tied.members(sizes).items() if len(found) > 1}
    inside: dict[str, dict[Pair, float]] = {root: {} for root in members}
    for pair, total in edges.items():
        root = tied.of(pair[0])
        if root == tied.of(pair[1]):
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
            first, second = ordered(one, third)
            heapq.heappush(heap, (-total / (size[first] * size[second]), first, second))
    return joins
