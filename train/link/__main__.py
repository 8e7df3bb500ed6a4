"""`python -m train.link CORPORA [--kept FOLDER] [--folds]`: fits the weights of linking and writes them with the frequencies of words to `src/tumen/link`.

`--folds` writes nothing: it prints the figures of GVA tuned on one half of the incidents and measured on the other, with frequencies, weights and the
mean from which clusters join from the one half (and from the other corpora) only; and those of our own threads, each left out in turn.
"""

import argparse
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from train.link import folds
from train.link.fit import fit
from train.link.frequencies import gva_texts, shares, texts_by_genre
from train.link.rows import OWN, Pair, Rows, chosen, compared, muc_rows, only, rows_of
from train.link.stories import Story, read_gva, read_muc, read_own
from tumen.link import Profile, Thresholds, make_profile
from tumen.link.features import NAMES
from tumen.link.frequencies import FILE as FREQUENCIES
from tumen.link.frequencies import Frequencies, compose, parse
from tumen.link.model import FILE, Weights, write_weights

KEPT = Path("build/link")
NOTE = "Made by train/link; not to be edited. For each feature the log-odds that it adds at its knots; docs/linking.md says what each is."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--kept", type=Path, default=KEPT, help="where what was read is kept")
    parser.add_argument("--folds", action="store_true", help="print figures, write nothing")
    asked = parser.parse_args()
    asked.kept.mkdir(parents=True, exist_ok=True)
    corpora = Corpora(asked.corpora, asked.kept)
    if asked.folds:
        print_whole(corpora, [print_half(corpora, half) for half in (0, 1)])
        print_threads(corpora)
        return
    table = compose(corpora.shares(corpora.gva))
    FREQUENCIES.write_text(table, "utf-8")
    weights = Fitting(corpora, parse(table)).fit(corpora.gva)
    lines = {name: (line.knots, line.points) for name, line in zip(NAMES, weights.lines, strict=True)}
    FILE.write_text(write_weights(weights.bias, lines, [NOTE]), "utf-8")
    print(f"written: {FREQUENCIES}, {FILE}")


class Corpora:
    """What was read of each corpus."""

    def __init__(self, corpora: Path, kept: Path) -> None:
        self.own = [story for story in read_own() if story.incident]
        self.muc = read_muc(corpora, kept)
        self.gva = read_gva(corpora, kept)
        self._lines = (corpora / "gva/dev.jsonl").read_text("utf-8").splitlines()
        self._genres = texts_by_genre(corpora)

    def shares(self, gva: Sequence[Story]) -> dict[str, float]:
        """Frequencies, with those reports of GVA only."""
        asked = {story.record.report.source_key for story in gva}
        lines = (
            [line for line in self._lines if any(f'"{key}"' in line[:200] for key in asked)]
            if len(gva) < len(self.gva)
            else self._lines
        )
        return shares(self._genres | {"gva": gva_texts(lines)})


class Fitting:
    """Profiles and rows under one table of frequencies."""

    def __init__(self, corpora: Corpora, frequencies: Frequencies) -> None:
        self.frequencies = frequencies
        self.own = corpora.own
        self.own_profiles = self.profiles(story.record for story in corpora.own)
        count = len(self.own_profiles)
        everyone = [(i, j) for i in range(count) for j in range(i + 1, count)]
        own_rows = rows_of(self.own_profiles, everyone, lambda i, j: self.own[i].incident == self.own[j].incident)
        self.own_rows = own_rows._replace(weights=own_rows.weights * OWN)
        self.muc_rows = muc_rows(self.profiles(record for record, _ in corpora.muc), [gold for _, gold in corpora.muc])

    def profiles(self, records: Iterable[object]) -> list[Profile]:
        return [make_profile(record, self.frequencies) for record in records]  # type: ignore[arg-type]

    def gva_rows(self, stories: Sequence[Story]) -> tuple[list[Profile], set[tuple[int, int]], Rows]:
        """Profiles, the pairs that are compared, and rows of these and of all pairs of one incident."""
        profiles = self.profiles(story.record for story in stories)
        pairs = compared(profiles)
        by_incident: dict[str, list[int]] = {}
        for index, story in enumerate(stories):
            by_incident.setdefault(story.incident or "", []).append(index)
        same = {(i, j) for found in by_incident.values() for i in found for j in found if i < j}
        return profiles, pairs, rows_of(profiles, pairs | same, lambda i, j: stories[i].incident == stories[j].incident)

    def fit(self, gva: Sequence[Story], without: str = "") -> Weights:
        """On GVA, MUC-3/4 and our own, but the thread `without`."""
        rows = self.gva_rows(gva)[2]
        return self.fit_rows(rows, without)

    def fit_rows(self, gva: Rows, without: str = "") -> Weights:
        own = [k for k, (i, j) in enumerate(self.own_rows.pairs) if without not in (self.own[i].thread, self.own[j].thread)]
        parts = (gva, self.muc_rows, chosen(self.own_rows, own))
        values, gold, weights = (np.concatenate(columns) for columns in zip(*(rows[1:] for rows in parts), strict=True))
        return fit(values, gold, weights)


class Half(NamedTuple):
    """What was tuned on one half of GVA."""

    fitting: Fitting
    weights: Weights
    thresholds: Thresholds


def print_half(corpora: Corpora, half: int) -> Half:
    """Tunes on the half, prints what that gives on the other."""
    ours = [story for story in corpora.gva if folds.half_of(story.incident or "") == half]
    others = [story for story in corpora.gva if folds.half_of(story.incident or "") != half]
    fitting = Fitting(corpora, parse(compose(corpora.shares(ours))))
    profiles, pairs, rows = fitting.gva_rows(ours)
    weights = fitting.fit_rows(rows)
    thresholds = folds.best_join(_gold(ours), _found(rows, pairs, weights, profiles))
    profiles, pairs, rows = fitting.gva_rows(others)
    gold = _gold(others)
    name = f"tuned on half {half}, measured on {len(others)} reports of the other"
    folds.report(name, gold, _found(rows, pairs, weights, profiles), thresholds)
    folds.report_baseline(name, gold, profiles)
    folds.report_blocking(profiles, pairs, gold, rows, weights)
    return Half(fitting, weights, thresholds)


def print_whole(corpora: Corpora, halves: Sequence[Half]) -> None:
    """All reports together: a pair inside a half by what was tuned on the other, a pair across them by the mean of both."""
    gold, found = _gold(corpora.gva), {}
    half_of = {id_: folds.half_of(incident) for id_, incident in gold.items()}
    for half, tuned in enumerate(halves):
        profiles, pairs, rows = tuned.fitting.gva_rows(corpora.gva)
        for (one, other), chance in _found(rows, pairs, tuned.weights, profiles).items():
            pair, inside = (min(one, other), max(one, other)), [half_of[one], half_of[other]]
            if inside != [half, half]:
                found[pair] = found.get(pair, 0.0) + chance * (1 if inside[0] == inside[1] else 0.5)
    joined = sum(tuned.thresholds.joined for tuned in halves) / len(halves)
    folds.report(f"all {len(gold)} reports, halves swapped", gold, found, Thresholds(joined=joined))
    folds.report_baseline(f"all {len(gold)} reports", gold, halves[0].fitting.profiles(story.record for story in corpora.gva))


def _found(
    rows: Rows, pairs: Collection[Pair], weights: Weights, profiles: Sequence[Profile]
) -> dict[tuple[str, str], float]:
    """The chances of these pairs, and of those that they tie."""
    return folds.with_tied(folds.probabilities(only(rows, pairs), weights, profiles), weights, profiles)


def _gold(stories: Iterable[Story]) -> dict[str, str]:
    return {story.record.report.id: story.incident or "" for story in stories}


def print_threads(corpora: Corpora) -> None:
    """Each thread with weights that have not seen it."""
    fitting = Fitting(corpora, parse(compose(corpora.shares(corpora.gva))))
    gva = fitting.gva_rows(corpora.gva)[2]
    pairs = compared(fitting.own_profiles)
    found: dict[tuple[str, str], float] = {}
    for thread in sorted({story.thread for story in corpora.own}):
        weights = fitting.fit_rows(gva, without=thread)
        kept = {(i, j) for i, j in pairs if corpora.own[i].thread == corpora.own[j].thread == thread}
        found |= _found(fitting.own_rows, kept, weights, fitting.own_profiles)
    folds.report("own threads and examples, each left out in turn", _gold(corpora.own), found, Thresholds())


if __name__ == "__main__":
    main()
