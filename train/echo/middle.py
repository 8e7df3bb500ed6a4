"""The middle of the network -> one vector a text, and a head on it. Comes in: the shipped reader. Goes out: means, and a reader with the head.

The fourth of six layers says best whether a text is told by those who know: what kind of text it is, and who speaks in it. Later layers know
more of single words, and less of this (docs/echo.md).
"""

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from tumen.analysis import analyse
from tumen.claim import FIRST_HAND
from tumen.model import Model, open_model
from tumen.model.weights import DESCRIPTION, NETWORK, TOKENIZER, WEIGHTS, Branch, Description
from tumen.passage import split_sentences
from tumen.records import ReportRecord

LAYER, WIDTH = 4, 384
BRANCH = "grounds"
MIDDLE = "middle"
Array = NDArray[np.float64]


def means(records: Iterable[ReportRecord]) -> Array:
    """[reports, 384]: of each report the mean over its pieces of what the middle layer holds, as Tumen takes that of the head."""
    with tempfile.TemporaryDirectory() as folder:
        model = _with_middle(Path(folder))
        return np.array([_mean(record, model) for record in records])


def _mean(record: ReportRecord, model: Model) -> Array:
    sentences = split_sentences(record.report.text, record.passages, "en")
    parts = [part.scan.scores(MIDDLE) for part in analyse(record.report.text, record.passages, sentences, model)]
    mean: Array = np.concatenate(parts).mean(0).astype(np.float64)
    return mean


def _with_middle(folder: Path) -> Model:
    """The shipped reader, whose scores are those of the middle layer too."""
    network = _bare()
    network.graph.node.append(helper.make_node("Identity", [_layer(network)], [MIDDLE]))
    network.graph.output.append(helper.make_tensor_value_info(MIDDLE, TensorProto.FLOAT, [1, "n", WIDTH]))
    _write(folder, network, Branch(MIDDLE, {MIDDLE: [str(column) for column in range(WIDTH)]}, {}))
    return open_model(folder)


def need_head() -> None:
    """A reader that was just trained gets a head that says nothing, so that it can read at all."""
    described = msgspec.json.decode((WEIGHTS / DESCRIPTION).read_bytes(), type=Description)
    if BRANCH not in {branch.name for branch in described.branches}:
        put_head(np.zeros(WIDTH), 0.0)


def put_head(weights: Array, bias: float) -> None:
    """Puts the head into the shipped reader, in place of one that it had: a score a piece."""
    network = _bare()
    network.graph.initializer.append(numpy_helper.from_array(weights.astype(np.float32)[:, None], f"{BRANCH}.weight"))
    network.graph.initializer.append(numpy_helper.from_array(np.array([bias], np.float32), f"{BRANCH}.bias"))
    nodes = [
        helper.make_node("MatMul", [_layer(network), f"{BRANCH}.weight"], [f"{BRANCH}.product"], name=f"{BRANCH}.product"),
        helper.make_node("Add", [f"{BRANCH}.product", f"{BRANCH}.bias"], [BRANCH], name=BRANCH),
    ]
    network.graph.node.extend(nodes)
    network.graph.output.append(helper.make_tensor_value_info(BRANCH, TensorProto.FLOAT, [1, "n", 1]))
    _write(WEIGHTS, network, Branch(BRANCH, {FIRST_HAND: [FIRST_HAND]}, {}))


def _bare() -> Any:
    """The network without the head."""
    network = onnx.load(str(WEIGHTS / NETWORK))
    for found in (network.graph.node, network.graph.initializer, network.graph.output):
        kept = [one for one in found if not one.name.startswith(BRANCH)]
        del found[:]
        found.extend(kept)
    return network


def _layer(network: Any) -> str:
    """The name of what the middle layer gives: there are two normalisations in a layer, and one before the first."""
    norms = [node.output[0] for node in network.graph.node if node.op_type == "LayerNormalization"]
    return str(norms[2 * LAYER])


def _write(folder: Path, network: Any, branch: Branch) -> None:
    """The reader with one more branch, and its description."""
    described = msgspec.json.decode((WEIGHTS / DESCRIPTION).read_bytes(), type=Description)
    branches = [one for one in described.branches if one.name not in (BRANCH, MIDDLE)]
    (folder / TOKENIZER).write_bytes((WEIGHTS / TOKENIZER).read_bytes())
    onnx.save(network, str(folder / NETWORK))
    sha256 = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (NETWORK, TOKENIZER)}
    described = msgspec.structs.replace(described, branches=[*branches, branch], sha256=sha256)
    (folder / DESCRIPTION).write_bytes(msgspec.json.format(msgspec.json.encode(described), indent=1))
