"""A workspace of all threads, against their gold: `python -m real.gathered [--split last] [--errors]` prints the figures.

End to end: the reports are added to one workspace, as a user would, and what is scored is what `tumen incidents` gives. `pairs` are of reports that are mainly about
one incident. Origin groups are right where an incident has exactly gold's reports, these fall into gold's groups, and the same reports are left
unknown. Contradictions given gold's incidents and origins are scored by `real.contradicted`.
"""

import argparse
import tempfile
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import tumen
from real.threads import Thread, load
from tumen.event import scheme
from tumen.gathered import GatheredIncident, Member
from tumen.link import Thresholds
from tumen.linking import Linking, catch_up
from tumen.measure.tally import Tally
from tumen.report import find_originals
from tumen.store import Workspace, create_workspace


@dataclass
class Added:
    """What became of the reports, each named "thread/report": their ids, and the incident that each is mainly about."""

    ids: dict[str, str]
    incidents: dict[str, GatheredIncident]

    def names(self, incident: GatheredIncident) -> dict[str, Member]:
        """The reports that are mainly about it."""
        name_of = {id_: name for name, id_ in self.ids.items()}
        return {name_of[member.id]: member for member in incident.reports if member.role == "main"}


@dataclass
class Scores:
    """Figures over the threads of a split, and what went wrong, in names of reports."""

    pairs: Tally = field(default_factory=Tally)
    origins: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)


def add_threads(threads: list[Thread], workspace: Workspace) -> Added:
    """Adds every report and links them."""
    ids = {}
    for thread in threads:
        for name, file in thread.files.items():
            original = next(iter(find_originals([file])))
            record = tumen.read(file)
            workspace.keep(original, record)  # type: ignore[arg-type]
            ids[f"{thread.key}/{name}"] = record.report.id
    catch_up(workspace, Linking(Thresholds(), scheme()))
    return Added(ids, {name: workspace.gathered_of(id_) for name, id_ in ids.items()})


def score(threads: list[Thread], added: Added) -> Scores:
    """Compares with the gold of the threads."""
    scores = Scores()
    gold = {f"{thread.key}/{name}": f"{thread.key}/{key}" for thread in threads for name, key in thread.main_of().items()}
    for one, other in combinations(gold, 2):
        is_same, is_found = gold[one] == gold[other], added.incidents[one].id == added.incidents[other].id
        scores.pairs.add(is_same and is_found, is_found, is_same)
        if is_same != is_found:
            scores.errors.append(f"{'missed' if is_same else 'false'} pair: {one} = {other}")
    for thread in threads:
        for incident in thread.incidents:
            mains = {f"{thread.key}/{one['report']}": one for one in incident["reports"] if one["role"] == "main"}
            if mains:
                _score_origins(scores, f"{thread.key}/{incident['key']}", mains, added)
    return scores


def _score_origins(scores: Scores, key: str, mains: dict[str, dict[str, Any]], added: Added) -> None:
    found = added.names(added.incidents[min(mains)])
    wanted_groups = _groups({name: one.get("origin") for name, one in mains.items()})
    found_groups = _groups({name: member.origin_group for name, member in found.items()})
    is_right = wanted_groups == found_groups
    scores.origins.add(is_right, 1, 1)
    if not is_right:
        scores.errors.append(f"origins of {key}:\n    gold  {_say(wanted_groups)}\n    found {_say(found_groups)}")


def _groups(origin_of: dict[str, str | None]) -> frozenset[tuple[bool, frozenset[str]]]:
    """The groups, and apart from them, as (False, ...), the reports whose independence is unknown."""
    by_origin: dict[str | None, set[str]] = {}
    for name, origin in origin_of.items():
        by_origin.setdefault(origin, set()).add(name.partition("/")[2])
    return frozenset((origin is not None, frozenset(names)) for origin, names in by_origin.items())


def _say(groups: frozenset[tuple[bool, frozenset[str]]]) -> str:
    return " | ".join(
        ("" if is_known else "unknown: ") + " ".join(name.partition(".")[0] for name in sorted(names))
        for is_known, names in sorted(groups, key=lambda group: (not group[0], sorted(group[1])))
    )


def run(split: str) -> Scores:
    """The figures of a split."""
    threads = load(split)
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder) / "threads") as workspace:
        return score(threads, add_threads(threads, workspace))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="tune")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    scores = run(asked.split)
    pairs, origins = scores.pairs, scores.origins
    print(f"pairs: P {pairs.precision:.1%} R {pairs.recall:.1%} F1 {pairs.f1:.1%} of {pairs.wanted}")
    print(f"origin groups exact: {origins.recall:.1%} of {origins.wanted} incidents")
    if asked.errors:
        print("\n".join(scores.errors))


if __name__ == "__main__":
    main()
