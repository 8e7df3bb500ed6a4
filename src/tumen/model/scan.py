"""What the model gives for one text. Comes in: scores, window by window. Goes out: scores by piece, and between pieces.

Heads have names: `labels(head)` says what the columns of `scores(head)` stand for. All scores are logits: higher is likelier.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tumen.model.pieces import Ints, Pieces
from tumen.records import Span

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
NEVER = np.float32(-1e4)  # the score of what no window can judge
BUCKETS = 32  # of signed distance between two pieces, half of them on each side, logarithmic


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of pieces `[start, end)`: `tags` [n, all columns], `queries` and `keys` {head: [n, width]}."""

    start: int
    end: int
    tags: Floats
    queries: Mapping[str, Floats]
    keys: Mapping[str, Floats]


@dataclass(frozen=True)
class Scan:
    """One text as the model read it. `columns` are the labels of each head, in the order of the columns of `tags`;
    `distances` {head: [BUCKETS]} is what a pair's distance adds to its score."""

    pieces: Pieces
    windows: Sequence[Scored]
    columns: Mapping[str, Sequence[str]]
    distances: Mapping[str, Floats]

    def labels(self, head: str) -> Sequence[str]:
        """What the columns of `scores(head)` stand for."""
        return self.columns[head]

    def scores(self, head: str) -> Floats:
        """[pieces, labels of `head`]: the mean over the windows that a piece lies in."""
        names = list(self.columns)
        begin = sum(len(self.columns[name]) for name in names[: names.index(head)])
        return self._tags[:, begin : begin + len(self.columns[head])]

    def pairs(self, head: str, rows: Ints, columns: Ints) -> Floats:
        """[rows, columns]: how surely each piece of `rows` points to each of `columns`, in the window with `rows` nearest its
        middle; `NEVER` for what that window has not. Rows far apart should be asked for apart."""
        scores = np.full((len(rows), len(columns)), NEVER, np.float32)
        if not len(rows) or not len(columns):
            return scores
        middle = (rows.min() + rows.max()) / 2
        window = min(self.windows, key=lambda window: abs((window.start + window.end - 1) / 2 - middle))
        row_in = np.flatnonzero((rows >= window.start) & (rows < window.end))
        column_in = np.flatnonzero((columns >= window.start) & (columns < window.end))
        query = window.queries[head][rows[row_in] - window.start]
        key = window.keys[head][columns[column_in] - window.start]
        away = columns[column_in][None, :] - rows[row_in][:, None]
        found = query @ key.T / np.float32(query.shape[1] ** 0.5) + self.distances[head][bucket(away)]
        scores[np.ix_(row_in, column_in)] = found
        return scores

    def piece_of(self, spans: Sequence[Span]) -> Ints:
        """[spans]: the piece that stands for each span: the first that begins in it, else the one it lies in. Spans are in text order.

        Raises `ValueError` if the text has no pieces.
        """
        if not len(self.pieces.ids):
            raise ValueError("a text without pieces")
        starts = np.array([span.start for span in spans], np.int64)
        ends = np.array([span.end for span in spans], np.int64)
        first = np.searchsorted(self.pieces.offsets[:, 0], starts)
        begins = first < len(self.pieces.ids)
        begins[begins] = self.pieces.offsets[first[begins], 0] < ends[begins]
        return np.where(begins, first, np.maximum(first - 1, 0))

    @cached_property
    def _tags(self) -> Floats:
        shape = (len(self.pieces.ids), sum(map(len, self.columns.values())))
        total, seen = np.zeros(shape, np.float32), np.zeros((shape[0], 1), np.float32)
        for window in self.windows:
            total[window.start : window.end] += window.tags
            seen[window.start : window.end] += 1
        return total / seen


def bucket(distance: Ints) -> Ints:
    """The number of the bucket of each signed distance: near is fine, far is coarse."""
    half = BUCKETS // 2
    far = np.minimum((np.log2(np.abs(distance) + 1) * 2).astype(np.int64), half - 1)
    return np.where(distance < 0, far, far + half)
