"""The cue words of `cues.toml`, by form. Comes in: nothing. Goes out: look-ups from a word form to its lemma and meaning."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tumen.records import Certainty


@dataclass(frozen=True, slots=True)
class Cues:
    """`lemma_of` maps a verb form to its lemma; the other sets and tables are the sections of `cues.toml`."""

    lemma_of: dict[str, str]
    open: frozenset[str]
    addressed: frozenset[str]
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
