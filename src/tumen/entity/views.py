"""Windows -> what each piece sees best. Comes in: a scan, and some of its pieces. Goes out: these pieces share by share, and with
each share one window to look for what they point to.

It is the window in which a piece has most context, and as many before it as asked for, made one. Pieces of different windows never
met in training, only at such distances; see `BACK` in `chains.py` for what looking farther back is for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from tumen.model.pieces import Ints
from tumen.model.scan import Floats, Scan, Scored

AT_ONCE = 16  # pieces in a share: above some 262,000 products BLAS starts threads, which cost more than they save


def shares(pieces: Ints, scan: Scan, heads: Sequence[str], back: int = 0) -> Iterator[tuple[Ints, Scan]]:
    """The numbers of some of `pieces`, and a scan of one window that answers `pairs` of `heads` for them. `pieces` are in order;
    each is in exactly one share."""
    edges = _edges(scan.windows)
    bounds = np.searchsorted(pieces, edges).tolist()
    for number, (first, stop) in enumerate(pairwise(bounds)):
        if first < stop:
            view = replace(scan, windows=(_joined(scan.windows[max(0, number - back) : number + 1], heads),))
            for start in range(first, stop, AT_ONCE):
                yield np.arange(start, min(start + AT_ONCE, stop)), view


def _edges(windows: Sequence[Scored]) -> list[int]:
    """Where the share of each window begins, and the end: of what two windows have, each has the half that is farther from its edge."""
    middles = [(after.start + before.end) // 2 for before, after in pairwise(windows)]
    return [windows[0].start, *middles, windows[-1].end]


def _joined(windows: Sequence[Scored], heads: Sequence[str]) -> Scored:
    edges = _edges(windows)
    parts = [slice(edges[n] - window.start, edges[n + 1] - window.start) for n, window in enumerate(windows)]

    def joined(sides: Sequence[Mapping[str, Floats]]) -> dict[str, Floats]:
        return {head: np.concatenate([side[head][part] for side, part in zip(sides, parts, strict=True)]) for head in heads}

    nothing = np.zeros((edges[-1] - edges[0], 0), np.float32)
    return Scored(edges[0], edges[-1], nothing, joined([w.queries for w in windows]), joined([w.keys for w in windows]))
