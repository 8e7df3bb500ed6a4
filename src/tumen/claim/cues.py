"""The cue words of `cues.toml`. Comes in: tokens. Goes out: which of them are cues, of which lemma, and what that means."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tumen.claim.tokens import Token
from tumen.claim.words import ADVERBS, AUXILIARIES, BE, FINITE, NEGATIONS
from tumen.records import Certainty


@dataclass(frozen=True, slots=True)
class Cues:
    """`lemma_of` maps a verb form to its lemma; the other sets and tables are the sections of `cues.toml`."""

    lemma_of: dict[str, str]
    open: frozenset[str]
    addressed: frozenset[str]
    asides: frozenset[str]
    passive: dict[str, Certainty]
    adverb: dict[str, Certainty]
    state: dict[str, Certainty]
    belief: dict[str, Certainty]
    negative: frozenset[str]
    hedges: dict[str, Certainty]


@cache
def cues() -> Cues:
    """The table, read once."""
    table = tomllib.loads(files("tumen.claim").joinpath("cues.toml").read_text("utf-8"))
    verbs = table["verbs"]
    lemmas = dict.fromkeys([*verbs["open"], *verbs["strict"], *verbs["addressed"]])
    forms = {form: lemma for lemma in lemmas for form in table["irregular"].get(lemma) or _regular(lemma)}
    return Cues(
        lemma_of={lemma: lemma for lemma in lemmas} | forms,
        open=frozenset(verbs["open"]),
        addressed=frozenset(verbs["addressed"]),
        asides=frozenset(verbs["asides"]),
        passive=table["evidential"]["passive"],
        adverb=table["evidential"]["adverb"],
        state=table["evidential"]["state"],
        belief=table["belief"],
        negative=frozenset(table["negative"]["cues"]),
        hedges={word: certainty for certainty, words in table["hedges"].items() for word in words},
    )


def _regular(lemma: str) -> tuple[str, str, str]:
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    if lemma.endswith(("ss", "sh", "ch", "x")):
        return f"{lemma}es", f"{lemma}ed", f"{lemma}ing"
    return f"{lemma}s", f"{lemma}ed", f"{lemma}ing"


class Cue(NamedTuple):
    """A cue word in tokens `[first, last)`, with its auxiliaries."""

    first: int
    last: int
    lemma: str
    form: str


def find_cues(tokens: Sequence[Token]) -> Iterator[Cue]:
    """The cue verbs among `tokens`, without those that are denied ("did not say") or not yet said ("to say")."""
    for i, token in enumerate(tokens):
        if token.kind != "word":
            continue
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if token.lower == "according" and following == "to":
            yield Cue(i, i + 2, "according to", "according")
        elif token.lower in cues().state and following == "that" and i and tokens[i - 1].lower in BE:
            yield Cue(i - 1, i + 1, token.lower, "state")
        elif lemma := cues().lemma_of.get(token.lower) or cues().lemma_of.get(f"{token.lower} {following}"):
            last = i + 1 if token.lower in cues().lemma_of else i + 2
            first = i
            while first and (tokens[first - 1].text in AUXILIARIES | ADVERBS or _is_adverb(tokens[first - 1].text)):
                first -= 1
            before = tokens[first - 1].lower if first else ""
            if before not in NEGATIONS and before not in FINITE:
                yield Cue(first, last, lemma, token.lower)


def _is_adverb(word: str) -> bool:
    """ "regularly", "repeatedly"; not a name such as "Emily", nor "family" or "daily"."""
    return word.endswith("ly") and word.islower() and word not in ("family", "daily", "ally", "only")
