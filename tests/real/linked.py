"""How reports of threads are linked: `PYTHONPATH=tests:src python -m real.linked [--split NAME] [--errors]`. Prints pair F1 and B3 on a split of the threads and, apart, on examples.

`--errors` lists the pairs that are wrong after clustering, with their probability (none if they were not compared) and the heaviest reasons.
"""

import argparse
import tomllib
from collections.abc import Iterable
from itertools import combinations

import tumen
from real.threads import EXAMPLES, load
from tumen.link import Profile, cluster, compare, keys, make_profile, probability
from tumen.measure.linking import score_clusters
from tumen.records import ReportRecord

Told = tuple[str, str, Profile]
"""The name of a report, the key of its incident, its profile."""


def threads(split: str) -> list[Told]:
    """The reports of the threads of a split that have a main incident."""
    found = []
    for thread in load(split):
        main = thread.main_of()
        found += [
            (f"{thread.key}/{name}", f"{thread.key}/{main[name]}", make_profile(one))
            for name, one in thread.read()
            if name in main
        ]
    return found


def examples() -> list[Told]:
    """The reports of the examples."""
    links = tomllib.loads((EXAMPLES / "gold" / "links.toml").read_text("utf-8"))
    main = {one["report"]: each["key"] for each in links["incidents"] for one in each["reports"] if one["role"] == "main"}
    read = [record for record in tumen.read_all([EXAMPLES / "reports"]) if isinstance(record, ReportRecord)]
    named = [(record.report.file.rpartition("examples/reports/")[2], record) for record in read]
    return [(name, main[name], make_profile(record)) for name, record in named if name in main]


def score(name: str, told: list[Told], *, shows_errors: bool) -> float:
    """Prints the figures of these reports, linked with each other; the pair F1."""
    probabilities = {(a.id, b.id): probability(a, b) for (_, _, a), (_, _, b) in combinations(told, 2) if keys(a) & keys(b)}
    clusters = cluster([profile.id for _, _, profile in told], probabilities)
    scores = score_clusters({profile.id: key for _, key, profile in told}, clusters)
    pairs = scores.pairs
    print(f"{name}: pairs P {pairs.precision:.3f} R {pairs.recall:.3f} F1 {pairs.f1:.3f}, B3 F1 {scores.b_cubed.f1:.3f}")
    if shows_errors:
        print_errors(told, probabilities, clusters)
    return pairs.f1


def print_errors(told: list[Told], probabilities: dict[tuple[str, str], float], clusters: Iterable[frozenset[str]]) -> None:
    at = {id_: number for number, each in enumerate(clusters) for id_ in each}
    for (name, key, a), (other, other_key, b) in combinations(told, 2):
        if (key == other_key) != (at[a.id] == at[b.id]):
            chance = probabilities.get((a.id, b.id))
            print(
                f"  {'missed' if key == other_key else 'wrong'} {name} {other} {'not compared' if chance is None else f'{chance:.2f}'}"
            )
            for reason in compare(a, b).reasons[:5]:
                print(f"      {reason.weight:+.2f} {reason.detail}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="tune")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    score("threads", threads(asked.split), shows_errors=asked.errors)
    score("examples", examples(), shows_errors=asked.errors)


if __name__ == "__main__":
    main()
