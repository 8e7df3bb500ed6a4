"""Mentions -> names. Comes in: a mention, the words and their parts of speech. Goes out: which of its words are a proper name."""

from collections.abc import Sequence

from tumen.entity.mentions import Mention
from tumen.records import Span

TITLES = frozenset(
    "mr mrs ms miss dr drs doctor prof professor president vice chairman chairwoman prime minister pm premier king queen prince"
    " princess sir lord lady sheikh general colonel major captain lieutenant sergeant senator governor mayor judge justice rev"
    " reverend father sister brother pope bishop comrade marshal chancellor secretary ambassador director officer uncle aunt".split()
)
"""Stand before the name of a person and are no part of it."""

PARTS = frozenset(
    ("PROPN", "ADJ", "NOUN", "NUM", "X", "VERB")
)  # with a capital, beside a proper noun: "North" in "North Korea"
HYPHENS = frozenset("-‐‑–")


def name_of(mention: Mention, text: str, words: Sequence[Span], upos: Sequence[str]) -> tuple[int, int] | None:
    """The first and the last word of the proper name around the main word, without articles and titles; `None` if there is none.

    `upos` are universal parts of speech, one a word. A hyphen is part of a name, and "of" of an organization's or a place's.
    """
    if upos[mention.main] != "PROPN":
        return None

    def written(word: int) -> str:
        return text[words[word].start : words[word].end]

    def is_part(word: int) -> bool:
        inside = mention.first <= word <= mention.last
        return inside and (upos[word] == "PROPN" or (upos[word] in PARTS and written(word)[0].isupper()))

    def joins(word: int) -> bool:
        if written(word) in HYPHENS:
            return words[word - 1].end == words[word].start and words[word].end == words[word + 1].start
        return written(word) == "of" and mention.kind in ("organization", "place")

    first = last = mention.main
    while step := is_part(first - 1) or 2 * (is_part(first - 2) and joins(first - 1)):
        first -= step
    while step := is_part(last + 1) or 2 * (is_part(last + 2) and joins(last + 1)):
        last += step
    while mention.kind == "person" and first < mention.main and written(first).lower().rstrip(".") in TITLES:
        first += 1
    return first, last
