"""How likely an attribution is what a person would mark. Comes in: the model's scores. Goes out: a chance from 0 to 1.

Logistic regression on the log probabilities of `Tagged.scores`; its weights, and the chance below which nothing is claimed, ship
with the model (`train.calibrate`).
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from tumen.claim.cues import cues
from tumen.claim.tagged import Tagged

CLAIMS, KEEP = "claims", "keep"
"""In the model's calibration: the constant and one weight a score; the lowest chance of what is claimed, by `kind_of`."""

KINDS = ("outer", "hearsay", "inner")


def sure_enough(text: str, tagged: Sequence[Tagged], calibration: Mapping[str, Sequence[float]]) -> Iterator[Tagged]:
    """The attributions of `text` worth a claim, each with its `chance`. What stands inside one that is not worth it is not either."""
    dropped: set[int] = set()
    for one in tagged:  # outer ones come first
        one.chance = confidence_of(one.scores, calibration[CLAIMS])
        if one.chance >= calibration[KEEP][KINDS.index(kind_of(text, one))] and id(one.parent) not in dropped:
            yield one
        else:
            dropped.add(id(one))


def kind_of(text: str, tagged: Tagged) -> str:
    """One of `KINDS`. Few people mark hearsay ("is believed to", "allegedly") in the news that the chances are from; in reports on
    closed places it matters, so it has a threshold of its own."""
    if tagged.parent:
        return "inner"
    words = text[tagged.cue.start : tagged.cue.end].lower().split()
    is_bare = len(words) == 1 and not words[0].endswith("ly")  # "said": its source is the one before
    return "hearsay" if not tagged.source and not is_bare and any(word in cues().evidential for word in words) else "outer"


def confidence_of(scores: Sequence[float], weights: Sequence[float]) -> float:
    """The chance, to two digits; `weights` are the constant and one for each of `scores`."""
    sure = weights[0] + sum(weight * score for weight, score in zip(weights[1:], scores, strict=True))
    return round(0.5 + 0.5 * math.tanh(sure / 2), 2)
