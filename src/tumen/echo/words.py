"""Words as text reuse sees them. Comes in: any text. Goes out: words in order, folded and hashed, and which of them say something.

Case, quotation marks, dashes and white space do not count, since every desk sets them in its own way; other marks do, where runs are
compared to the letter (`reuse.py`), and do not, where only words are counted.
"""

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]

TOKEN = re.compile(
    "(?P<word>[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"  # no blanks between words: each letter counts as one
    "|[^\\W\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+(?:['’ʼ][^\\W_]+)*)|[^\\w\\s]"
)
IGNORED = frozenset("\"'`´‘’‚‛“”„‟«»‹›〈〉《》「」『』-‐‑‒–—―−")
NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
ENDINGS = ("ingly", "edly", "ings", "ing", "ed", "es", "s", "e")
SHORTEST = 4  # letters that an ending must leave
ROOT = 5  # letters of a word that stay the same in most of its forms


class Token(NamedTuple):
    """A word or a mark: its folded form, and where it stands."""

    form: str
    start: int
    end: int
    is_word: bool


def tokens(text: str) -> list[Token]:
    """The words and marks of `text` in order, without those marks that do not count."""
    found = []
    for match in TOKEN.finditer(text):
        if is_word := match["word"] is not None:
            found.append(Token(fold_word(match[0]), match.start(), match.end(), is_word))
        elif match[0] not in IGNORED:
            found.append(Token(match[0], match.start(), match.end(), is_word))
    return found


def fold(text: str) -> str:
    """`text` as runs of words are compared: its words and marks, folded, with one blank between them."""
    return " ".join(token.form for token in tokens(text))


def words(text: str) -> list[str]:
    """The words of `text` alone, folded."""
    return [fold_word(match[0]) for match in TOKEN.finditer(text) if match["word"] is not None]


@lru_cache(maxsize=2**15)
def fold_word(word: str) -> str:
    """`word` in lower case, with one kind of apostrophe."""
    return word.casefold().replace("’", "'").replace("ʼ", "'")


@lru_cache(maxsize=2**15)
def stem(word: str) -> str:
    """A folded word without its ending, and a number as digits: what stays the same when a sentence is turned round."""
    if number := NUMBERS.get(word):
        return number
    word = word.removesuffix("'s")
    if len(word) > SHORTEST and word.endswith(("ies", "ied")):
        return f"{word[:-3]}y"
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=2**15)
def hash_of(word: str) -> int:
    """32 bits that stand for a word, the same on every machine. Not meant to hide the word."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def hash_words(run: Iterable[str]) -> int:
    """32 bits that stand for words in a row."""
    return hash_of(" ".join(run))


def pack(hashes: Iterable[int]) -> bytes:
    """Hashes as four bytes each."""
    return np.fromiter(hashes, dtype="<u4").tobytes()


def unpack(packed: bytes) -> Hashes:
    """What `pack` packed."""
    return np.frombuffer(packed, dtype="<u4")


@cache
def common_words() -> frozenset[str]:
    """Words that every report has, and those that any report of its kind may have, folded: `common.txt`."""
    return frozenset(files("tumen.echo").joinpath("common.txt").read_text("utf-8").split())


@cache
def plain_words() -> frozenset[str]:
    """Words of grammar, of the calendar and of saying, folded: `plain.txt`."""
    return frozenset(files("tumen.echo").joinpath("plain.txt").read_text("utf-8").split())


def tells(word: str) -> bool:
    """Whether a folded word is more than grammar, a day, or "said": what a retelling keeps, in the order of what it retells."""
    return (len(word) > 3 or word.isdigit() or word in NUMBERS) and word not in plain_words()


@lru_cache(maxsize=2**15)
def root(word: str) -> str:
    """The beginning of a folded word, and a number as digits: "electrician" and "electricity" are one."""
    form = stem(word)
    return form if form.isdigit() else form[:ROOT]


def in_order(first: Hashes, second: Hashes) -> int:
    """How many of the words of both follow each other in the same order; each stands in a text once."""
    place = {int(word): at for at, word in enumerate(second)}
    ends: list[int] = []  # the longest rising run, by patience
    for at in (place[int(word)] for word in first if int(word) in place):
        spot = bisect_left(ends, at)
        ends[spot : spot + 1] = [at]
    return len(ends)


def shingles(hashes: Hashes, size: int) -> npt.NDArray[np.uint64]:
    """One number for every `size` words in a row; empty where there are fewer words."""
    count = len(hashes) - size + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for offset in range(size):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + hashes[offset : offset + count].astype(np.uint64) + np.uint64(1)
        mixed ^= mixed >> np.uint64(29)
    return mixed


def covered(first: Hashes, second: Hashes, size: int) -> npt.NDArray[np.bool_]:
    """For each word of `first`, whether it stands in a run of `size` words that stands in `second` too."""
    is_in = np.isin(shingles(first, size), shingles(second, size))
    is_covered = np.zeros(len(first), np.bool_)
    for offset in range(size):
        is_covered[offset : offset + len(is_in)] |= is_in
    return is_covered


def share(flags: Sequence[bool] | npt.NDArray[np.bool_]) -> float:
    """The share that is true; 0 of none."""
    return float(np.mean(flags)) if len(flags) else 0.0
