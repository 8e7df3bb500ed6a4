"""How well voices inside voices are read, against the hand-made gold of `tests/data/nested/`.

`PYTHONPATH=tests python -m real.nested [--split tune|last]` prints the tables. Without `--split` it reads `tune`; `last` is
for a last run, prints totals and nothing by text. What is in the texts, and who may look at them: `tests/data/nested/README.md`.

An attribution is right as in `real.gold`: cues overlap, contents share at least half of all their characters, sources overlap
or are both absent, one to one. A quotation without a cue is right if what was found has no cue either. A nested one is right if
its parent is the claim that was matched to the gold parent. Depth 1 is an attribution inside no other, depth 2 inside one.
"""

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from real.gold import is_match
from real.placed import Placed, load, place
from tumen.measure.tally import Tally
from tumen.pipeline import read_original
from tumen.records import Claim, Given, Original
from tumen.report import find_originals

NESTED = Path(__file__).parents[1] / "data" / "nested"
SPLITS = ("tune", "last")
Rows = Mapping[str, Mapping[str, Any]]


@dataclass
class NestedScores:
    """`depths` and `constructions` count what was right and wanted; the parent must be right too, from depth 2 on."""

    attributions: Tally = field(default_factory=Tally)
    nested: Tally = field(default_factory=Tally)
    depths: dict[int, Tally] = field(default_factory=dict)
    constructions: dict[str, Tally] = field(default_factory=dict)


def load_split(split: str) -> dict[str, dict[str, Any]]:
    """The gold of one split, by the name of its text."""
    return {name: gold for name, gold in load(NESTED).items() if gold["split"] == split}


def read_text(name: str) -> str:
    return (NESTED / name).read_text(encoding="utf-8")


def depth(claims: Rows, key: str) -> int:
    """1 for a claim inside no other, 2 for one inside it, and so on; `claims` by key."""
    parent = claims[key].get("parent")
    return 1 if parent is None else 1 + depth(claims, parent)


def score_split(split: str) -> NestedScores:
    scores = NestedScores()
    for name, gold in load_split(split).items():
        (original,) = find_originals([NESTED / name])
        assert isinstance(original, Original)
        record = read_original(original, Given())
        found = [claim for claim in record.claims if claim.kind != "narrated"]
        score(gold, place(gold, record.report.text), found, scores)
    return scores


def score(gold: Mapping[str, Any], placed: Iterable[Placed], found: list[Claim], scores: NestedScores) -> None:
    """Adds one text: what `found` has of `gold`, whose words stand at `placed`."""
    rows = {row["key"]: row for row in gold["claims"]}
    partners = match(placed, found)
    scores.attributions.right += len(partners)
    scores.attributions.found += len(found)
    scores.attributions.wanted += len(rows)
    scores.nested.found += sum(claim.parent is not None for claim in found)
    for key, row in rows.items():
        partner, parent = partners.get(key), partners.get(row.get("parent", ""))
        tallies = [scores.depths.setdefault(depth(rows, key), Tally())]
        right = partner is not None
        if "parent" in row:
            tallies += [scores.nested, scores.constructions.setdefault(row["construction"], Tally())]
            right = bool(partner and parent and partner.parent == parent.id)
        for tally in tallies:
            tally.wanted += 1
            tally.right += right


def match(placed: Iterable[Placed], found: list[Claim]) -> dict[str, Claim]:
    """Which of `found` is which claim of the gold, by its key."""
    free, partners = list(found), {}
    for wanted in placed:
        if partner := next((claim for claim in free if is_match(claim, wanted)), None):
            free.remove(partner)
            partners[wanted.key] = partner
    return partners


def main() -> None:
    parser = argparse.ArgumentParser(description="How well voices inside voices are read.")
    parser.add_argument("--split", choices=SPLITS, default="tune")
    scores = score_split(parser.parse_args().split)
    for name, tally in {"attributions": scores.attributions, "nested": scores.nested}.items():
        counts = f"{tally.right} right of {tally.found} found, {tally.wanted} wanted"
        print(f"{name:18} P {tally.precision:6.1%}  R {tally.recall:6.1%}  F1 {tally.f1:6.1%}  ({counts})")
    for number, tally in sorted(scores.depths.items()):
        print(f"depth {number:<12} R {tally.recall:6.1%}  ({tally.right} of {tally.wanted})")
    for name, tally in sorted(scores.constructions.items()):
        print(f"{name:18} R {tally.recall:6.1%}  ({tally.right} of {tally.wanted})")


if __name__ == "__main__":
    main()
