"""The weights on disk -> a model that scans texts. Comes in: `weights/`, which ships with Tumen. Goes out: a `Scan` a text.

Every file is compared with its SHA-256 before anything is read. One window at a time, one thread: the same text gives the same
scores, whatever else runs, and several reports are read side by side by several processes.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from tumen.errors import ModelError
from tumen.model.pieces import SHAPES, Ints, Pieces, to_pieces, windows
from tumen.model.scan import Floats, Scan, Scored
from tumen.records import Span

onnxruntime.disable_telemetry_events()  # on Windows; elsewhere the versions we allow have none (docs/decisions/0025)

WEIGHTS = Path(__file__).parent / "weights"
SLOW_FUSION = "SkipLayerNormFusion"  # its fused operator takes five times as long as those it stands for (docs/reader.md)
CLS, SEP = 101, 102  # the marks of beginning and end in the vocabulary
DESCRIPTION, NETWORK, TOKENIZER = "reader.json", "reader.onnx", "tokenizer.json"


class Branch(msgspec.Struct, frozen=True):
    """Heads that share an output of the network: the columns of `tags` in order, then queries, then keys of `pairs` {head: width}."""

    name: str
    tags: dict[str, list[str]]
    pairs: dict[str, int]


class Description(msgspec.Struct, frozen=True):
    """What `reader.json` says of the weights beside it; `calibration` {head: numbers} is explained where it is used."""

    branches: list[Branch]
    distances: dict[str, list[float]]
    calibration: dict[str, list[float]]
    sha256: dict[str, str]


class Model:
    """Opened weights."""

    def __init__(self, description: Description, network: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> None:
        self._network, self._tokenizer = network, tokenizer
        self._branches = description.branches
        self._columns = {head: tuple(labels) for branch in description.branches for head, labels in branch.tags.items()}
        self._distances = {pair: np.array(values, np.float32) for pair, values in description.distances.items()}
        self.calibration: Mapping[str, Sequence[float]] = description.calibration

    def scan(self, text: str, part: Span, passages: Sequence[int], sentences: Sequence[int]) -> Scan:
        """The scores of `part` of a text; `passages` and `sentences` are the places where they begin."""
        pieces = to_pieces(self._tokenizer, text, part, passages)
        starts = np.searchsorted(pieces.offsets[:, 0], np.array(sentences, np.int64))
        scored = [self._scored(pieces, *place) for place in windows(len(pieces.ids), starts)] if len(pieces.ids) else []
        return Scan(pieces, scored, self._columns, self._distances)

    def _scored(self, pieces: Pieces, start: int, end: int) -> Scored:
        ids = _between(CLS, pieces.ids[start:end], SEP)
        shapes = _between(SHAPES, pieces.shapes[start:end], SHAPES)
        outputs: Any = self._network.run([branch.name for branch in self._branches], {"ids": ids, "shapes": shapes})
        tags: list[Floats] = []
        queries: dict[str, Floats] = {}
        keys: dict[str, Floats] = {}
        for branch, output in zip(self._branches, outputs, strict=True):
            rows = output[0, 1:-1]
            at = sum(map(len, branch.tags.values()))
            tags.append(rows[:, :at])
            for side in (queries, keys):
                for pair, width in branch.pairs.items():
                    side[pair] = rows[:, at : at + width]
                    at += width
        return Scored(start, end, np.concatenate(tags, 1), queries, keys)


@cache
def open_model(folder: Path = WEIGHTS) -> Model:
    """The model whose weights lie in `folder`; opened once a process. Raises `ModelError` if a file is missing or was altered."""
    try:
        description = msgspec.json.decode(_read(folder, DESCRIPTION), type=Description)
    except msgspec.DecodeError as err:
        raise ModelError(str(folder / DESCRIPTION), f"it does not describe a model ({err}); install Tumen again") from err
    contents = {name: _read(folder, name) for name in (NETWORK, TOKENIZER)}
    for name, content in contents.items():
        if hashlib.sha256(content).hexdigest() != description.sha256.get(name):
            raise ModelError(str(folder / name), f"it is not the file that {DESCRIPTION} describes; install Tumen again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    network = onnxruntime.InferenceSession(
        contents[NETWORK], options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOW_FUSION]
    )
    tokenizer = Tokenizer.from_buffer(contents[TOKENIZER])
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = True  # "[SEP]" in a report is five pieces like any other
    return Model(description, network, tokenizer)


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as err:
        raise ModelError(str(folder / name), f"cannot be read: {err.strerror}; install Tumen again") from err


def _between(first: int, row: Ints, last: int) -> Ints:
    return np.concatenate([[first], row, [last]]).astype(np.int64)[None, :]
