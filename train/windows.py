"""Examples -> windows with targets, and windows -> batches. Comes in: texts and what is marked in them. Goes out: tensors."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from train.examples import Example
from train.network import BIO, SETTING
from train.ud import scripts
from tumen.measure.attribution import Attribution
from tumen.model.pieces import CAPITALS, OPENS, SHAPES, WINDOW, Ints, Pieces
from tumen.model.scan import Scan
from tumen.records import Span

NOTHING = -100  # no loss here
CLS, SEP, PAD, MASK = 101, 102, 0, 103  # of the BERT vocabulary
STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}  # curly quotation marks, and the straight ones like them
MASKED = 0.05  # the share of pieces hidden from the encoder
Labels = Mapping[str, Mapping[str, int]]
"""The number of each label, by head."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text: `ids`, `shapes` [n]. `tags` {head: [n]}, the number of the label; `points` {pair: [n]}, the piece pointed to;
    `choices` {pair: [n]}: which pieces may be pointed to: those with a number other than -1, the same one as the pointing piece has,
    or any where its own is -1. `values` [n, scales], NaN where nothing is known."""

    ids: Ints
    shapes: Ints
    tags: dict[str, Ints]
    points: dict[str, Ints]
    choices: dict[str, Ints]
    values: np.ndarray[tuple[int, ...], np.dtype[np.float32]]

    def part(self, start: int, end: int) -> "Window":
        """Pieces `[start, end)`; what points out of it points nowhere."""
        points = {}
        for pair, all_points in self.points.items():
            here = all_points[start:end]
            points[pair] = np.where((here >= start) & (here < end), here - start, NOTHING)
        return Window(
            self.ids[start:end],
            self.shapes[start:end],
            {head: tags[start:end] for head, tags in self.tags.items()},
            points,
            {pair: choices[start:end] for pair, choices in self.choices.items()},
            self.values[start:end],
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """A whole example as one long window, and where it is best cut: where sentences begin, as it is at reading."""

    whole: Window
    cuts: Ints

    def windows(self) -> Iterator[Window]:
        """The example in parts no longer than `WINDOW`, cut elsewhere each time."""
        length = len(self.whole.ids)
        start = 0
        longest = random.randint(WINDOW // 5, WINDOW) if length > WINDOW else WINDOW
        while start < length:
            end = min(start + longest, length)
            if end < length:
                good = self.cuts[(self.cuts > start) & (self.cuts <= end)]
                end = int(good[-1]) if len(good) else end
            if end - start > 3:
                yield self.whole.part(start, end)
            start, longest = end, WINDOW


def mark(example: Example, pieces: Pieces, labels: Labels, scales: Sequence[str], sentences: Sequence[int] = ()) -> Marked:
    """Everything marked in `example`, by piece. `sentences`: the code points where they begin, for an example that does not say."""
    n = len(pieces.ids)
    tags: dict[str, Ints] = {}
    points: dict[str, Ints] = {}
    choices: dict[str, Ints] = {}
    values = np.full((n, len(scales)), np.nan, np.float32)
    at, sentence = np.zeros(0, np.int64), np.full(n, -1, np.int64)
    if example.words:
        at = Scan(pieces, (), {}, {}).piece_of(example.words)
        for number, (first, stop) in enumerate(example.sentences):
            sentence[at[first:stop]] = number
    for head, here in zip(("attribution", "inner"), example.attributions or (), strict=False):
        tags[head], links, cues = _attributions(pieces, here)
        if head == "attribution":
            points["link"], choices["link"] = links, cues
    if example.settings is not None:
        tags["setting"] = _bio(pieces, example.settings, SETTING)
    for head, marked in (("upos", example.upos), ("relation", example.relations), ("lemma", scripts(example))):
        if marked is not None:
            tags[head] = _put(n, at, [labels[head].get(label, NOTHING) for label in marked])
    if example.relations is not None and example.heads is not None:
        points["arc"] = _put(n, at, at[np.array(example.heads)])
        choices["arc"] = sentence
    if example.mentions is not None:
        heads = at[[mention.head for mention in example.mentions]] if example.mentions else np.zeros(0, np.int64)
        tags["mention"] = np.full(n, NOTHING, np.int64)
        tags["mention"][at] = labels["mention"]["none"]
        tags["mention"][heads] = [labels["mention"][mention.kind] for mention in example.mentions]
        points["first"] = _put(n, heads, [at[mention.first] for mention in example.mentions])
        points["last"] = _put(n, heads, [at[mention.last] for mention in example.mentions])
        points["before"] = _put(n, heads, [at[m.head if m.before is None else m.before] for m in example.mentions])
        choices["first"] = choices["last"] = sentence
        choices["before"] = _put(n, heads, np.zeros(len(heads), np.int64), fill=-1)
    for word, value in (example.factuality or {}).items():
        values[at[word], scales.index(example.scale)] = value
    if example.sentences:
        cuts = at[[first for first, _ in example.sentences]]
    else:
        cuts = np.searchsorted(pieces.offsets[:, 0], np.array(sentences, np.int64))
    return Marked(Window(pieces.ids, pieces.shapes, tags, points, choices, values), cuts)


def _put(length: int, at: Ints, what: Sequence[int] | Ints, fill: int = NOTHING) -> Ints:
    row = np.full(length, fill, np.int64)
    row[at] = np.asarray(what, np.int64)
    return row


def _bio(pieces: Pieces, spans: Sequence[tuple[str, Span]], names: Sequence[str]) -> Ints:
    """The number in `names` of each piece's label: begin or inside of the span that it lies in."""
    row = np.zeros(len(pieces.ids), np.int64)
    for name, span in spans:
        inside = covered(pieces, span.start, span.end)
        row[inside] = names.index(f"I-{name}")
        row[inside[:1]] = names.index(f"B-{name}")
    return row


def _attributions(pieces: Pieces, gold: Sequence[Attribution]) -> tuple[Ints, Ints, Ints]:
    """Labels, the piece at which each piece's cue begins, and 0 at each such piece (else -1). Cue beats source beats content."""
    n = len(pieces.ids)
    bio, links, cues = np.zeros(n, np.int64), np.full(n, NOTHING, np.int64), np.full(n, -1, np.int64)
    for role in ("content", "source", "cue"):
        for attribution in gold:
            cue = covered(pieces, attribution.cue[0].start, attribution.cue[0].end) if attribution.cue else []
            for span in getattr(attribution, role):
                inside = covered(pieces, span.start, span.end)
                bio[inside] = BIO.index(f"I-{role}")
                bio[inside[:1]] = BIO.index(f"B-{role}")
                links[inside] = cue[0] if len(cue) and role != "cue" else NOTHING
            cues[cue[:1]] = 0
    return bio, links, cues


def covered(pieces: Pieces, start: int, end: int) -> Ints:
    """The numbers of the pieces that lie in `[start, end)` of the text."""
    return np.flatnonzero((pieces.offsets[:, 0] < end) & (pieces.offsets[:, 1] > start))


def roughened(window: Window) -> Window:
    """The window as a worse copy of the text would give it: straight quotation marks, no capitals, capitals only, no line ends."""
    ids, shapes = window.ids.copy(), window.shapes.copy()
    if random.random() < 0.3:
        for curly, straight in STRAIGHT.items():
            ids[ids == curly] = straight
    roll = random.random()
    if roll < 0.06:
        shapes &= OPENS
    elif roll < 0.1:
        shapes = (shapes & OPENS) | CAPITALS
    if random.random() < 0.1:
        shapes &= OPENS - 1
    return Window(ids, shapes, window.tags, window.points, window.choices, window.values)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, each between two marks: everything [batch, longest + 2]; `values` [.., scales]."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    tags: dict[str, Tensor]
    points: dict[str, Tensor]
    choices: dict[str, Tensor]
    values: Tensor
    pieces: int


def batch_of(windows: Sequence[Window], *, is_hiding: bool) -> Batch:
    """Targets that a window has not are `NOTHING`. `is_hiding` masks some of the pieces, at random."""
    ids = _side_by_side([window.ids for window in windows], PAD)
    for number, window in enumerate(windows):
        ids[number, 0], ids[number, len(window.ids) + 1] = CLS, SEP
    mask = (ids != PAD).long()
    inner = _side_by_side([np.ones(len(window.ids), np.int64) for window in windows], 0).bool()
    if is_hiding:
        ids = ids.masked_fill((torch.rand(ids.shape) < MASKED) & inner, MASK)
    blank = [np.full(len(window.ids), NOTHING, np.int64) for window in windows]

    def put(kind: str, fill: int, shift: int) -> dict[str, Tensor]:
        names = sorted({name for window in windows for name in getattr(window, kind)})
        rows = {name: [getattr(w, kind).get(name, none) for w, none in zip(windows, blank, strict=True)] for name in names}
        return {
            name: _side_by_side([np.where(row != NOTHING, row + shift, fill) for row in rows[name]], fill) for name in names
        }

    values = torch.full((*ids.shape, windows[0].values.shape[1]), float("nan"))
    for number, window in enumerate(windows):
        values[number, 1 : len(window.ids) + 1] = torch.from_numpy(window.values)
    return Batch(
        ids,
        _side_by_side([window.shapes for window in windows], SHAPES),
        mask,
        put("tags", NOTHING, 0),
        put("points", NOTHING, 1),
        put("choices", -1, 0),
        values,
        sum(len(window.ids) for window in windows),
    )


def _side_by_side(rows: Sequence[Ints], fill: int) -> Tensor:
    out = np.full((len(rows), max(map(len, rows)) + 2), fill, np.int64)
    for number, row in enumerate(rows):
        out[number, 1 : len(row) + 1] = row
    return torch.from_numpy(out)
