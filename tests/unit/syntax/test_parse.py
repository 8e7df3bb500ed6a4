"""Scores become words: part of speech, lemma, head, relation."""

from collections.abc import Sequence

import numpy as np
import pytest

from tumen.model.pieces import Pieces
from tumen.model.scan import BUCKETS, Scan, Scored
from tumen.records import Span
from tumen.syntax import Word, parse, parse_words
from tumen.syntax.parse import LONGEST
from tumen.syntax.words import find_words

COLUMNS = {
    "upos": ["NOUN", "VERB", "PROPN", "PUNCT"],
    "lemma": ["lower-0+", "lower-1+", "same-0+", "lower-3+"],
    "relation": ["root", "nsubj", "obj", "punct"],
    "relation_head": ["root", "nsubj", "obj", "punct"],
}


def scan(text: str, marks: Sequence[tuple[str, str, int, str]]) -> Scan:
    """What a sure model says of a text whose pieces are its words: for each `upos`, script, head and relation."""
    words = find_words(text, Span(0, len(text)))
    n = len(words)
    tags = np.zeros((n, sum(map(len, COLUMNS.values()))), np.float32)
    queries = np.zeros((n, n), np.float32)
    for number, (upos, script, head, relation) in enumerate(marks):
        for name, label, begin in (("upos", upos, 0), ("lemma", script, 4), ("relation", relation, 8)):
            tags[number, begin + COLUMNS[name].index(label)] = 5
        queries[number, head] = 50
    scored = Scored(0, n, tags, {"arc": queries}, {"arc": np.eye(n, dtype=np.float32)})
    offsets = np.array([(word.start, word.end) for word in words], np.int64).reshape(-1, 2)
    pieces = Pieces(np.arange(n), np.zeros(n, np.int64), offsets)
    return Scan(pieces, [scored], COLUMNS, {"arc": np.zeros(BUCKETS, np.float32)})


TEXT = "Guards saw Mira. Boats left."
MARKS = [
    ("NOUN", "lower-1+", 1, "nsubj"),
    ("VERB", "lower-0+", 1, "root"),
    ("PROPN", "same-0+", 1, "obj"),
    ("PUNCT", "lower-0+", 1, "punct"),
    ("NOUN", "lower-1+", 5, "nsubj"),
    ("VERB", "lower-0+", 5, "root"),
    ("PUNCT", "lower-0+", 5, "punct"),
]
SENTENCES = [Span(0, 16), Span(17, 28)]


def test_a_text_is_parsed() -> None:
    words = parse(TEXT, SENTENCES, scan(TEXT, MARKS))
    assert words[0] == Word(Span(0, 6), "guard", "NOUN", 1, "nsubj")
    assert [word.lemma for word in words] == ["guard", "saw", "Mira", ".", "boat", "left", "."]
    assert [word.head for word in words] == [1, 1, 1, 1, 5, 5, 5]
    assert [word.relation for word in words] == ["nsubj", "root", "obj", "punct", "nsubj", "root", "punct"]


def test_known_words_are_parsed_alike() -> None:
    read = scan(TEXT, MARKS)
    words = [word for sentence in SENTENCES for word in find_words(TEXT, sentence)]
    assert parse_words(words, [(0, 4), (4, 7)], TEXT, read) == parse(TEXT, SENTENCES, read)


@pytest.mark.parametrize("relation", ["root", "obj"])
def test_only_roots_are_called_root(relation: str) -> None:
    marks = [(upos, script, head, relation) for upos, script, head, _ in MARKS]
    words = parse(TEXT, SENTENCES, scan(TEXT, marks))
    assert all((word.relation == "root") == (word.head == number) for number, word in enumerate(words))


def test_what_the_head_says_of_a_relation_counts() -> None:
    read = scan(TEXT, MARKS)
    read.windows[0].tags[1, 12 + COLUMNS["relation_head"].index("obj")] = 9
    words = parse(TEXT, SENTENCES, read)
    assert [word.relation for word in words[:4]] == ["obj", "root", "obj", "obj"]


def test_a_lemma_that_cannot_be_made_is_the_form() -> None:
    marks = [(upos, "lower-3+", head, relation) for upos, _, head, relation in MARKS]
    assert [word.lemma for word in parse(TEXT, SENTENCES, scan(TEXT, marks))][:3] == ["gua", "saw", "m"]


def test_what_is_too_long_for_a_sentence_still_has_one_root() -> None:
    text = "no " * (2 * LONGEST + 5)
    words = parse(text, [Span(0, len(text))], scan(text, []))
    assert len(words) == 2 * LONGEST + 5
    assert sum(word.head == number for number, word in enumerate(words)) == 1


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_text_without_words_has_none(text: str) -> None:
    assert parse(text, [Span(0, len(text))], scan(text, [])) == ()
