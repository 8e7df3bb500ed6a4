"""What the model saw -> attributions. Comes in: scores by piece. Goes out: sources, cues and contents, tied together.

A run of labels is a source, a cue or a piece of content; each source and content goes to the cue that it points to. Attributions
inside others are `nested.py`'s.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from tumen.model import NEVER, OPENS, Floats, Ints, Scan
from tumen.records import Span

LONGEST = 150  # pieces of a run that say to which cue it belongs; those of a longer one in its middle


class Run(NamedTuple):
    """Neighbouring pieces `[start, end)` of one role; `score` is the mean log probability of their labels."""

    role: str
    start: int
    end: int
    score: float


LEAN = MappingProxyType({"O": -0.3, "B-cue": 0.5, "I-cue": 0.5})
"""More is tagged than is likely; the threshold drops what is not sure enough all in all (docs/reader.md, what was tried)."""


@dataclass(slots=True)
class Tagged:
    """An attribution as the model marked it. `scores` are log probabilities, 0 best: of cue, content, its tie, source, its tie; then 1 if
    there is no source, else 0; then the logarithms of how many code points content and cue have. `chance` is what they come to."""

    cue: Span
    content: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)
    addressee: list[Span] = field(default_factory=list)
    said: list[Span] = field(default_factory=list)
    parent: "Tagged | None" = None
    scores: list[float] = field(default_factory=list)
    chance: float = 1.0


def find_tagged(scan: Scan, sentences: Sequence[Span] = ()) -> list[Tagged]:
    """The attributions of a text that lie in no other, in text order.

    Nothing runs from one passage into the next; a content may stand in the passage after its cue (of contents in PolNeAR 98.9 % stand
    in its own, 0.9 % there). Where `sentences` are given, nothing is found outside of them.
    """
    runs = find_runs(scan, "attribution", sentences, LEAN)
    cues = np.array([run.start for run in runs if run.role == "cue"], np.int64)
    if not len(cues):
        return []
    made = {run.start: Tagged(span_of(scan, run), scores=[run.score]) for run in runs if run.role == "cue"}
    tied: dict[int, dict[str, list[tuple[float, Run]]]] = defaultdict(lambda: defaultdict(list))
    passages = np.cumsum((scan.pieces.shapes & OPENS) > 0)
    for run in runs:
        ahead = passages[run.start] - passages[cues]
        near = cues[(ahead == 0) | (ahead == 1)] if run.role == "content" else cues[ahead == 0]
        if run.role != "cue" and len(near) and (tie := _tie(scan, "link", run, near)):
            tied[tie[0]][run.role].append((tie[1], run))
    kept = []
    for cue, tagged in made.items():
        contents, sources = tied[cue]["content"], sorted(tied[cue]["source"], key=lambda tie: -tie[0])[:1]
        if contents:
            tagged.content = [span_of(scan, run) for run in _joined([run for _, run in contents], scan)]
            tagged.source = [span_of(scan, run) for _, run in sources]
            tagged.scores += [
                float(np.mean([run.score for _, run in contents])),
                float(np.mean([tie for tie, _ in contents])),
                sources[0][1].score if sources else 0.0,
                sources[0][0] if sources else 0.0,
                0.0 if sources else 1.0,
                math.log(sum(map(len, tagged.content))),
                math.log(len(tagged.cue)),
            ]
            kept.append(tagged)
    return kept


def _joined(runs: Sequence[Run], scan: Scan) -> list[Run]:
    """The contents of one cue; where one begins right behind the other, in one passage, they are one piece."""
    joined: list[Run] = []
    for run in sorted(runs, key=lambda run: run.start):
        if joined and joined[-1].end == run.start and not scan.pieces.shapes[run.start] & OPENS:
            run = run._replace(start=joined.pop().start)
        joined.append(run)
    return joined


def find_runs(
    scan: Scan, head: str, sentences: Sequence[Span] = (), lean: Mapping[str, float] = MappingProxyType({})
) -> list[Run]:
    """The runs of roles, by the best sequence of labels in which what is inside a role follows its beginning, in its passage.

    `lean` is what a label's score gets on top.
    """
    if not len(scan.pieces.ids):
        return []
    labels = scan.labels(head)
    scores = log_softmax(scan.scores(head) + np.array([lean.get(label, 0.0) for label in labels], np.float32))
    is_inside = np.array([label.startswith("I-") for label in labels])
    scores[np.ix_((scan.pieces.shapes & OPENS) > 0, is_inside)] += NEVER
    if sentences:
        scores[~_covered(scan, sentences), 1:] += NEVER
    path = _path(scores, labels)
    names = sorted({label[2:] for label in labels if label != "O"})
    begins = np.array([label.startswith("B-") for label in labels])[path]
    roles = np.array([0, *(1 + names.index(label[2:]) for label in labels[1:])])[path]
    starts = np.flatnonzero(begins)
    changes = np.flatnonzero(np.diff(roles, prepend=0) | begins)
    stops = np.append(changes, len(path))[np.searchsorted(changes, starts) + 1]
    sums = np.concatenate([[0.0], np.cumsum(scores[np.arange(len(path)), path])])
    return [
        Run(names[roles[start] - 1], int(start), int(stop), float((sums[stop] - sums[start]) / (stop - start)))
        for start, stop in zip(starts, stops, strict=True)
    ]


def _covered(scan: Scan, sentences: Sequence[Span]) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which pieces lie in one of `sentences`."""
    starts = scan.pieces.offsets[:, 0]
    steps = np.zeros(len(starts) + 1, np.int64)
    np.add.at(steps, np.searchsorted(starts, [span.start for span in sentences]), 1)
    np.add.at(steps, np.searchsorted(starts, [span.end for span in sentences]), -1)
    covered: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = np.cumsum(steps)[:-1] > 0
    return covered


def _path(scores: Floats, labels: Sequence[str]) -> Ints:
    """The best label of each piece; where that makes no sense, the best sequence of the stretch around, up to pieces of no role."""
    path: Ints = scores.argmax(1)
    allowed = np.array([[not other.startswith("I-") or one[2:] == other[2:] for other in labels] for one in labels])
    penalty = np.where(allowed, 0.0, NEVER).astype(np.float32)
    before = np.concatenate([[0], path[:-1]])
    wrong = np.flatnonzero(~allowed[before, path])
    outside = np.flatnonzero(path == 0)
    done = -1
    for at in wrong:
        if at <= done:
            continue
        position = np.searchsorted(outside, at)
        start = int(outside[position - 1]) if position else 0
        end = int(outside[position]) if position < len(outside) else len(path)
        path[start:end] = _viterbi(scores[start:end], penalty, int(path[start - 1]) if start else 0)
        done = end
    return path


def _viterbi(scores: Floats, penalty: Floats, first: int) -> list[int]:
    best = scores[0] + penalty[first]
    back = []
    for row in scores[1:]:
        total = best[:, None] + penalty
        back.append(total.argmax(0))
        best = total.max(0) + row
    path = [int(best.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]


def _tie(scan: Scan, head: str, run: Run, cues: Ints) -> tuple[int, float] | None:
    """The piece at which the cue begins that the run points to, and the log probability of that; `None` if none is in sight."""
    scores = scan.pairs(head, np.arange(*_middle(run)), cues)
    if (scores == NEVER).all():
        return None
    mean = scores.mean(0)
    best = int(mean.argmax())
    return int(cues[best]), float(log_softmax(mean[None, :])[0, best])


def _middle(run: Run) -> tuple[int, int]:
    """The run, or the middle of one that is longer than a window sees."""
    spare = max(run.end - run.start - LONGEST, 0)
    return run.start + spare // 2, run.end - (spare + 1) // 2


def span_of(scan: Scan, run: Run) -> Span:
    """Where a run stands in the text."""
    offsets = scan.pieces.offsets
    return Span(int(offsets[run.start, 0]), int(offsets[run.end - 1, 1]))


def log_softmax(scores: Floats) -> Floats:
    """The log probabilities along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    normed: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return normed
