"""Two profiles -> whether they are mainly about one incident. Comes in: two profiles. Goes out: a probability, or a link with its reasons."""

from tumen.gathered import Answer, Link, Reason
from tumen.link.cluster import DEFAULT, Thresholds
from tumen.link.features import NAMES, measure
from tumen.link.model import Weights, chance, shipped
from tumen.link.profile import Profile
from tumen.link.reasons import BIAS, sentence

LEAST = 0.005  # weight below which a reason is left out; all of these go into the bias


def probability(a: Profile, b: Profile, weights: Weights | None = None) -> float:
    """The chance, from 0 to 1, that both are mainly about one incident."""
    return chance((weights or shipped()).log_odds(measure(a, b)))


def compare(a: Profile, b: Profile, thresholds: Thresholds = DEFAULT, weights: Weights | None = None) -> Link:
    """The same with an answer, and the reasons, the heaviest first, whose weights add up to the log-odds. Symmetric."""
    a, b = (a, b) if a.id <= b.id else (b, a)
    model = weights or shipped()
    values = measure(a, b)
    parts = dict(zip(NAMES, model.parts(values), strict=True))
    told = {name: weight for name, weight in parts.items() if abs(weight) >= LEAST}
    bias = model.bias + sum(weight for name, weight in parts.items() if name not in told)
    reasons = [Reason("bias", bias, BIAS)]
    reasons += [Reason(name, weight, sentence(name, a, b, values)) for name, weight in told.items()]
    found = chance(model.bias + sum(parts.values()))
    return Link(
        (a.id, b.id),
        answer_of(found, thresholds),
        found,
        tuple(sorted(reasons, key=lambda one: (-abs(one.weight), one.name))),
    )


def answer_of(probability: float, thresholds: Thresholds = DEFAULT) -> Answer:
    """The answer that a probability means."""
    if probability >= thresholds.same:
        return "same"
    return "possibly_same" if probability >= thresholds.possibly_same else "different"
