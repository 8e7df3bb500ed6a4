"""Wordpieces and their shapes, and laws of the windows over them."""

import itertools
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from tumen.model import Pieces, open_model, to_pieces, windows
from tumen.model.pieces import CAPITALS, MIXED, OPENS, OVERLAP, PLAIN, TITLE, WINDOW
from tumen.model.weights import CLS, SEP, TOKENIZER, WEIGHTS
from tumen.records import Span

MASK = 103  # what training hides words under
TOKENS = Tokenizer.from_file(str(WEIGHTS / TOKENIZER))
TOKENS.no_truncation()
TOKENS.no_padding()


def cut(text: str, opens: tuple[int, ...] = ()) -> Pieces:
    return to_pieces(TOKENS, text, Span(0, len(text)), opens)


def words_of(text: str, pieces: Pieces) -> list[str]:
    return [text[start:end] for start, end in pieces.offsets]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("guards", PLAIN), ("Guards", TITLE), ("I", TITLE), ("A", TITLE), ("RFA", CAPITALS), ("K2", CAPITALS), ("iPad", MIXED),
        ("McCoy", MIXED), ("12", PLAIN), ("“", PLAIN), ("Österreich", TITLE), ("ЧК", CAPITALS), ("회령", PLAIN), ("🙂", PLAIN),
    ],
)  # fmt: skip
def test_every_piece_of_a_word_has_the_shape_of_the_word(word: str, shape: int) -> None:
    text = f"so {word} so"
    shapes = {int(s) for s, part in zip(cut(text).shapes, words_of(text, cut(text)), strict=True) if part != "so"}
    assert shapes == {shape}


def test_the_first_piece_of_a_passage_is_marked_wherever_the_passage_begins() -> None:
    text = "Rice ran out.\n\n  Guards left.\n\n"
    opened = [words_of(text, cut(text))[at] for at in np.flatnonzero(cut(text, (0, 15, 31)).shapes & OPENS)]
    assert opened == ["Rice", "Guards"]  # nothing stands where the third begins
    assert cut(text, (0,)).shapes[0] == TITLE | OPENS


@pytest.mark.parametrize("text", ["", " \n\t", "\0", "\0\0 \x1c", "\ufeff", "\u0301"])
def test_what_has_no_words_has_no_pieces(text: str) -> None:
    pieces = cut(text, (0,))
    assert (pieces.ids.shape, pieces.shapes.shape, pieces.offsets.shape) == ((0,), (0,), (0, 2))


@pytest.mark.parametrize(
    "text", ["word", "🙂", "회령", "a\0b", "x" * 100_000, "ﬃ ½ ǅ İ", "क्षि", "👩‍👧‍👦 \ud83d", "\ud800", "a \udfff b"]
)
def test_any_letters_have_pieces_that_stand_in_the_text(text: str) -> None:
    pieces = cut(text, (0,))
    assert len(pieces.ids) == len(pieces.shapes) == len(pieces.offsets) > 0
    assert all(part.strip() for part in words_of(text, pieces))


@given(st.text(max_size=60), st.integers(0, 5))
def test_pieces_stand_in_order_in_their_part_and_lose_no_letter(text: str, skipped: int) -> None:
    part = Span(min(skipped, len(text)), len(text))
    pieces = to_pieces(TOKENS, text, part, (part.start,))
    assert (np.diff(pieces.offsets[:, 0]) >= 0).all()
    assert all(part.start <= start < end <= part.end for start, end in pieces.offsets)
    covered = {at for start, end in pieces.offsets for at in range(start, end)}
    missed = {text[at] for at in range(part.start, part.end) if at not in covered}
    assert not {
        letter for letter in missed - {"\ufffd"} if unicodedata.category(letter)[0] in "LNPS"
    }  # BERT drops what was no text


@pytest.mark.parametrize("word", ["Yo\u0306", "cafe\u0301", "นี้", "a\u0301\u0302"])
def test_a_piece_keeps_the_marks_on_its_last_letter(word: str) -> None:
    assert words_of(f"{word} said", cut(f"{word} said"))[-2].endswith(word[-1])


def test_a_report_cannot_write_the_marks_of_beginning_and_end() -> None:
    text = "[CLS] He said [SEP] that [MASK] left"
    ids = open_model().scan(text, Span(0, len(text)), [0], [0]).pieces.ids
    assert not {CLS, SEP, MASK} & set(ids.tolist())


@given(
    st.integers(0, 3000), st.lists(st.integers(0, 3000), max_size=60) | st.integers(1, 90).map(lambda n: range(0, 3000, n))
)
def test_windows_cover_everything_advance_and_keep_sentences_whole(length: int, drawn: list[int]) -> None:
    starts = np.array(sorted({start for start in drawn if start <= length}), np.int64)
    found = list(itertools.islice(windows(length, starts), length + 2))
    assert found[0][0] == 0
    assert found[-1][1] == length
    assert all(end - start <= WINDOW for start, end in found)
    for (start, end), (later, later_end) in itertools.pairwise(found):
        assert start < later <= end - OVERLAP
        assert end <= later_end
    edges = sorted({0, *starts.tolist(), length})
    for first, stop in itertools.pairwise(edges):
        if stop - first <= WINDOW // 2:
            assert any(start <= first and stop <= end for start, end in found), (first, stop)
