"""Whom something is said to, and when. Comes in: scores by piece, and attributions. Goes out: these with addressee and day of saying."""

from bisect import bisect_right
from collections.abc import Sequence

from tumen.claim.tagged import Tagged, find_runs, span_of
from tumen.model import Scan
from tumen.records import Span

FARTHEST = 60  # code points between a cue and what belongs to it


def add_settings(scan: Scan, tagged: Sequence[Tagged], sentences: Sequence[Span] = ()) -> None:
    """Gives each addressee and day that the model marked to the attribution with the nearest cue; one of its own sentence, never one inside its content."""
    for run in find_runs(scan, "setting", sentences):
        span = span_of(scan, run)
        here = _sentence(span, sentences)
        outside = [one for one in tagged if _may_have(one, span) and _sentence(one.cue, sentences) == here]
        nearest = min(outside, key=lambda one: span.gap(one.cue), default=None)
        if nearest and span.gap(nearest.cue) <= FARTHEST:
            (nearest.addressee if run.role == "addressee" else nearest.said).append(span)


def _sentence(span: Span, sentences: Sequence[Span]) -> int:
    """The number of the sentence that `span` begins in."""
    return bisect_right(sentences, span.start, key=lambda sentence: sentence.start)


def _may_have(tagged: Tagged, span: Span) -> bool:
    """Outside its content, and inside that of what it stands in."""
    around = tagged.parent.content if tagged.parent else [span]
    return any(piece.holds(span) for piece in around) and not any(span.overlaps(piece) for piece in tagged.content)
