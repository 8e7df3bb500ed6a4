"""Articles -> windows of wordpieces with labels and links. Comes in: text and gold. Goes out: arrays, one window a row.

A window is as long as the encoder was trained for; longer ones fail, because their later positions were never fine-tuned.
Windows overlap, so that every piece has context on both sides in one of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tumen.measure.attribution import ROLES, Attribution

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW, STRIDE = 254, 192  # wordpieces, without the two that mark beginning and end
LABELS = ("O", *(f"{position}-{role}" for role in ROLES for position in "BI"))
NOT_SCORED = -100

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as wordpieces: `ids` [n], and `offsets` [n, 2], the code points of the text that each stands for."""

    ids: Ints
    offsets: Ints


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `[start, end)` of a text. `labels` [n] index `LABELS`; `links` [n] is the piece, counted in the window, at which the
    cue begins that a piece of source or content belongs to, `NOT_SCORED` where there is none."""

    start: int
    end: int
    ids: Ints
    labels: Ints
    links: Ints


def to_pieces(tokenizer: "Tokenizer", text: str) -> Pieces:
    """The wordpieces of the whole text, without any that mark beginning or end."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    return Pieces(np.array(encoding.ids, np.int64), np.array(encoding.offsets, np.int64).reshape(-1, 2))


def cut(length: int) -> Iterator[tuple[int, int]]:
    """Where windows over `length` pieces begin and end."""
    start = 0
    while True:
        yield start, min(start + WINDOW, length)
        if start + WINDOW >= length:
            return
        start += STRIDE


def label(pieces: Pieces, gold: Sequence[Attribution]) -> tuple[Ints, Ints]:
    """The label of each piece, and the piece at which its cue begins. Where attributions overlap, cue beats source beats content."""
    labels = np.zeros(len(pieces.ids), np.int64)
    links = np.full(len(pieces.ids), NOT_SCORED, np.int64)
    for role in ("content", "source", "cue"):
        for attribution in gold:
            cue = covered(pieces, attribution.cue[0].start, attribution.cue[0].end) if attribution.cue else []
            for span in getattr(attribution, role):
                inside = covered(pieces, span.start, span.end)
                labels[inside] = LABELS.index(f"I-{role}")
                labels[inside[:1]] = LABELS.index(f"B-{role}")
                links[inside] = cue[0] if len(cue) and role != "cue" else NOT_SCORED
    return labels, links


def covered(pieces: Pieces, start: int, end: int) -> Ints:
    """The numbers of the pieces that lie in `[start, end)` of the text."""
    return np.flatnonzero((pieces.offsets[:, 0] < end) & (pieces.offsets[:, 1] > start))


def windows(pieces: Pieces, gold: Sequence[Attribution]) -> Iterator[Window]:
    """The windows of one article, for training."""
    labels, links = label(pieces, gold)
    for start, end in cut(len(pieces.ids)):
        here = links[start:end]
        inside = (here >= start) & (here < end)
        yield Window(start, end, pieces.ids[start:end], labels[start:end], np.where(inside, here - start, NOT_SCORED))
