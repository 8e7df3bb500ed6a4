"""The corpora -> examples by name. Comes in: the folder that holds them. Goes out: what to train on, and what to measure on.

A corpus whose folder is missing is left out, with a line that says so: the weights can be made without any one of them.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from train.examples import Example
from train.factuality import read_factuality
from train.genre import read_genre
from train.gum import read_gum
from train.ud import read_ud
from tumen.measure import read_polnear

SCALES = ("uw", "meantime", "uds")
LOADERS: dict[str, tuple[str, Callable[[Path], Iterable[Example]]]] = {
    "polnear": ("polnear/{part}", lambda path: _polnear(path)),
    "ewt": ("ud/ewt/{part}.conllu", read_ud),
    "gum": ("ud/gum/{part}.conllu", read_gum),
    "uw": ("factuality/uw/{part}.jsonl", read_factuality),
    "meantime": ("factuality/meantime/{part}.jsonl", read_factuality),
    "uds": ("factuality/uds_ih2/{part}.jsonl", read_factuality),
}


def read_corpora(folder: Path, part: str, names: Iterable[str]) -> dict[str, list[Example]]:
    """The examples of each corpus of `names` that is there; `genre`, our own, always is and has no other part than `train`."""
    found: dict[str, list[Example]] = {}
    for name in names:
        if name == "genre":
            found[name] = list(read_genre())
            continue
        place, read = LOADERS[name]
        path = folder / place.format(part=part)
        if path.exists():
            found[name] = list(read(path))
        else:
            print(f"{name}: no {path}, left out", flush=True)
    return found


def read_training(folder: Path) -> dict[str, list[Example]]:
    """All that there is to train on."""
    return read_corpora(folder, "train", [*LOADERS, "genre"])


def _polnear(folder: Path) -> Iterator[Example]:
    """PolNeAR marks outermost attributions only; of those inside others it says nothing."""
    return (Example(text, attributions=[gold]) for text, gold in read_polnear(folder))
