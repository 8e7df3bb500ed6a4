"""What counts as right in words and trees."""

import pytest

from tumen.measure.conllu import Document
from tumen.measure.syntax import Parsed, score_syntax
from tumen.records import Span

GOLD = Document(
    name="made up",
    text="They fled.",
    words=(Span(0, 4), Span(5, 9), Span(9, 10)),
    sentences=((0, 3),),
    upos=("PRON", "VERB", "PUNCT"),
    lemmas=("they", "flee", "_"),
    heads=(1, 1, 1),
    relations=("nsubj", "root", "punct"),
    misc=({}, {}, {}),
)
RIGHT = [Parsed("they", "PRON", 1, "nsubj"), Parsed("flee", "VERB", 1, "root"), Parsed(".", "PUNCT", 1, "punct")]


def test_all_right() -> None:
    scores = score_syntax([(GOLD, RIGHT), (GOLD, RIGHT)])
    assert (scores.words, scores.upos, scores.lemma, scores.uas, scores.las) == (6, 1, 1, 1, 1)


def test_a_right_relation_to_the_wrong_head_is_wrong() -> None:
    scores = score_syntax([(GOLD, [RIGHT[0]._replace(head=2), *RIGHT[1:]])])
    assert (scores.uas, scores.las) == (2 / 3, 2 / 3)


def test_a_wrong_relation_to_the_right_head_counts_half() -> None:
    scores = score_syntax([(GOLD, [RIGHT[0]._replace(relation="obj"), *RIGHT[1:]])])
    assert (scores.uas, scores.las) == (1, 2 / 3)


def test_subtypes_of_relations_do_not_matter() -> None:
    assert score_syntax([(GOLD, [RIGHT[0]._replace(relation="nsubj:pass"), *RIGHT[1:]])]).las == 1


def test_lemmas_are_compared_as_they_are_written() -> None:
    found = [RIGHT[0]._replace(lemma="They", upos="NOUN"), *RIGHT[1:]]
    scores = score_syntax([(GOLD, found)])
    assert (scores.lemma, scores.upos) == (2 / 3, 2 / 3)


def test_other_words_than_gold_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match="argument"):
        score_syntax([(GOLD, RIGHT[:2])])


def test_nothing_read_is_nothing_right() -> None:
    assert score_syntax([]).las == 0
