"""How wrong the network is on a batch. Comes in: scores and targets. Goes out: one number, and its parts by name."""

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, smooth_l1_loss

from train.network import Network, Out
from train.windows import NOTHING, Batch

WEIGHTS = {"attribution.1": 2.0, "link.1": 1.0, "factuality": 0.5}
OTHERS = 0.5  # the weight of every other head


def loss_of(network: Network, out: Out, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of the mean loss of each head for which the batch has targets."""
    losses: dict[str, Tensor] = {}
    tags = dict(batch.tags)
    relation = tags.pop("relation", None)
    for head, targets in tags.items():
        if (targets != NOTHING).any():
            losses[head] = cross_entropy(out.tags[head].float().flatten(0, 1), targets.flatten(), ignore_index=NOTHING)
    for pair, targets in batch.points.items():
        if (targets != NOTHING).any():
            losses[pair] = _pair_loss(network.pairs(out, pair), targets, batch.choices[pair], pair)
    if relation is not None and (relation != NOTHING).any():
        heads = batch.points["arc"].clamp(min=0)[..., None].expand(-1, -1, out.tags["relation_head"].shape[-1])
        scores = out.tags["relation"].float() + out.tags["relation_head"].float().gather(1, heads)
        targets = relation.masked_fill(batch.points["arc"] == NOTHING, NOTHING)
        losses["relation"] = cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=NOTHING)
    known = ~batch.values.isnan()
    if known.any():
        losses["factuality"] = smooth_l1_loss(out.tags["factuality"].float()[known], batch.values[known])
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
    return cross_entropy(chosen, targets[rows])
