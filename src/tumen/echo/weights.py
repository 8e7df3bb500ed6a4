"""Features -> log-odds, by `weights.toml`. Comes in: numbers by name. Goes out: what each adds. Logistic models, fitted by `train/echo`."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("weights.toml")


@dataclass(frozen=True, slots=True)
class Weights:
    """What one unit of each feature adds to the log-odds, and where they begin."""

    bias: float
    by_name: Mapping[str, float]

    def parts(self, values: Mapping[str, float]) -> dict[str, float]:
        """What each feature adds to the log-odds."""
        return {name: weight * values[name] for name, weight in self.by_name.items()}

    def chance(self, values: Mapping[str, float]) -> float:
        """From 0 to 1, higher is likelier."""
        return 1 / (1 + math.exp(-self.bias - sum(self.parts(values).values())))


@cache
def shipped(model: str) -> Weights:
    """Those that ship: of "own" or of "back"."""
    table = tomllib.loads(FILE.read_text("utf-8"))[model]
    return Weights(table.pop("bias"), table)


def write_weights(models: Mapping[str, Weights], note: str) -> str:
    """The text of `weights.toml`."""
    lines = [f"# {note}"]
    for model, weights in models.items():
        lines += ["", f"[{model}]", f"bias = {weights.bias:.4f}"]
        lines += [f"{name} = {weight:.4f}" for name, weight in weights.by_name.items()]
    return "\n".join(lines) + "\n"
