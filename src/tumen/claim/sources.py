"""Where the words for a source begin and end. Comes in: tokens around a cue. Goes out: token numbers, or nothing.

A noun phrase is told by its first and last word and by what must not stand in it; there is no parse.
"""

from collections.abc import Sequence

from tumen.claim.cues import cues
from tumen.claim.tokens import Token
from tumen.claim.words import CLAUSE_OPENERS, CONNECTIVES, DETERMINERS, FINITE, PREPOSITIONS, PRONOUNS, RELATIVES

LONGEST_SOURCE = 18  # tokens; longer noun phrases are clauses that the rules mistook


def source_before(tokens: Sequence[Token], end: int, done: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that ends before `end`, or `None` if there is none that could speak."""
    if end > done and tokens[end - 1].kind == "comma":  # "Kim, a trader in Hyesan, said"
        comma = end - 2
        while comma > done and tokens[comma].kind == "word":
            comma -= 1
        if tokens[comma].kind != "comma" or not (head := source_before(tokens, comma, done)):
            return None
        return head[0], end - 1
    start = end
    while start > done and tokens[start - 1].kind in ("word", "other"):
        start -= 1
    if end > start and tokens[end - 1].lower == "who":
        end -= 1
    for first in range(start, end):
        follows_break = first == start or tokens[first - 1].lower in CONNECTIVES
        in_adverbial = tokens[start].lower in PREPOSITIONS and tokens[first].lower in DETERMINERS | PRONOUNS
        if (follows_break or in_adverbial) and _can_speak(tokens[first:end]):
            return first, end
    return None


def source_behind(tokens: Sequence[Token], start: int, before: str) -> tuple[int, int] | None:
    """The source of an inverted attribution: '"...," said Kim, a trader.'"""
    end = start
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].lower not in CLAUSE_OPENERS - {"who"}:
        end += 1
    if not _can_speak(tokens[start:end]) or (before == "comma" and end < len(tokens) and tokens[end].kind == "word"):
        return None
    return start, end


def _can_speak(words: Sequence[Token]) -> bool:
    """Whether the words look like a noun phrase that names somebody (or a document) and nothing more."""
    if not words or len(words) > LONGEST_SOURCE or words[-1].lower in DETERMINERS - PRONOUNS | PREPOSITIONS | CONNECTIVES:
        return False
    first = words[0]
    if first.lower in PREPOSITIONS | CONNECTIVES or (first.lower in PRONOUNS - {"some", "many", "one"} and len(words) > 1):
        return False
    for word in words:
        if word.lower in RELATIVES:
            break
        if word.lower in FINITE or (
            word.text in cues().lemma_of and word.text != words[-1].text and word.text.endswith("ed")
        ):
            return False
    named = first.text[0].isupper() or first.lower in DETERMINERS | PRONOUNS or first.text[0].isdigit()
    return named or words[-1].text.endswith("s") or words[-1].lower in ("people", "police", "state")
