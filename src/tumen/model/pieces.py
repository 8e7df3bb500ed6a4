"""Text -> wordpieces, their shapes, and windows over them. Comes in: canonical text. Goes out: arrays, one row a piece.

The encoder knows no capitals and no line ends, so each piece carries a shape that tells it both.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tumen.records import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 254  # pieces, without the two that mark beginning and end; longer windows were never trained
OVERLAP = 48  # pieces; less loses accuracy, more time (docs/reader.md)
PLAIN, TITLE, CAPITALS, MIXED = range(4)  # how a word is written
OPENS = 4  # added to the shape of a piece that opens a passage
SHAPES = 8

SURROGATE = re.compile("[\ud800-\udfff]")
MARK = re.compile(r"[^\w\s!-~‐-‧]")

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as wordpieces: `ids` [n], `shapes` [n] below `SHAPES`, and `offsets` [n, 2], the code points each stands for."""

    ids: Ints
    shapes: Ints
    offsets: Ints


def to_pieces(tokenizer: "Tokenizer", text: str, part: Span, opens: Sequence[int]) -> Pieces:
    """The wordpieces of `part` of a text, without any that mark beginning or end. `opens` are the places where passages begin."""
    words = SURROGATE.sub("\N{BLACK SQUARE}", text[part.start : part.end])
    encoding = tokenizer.encode(words, add_special_tokens=False)
    written = np.array(encoding.offsets, np.int64).reshape(-1, 2)
    shapes = _written(words, written, np.array(encoding.word_ids, np.int64))
    offsets: Ints = _with_marks(words, written) + part.start
    first = np.searchsorted(offsets[:, 0], [place for place in opens if part.start <= place < part.end])
    shapes[first[first < len(shapes)]] |= OPENS
    return Pieces(np.array(encoding.ids, np.int64), shapes, offsets)


def windows(length: int, starts: Ints) -> Iterator[tuple[int, int]]:
    """Where windows over `length` pieces begin and end: at `starts` of sentences where that can be, so that each sentence lies whole
    in one of them. They overlap by `OVERLAP` pieces or a little more: what stands before helps to read a sentence."""
    start = 0
    while length - start > WINDOW:
        end = _last(starts, start + WINDOW // 2, start + WINDOW) or start + WINDOW
        yield start, end
        start = _last(starts, end - WINDOW // 3, end - OVERLAP) or end - OVERLAP
    yield start, length


def _last(starts: Ints, lowest: int, highest: int) -> int | None:
    """The last of `starts` in `[lowest, highest]`."""
    at = int(np.searchsorted(starts, highest, side="right")) - 1
    return int(starts[at]) if at >= 0 and starts[at] >= lowest else None


def _with_marks(text: str, offsets: Ints) -> Ints:
    """The offsets, with the combining marks that the tokenizer leaves out behind a letter."""
    marks = [match.start() for match in MARK.finditer(text) if unicodedata.category(match.group()).startswith("M")]
    is_mark = np.zeros(len(text) + 1, bool)
    is_mark[marks] = True
    ends = offsets[:, 1].copy()
    while (grow := is_mark[ends]).any():
        ends[grow] += 1
    return np.stack([offsets[:, 0], ends], 1)


def _written(text: str, offsets: Ints, words: Ints) -> Ints:
    """`PLAIN`, `TITLE`, `CAPITALS` or `MIXED` for each piece: how the word is written that it belongs to."""
    if not len(words):
        return np.zeros(0, np.int64)
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    known, each = np.unique(codes, return_inverse=True)
    letters = [chr(code) for code in known]
    upper = np.concatenate([[0], np.cumsum(np.array([letter.isupper() for letter in letters])[each])])
    lower = np.concatenate([[0], np.cumsum(np.array([letter.islower() for letter in letters])[each])])
    begins = np.flatnonzero(np.diff(words, prepend=-1))  # the first piece of each word
    ends = np.append(begins[1:], len(words)) - 1
    start, end = offsets[begins, 0], offsets[ends, 1]
    ups, downs, first = upper[end] - upper[start], lower[end] - lower[start], upper[start + 1] - upper[start]
    written = np.select(
        [ups == 0, (first == 1) & (ups == 1) & ((downs > 0) | (end - start == 1)), downs == 0],
        [PLAIN, TITLE, CAPITALS],
        MIXED,
    )
    return np.repeat(written, ends - begins + 1).astype(np.int64)
