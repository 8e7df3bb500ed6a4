"""GUM's `Entity=` column, in documents made by hand."""

import pytest

from tumen.errors import SettingError
from tumen.measure.conllu import Document
from tumen.measure.gum import gold_chains, gold_mentions, read_entities
from tumen.records import Span


def document(*rows: str) -> Document:
    """Of each row: word, lemma, part of speech, number of its head from 0 on, relation, Entity."""
    cells = [(*row.split(), "")[:6] for row in rows]
    words: list[Span] = []
    for form, *_ in cells:
        start = words[-1].end + 1 if words else 0
        words.append(Span(start, start + len(form)))
    forms, lemmas, upos, heads, relations, entities = zip(*cells, strict=True)
    misc = tuple({"Entity": entity} if entity else {} for entity in entities)
    numbers = tuple(map(int, heads))
    return Document("made", " ".join(forms), tuple(words), ((0, len(words)),), upos, lemmas, numbers, relations, misc)


NESTED = document(
    "The the DET 1 det (1-person-new-nnnnn-cf1-2-coref",
    "mayor mayor NOUN 4 nsubj",
    "of of ADP 3 case",
    "Onsan Onsan PROPN 1 nmod (2-place-new-nnnnn-cf2-1-sgl-On-san)1)",
    "left leave VERB 4 root",
    "her she PRON 6 nmod (3-object-new-nnnnn-cf3-2-sgl(1-person-giv:act-nnnnn-cf1*-1-ana)",
    "office office NOUN 4 obj 3)",
)


def test_mentions_nest_and_have_the_main_word_of_the_tree() -> None:
    assert [each[:4] for each in read_entities(NESTED)] == [
        (0, 3, 1, "person"), (3, 3, 3, "place"), (5, 6, 6, "other"), (5, 5, 5, "person"),
    ]  # fmt: skip


def test_gold_mentions_are_without_pronouns_and_gold_chains_with_them() -> None:
    assert gold_mentions(NESTED) == {(0, 3, "person"), (3, 3, "place"), (5, 6, "other")}
    assert sorted(map(sorted, gold_chains(NESTED))) == [[(0, 3), (5, 5)], [(3, 3)], [(5, 6)]]


def test_a_column_without_salience_is_read_as_well() -> None:
    (found,) = read_entities(document("Onsan Onsan PROPN 0 root (1-place-new-cf1-1-sgl)"))
    assert found[:4] == (0, 0, 0, "place")


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("neighbours neighbour NOUN", "group"),
        ("neighbour neighbour NOUN", "person"),
        ("family family NOUN", "group"),
        ("three 3 NUM", "group"),
        ("one one NUM", "person"),
        ("they they PRON", "group"),
        ("she she PRON", "person"),
        ("everyone everyone PRON", "group"),
    ],
)
def test_several_people_are_a_group(row: str, kind: str) -> None:
    (found,) = read_entities(document(f"{row} 0 root (1-person-new-nnnnn-cf1-1-sgl)"))
    assert found.kind == kind


def test_they_goes_with_its_chain() -> None:
    found = read_entities(
        document(
            "source source NOUN 1 nsubj (1-person-new-nnnnn-cf1-1-coref)",
            "left leave VERB 1 root",
            "they they PRON 3 nsubj (1-person-giv:act-nnnnn-cf1-1-ana)",
        )
    )
    assert [each.kind for each in found] == ["person", "person"]


def test_two_joined_by_and_have_it_as_their_main_word() -> None:
    found = read_entities(
        document(
            "Aldo Aldo PROPN 3 nsubj (1-person-new-nnnnn-cf1-1,3-coref(2-person-new-nnnnn-cf2-1-sgl)",
            "and and CCONJ 2 cc",
            "Cora Cora PROPN 0 conj (3-person-new-nnnnn-cf3-1-sgl)1)",
            "left leave VERB 3 root",
        )
    )
    assert [each[:4] for each in found] == [(0, 2, 1, "group"), (0, 0, 0, "person"), (2, 2, 2, "person")]


def test_a_mention_without_a_top_of_its_own_takes_the_next_one() -> None:
    found = read_entities(
        document(
            "skills skill NOUN 3 nsubj (1-abstract-new-nnnnn-cf1-1-sgl",
            "in in ADP 2 case",
            "farming farming NOUN 3 obl (2-abstract-new-nnnnn-cf2-1-sgl)1)",
            "help help VERB 3 root",
        )
    )
    assert [each.head for each in found] == [0, 2]


@pytest.mark.parametrize("column", ["(1-place-new-nnnnn-cf1-1-sgl", "1)", "nonsense", "(1-place-new)x"])
def test_brackets_that_do_not_match_are_refused(column: str) -> None:
    with pytest.raises(SettingError):
        read_entities(document(f"Onsan Onsan PROPN 0 root {column}"))
