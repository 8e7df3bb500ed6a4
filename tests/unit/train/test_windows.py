"""Windows and labels for training, and the way back from perfect scores to the same attributions."""

import itertools
import re

import numpy as np
import pytest

from train.attribution.decode import Scored, decode
from train.attribution.windows import LABELS, NOT_SCORED, STRIDE, WINDOW, Pieces, cut, label, windows
from tumen.measure.attribution import Attribution
from tumen.records import Span, Spans

TEXT = "“We left,” a source said, “at night.” Neighbours claimed that nobody left."


def pieces_of(text: str) -> Pieces:
    """Words and marks in place of wordpieces."""
    offsets = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    return Pieces(np.arange(len(offsets)), np.array(offsets, np.int64).reshape(-1, 2))


def span(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


GOLD = [
    Attribution(span("a source"), span("said"), (*span("“We left,”"), *span("“at night.”"))),
    Attribution(span("Neighbours"), span("claimed"), span("that nobody left")),
]


@pytest.mark.parametrize("length", [1, WINDOW, WINDOW + 1, 5 * STRIDE + 7])
def test_windows_cover_every_piece_and_overlap(length: int) -> None:
    stretches = list(cut(length))
    assert stretches[0][0] == 0
    assert stretches[-1][1] == length
    assert all(end - start <= WINDOW for start, end in stretches)
    assert all(later < end for (_, end), (later, _) in itertools.pairwise(stretches))


def test_each_piece_has_its_label_and_points_to_its_cue() -> None:
    pieces = pieces_of(TEXT)
    labels, links = label(pieces, GOLD)
    words = [TEXT[start:end] for start, end in pieces.offsets]
    assert LABELS[labels[words.index("source")]] == "I-source"
    assert LABELS[labels[words.index("Neighbours")]] == "B-source"
    assert words[links[words.index("night")]] == "said"
    assert words[links[words.index("nobody")]] == "claimed"
    assert links[words.index("said")] == NOT_SCORED


def test_a_link_that_leads_out_of_its_window_is_not_learned() -> None:
    filler = " word" * WINDOW
    text = f"Ann said{filler}"
    gold = [Attribution((Span(0, 3),), (Span(4, 8),), (Span(9, len(text)),))]
    _, second = windows(pieces_of(text), gold)
    assert (second.links == NOT_SCORED).all()


def test_perfect_scores_give_back_the_gold() -> None:
    pieces = pieces_of(TEXT)
    labels, links = label(pieces, GOLD)
    length = len(pieces.ids)
    label_scores = np.full((length, len(LABELS)), -5.0, np.float32)
    label_scores[np.arange(length), labels] = 0.0
    link_scores = np.zeros((length, length), np.float32)
    tied = links != NOT_SCORED
    link_scores[np.flatnonzero(tied), links[tied]] = 5.0
    assert decode(pieces, [Scored(0, length, label_scores, link_scores)]) == GOLD


def test_a_text_without_pieces_has_no_attributions() -> None:
    assert decode(pieces_of(""), []) == []
