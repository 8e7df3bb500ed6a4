"""How wrong the network is on a batch. Comes in: scores and targets. Goes out: one number, and its parts by name.

A batch has many targets for one head and few for another. Each target counts the same whatever batch it is in: the losses of a
head are summed, and divided by the number of targets that a batch has for it on average.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, smooth_l1_loss

from train.network import Network, Out
from train.windows import NOTHING, Batch, Window

WEIGHTS = {"attribution": 2.0, "link": 1.0, "factuality": 0.5}
OTHERS = 0.5  # the weight of every other head


def targets_of(windows: Iterable[Window]) -> Counter[str]:
    """How many targets each head has in `windows`."""
    counts: Counter[str] = Counter()
    for window in windows:
        counts.update({head: int((tags != NOTHING).sum()) for head, tags in (window.tags | window.points).items()})
        counts["factuality"] += int((~np.isnan(window.values)).sum())
    return counts


def loss_of(network: Network, out: Out, batch: Batch, usual: Mapping[str, float]) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum over the heads for which the batch has targets, and each; `usual` {head: targets in an average batch}."""
    losses: dict[str, Tensor] = {}
    tags = dict(batch.tags)
    relation = tags.pop("relation", None)
    for head, targets in tags.items():
        if (targets != NOTHING).any():
            losses[head] = _cross_entropy(out.tags[head].float().flatten(0, 1), targets.flatten())
    for pair, targets in batch.points.items():
        if (targets != NOTHING).any():
            losses[pair] = _pair_loss(network.pairs(out, pair), targets, batch.choices[pair], pair)
    if relation is not None and (relation != NOTHING).any():
        heads = batch.points["arc"].clamp(min=0)[..., None].expand(-1, -1, out.tags["relation_head"].shape[-1])
        scores = out.tags["relation"].float() + out.tags["relation_head"].float().gather(1, heads)
        targets = relation.masked_fill(batch.points["arc"] == NOTHING, NOTHING)
        losses["relation"] = _cross_entropy(scores.flatten(0, 1), targets.flatten())
    known = ~batch.values.isnan()
    if known.any():
        losses["factuality"] = smooth_l1_loss(out.tags["factuality"].float()[known], batch.values[known], reduction="sum")
    losses = {head: loss / usual[head] for head, loss in losses.items()}
    total = torch.stack([WEIGHTS.get(head, OTHERS) * loss for head, loss in losses.items()]).sum()
    return total, {head: loss.item() for head, loss in losses.items()}


def _pair_loss(scores: Tensor, targets: Tensor, choices: Tensor, pair: str) -> Tensor:
    """Cross-entropy over the pieces that may be pointed to: those of the own group; for `before`, none that come later."""
    may = choices[:, None, :] != -1
    if pair in ("arc", "first", "last"):
        may = may & (choices[:, None, :] == choices[:, :, None])
    if pair == "before":
        at = torch.arange(targets.shape[1])
        may = may & (at[None, None, :] <= at[None, :, None])
    rows = targets != NOTHING
    chosen = scores.masked_fill(~may, -1e4)[rows]
    return _cross_entropy(chosen, targets[rows])


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return cross_entropy(scores, targets, ignore_index=NOTHING, reduction="sum")
