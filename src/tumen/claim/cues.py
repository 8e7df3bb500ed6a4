"""The words of `cues.toml`: how sure a cue leaves what it reports. Comes in: the words of a cue. Goes out: a certainty, or none."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tumen.records import Certainty


@dataclass(frozen=True, slots=True)
class Cues:
    """`belief` maps a verb form to what it leaves of certainty, `evidential` a word of a cue without a source, `state` one of a
    feeling ("are worried that"); `negative` are verb forms that say it is not so; `hedges` maps words inside contents."""

    belief: dict[str, Certainty]
    evidential: dict[str, Certainty]
    state: dict[str, Certainty]
    negative: frozenset[str]
    hedges: dict[str, Certainty]


@cache
def cues() -> Cues:
    """The table, read once."""
    table = tomllib.loads(files("tumen.claim").joinpath("cues.toml").read_text("utf-8"))

    def forms(lemma: str) -> list[str]:
        return [lemma, *(table["irregular"].get(lemma) or _regular(lemma))]

    return Cues(
        belief={form: certainty for lemma, certainty in table["belief"].items() for form in forms(lemma)},
        evidential=table["evidential"]["passive"] | table["evidential"]["adverb"],
        state=table["evidential"]["state"],
        negative=frozenset(form for lemma in table["negative"]["cues"] for form in forms(lemma)),
        hedges={word: certainty for certainty, words in table["hedges"].items() for word in words}
        | table["evidential"]["adverb"],
    )


def cue_certainty(cue: str, *, is_sourced: bool) -> Certainty | None:
    """What the last of the words `cue` with a meaning leaves of certainty; `None` if they leave it to the content."""
    tables = [cues().belief, cues().state] if is_sourced else [cues().evidential, cues().belief, cues().state]
    found = (table[word] for word in reversed(cue.lower().split()) for table in tables if word in table)
    return next(found, None)


def is_negative(cue: str) -> bool:
    """Whether the cue says that what it reports is not so: "denied", and "didn't think"."""
    words = cue.lower().replace("’", "'").split()
    is_denied = any(word in ("not", "never") or word.endswith("n't") for word in words)
    return any(word in cues().negative or (is_denied and word in cues().belief) for word in words)


def _regular(lemma: str) -> tuple[str, str, str]:
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    if lemma.endswith(("ss", "sh", "ch", "x")):
        return f"{lemma}es", f"{lemma}ed", f"{lemma}ing"
    return f"{lemma}s", f"{lemma}ed", f"{lemma}ing"
