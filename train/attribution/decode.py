"""Scores -> attributions. Comes in: label and link scores, window by window. Goes out: attributions of the whole text."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from train.attribution.windows import LABELS, Pieces
from tumen.measure.attribution import Attribution
from tumen.records import Span

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
IMPOSSIBLE = -1e4


class Scored(NamedTuple):
    """What the network gives for pieces `[start, end)`: `labels` [n, labels], log probabilities; `links` [n, n]."""

    start: int
    end: int
    labels: Floats
    links: Floats


class Run(NamedTuple):
    """Neighbouring pieces `[start, end)` of one role."""

    role: str
    start: int
    end: int


def decode(pieces: Pieces, scored: Sequence[Scored]) -> list[Attribution]:
    """The attributions: runs of labels by Viterbi, each tied to the cue that most of its pieces point to."""
    if not len(pieces.ids):
        return []
    runs = _runs(_viterbi(_merged(len(pieces.ids), scored)))
    cues = [run for run in runs if run.role == "cue"]
    parts: dict[Run, dict[str, list[Span]]] = {cue: defaultdict(list) for cue in cues}
    for run in runs:
        cue = run if run.role == "cue" else _cue_of(run, cues, scored)
        if cue:
            parts[cue][run.role].append(_span(pieces, run))
    return [
        Attribution(tuple(part["source"]), tuple(part["cue"]), tuple(part["content"]))
        for part in parts.values()
        if part["content"]
    ]


def _merged(length: int, scored: Sequence[Scored]) -> Floats:
    """Label scores of the whole text; each piece's come from the window in which it has most context on its poorer side."""
    best = np.full(length, -1, np.int64)
    merged = np.zeros((length, len(LABELS)), np.float32)
    for window in scored:
        at = np.arange(window.start, window.end)
        context = np.minimum(at - window.start, window.end - 1 - at)
        better = context > best[at]
        best[at[better]] = context[better]
        merged[at[better]] = window.labels[better]
    return merged


def _viterbi(scores: Floats) -> list[str]:
    """The best sequence of labels in which an I follows a B or I of its own role."""
    allowed = np.array([[_may_follow(one, other) for other in LABELS] for one in LABELS])
    penalty = np.where(allowed, 0.0, IMPOSSIBLE)
    best = scores[0] + np.where([label.startswith("I-") for label in LABELS], IMPOSSIBLE, 0.0)
    back: list[np.ndarray] = []  # type: ignore[type-arg]
    for row in scores[1:]:
        total = best[:, None] + penalty
        back.append(total.argmax(0))
        best = total.max(0) + row
    path = [int(best.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return [LABELS[number] for number in reversed(path)]


def _may_follow(one: str, other: str) -> bool:
    return not other.startswith("I-") or one[2:] == other[2:]


def _runs(labels: Sequence[str]) -> list[Run]:
    runs: list[Run] = []
    for at, label in enumerate(labels):
        if label.startswith("B-"):
            runs.append(Run(label[2:], at, at + 1))
        elif label.startswith("I-"):
            runs[-1] = runs[-1]._replace(end=at + 1)
    return runs


def _cue_of(run: Run, cues: Sequence[Run], scored: Sequence[Scored]) -> Run | None:
    """The cue with the highest mean link score, in the window that has the run nearest its middle; `None` without cues there."""
    middle = (run.start + run.end) / 2
    holding = [window for window in scored if window.start < run.end and run.start < window.end]
    window = min(holding, key=lambda window: abs((window.start + window.end) / 2 - middle))
    inside = [cue for cue in cues if window.start <= cue.start < window.end]
    if not inside:
        return None
    rows = slice(max(run.start, window.start) - window.start, min(run.end, window.end) - window.start)
    return max(inside, key=lambda cue: float(window.links[rows, cue.start - window.start].mean()))


def _span(pieces: Pieces, run: Run) -> Span:
    return Span(int(pieces.offsets[run.start, 0]), int(pieces.offsets[run.end - 1, 1]))
