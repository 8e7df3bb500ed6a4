"""Words as linking compares them. Comes in: text. Goes out: stems, and runs of capitalised words.

A stem is a word in lower case, without diacritics, and without the commonest English endings, so that "executed" and "executions" meet. Runs of
Hangul, Han and kana, which have no blanks between words, become overlapping pairs of letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

PAIRED = "\u1100-\u11ff\u3040-\u30ff\u3131-\u318e\u3400-\u9fff\uac00-\ud7a3"
WORD = re.compile(f"[{PAIRED}]+|[^\\W_{PAIRED}]+(?:['’ʼ][^\\W_{PAIRED}]+)*")
DATED = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|(?:19|20)\d\d")
"""Days of the month and years: days are compared as days, and not as words."""
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split()
)
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_ENDINGS = (
    ("ations", ""), ("ation", ""), ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ers", ""), ("ed", ""), ("er", ""),
    ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_LEFT = 4  # letters that an ending leaves at least


def stems(text: str) -> Iterator[str]:
    """The stems of a text, in order, doubles included; numbers as they are, but for days, months and years."""
    for word in WORD.findall(text):
        if word[0] >= "\u1100" and re.match(f"[{PAIRED}]", word):
            yield from ("".join(pair) for pair in pairwise(word)) if len(word) > 1 else (word,)
        elif not DATED.fullmatch(word) and word.lower() not in CALENDAR and (stem := stem_of(word)):
            yield stem


@lru_cache(maxsize=2**16)
def stem_of(word: str) -> str:
    """The stem of one word; "" if nothing of it is left."""
    folded = fold(_POSSESSIVE.sub("", word))
    if folded.isdigit() or not folded.isascii():
        return folded
    for ending, instead in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _LEFT:
            return folded[: -len(ending)] + instead
    return folded


@lru_cache(maxsize=2**16)
def fold(word: str) -> str:
    """`word` in lower case, without diacritics and apostrophes ("P'yŏngyang" is `pyongyang`)."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in word.casefold() if letter.isalnum())
