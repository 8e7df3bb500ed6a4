"""The network before it is shipped, used as Tumen will use it. Comes in: a text. Goes out: a `Scan`, as `tumen.model` makes it."""

import numpy as np
import torch
from tokenizers import Tokenizer

from train.network import MODEL, PAIRS, Network
from train.windows import CLS, SEP
from tumen.model import Pieces, Scan, Scored, to_pieces, windows
from tumen.model.pieces import SHAPES
from tumen.passage import find_starts
from tumen.records import Span

TOKENIZER = "tokenizer.json"


def open_tokenizer() -> Tokenizer:
    """The encoder's own, which cuts nothing off."""
    tokenizer = Tokenizer.from_file(str(MODEL / TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = True
    return tokenizer


class Scanner:
    """Scans texts with the network in full precision."""

    def __init__(self, network: Network) -> None:
        self._network, self._tokenizer = network.eval(), open_tokenizer()
        self._distances = {pair: network.distances[pair].detach().numpy().copy() for pair in PAIRS}

    def scan(self, text: str) -> Scan:
        """The scores of the whole text."""
        begins = find_starts(text)
        pieces = to_pieces(self._tokenizer, text, Span(0, len(text)), begins.passages)
        starts = np.searchsorted(pieces.offsets[:, 0], np.array(begins.sentences, np.int64))
        scored = [self._scored(pieces, *place) for place in windows(len(pieces.ids), starts)] if len(pieces.ids) else []
        return Scan(pieces, scored, self._network.columns(), self._distances)

    @torch.no_grad()
    def _scored(self, pieces: Pieces, start: int, end: int) -> Scored:
        ids = torch.tensor([[CLS, *pieces.ids[start:end], SEP]])
        shapes = torch.tensor([[SHAPES, *pieces.shapes[start:end], SHAPES]])
        out = self._network(ids, shapes, torch.ones_like(ids))
        queries = {pair: query[0, 1:-1].numpy() for pair, query in out.queries.items()}
        keys = {pair: key[0, 1:-1].numpy() for pair, key in out.keys.items()}
        return Scored(start, end, np.concatenate([tag[0, 1:-1].numpy() for tag in out.tags.values()], 1), queries, keys)
