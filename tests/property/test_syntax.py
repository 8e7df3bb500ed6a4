"""Laws of words, lemmas and trees."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tumen.records import Span
from tumen.syntax.lemmas import apply, script_of
from tumen.syntax.trees import best_tree, is_tree
from tumen.syntax.words import find_words

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
SCORES = st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, n), elements=st.integers(-20, 20)))


def worth(scores: Floats, heads: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


@given(SCORES)
def test_no_tree_with_the_same_root_is_better(scores: Floats) -> None:
    best = best_tree(scores)
    assert is_tree(best)
    (root,) = np.flatnonzero(best == np.arange(len(best)))
    everything = (np.array(heads) for heads in itertools.product(range(len(scores)), repeat=len(scores)))
    assert worth(scores, best) == max(worth(scores, heads) for heads in everything if is_tree(heads) and heads[root] == root)


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_script_gives_back_the_lemma(form: str, lemma: str) -> None:
    assert apply(script_of(form, lemma), form) == lemma


@given(st.text(alphabet=st.sampled_from("aAn't’sU.S-$5,:/@ \n(?!é국") | st.characters(), max_size=60))
def test_words_hold_everything_but_white_space_and_never_overlap(text: str) -> None:
    words = find_words(text, Span(0, len(text)))
    assert all(earlier.end <= later.start for earlier, later in itertools.pairwise(words))
    assert all(word.start < word.end for word in words)
    between = [0, *itertools.chain.from_iterable((word.start, word.end) for word in words), len(text)]
    assert all(not text[start:end].strip() for start, end in zip(between[::2], between[1::2], strict=True))
