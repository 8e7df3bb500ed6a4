"""How well places are read, against the hand-made gold of `tests/data/places/` and `tests/data/spellings.toml`.

`PYTHONPATH=tests python -m real.places [--split tune|last]`. A mention is right if a place with an id overlaps it whose name is gold's, in whatever
romanisation; its province, if that is gold's. A lookalike is taken if any place overlaps it. Spellings of provinces and counties are
looked up alone: right if the first entry has the name, false if a negative finds any. `last` is for a last run.
"""

import argparse
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tumen.ground import find_places
from tumen.ground.gazetteer import fold, gazetteer
from tumen.ground.romanise import key_of
from tumen.passage import split_passages, split_sentences
from tumen.records import Span

DATA = Path(__file__).parents[1] / "data"


@dataclass
class PlaceScores:
    """Counts. `provinces` are right ones among those found."""

    mentions: int = 0
    found: int = 0
    right: int = 0
    provinces: int = 0
    lookalikes: int = 0
    taken: int = 0
    spellings: int = 0
    spellings_found: int = 0
    spellings_right: int = 0
    negatives: int = 0
    negatives_found: int = 0


def score(split: str) -> PlaceScores:
    scores = PlaceScores()
    for gold in _of(split, tomllib.loads((DATA / "places" / "texts.toml").read_text("utf-8"))["text"]):
        text = gold["text"]
        places = find_places(split_sentences(text, split_passages(text), "en"))
        for wanted in (one for one in gold["mentions"] if not one.get("unknown")):
            span = _placed(text, wanted)
            place = next((place for place in places if place.span.overlaps(span)), None)
            scores.mentions += 1
            if place:
                scores.found += 1
                scores.right += place.id is not None and is_same(place.name, wanted["name"])
                province = place.id if place.level == "province" else place.within
                is_free = wanted["level"] in ("country", "border", "water")
                scores.provinces += is_free or (province or "") == wanted.get("province", "")
        for wanted in gold.get("lookalikes", ()):
            scores.lookalikes += 1
            scores.taken += any(place.span.overlaps(_placed(text, wanted)) for place in places)
    spelt = tomllib.loads((DATA / "spellings.toml").read_text("utf-8"))
    for wanted in _of(split, spelt["spelling"]):
        if wanted["level"] != "locality":
            entries = gazetteer().named(fold(wanted["words"])) or gazetteer().sounding(wanted["words"], is_loose=True)
            scores.spellings += 1
            scores.spellings_found += bool(entries)
            scores.spellings_right += bool(entries) and is_same(entries[0].name, wanted["name"])
    for wanted in _of(split, spelt["negative"]):
        entries = gazetteer().sounding(wanted["words"], is_loose=True)
        scores.negatives += 1
        scores.negatives_found += any(entry.level in ("province", "county") for entry in entries)
    return scores


def is_same(one: str, other: str) -> bool:
    keys = key_of(one), key_of(other)
    return fold(one) == fold(other) or (keys[0].strict, keys[0].direction) == (keys[1].strict, keys[1].direction)


def _of(split: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["split"] == split]


def _placed(text: str, gold: dict[str, Any]) -> Span:
    at = -1
    for _ in range(gold.get("nth", 1)):
        at = text.index(gold["words"], at + 1)
    return Span(at, at + len(gold["words"]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("tune", "last"), default="tune")
    got = score(parser.parse_args().split)
    print(
        f"mentions: {got.found} of {got.mentions} found, {got.right / got.mentions:.1%} right; province {got.provinces / got.found:.1%} of found"
    )
    print(f"lookalikes taken: {got.taken} of {got.lookalikes}")
    precision = got.spellings_right / max(got.spellings_found + got.negatives_found, 1)
    print(
        f"spellings: {got.spellings_right / got.spellings:.1%} right at precision {precision:.1%} ({got.negatives_found} of {got.negatives} negatives)"
    )


if __name__ == "__main__":
    main()
