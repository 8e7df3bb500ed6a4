"""Words as search sees them. Comes in: any text. Goes out: tokens, each with the place it was read from.

The index, the query and the highlights all go through `tokens`, so what is found and what is marked never disagree. FTS5 is
given the tokens, parted by blanks, and its plainest tokenizer; it never folds anything itself.

A word of an alphabet becomes one token: lower case, without diacritics ("Hamgyŏng" is `hamgyong`) and without the apostrophe
that McCune-Reischauer writes for a breathed consonant ("P'yŏngyang" is `pyongyang`). Other apostrophes part words.

Hangul, Han and kana, where particles follow without a blank, become overlapping pairs, closed by the last letter alone:
회령시 is `회령 령시 시`. A word is found inside a longer one as the phrase of its pairs. The closing letter keeps
neighbouring words apart, and lets a single letter be found as a prefix wherever it stands.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uffa0-\uffdc"
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
PAIRED = f"{HANGUL}{HAN}{KANA}"
APOSTROPHES = "'\u2018\u2019\u02bb\u02bc"

_MARKS = "".join(
    chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M" and code not in (0x3099, 0x309A)
)
_LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
_VOWELS = "".join(chr(code) for code in _LATIN if unicodedata.normalize("NFD", chr(code))[0] in "aeiouywAEIOUYW")
_LETTER = f"[^\\W_{PAIRED}{APOSTROPHES}]"
_BREATH = f"(?:(?<=[kptKPT])|(?<=[cC][hH]))[{APOSTROPHES}](?=[{_VOWELS}])"
_TOKEN = re.compile(f"([{PAIRED}]+)|{_LETTER}+(?:(?:[{_MARKS}]+|{_BREATH}){_LETTER}*)*")
_CLUSTER = re.compile(  # the code points that make up one letter when composed
    "[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]?[\u11a8-\u11ff\ud7cb-\ud7fb]?"
    "|[\uac00-\ud7a3][\u11a8-\u11c2]?|[\uff66-\uff9d][\uff9e\uff9f]?|.[\u3099\u309a]?"
)


class Token(NamedTuple):
    """`form` is what is indexed. `start` and `end` are where it stands; `first_end` is where its first letter ends."""

    form: str
    start: int
    end: int
    first_end: int
    is_paired: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `text[start:end]`, in order; offsets are into `text`."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        if match.lastindex:
            yield from _pairs(match[0], first)
        elif form := fold_word(match[0]):
            yield Token(form, first, last, last, False)


def index_form(text: str) -> str:
    """What FTS5 is given for `text`: the forms of its tokens."""
    forms: list[str] = []
    for match in _TOKEN.finditer(text):  # as in `tokens`, but without places, at a third of the time
        if match.lastindex:
            letters = "".join(letter for letter, _, _ in _letters(match[0], 0))
            forms.extend(map("".join, pairwise(letters)))
            forms.append(letters[-1:])
        else:
            forms.append(fold_word(match[0]))
    return " ".join(filter(None, forms))


@lru_cache(maxsize=2**15)
def fold_word(word: str) -> str:
    """`word` in lower case, without diacritics, and with other ways of writing the same letter undone."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    return "".join(filter(_is_spelling, word.casefold()))


def _is_spelling(letter: str) -> bool:
    """Letters, digits, and the vowel signs of Indic scripts, which are marks that do not combine."""
    if letter.isalnum():
        return letter not in APOSTROPHES  # two of them pass for letters
    return unicodedata.category(letter) in ("Mn", "Mc") and not unicodedata.combining(letter) and letter not in _VARIANTS


_VARIANTS = "".join(map(chr, range(0xFE00, 0xFE10)))
"""Marks that choose how the letter before them is drawn."""


def _pairs(run: str, offset: int) -> Iterator[Token]:
    letters = _letters(run, offset)
    for (letter, start, first_end), (following, _, end) in pairwise(letters):
        yield Token(letter + following, start, end, first_end, True)
    for letter, start, end in letters[-1:]:
        yield Token(letter, start, end, end, True)


def _letters(run: str, offset: int) -> list[tuple[str, int, int]]:
    """The composed letters of a run, each with the place it was read from."""
    if unicodedata.is_normalized("NFKC", run):
        return [(letter, at, at + 1) for at, letter in enumerate(run, offset) if letter.isalnum()]
    return [
        (letter, offset + match.start(), offset + match.end())
        for match in _CLUSTER.finditer(run)
        for letter in unicodedata.normalize("NFKC", match[0])
        if letter.isalnum()
    ]
