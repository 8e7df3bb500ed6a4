"""Where incidents differ from the keys of MUC-3/4: `PYTHONPATH=tests python -m real.muc4 PATH [--first N] [--slot NAME] [--scores]`.

Prints for each text its templates and Tumen's answers, aligned as `tumen eval muc4` aligns them, with the points of each slot;
`--slot` only pairs in which that slot is not all right, `--scores` the totals at the end. It prints words of the corpus.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from tumen.cli.scoring import read_incidents
from tumen.measure.muc4 import Fill
from tumen.measure.muc4_scores import SLOTS, Pair, Points, align


def wanted_of(pair: Pair) -> dict[str, str]:
    """The key, slot by slot."""
    key = pair.template
    if key is None:
        return dict.fromkeys(SLOTS, "")
    return {
        "type": " / ".join(key.types),
        "date": " / ".join(f"{first or ''}..{last}" for first, last in key.days),
        "place": " / ".join(": ".join((*one.wider, *one.exact)) for one in key.places),
        "victim": _fills(key.victims),
        "victim number": _fills(key.numbers),
        "victim effect": _fills(key.effects),
        "perpetrator": _fills((*key.individuals, *key.organisations)),
    }


def found_of(pair: Pair) -> dict[str, str]:
    """The answer, slot by slot."""
    own = pair.answer
    if own is None:
        return dict.fromkeys(SLOTS, "")
    numbers = ("?" if one.count is None else f"{one.count.lo}..{one.count.hi}" for one in own.victims)
    return {
        "type": own.type,
        "date": f"{own.days[0] or ''}..{own.days[1]}" if own.days else "",
        "place": f"{', '.join(sorted(own.exact))} < {', '.join(sorted(own.wider))}" if own.exact else "",
        "victim": "; ".join(" / ".join(one.words) for one in own.victims),
        "victim number": "; ".join(numbers),
        "victim effect": "; ".join(",".join(one.effects) or "-" for one in own.victims),
        "perpetrator": "; ".join(own.perpetrators),
    }


def _fills(fills: tuple[Fill, ...]) -> str:
    return "; ".join(("?" if fill.is_optional else "") + " / ".join(fill.values) for fill in fills)


def lines_of(pair: Pair) -> Iterator[str]:
    """One slot a line: points, key, answer."""
    wanted, found = wanted_of(pair), found_of(pair)
    for slot, points in pair.points.items():
        if wanted[slot] or found[slot]:
            score = f"{points.right:g} of {points.found}/{points.wanted}"
            yield f"    {slot:14} {score:12} {' '.join(wanted[slot].split())[:150]}  |  {' '.join(found[slot].split())[:150]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--first", type=int)
    parser.add_argument("--slot", choices=SLOTS)
    parser.add_argument("--scores", action="store_true")
    options = parser.parse_args()
    totals = {slot: Points() for slot in SLOTS}
    for text, answers in read_incidents(options.path, options.first):
        print(f"\n{text.name}  {text.published}")
        for pair in align(text.templates, answers):
            for slot, points in pair.points.items():
                totals[slot].add(points)
            own = pair.points[options.slot] if options.slot else None
            if own is None or own.right < max(own.found, own.wanted):
                is_optional = pair.template is not None and pair.template.is_optional
                print(
                    "  too much" if pair.template is None else "  missed" if pair.answer is None else "  aligned",
                    "(optional)" * is_optional,
                )
                print("\n".join(lines_of(pair)))
    for slot, points in totals.items() if options.scores else ():
        print(f"{slot:14} precision {points.precision:6.1%}  recall {points.recall:6.1%}  F1 {points.f1:6.1%}")


if __name__ == "__main__":
    main()
