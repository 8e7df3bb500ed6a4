"""`python -m train.calibrate POLNEAR/dev`: how sure the shipped model's attributions are, fitted and written to its `reader.json`.

The figures it prints are cross-fitted: weights fitted on every other article, measured on the rest, and the other way round. What
it writes is fitted on all of them.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from tumen.claim.confidence import CLAIMS, KEEP, sure_enough
from tumen.claim.tagged import Tagged, find_tagged
from tumen.measure import read_polnear, score_attributions
from tumen.measure.attribution import Article, Attribution
from tumen.model.weights import DESCRIPTION, WEIGHTS, open_model
from tumen.passage import find_starts
from tumen.records import Span

STEPS, PULL = 50, 1.0  # of Newton's method; how strongly weights are pulled to 0
THRESHOLDS = tuple(round(step / 50, 2) for step in range(40))
SLACK = 0.002  # of relaxed F1
KEEP_HEARSAY = 0.1  # by hand, not fitted: PolNeAR marks little of it
KEEP_INSIDE = 0.1  # PolNeAR has no attributions inside others; this is the best on tests/data/nested, split `tune`
Read = tuple[str, Sequence[Attribution], Sequence[Tagged]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("polnear", type=Path)
    articles = [read(text, gold) for text, gold in read_polnear(parser.parse_args().polnear)]
    halves = articles[::2], articles[1::2]
    crossed = []
    for own, other in (halves, halves[::-1]):
        weights = fit(other)
        keep = best_threshold(other, weights)
        crossed += [judged(article, weights, keep) for article in own]
        print(f"keep {keep:.2f}  weights {[round(float(weight), 2) for weight in weights]}")
    scores = score_attributions(crossed)
    print(
        f"cross-fitted: relaxed {scores.relaxed.f1:.4f}  strict {scores.strict.f1:.4f}  error {scores.calibration_error:.4f}"
    )
    weights = fit(articles)
    keep = best_threshold(articles, weights)
    print(f"shipped: keep {keep:.2f}  weights {[round(float(weight), 2) for weight in weights]}")
    described = msgspec.json.decode((WEIGHTS / DESCRIPTION).read_bytes())
    described["calibration"] = calibration(weights, keep)
    (WEIGHTS / DESCRIPTION).write_bytes(msgspec.json.format(msgspec.json.encode(described), indent=1))


def read(text: str, gold: Sequence[Attribution]) -> Read:
    """The outermost attributions of one article, sure or not."""
    return text, gold, find_tagged(open_model().scan(text, Span(0, len(text)), *find_starts(text)))


def calibration(weights: Sequence[float], keep: float) -> dict[str, list[float]]:
    """As it ships."""
    return {CLAIMS: [round(float(weight), 4) for weight in weights], KEEP: [keep, KEEP_HEARSAY, KEEP_INSIDE]}


def judged(article: Read, weights: Sequence[float], keep: float) -> Article:
    """The article with those attributions that are kept."""
    text, gold, tagged = article
    kept = sure_enough(text, tagged, calibration(weights, keep) if keep else {CLAIMS: weights, KEEP: [0.0] * 3})
    return Article(text, gold, [Attribution(tuple(one.source), (one.cue,), tuple(one.content), one.chance) for one in kept])


def fit(articles: Sequence[Read]) -> list[float]:
    """Logistic regression: is an attribution right (relaxed), by its scores?"""
    rows = [[1.0, *one.scores] for _, _, tagged in articles for one in tagged]
    right = [
        r for article in articles for _, r in score_attributions([judged(article, [0.0] * len(rows[0]), 0.0)]).confidences
    ]
    x, y = np.array(rows), np.array(right, float)
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - PULL * weights
        bend = (x.T * (chance * (1 - chance))) @ x + PULL * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return [float(weight) for weight in weights]


def best_threshold(articles: Sequence[Read], weights: Sequence[float]) -> float:
    """The lowest threshold whose relaxed F1 is within `SLACK` of the best: to miss somebody's words is to give them to the outlet."""
    by_threshold = {keep: score_attributions(judged(article, weights, keep) for article in articles) for keep in THRESHOLDS}
    best = max(scores.relaxed.f1 for scores in by_threshold.values())
    return min(keep for keep, scores in by_threshold.items() if scores.relaxed.f1 >= best - SLACK)


if __name__ == "__main__":
    main()
