"""Texts by genre -> shares of texts by stem. Comes in: the corpora. Goes out: what `tumen.link.frequencies` reads.

A share is the lower end of an interval (Wilson, one standard deviation), so that a word of one text among few is not taken for everyday; over
genres the largest counts. Stems of fewer than `SEEN` texts of all genres are left out: what is named once or twice, such as victims, does not ship.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from train.genre import MARK
from tumen.link.words import stems
from tumen.measure.muc4 import read_muc4

SEEN = 3
HERE = Path(__file__).parents[2]


def texts_by_genre(corpora: Path) -> dict[str, list[str]]:
    """The texts there are to count in, without those of GVA, which are given by half."""
    found = {
        "polnear": [path.read_text("utf-8", "replace") for path in sorted((corpora / "polnear/train/text").glob("*.txt"))],
        "muc4": [one.text for one in read_muc4(corpora / "muc4/dev")] if (corpora / "muc4/dev").exists() else [],
        "genre": _genre_texts(),
    }
    return {name: texts for name, texts in found.items() if texts}


def gva_texts(rows: Iterable[str]) -> list[str]:
    """Title and text of lines of GVA."""
    return [f"{row.get('title') or ''}\n{row['text']}" for row in map(json.loads, rows)]


def _genre_texts() -> list[str]:
    """Our own training texts. Neither threads nor examples, which weights are fitted on: what is rare in a story must be rare there, too."""
    texts: list[str] = []
    for path in sorted((HERE / "train/genre_texts").glob("*.txt")):
        texts += MARK.sub("", re.sub(r"^#.*", "", path.read_text("utf-8"), flags=re.MULTILINE)).split("\n\n")
    return [text for text in texts if text.strip()]


def shares(genres: Mapping[str, list[str]]) -> dict[str, float]:
    """The largest share of texts of any genre, by stem."""
    counts = {name: Counter(stem for text in texts for stem in set(stems(text))) for name, texts in genres.items()}
    seen = sum(counts.values(), Counter())
    return {
        stem: max(_at_least(count[stem], len(genres[name])) for name, count in counts.items() if count[stem])
        for stem, all_ in seen.items()
        if all_ >= SEEN and 2 <= len(stem) <= 20
    }


def _at_least(count: int, total: int) -> float:
    share = count / total
    return (share + 1 / (2 * total) - math.sqrt(share * (1 - share) / total + 1 / (4 * total**2))) / (1 + 1 / total)
