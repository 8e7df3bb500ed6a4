"""Trained weights -> what Tumen ships. Comes in: the network. Goes out: `reader.onnx` in int8, and `reader.json`, which describes it.

The graph is written node by node, with the fused operators of onnxruntime, so that it is the same whatever exporter PyTorch has.
"""

import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from train.network import MODEL, PAIRS, Branch, Network
from tumen.claim.confidence import CLAIMS, KEEP
from tumen.model.pieces import WINDOW

FUSED = "com.microsoft"
OPSET = 17
IR_VERSION = 8
TOKENIZER = "tokenizer.json"
CALIBRATION = {CLAIMS: [0.0] * 9, KEEP: [0.0, 0.0, 0.0]}  # before `train.calibrate`: says 0.5 of everything, keeps all


class Graph:
    """Nodes and weights as they are added; every `add` gives the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def weight(self, name: str, tensor: torch.Tensor) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(tensor.detach().numpy()), name))
        return name

    def add(self, operator: str, inputs: Sequence[str], *, domain: str = "", **settings: Any) -> str:
        name = f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], name=name, domain=domain, **settings))
        return name

    def linear(self, name: str, x: str, layer: Any) -> str:
        product = self.add("MatMul", [x, self.weight(f"{name}.weight", layer.weight.T)])
        return self.add("Add", [product, self.weight(f"{name}.bias", layer.bias)])


def graph_of(network: Network) -> Any:
    """The network as an ONNX model. Inputs `ids` and `shapes` [1, n]; one output a branch [1, n, its columns]."""
    graph, encoder = Graph(), network.encoder
    embeddings = encoder.embeddings
    words = graph.add("Gather", [graph.weight("vocabulary", embeddings.word_embeddings.weight), "ids"])
    shapes = graph.add("Gather", [graph.weight("shapes.weight", network.shapes.weight), "shapes"])
    places = embeddings.position_embeddings.weight[: WINDOW + 2] + embeddings.token_type_embeddings.weight[0]
    length = graph.add("Shape", ["ids"], start=1)
    first, axes = graph.weight("first", torch.tensor([0])), graph.weight("axes", torch.tensor([0]))
    places_here = graph.add("Slice", [graph.weight("places", places), first, length, axes])
    x = graph.add("Add", [graph.add("Add", [words, shapes]), places_here])
    norm = embeddings.LayerNorm
    scale, shift = graph.weight("norm.scale", norm.weight), graph.weight("norm.shift", norm.bias)
    x = graph.add("LayerNormalization", [x, scale, shift], epsilon=norm.eps)
    layers = [x]
    for number, layer in enumerate(encoder.encoder.layer):
        x = _layer(graph, x, layer, f"layer.{number}", encoder.config.num_attention_heads)
        layers.append(x)
    outputs = []
    for name, branch in network.branches.items():
        outputs.append(_branch(graph, layers, branch, name))
    graph.nodes += [helper.make_node("Identity", [out], [name]) for out, name in zip(outputs, network.branches, strict=True)]
    return helper.make_model(
        helper.make_graph(
            graph.nodes,
            "reader",
            [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "n"]) for name in ("ids", "shapes")],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "n", None]) for name in network.branches],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)],
        ir_version=IR_VERSION,
    )


def _layer(graph: Graph, x: str, layer: Any, name: str, heads: int) -> str:
    own, out = layer.attention.self, layer.attention.output
    parts = (own.query, own.key, own.value)
    weight = graph.weight(f"{name}.attention.weight", torch.cat([part.weight.T for part in parts], 1))
    bias = graph.weight(f"{name}.attention.bias", torch.cat([part.bias for part in parts]))
    seen = graph.add("Attention", [x, weight, bias], domain=FUSED, num_heads=heads)
    x = _normed(graph, x, seen, out, f"{name}.attention.out")
    wide = graph.add("MatMul", [x, graph.weight(f"{name}.wide.weight", layer.intermediate.dense.weight.T)])
    wide = graph.add("BiasGelu", [wide, graph.weight(f"{name}.wide.bias", layer.intermediate.dense.bias)], domain=FUSED)
    return _normed(graph, x, wide, layer.output, f"{name}.out")


def _normed(graph: Graph, x: str, added: str, layer: Any, name: str) -> str:
    product = graph.add("MatMul", [added, graph.weight(f"{name}.weight", layer.dense.weight.T)])
    scale, shift = graph.weight(f"{name}.scale", layer.LayerNorm.weight), graph.weight(f"{name}.shift", layer.LayerNorm.bias)
    bias = graph.weight(f"{name}.bias", layer.dense.bias)
    added = graph.add("Add", [graph.add("Add", [product, bias]), x])
    return graph.add("LayerNormalization", [added, scale, shift], epsilon=layer.LayerNorm.eps)


def _branch(graph: Graph, layers: Sequence[str], branch: Branch, name: str) -> str:
    shares = branch.mix.softmax(0)
    mixed = ""
    for number, layer in enumerate(layers):
        part = graph.add("Mul", [layer, graph.weight(f"{name}.share.{number}", shares[number])])
        mixed = graph.add("Add", [mixed, part]) if mixed else part
    hidden = graph.add("Relu", [graph.linear(f"{name}.hidden", mixed, branch.hidden)])
    hidden = graph.add("Add", [hidden, mixed])
    last = torch.nn.Linear(1, 1)
    parts = (branch.labels, branch.query, branch.key)
    last.weight = torch.nn.Parameter(torch.cat([part.weight for part in parts]))
    last.bias = torch.nn.Parameter(torch.cat([part.bias for part in parts]))
    return graph.linear(f"{name}.last", hidden, last)


def export(network: Network, folder: Path) -> None:
    """Writes `reader.onnx`, `reader.json` and the tokenizer to `folder`. How sure it is, `train.calibrate` adds."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        onnx.save(graph_of(network), str(whole))
        quantize_dynamic(
            whole,
            folder / "reader.onnx",
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    (folder / TOKENIZER).write_bytes((MODEL / TOKENIZER).read_bytes())
    described = {
        "branches": [
            {
                "name": name,
                "tags": branch.tags,
                "pairs": {pair: PAIRS[pair] for pair in branch.pairs},
            }
            for name, branch in network.branches.items()
        ],
        "distances": {pair: [round(value, 5) for value in network.distances[pair].tolist()] for pair in PAIRS},
        "calibration": CALIBRATION,
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("reader.onnx", TOKENIZER)},
    }
    (folder / "reader.json").write_bytes(msgspec.json.format(msgspec.json.encode(described), indent=1))
