"""Things that are together, directly or through others: union-find. Comes in: pairs. Goes out: groups, each named by its smallest member."""

from collections.abc import Iterable

Pair = tuple[str, str]


def ordered(one: str, other: str) -> Pair:
    """The pair, the smaller first."""
    return (one, other) if one <= other else (other, one)


class Groups:
    """Which ids are together. An id that was never joined is alone."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._above: dict[str, str] = {}
        for one, other in pairs:
            self.join(one, other)

    def of(self, id_: str) -> str:
        """The smallest id of the group of this one."""
        root = id_
        while (above := self._above.get(root, root)) != root:
            root = above
        while id_ != root:  # the next way up is shorter
            self._above[id_], id_ = root, self._above[id_]
        return root

    def join(self, one: str, other: str) -> None:
        """Makes the groups of these two one."""
        first, second = ordered(self.of(one), self.of(other))
        if first != second:
            self._above[second] = first

    def members(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """Which of these ids are in each group, by its smallest."""
        found: dict[str, list[str]] = {}
        for id_ in ids:
            found.setdefault(self.of(id_), []).append(id_)
        return found
