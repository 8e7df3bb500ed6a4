"""What is marked in a text as targets of the network: piece by piece, cut into windows, side by side in batches."""

import re
from collections.abc import Iterator

import numpy as np
import pytest

pytest.importorskip("torch")

from train.examples import Example, Mention
from train.genre import to_example, unmark
from train.network import BIO, SETTING
from train.windows import NOTHING, Marked, batch_of, mark, roughened
from tumen.model.pieces import OPENS, TITLE, WINDOW, Pieces
from tumen.records import Span

LABELS = {
    "upos": {"NOUN": 0, "VERB": 1}, "lemma": {"lower-0+": 0}, "relation": {"nsubj": 0, "root": 1}, "relation_head": {},
    "mention": {"none": 0, "person": 1},
}  # fmt: skip
SCALES = ("uw", "uds")


def pieces_of(text: str) -> Pieces:
    """Words and marks in place of wordpieces."""
    offsets = np.array([match.span() for match in re.finditer(r"\w+|[^\w\s]", text)], np.int64).reshape(-1, 2)
    return Pieces(np.arange(len(offsets)) + 200, np.zeros(len(offsets), np.int64), offsets)


def marked(block: str) -> Marked:
    example = to_example(unmark(block, "test"))
    return mark(example, pieces_of(example.text), LABELS, SCALES)


def a_sentence() -> Example:
    """ "guards leave" as a treebank, GUM and UW together would have it."""
    words = (Span(0, 6), Span(7, 12))
    return Example(
        "guards leave", words, ((0, 2),), ("NOUN", "VERB"), ("guards", "leave"), (1, 1), ("nsubj", "root"),
        (Mention(0, 0, 0, "person"),), {1: 2.5}, "uds",
    )  # fmt: skip


def test_each_piece_has_its_label_and_points_to_its_cue() -> None:
    whole = marked("{1t|“We left,”} {1s|a source} {1c|had said} {1a|us}. {1t|Ha}.").whole
    assert [BIO[label] for label in whole.tags["attribution"]] == [
        "B-content", *["I-content"] * 4, "B-source", "I-source", "B-cue", "I-cue", "O", "O", "B-content", "O"
    ]  # fmt: skip
    assert whole.points["link"].tolist() == [*[7] * 7, *[NOTHING] * 4, 7, NOTHING]
    assert [SETTING[label] for label in whole.tags["setting"]][9] == "B-addressee"
    assert np.flatnonzero(whole.choices["link"] == 0).tolist() == [7]


def test_a_depth_is_known_where_somebody_looked() -> None:
    whole = marked("{1s|Ann} {1c|said} {1t|that {2s|Bo} {2c|wrote} {2t|it}}.").whole
    assert [BIO[label] for label in whole.tags["inner"]][3:6] == ["B-source", "B-cue", "B-content"]
    assert not marked("{1s|Ann} {1c|said} {1t|it}.").whole.tags["inner"].any()
    only_outer = mark(Example("Snow fell.", attributions=[[]]), pieces_of("Snow fell."), LABELS, SCALES).whole
    assert "inner" not in only_outer.tags
    plain = mark(Example("Snow fell."), pieces_of("Snow fell."), LABELS, SCALES).whole
    assert (plain.tags, plain.points) == ({}, {})
    assert np.isnan(plain.values).all()


def test_trees_mentions_and_values_stand_at_the_words_first_piece() -> None:
    whole = mark(a_sentence(), pieces_of("guards leave"), LABELS, SCALES).whole
    assert whole.tags["upos"].tolist() == [0, 1]
    assert whole.points["arc"].tolist() == [1, 1]
    assert whole.tags["mention"].tolist() == [1, 0]
    assert whole.points["before"].tolist() == [0, NOTHING]
    assert np.isnan(whole.values).tolist() == [[True, True], [True, False]]


def test_a_label_that_the_network_has_not_is_not_learned() -> None:
    assert mark(a_sentence(), pieces_of("guards leave"), LABELS | {"upos": {"VERB": 0}}, SCALES).whole.tags["upos"].tolist() == [
        NOTHING, 0
    ]  # fmt: skip


def sizes(long: Marked) -> Iterator[list[int]]:
    for _ in range(20):
        yield [len(window.ids) for window in long.windows()]


def test_windows_cover_a_text_and_are_never_too_long() -> None:
    long = marked("word " * 1000)
    for found in sizes(long):
        assert sum(found) in range(997, 1001)  # the last few pieces may be too few to learn from
        assert max(found) <= WINDOW
    assert next(sizes(marked("a b c d"))) == [4]
    assert list(marked("a b c").windows()) == []


def test_cuts_stand_between_sentences_where_they_are_known() -> None:
    text = "aa bb cc dd ee. " * 120
    words = tuple(Span(*match.span()) for match in re.finditer(r"\w+|\.", text))
    example = Example(text, words, tuple((at, at + 6) for at in range(0, len(words), 6)))
    for found in sizes(mark(example, pieces_of(text), LABELS, SCALES)):
        assert all(size % 6 == 0 for size in found)


def test_cuts_stand_where_sentences_begin_if_the_example_has_no_words() -> None:
    example = to_example(unmark("aa bb cc dd ee. " * 120, "test"))
    starts = range(0, len(example.text), 16)
    for found in sizes(mark(example, pieces_of(example.text), LABELS, SCALES, starts)):
        assert all(size % 6 == 0 for size in found)


def test_what_points_out_of_its_window_points_nowhere() -> None:
    whole = marked("{1s|Ann} {1c|said} {1t|it is}.").whole
    assert whole.part(1, 4).points["link"].tolist() == [NOTHING, 0, 0]
    assert whole.part(2, 4).points["link"].tolist() == [NOTHING, NOTHING]


def test_a_batch_shifts_what_points_and_fills_what_a_window_has_not() -> None:
    first, second = (
        marked("{1s|Ann} {1c|said} {1t|it is}.").whole,
        mark(a_sentence(), pieces_of("guards leave"), LABELS, SCALES).whole,
    )
    batch = batch_of([first, second], is_hiding=False)
    assert batch.ids.shape == (2, 7)
    assert batch.ids[1].tolist() == [101, 200, 201, 102, 0, 0, 0]
    assert batch.mask.sum(1).tolist() == [7, 4]
    assert batch.points["link"][0].tolist() == [NOTHING, 2, NOTHING, 2, 2, NOTHING, NOTHING]
    assert (batch.points["link"][1] == NOTHING).all()
    assert batch.tags["upos"][1].tolist() == [NOTHING, 0, 1, *[NOTHING] * 4]
    assert batch.pieces == 7
    assert not batch.values[1, 2, 1].isnan()


def test_roughening_changes_only_how_words_are_written() -> None:
    window = marked("{1s|Ann} {1c|said} {1t|“it is”}.").whole
    window.shapes[0] = TITLE | OPENS
    for _ in range(50):
        rough = roughened(window)
        assert (rough.tags, rough.points) == (window.tags, window.points)
        assert set((rough.shapes & 3).tolist()) <= {0, 1, 2}
    assert window.shapes[0] == TITLE | OPENS
