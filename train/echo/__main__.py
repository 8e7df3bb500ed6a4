"""`python -m train.echo CORPORA [--folds]`: fits whether a report knows by itself and whether one goes back to another.

From our own gold; the second also from pairs built of the Gun Violence Archive. Writes `src/tumen/echo/weights.toml`, and the head `first_hand` into the
reader that ships. `--folds` writes nothing: it prints how well both do on groups of reports that were left out in turn.
"""

import argparse
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np

from train.echo.fit import Array, chances, fit, unseen_chances
from train.echo.gold import Gold, Told, read_built, read_gold
from train.echo.middle import WIDTH, means, need_head, put_head
from tumen.claim import FIRST_HAND
from tumen.echo import Print, take_print
from tumen.echo.back import measure_back
from tumen.echo.own import measure_own
from tumen.echo.pair import Pair
from tumen.echo.weights import FILE, Weights, write_weights

RIDGE_TEXT, RIDGE_NAMED, RIDGE_BACK = 45.0, 15.0, 5.0
"""How strongly weights are held down; chosen on groups left out. The middle of the network has more columns than there are groups."""
NOTE = "Made by train/echo; not to be edited. What one unit of each feature adds to the log-odds; docs/echo.md says what each is."


class Rows(NamedTuple):
    """Features by row, gold, and the group of each row."""

    values: Array
    gold: Array
    groups: list[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--folds", action="store_true", help="print figures, write nothing")
    asked = parser.parse_args()
    need_head()
    gold, built = list(read_gold()), list(read_built(asked.corpora))
    told = [one for each in gold for one in each.told]
    prints = {one.record.report.id: take_print(one.record) for each in (*gold, *built) for one in each.told}
    own = Rows(
        own_values(told, prints),
        np.array([one.is_own for one in told], float),
        [each.group for each in gold for _ in each.told],
    )
    named = len(own.values[0]) - WIDTH
    ridge = np.repeat([RIDGE_NAMED, RIDGE_TEXT], [named, WIDTH])
    weights, bias = fit(own.values, own.gold, ridge)
    unseen = unseen_chances(*own, ridge)
    others = [one for each in built for one in each.told]
    chance_of = chances_by_id(told, unseen) | chances_by_id(others, chances(own_values(others, prints), weights, bias))
    back = back_rows([*gold, *built], prints, chance_of)
    back_ridge = np.full(len(back.values[0]), RIDGE_BACK)
    if asked.folds:
        is_own_gold = np.array([not group.startswith("gva") for group in back.groups])
        found = unseen_chances(*back, back_ridge)
        print_figures("knows by itself", own.gold, unseen)
        print_figures("goes back", back.gold[is_own_gold], found[is_own_gold])
        print_figures("goes back, built", back.gold[~is_own_gold], found[~is_own_gold])
        return
    middle = float(own.values[:, named:].mean(0) @ weights[named:])
    put_head(weights[named:], -middle)
    back_weights, back_bias = fit(back.values, back.gold, back_ridge)
    one, other, *_ = prints.values()
    own_names, back_names = measure_own(one), measure_back(Pair(one, other), (0.5, 0.5))
    by_name = {FIRST_HAND: 1.0} | dict(zip([name for name in own_names if name != FIRST_HAND], weights[:named], strict=True))
    models = {
        "own": Weights(bias + middle, by_name),
        "back": Weights(back_bias, dict(zip(back_names, back_weights, strict=True))),
    }
    FILE.write_text(write_weights(models, NOTE), "utf-8")
    print(f"written: {FILE}, and the head {FIRST_HAND}")


def own_values(told: Sequence[Told], prints: Mapping[str, Print]) -> Array:
    """A row a report: what can be named, without the one number of the head, and then the middle of the network, of which the head is made."""
    measured = [measure_own(prints[one.record.report.id]) for one in told]
    named = [[value for name, value in each.items() if name != FIRST_HAND] for each in measured]
    return np.concatenate([np.array(named), means(one.record for one in told)], 1)


def chances_by_id(told: Sequence[Told], found: Array) -> dict[str, float]:
    """The chance that each report knows by itself."""
    return {one.record.report.id: float(chance) for one, chance in zip(told, found, strict=True)}


def back_rows(gold: Sequence[Gold], prints: Mapping[str, Print], chance_of: Mapping[str, float]) -> Rows:
    """A row for every two reports of an incident: whether they have one origin."""
    values, same, groups = [], [], []
    for each in gold:
        for one, other in combinations(sorted(each.told, key=lambda told: told.record.report.id), 2):
            ids = one.record.report.id, other.record.report.id
            pair = Pair(prints[ids[0]], prints[ids[1]])
            values.append(list(measure_back(pair, (chance_of[ids[0]], chance_of[ids[1]])).values()))
            same.append(one.origin is not None and one.origin == other.origin)
            groups.append(each.group)
    return Rows(np.array(values), np.array(same, float), groups)


def print_figures(name: str, gold: Array, found: Array) -> None:
    """How well chances of 0.5 and more agree with gold."""
    is_said, is_so = found >= 0.5, gold > 0
    right, both = (is_said == is_so).mean(), (is_said & is_so).sum()
    print(
        f"{name}: right {right:.1%} of {len(found)}; precision {both / max(is_said.sum(), 1):.1%}, recall {both / max(is_so.sum(), 1):.1%}"
    )
    for low in np.arange(0, 1, 0.2):
        here = (found >= low) & (found < low + 0.2)
        print(
            f"  said {low:.1f} to {low + 0.2:.1f}: {int(here.sum())}, of which so {gold[here].mean() if here.any() else 0:.0%}"
        )


if __name__ == "__main__":
    main()
