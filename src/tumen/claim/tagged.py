"""What the model saw -> attributions. Comes in: scores by piece. Goes out: sources, cues and contents, tied together, at every depth.

A run of labels is a source, a cue or a piece of content; each source and content goes to the cue that it points to. What the
model marks inside contents (depth 2 and 3) is kept where it stands inside a content of the depth above.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from tumen.model import NEVER, Floats, Ints, Scan
from tumen.records import Span

DEPTHS = (1, 2, 3)
LONGEST = 150  # pieces of a run that say to which cue it belongs; those of a longer one in its middle


class Run(NamedTuple):
    """Neighbouring pieces `[start, end)` of one role; `score` is the mean log probability of their labels."""

    role: str
    start: int
    end: int
    score: float


@dataclass(slots=True)
class Tagged:
    """An attribution as the model marked it. `scores` are log probabilities, 0 best: of cue, content, its tie, source, its tie; then 1 if
    there is no source, else 0. `chance` is what they come to."""

    cue: Span
    content: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)
    addressee: list[Span] = field(default_factory=list)
    said: list[Span] = field(default_factory=list)
    parent: "Tagged | None" = None
    scores: list[float] = field(default_factory=list)
    chance: float = 1.0


def find_tagged(scan: Scan) -> list[Tagged]:
    """The attributions of the whole text, outermost first, those of one depth in text order."""
    found: list[Tagged] = []
    above: list[Tagged] | None = None
    for depth in DEPTHS:
        here = _attributions(scan, depth)
        if above is not None:
            here = list(_nested(here, above))
        if not here:
            break
        found += here
        above = here
    return found


def _attributions(scan: Scan, depth: int) -> list[Tagged]:
    runs = find_runs(scan, f"attribution.{depth}")
    cues = np.array([run.start for run in runs if run.role == "cue"], np.int64)
    if not len(cues):
        return []
    made = {run.start: Tagged(span_of(scan, run), scores=[run.score]) for run in runs if run.role == "cue"}
    tied: dict[int, dict[str, list[tuple[float, Run]]]] = defaultdict(lambda: defaultdict(list))
    for run in runs:
        if run.role != "cue" and (tie := _tie(scan, f"link.{depth}", run, cues)):
            tied[tie[0]][run.role].append((tie[1], run))
    kept = []
    for cue, tagged in made.items():
        contents, sources = tied[cue]["content"], sorted(tied[cue]["source"], key=lambda tie: -tie[0])[:1]
        if contents:
            tagged.content = [span_of(scan, run) for _, run in contents]
            tagged.source = [span_of(scan, run) for _, run in sources]
            tagged.scores += [
                float(np.mean([run.score for _, run in contents])),
                float(np.mean([tie for tie, _ in contents])),
                sources[0][1].score if sources else 0.0,
                sources[0][0] if sources else 0.0,
                0.0 if sources else 1.0,
            ]
            kept.append(tagged)
    return kept


def find_runs(scan: Scan, head: str) -> list[Run]:
    """The runs of roles, by the best sequence of labels in which what is inside a role follows its beginning."""
    if not len(scan.pieces.ids):
        return []
    labels = scan.labels(head)
    scores = _log_softmax(scan.scores(head))
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
    return int(cues[best]), float(_log_softmax(mean[None, :])[0, best])


def _middle(run: Run) -> tuple[int, int]:
    """The run, or the middle of one that is longer than a window sees."""
    spare = max(run.end - run.start - LONGEST, 0)
    return run.start + spare // 2, run.end - (spare + 1) // 2


def _nested(inner: Sequence[Tagged], outer: Sequence[Tagged]) -> Iterator[Tagged]:
    """Those of `inner` whose cue stands in a content of `outer`, cut to what stands there."""
    for tagged in inner:
        holding = [
            (span, parent)
            for parent in outer
            for span in parent.content
            if span.start <= tagged.cue.start and tagged.cue.end <= span.end
        ]
        if not holding:
            continue
        _, tagged.parent = min(holding, key=lambda pair: pair[0].end - pair[0].start)
        around = tagged.parent.content
        tagged.content = [part for span in tagged.content for part in _inside(span, around)]
        tagged.source = [span for span in tagged.source if list(_inside(span, around)) == [span]]
        if tagged.content:
            yield tagged


def _inside(span: Span, around: Sequence[Span]) -> Iterator[Span]:
    for place in around:
        start, end = max(span.start, place.start), min(span.end, place.end)
        if start < end:
            yield Span(start, end)


def span_of(scan: Scan, run: Run) -> Span:
    """Where a run stands in the text."""
    offsets = scan.pieces.offsets
    return Span(int(offsets[run.start, 0]), int(offsets[run.end - 1, 1]))


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(-1, keepdims=True)
    normed: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return normed
