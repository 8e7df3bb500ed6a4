"""How well echoes and origins are told, against the gold of threads and of the examples.

    PYTHONPATH=tests:src python -m real.echoed [--split NAME] [--errors]

What each figure means is in docs/measures.md. The clusters are gold's: which reports tell of one incident is not measured here.
"""

import argparse
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import tumen
from real.threads import DATA, EXAMPLES, load
from tumen.echo import compare, origins, standings, take_print
from tumen.gathered import Standing
from tumen.records import ReportRecord

SAME = {"same_text": "reprint", "shares_error": "derived", "original": "independent"}
"""Told apart by the step, by the days alone, or not at all."""


@dataclass
class Scores:
    """Counts over incidents. `errors` say what was wrong, by names of reports."""

    relations: list[bool] = field(default_factory=list)
    backs: list[bool] = field(default_factory=list)
    partitions: list[bool] = field(default_factory=list)
    counts: list[bool] = field(default_factory=list)
    apart: list[bool] = field(default_factory=list)
    echoes: list[bool] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def clusters(split: str = "tune") -> Iterator[tuple[str, list[Mapping[str, Any]], dict[str, ReportRecord]]]:
    """Incidents of the threads, then of the examples: key, gold of the main reports, records by name."""
    for thread in load(split):
        records = dict(thread.read())
        for incident in thread.incidents:
            yield incident["key"], [one for one in incident["reports"] if one["role"] == "main"], records
    for table in sorted((DATA.parent / "echoes").glob("*.toml")):
        gold = tomllib.loads(table.read_text("utf-8"))
        if gold["split"] == split:
            yield table.stem, [{**one, "report": one["name"]} for one in gold["report"]], dict(read_set(gold))
    if split == "tune":
        found = [one for one in tumen.read_all([EXAMPLES / "reports"]) if isinstance(one, ReportRecord)]
        records = {one.report.file.split("reports/", 1)[1]: one for one in found}
        for incident in tomllib.loads((EXAMPLES / "gold" / "links.toml").read_text("utf-8"))["incidents"]:
            yield incident["key"], [one for one in incident["reports"] if one["role"] == "main"], records


def read_set(gold: Mapping[str, Any]) -> Iterator[tuple[str, ReportRecord]]:
    """The reports of a file of `tests/data/echoes`, by name."""
    with tempfile.TemporaryDirectory() as folder:
        for one in gold["report"]:
            file = Path(folder) / f"{one['name']}.txt"
            file.write_text(f"{one['text'].strip()}\n", "utf-8")
            yield one["name"], tumen.read(file)


def score(split: str = "tune") -> Scores:
    """The scores of a split; incidents of one report are left out, for there is nothing to tell apart."""
    scores = Scores()
    for key, gold, records in clusters(split):
        if len(gold) > 1:
            score_incident(key, gold, {one["report"]: records[one["report"]] for one in gold}, scores)
    return scores


def score_incident(key: str, gold: Sequence[Mapping[str, Any]], records: Mapping[str, ReportRecord], scores: Scores) -> None:
    """Adds what one incident gives."""
    name_of = {record.report.id: name for name, record in records.items()}
    prints = [take_print(record) for record in records.values()]
    found = standings(prints, [compare(a, b) for a, b in combinations(prints, 2)])
    told = {name_of[one.report]: one for one in found}
    for one in gold:
        mine, wanted = told[one["report"]], SAME.get(one["relation"], one["relation"])
        scores.relations.append(SAME.get(mine.relation, mine.relation) == wanted)
        if not scores.relations[-1]:
            scores.errors.append(
                f"{key} {one['report']}: {mine.relation} ({mine.step}) for {one['relation']}: {'; '.join(mine.reasons)}"
            )
        if "of" in one:
            scores.backs.append(mine.of is not None and name_of[mine.of] == one["of"])
            if not scores.backs[-1]:
                scores.errors.append(f"{key} {one['report']}: of {name_of.get(mine.of or '')} for {one['of']}")
    wanted_groups = {one["report"]: one.get("origin") for one in gold}
    mine_groups = {name: standing.origin_group for name, standing in told.items()}
    scores.partitions.append(parts(mine_groups) == parts(wanted_groups))
    if not scores.partitions[-1]:
        scores.errors.append(f"{key}: origins {sorted(map(sorted, parts(mine_groups)))}")
    counted = origins(found)
    wanted = (len({*wanted_groups.values()} - {None}), sum(group is None for group in wanted_groups.values()))
    scores.counts.append((counted.groups, counted.independence_unknown) == wanted)
    for one, other in combinations(sorted(wanted_groups), 2):
        score_pair(wanted_groups, told, (one, other), scores)


def score_pair(wanted: Mapping[str, str | None], told: Mapping[str, Standing], pair: tuple[str, str], scores: Scores) -> None:
    """Whether two reports that gold has in different groups are in different ones, and whether an echo is counted as another origin."""
    one, other = pair
    if wanted[one] is None or wanted[other] is None:
        return
    mine = told[one].origin_group, told[other].origin_group
    is_apart = None not in mine and mine[0] != mine[1]
    if wanted[one] == wanted[other]:
        scores.echoes.append(is_apart)
        if is_apart:
            scores.errors.append(f"ECHO CALLED INDEPENDENT {one} {other}")
    else:
        scores.apart.append(is_apart)


def parts(groups: Mapping[str, str | None]) -> set[frozenset[str]]:
    """The groups as sets of reports, and the set of those whose independence is unknown, marked."""
    sets: dict[str, set[str]] = {}
    for name, group in groups.items():
        sets.setdefault(group or "", set()).add(name)
    return {frozenset(names) if group else frozenset({*names, ""}) for group, names in sets.items()}


def main() -> None:
    """Prints the figures, and with `--errors` what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="tune")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    scores = score(asked.split)
    if asked.errors:
        print(*scores.errors, sep="\n")
    for name, values in (
        ("relation right", scores.relations),
        ("of right", scores.backs),
        ("origin groups exact", scores.partitions),
        ("origin counts exact", scores.counts),
        ("different origins told apart", scores.apart),
        ("echo called independent", scores.echoes),
    ):
        print(f"{name}: {sum(values)} of {len(values)} = {sum(values) / max(len(values), 1):.1%}")


if __name__ == "__main__":
    main()
