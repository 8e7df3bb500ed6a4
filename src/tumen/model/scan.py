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
FARTHEST = 512  # pieces; no window is so long
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
        window = self._nearest((int(rows.min()) + int(rows.max())) / 2)
        row_in = np.flatnonzero((rows >= window.start) & (rows < window.end))
        column_in = np.flatnonzero((columns >= window.start) & (columns < window.end))
        query = window.queries[head][rows[row_in] - window.start]
        key = window.keys[head][columns[column_in] - window.start]
        away = columns[column_in][None, :] - rows[row_in][:, None]
        found: Floats = query @ key.T / np.float32(query.shape[1] ** 0.5) + self._by_distance[head][away + FARTHEST]
        if len(row_in) == len(rows) and len(column_in) == len(columns):
            return found
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

    def _nearest(self, piece: float) -> Scored:
        """The window with `piece` nearest its middle."""
        after = int(np.searchsorted(self._middles, piece))
        around = range(max(after - 1, 0), min(after + 1, len(self.windows)))
        return self.windows[min(around, key=lambda number: abs(self._middles[number] - piece))]

    @cached_property
    def _middles(self) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.array([(window.start + window.end - 1) / 2 for window in self.windows])

    @cached_property
    def _by_distance(self) -> Mapping[str, Floats]:
        """What each distance from `-FARTHEST` to `FARTHEST` adds to the score of a pair."""
        buckets = bucket(np.arange(-FARTHEST, FARTHEST + 1))
        return {head: added[buckets] for head, added in self.distances.items()}

    @cached_property
    def _tags(self) -> Floats:
        shape = (len(self.pieces.ids), sum(map(len, self.columns.values())))
        total, seen = np.zeros(shape, np.float32), np.zeros((shape[0], 1), np.float32)
        for window in self.windows:
            total[window.start : window.end] += window.tags
            seen[window.start : window.end] += 1
        mean: Floats = total / seen
        return mean


def bucket(distance: Ints) -> Ints:
    """The number of the bucket of each signed distance: near is fine, far is coarse."""
    half = BUCKETS // 2
    far = np.minimum((np.log2(np.abs(distance) + 1) * 2).astype(np.int64), half - 1)
    numbers: Ints = np.where(distance < 0, far, far + half)
    return numbers
