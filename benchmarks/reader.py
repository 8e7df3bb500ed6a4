"""Where the reader's time goes: `python benchmarks/reader.py FOLDER OF TEXTS`.

Prints words per second of one process, thread and core, the share of the model, of the matrix products in it, and of every other
kind of operator; how many operations a second the products reach, beside what one core reaches in an int8 product of the same
shape and nothing else; then words per second of two processes together. Needs `onnx`: run it in the
environment of `make train`.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from tumen import pipeline
from tumen.model.pieces import WINDOW
from tumen.model.weights import NETWORK, SLOW_FUSION, WEIGHTS
from tumen.records import Report

PRODUCTS = {"QAttention", "DynamicQuantizeMatMul", "MatMulIntegerToFloat", "MatMulInteger"}
RUNS = 30
ENCODER = 6 * (4 * 384 * 384 + 2 * 384 * 1536)  # multiplications a piece, attention scores left out


def main(folder: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    read_all(texts[:1])
    alone = seconds(texts)
    show("words", words)
    show("read, words per second", words / alone)
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(read_all, [texts[:1], texts[:1]]))
        start = time.perf_counter()
        list(pool.map(read_all, [texts[::2], texts[1::2]]))
        together = time.perf_counter() - start
    show("two processes", words / together)
    print(f"{'two processes, times one':32}{alone / together:>10.2f}")
    spent, per_window = operators()
    print(f"{'one window, milliseconds':32}{per_window * 1000:>10.1f}")
    for name, share in spent:
        print(f"  {name:30}{share:>10.1%}")
    products = sum(share for name, share in spent if name in PRODUCTS) * per_window
    reached, possible = ENCODER * WINDOW * 2 / products / 1e9, peak()
    show("products, billion operations/s", reached)
    show("a bare int8 product", possible)


def show(name: str, number: float) -> None:
    print(f"{name:32}{number:>10,.0f}")


def read_all(texts: list[str]) -> None:
    for text in texts:
        pipeline.read_report(Report("report-benchmark", "benchmark", "", text, len(text), language="en"))


def seconds(texts: list[str]) -> float:
    start = time.perf_counter()
    read_all(texts)
    return time.perf_counter() - start


def operators() -> tuple[list[tuple[str, float]], float]:
    """The share of each kind of operator in a full window, most first, and the seconds that a window takes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    inputs = {
        "ids": np.random.default_rng(1).integers(1000, 20000, (1, WINDOW + 2)),
        "shapes": np.zeros((1, WINDOW + 2), np.int64),
    }
    network = str(WEIGHTS / NETWORK)
    plain = onnxruntime.InferenceSession(network, options, disabled_optimizers=[SLOW_FUSION])
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        plain.run(None, inputs)
        times.append(time.perf_counter() - start)
    with tempfile.TemporaryDirectory() as scratch:
        options.enable_profiling, options.profile_file_prefix = True, str(Path(scratch) / "profile")
        profiled = onnxruntime.InferenceSession(network, options, disabled_optimizers=[SLOW_FUSION])
        for _ in range(RUNS):
            profiled.run(None, inputs)
        events = json.loads(Path(profiled.end_profiling()).read_text())
    spent: Counter[str] = Counter()
    for event in events:
        if event.get("cat") == "Node" and event["name"].endswith("kernel_time"):
            spent[event["args"]["op_name"]] += event["dur"]
    return [(name, each / spent.total()) for name, each in spent.most_common()], sorted(times)[RUNS // 2]


def peak() -> float:
    """Billions of operations a second of the widest product of the encoder, repeated with nothing between."""
    rng = np.random.default_rng(2)
    weights = [helper.make_tensor(f"w{i}", TensorProto.FLOAT, (384, 1536), rng.normal(size=384 * 1536)) for i in range(8)]
    nodes = [helper.make_node("MatMul", ["x", f"w{i}"], [f"y{i}"]) for i in range(8)]
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, (WINDOW, 384))
    ys = [helper.make_tensor_value_info(f"y{i}", TensorProto.FLOAT, (WINDOW, 1536)) for i in range(8)]
    model = helper.make_model(helper.make_graph(nodes, "peak", [x], ys, weights), opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    with tempfile.TemporaryDirectory() as scratch:
        whole, small = Path(scratch) / "whole.onnx", Path(scratch) / "small.onnx"
        onnx.save(model, str(whole))
        quantize_dynamic(whole, small, per_channel=True, weight_type=QuantType.QInt8)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(small), options)
        given = {"x": rng.normal(size=(WINDOW, 384)).astype(np.float32)}
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            session.run(None, given)
            times.append(time.perf_counter() - start)
    return 8 * WINDOW * 384 * 1536 * 2 / min(times) / 1e9


if __name__ == "__main__":
    main(Path(sys.argv[1]))
