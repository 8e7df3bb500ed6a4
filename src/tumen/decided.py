"""What people decided on links, taken together. Comes in: decisions. Goes out: which reports must be one incident, which must not. Pure.

Decisions are only ever added: an `undo` takes back what it names, and can itself be undone. What stands never contradicts itself, because a decision
that cannot hold beside those that stand is refused before it is kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from tumen.errors import DecisionError
from tumen.gathered import Answer, Decision
from tumen.groups import Groups, Pair, ordered


@dataclass(frozen=True)
class Constraints:
    """Pairs of report ids, each in order, with the number of the decision that says so. `together` holds no more of a group than ties it."""

    together: dict[Pair, int]
    apart: dict[Pair, int]

    def between(self, one: str, other: str) -> tuple[Answer, int] | None:
        """What people decided on two reports, directly or through others, and the number of the decision with which that held."""
        tied = Groups()
        for pair, number in sorted(self.together.items(), key=lambda item: item[1]):
            tied.join(*pair)
            if tied.of(one) == tied.of(other):
                return "same", number
        asked = ordered(tied.of(one), tied.of(other))
        barred = [number for pair, number in self.apart.items() if ordered(*map(tied.of, pair)) == asked]
        return ("different", min(barred)) if barred else None


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Those that hold: neither undone nor an undo. A later undo decides over an earlier one."""
    by_number = sorted(decisions, key=lambda one: one.number)
    undone: set[int] = set()
    for one in reversed(by_number):
        if one.kind == "undo" and one.undoes is not None and one.number not in undone:
            undone.add(one.undoes)
    return [one for one in by_number if one.kind != "undo" and one.number not in undone]


def constrain(decisions: Iterable[Decision]) -> Constraints:
    """What the decisions that stand ask for."""
    together: dict[Pair, int] = {}
    apart: dict[Pair, int] = {}
    for one in standing(decisions):
        if one.kind in ("same", "split"):
            together |= dict.fromkeys((ordered(a, b) for a, b in pairwise(one.groups[0])), one.number)
        if one.kind in ("different", "split"):
            apart |= dict.fromkeys((ordered(a, b) for a, b in product(*one.groups[:2])), one.number)
    return Constraints(together, apart)


def check(decision: Decision, earlier: Sequence[Decision]) -> None:
    """Raises `DecisionError` if `decision` cannot hold beside those that stand, or undoes what does not stand."""
    if decision.kind == "undo":
        if decision.undoes not in {one.number for one in standing(earlier)}:
            raise DecisionError(f"decision {decision.undoes}", "does not stand, so it cannot be undone")
        return
    if decision.kind != "same" and set(decision.groups[0]) & set(decision.groups[1]):
        raise DecisionError("these reports", "the same report stands on both sides")
    both = constrain([*earlier, decision])
    group_of = Groups(both.together).of
    clashing = [pair for pair in both.apart if group_of(pair[0]) == group_of(pair[1])]
    if not clashing:
        return
    held = {group_of(pair[0]) for pair in clashing}
    against = {both.apart[pair] for pair in clashing} | {n for pair, n in both.together.items() if group_of(pair[0]) in held}
    numbers = ", ".join(str(number) for number in sorted(against - {decision.number}))
    raise DecisionError(
        f"{decision.kind}", f"cannot hold beside decision {numbers}; undo what no longer holds (tumen undo NUMBER)"
    )
