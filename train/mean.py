"""Weights of several runs -> their mean. Comes in: `epoch-N.pt` of runs on the same corpora. Goes out: weights as they are shipped.

    python -m train.mean CORPORA --output FOLDER RUN/epoch-6.pt=0.65 OTHER/epoch-7.pt=0.35

Runs that begin with the same encoder end near enough to each other for the mean of their weights to read better than either (Wortsman and
others, 2022: model soups). What it gave is in docs/reader.md.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

import torch

from train.__main__ import make_network
from train.corpora import read_training
from train.export import export

Weights = Mapping[str, torch.Tensor]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("runs", nargs="+", metavar="FILE=SHARE")
    parser.add_argument("--output", type=Path, required=True)
    asked = parser.parse_args()
    shares = {file: float(share) for file, _, share in (run.rpartition("=") for run in asked.runs)}
    network, _ = make_network(read_training(asked.corpora))
    network.load_state_dict(mean({file: torch.load(file) for file in shares}, shares))
    network.eval()
    asked.output.mkdir(parents=True, exist_ok=True)
    export(network, asked.output / "weights")


def mean(runs: Mapping[str, Weights], shares: Mapping[str, float]) -> dict[str, torch.Tensor]:
    """The weighted mean, parameter by parameter. Shares need not sum to 1. Raises `ValueError` where runs have other parameters."""
    first, *others = runs.values()
    if any(other.keys() != first.keys() for other in others):
        raise ValueError("the runs have other parameters: were they trained on the same corpora?")
    whole = sum(shares.values())
    return {
        name: torch.stack([weights[name] * (shares[run] / whole) for run, weights in runs.items()]).sum(0)
        if tensor.is_floating_point()
        else tensor
        for name, tensor in first.items()
    }


if __name__ == "__main__":
    main()
