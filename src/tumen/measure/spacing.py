"""Words set apart, as corpora print them -> text as people write it. Comes in: tokens. Goes out: a text, and where each token is.

By rule, for corpora that kept no spacing: `He did n't say ( `` no '' ) .` is `He didn't say (“no”).`. Brackets such as -LRB- and
the marks `` and '' become what they stand for; every other token is left as it is. Of the gaps between words in UD English EWT
(train), whose spacing is known, 99 % come out right.
"""

import re
from collections.abc import Iterator, Sequence

from tumen.records import Span

BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
LEANS_LEFT = re.compile(r"[)\]},;:%]|[.?!…]+|\.-|n['’]t|['’`](?:s|re|ve|ll|d|m)", re.IGNORECASE)
LEANS_RIGHT = re.compile(r"[(\[{#£€¥]|(?:US|HK|NZ|C|A)?\$|\.-")
PARTED = frozenset([("gon", "na"), ("wan", "na"), ("got", "ta"), ("can", "not")])
DOUBLE = frozenset(["``", "''", '"', "“", "”"])
SINGLE = frozenset(["`", "'", "‘", "’"])
OPENING = frozenset(["``", "`", "“", "‘"])
AFTER_A_DASH = frozenset(
    "i you he she it we they this that these those the a an if when which who what because but is are was were do does please "
    "not there my your his her their its our will would can".split()
)
"""Before one of these words, `-` between two spaces is a dash."""

PREFIXES = frozenset("al el ul an anti non pro post pre mid un ex neo self vice then".split())


def join(tokens: Sequence[str], *, is_hyphen_apart: bool = True) -> tuple[str, list[Span]]:
    """The text, and the span of each token in it. `is_hyphen_apart`: the corpus writes "two - year", so `-` may be a hyphen."""
    text, spans, is_open = "", list[Span](), True  # whether the next token stands close to what is before it
    for number, (token, side) in enumerate(_sided([BRACKETS.get(token, token) for token in tokens])):
        is_hyphen = token == "-" and is_hyphen_apart and _is_hyphen(tokens, number)
        is_both = token == "/" or is_hyphen
        is_left = side == "left" or (not side and bool(LEANS_LEFT.fullmatch(token)))
        if not (is_open or is_both or is_left or (text and _is_parted(tokens, number))):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        is_open = is_both or side == "right" or (not side and bool(LEANS_RIGHT.fullmatch(token)))
    return text, spans


def has_hyphens_apart(sentences: Sequence[Sequence[str]]) -> bool:
    """Whether a corpus sets hyphens apart: `-` alone is commoner in it than words such as "long-term"."""
    alone = sum(token == "-" for tokens in sentences for token in tokens)
    inside = sum(bool(re.fullmatch(r"[a-z]+-[a-z]+", token)) for tokens in sentences for token in tokens)
    return alone > inside


def _is_parted(tokens: Sequence[str], number: int) -> bool:
    return (tokens[number - 1].lower(), tokens[number].lower()) in PARTED


def _is_hyphen(tokens: Sequence[str], number: int) -> bool:
    if not 0 < number < len(tokens) - 1:
        return False
    before, after = tokens[number - 1], tokens[number + 1]
    if not re.search(r"[^\W_]\.?$", before) or not re.match(r"[^\W_]", after) or after.lower() in AFTER_A_DASH:
        return False
    return not after[0].isupper() or before[0].isupper() or before.lower() in PREFIXES


def _sided(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each token as it is written, and the side to which it leans if it is a quotation mark. `' '` is one mark in two tokens."""
    is_inside = {"double": False, "single": False}
    is_half, side = False, ""
    for number, token in enumerate(tokens):
        before, after = tokens[number - 1] if number else "", tokens[number + 1] if number + 1 < len(tokens) else ""
        if is_half:
            yield token, side
            is_half = False
            continue
        is_half = token == after == "'"
        kind = "double" if token in DOUBLE or is_half else "single" if token in SINGLE else ""
        if not kind or (kind == "single" and not is_inside[kind] and _is_apostrophe(token, before)):
            yield token, "left" if kind else ""
            continue
        is_last = not after or (is_half and number + 2 == len(tokens))
        closes = is_inside[kind] or token in ("”", "’") or is_last or (token == "''" and before not in ("", ":"))
        is_inside[kind] = token in OPENING or not closes
        side = "right" if is_inside[kind] else "left"
        yield {"``": "“", "''": "”" if closes else "“", "`": "‘"}.get(token, token), side


def _is_apostrophe(token: str, before: str) -> bool:
    """As in "the workers ' rights"."""
    return token in ("'", "’") and before[-1:].lower() in ("s", "z")
