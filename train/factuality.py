"""Event factuality -> examples. Comes in: a file of judged sentences. Goes out: texts with the values of their events.

Sentences of one article are put together, so that a window is full and the network sees what comes before; not those of MEANTIME,
whose files have them in random order.
"""

from collections.abc import Iterator
from pathlib import Path

from train.examples import Example
from tumen.measure.judged import read_judged

LONGEST = 180  # words; about 240 pieces
CORPORA = {"uw": "uw", "meantime": "meantime", "uds_ih2": "uds"}
"""Folder -> scale. They are not one: UDS asks whether it has happened; its median after "will" is -2.25, that of UW 2.6."""
SHUFFLED = frozenset(["meantime"])


def read_corpora(folder: Path, part: str) -> Iterator[Example]:
    """The examples of `part` ("train", "dev") of all three corpora. Raises `SettingError` that names the file or the line."""
    for corpus in CORPORA:
        yield from read_factuality(folder / corpus / f"{part}.jsonl")


def read_factuality(path: Path) -> Iterator[Example]:
    """The examples of `CORPUS/train.jsonl` or `CORPUS/dev.jsonl`."""
    corpus = path.parent.name
    for judged in read_judged(path, 0 if corpus in SHUFFLED else LONGEST):
        yield Example(judged.text, judged.words, judged.sentences, factuality=judged.values, scale=CORPORA[corpus])
