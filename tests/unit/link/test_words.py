"""Words as linking compares them."""

import pytest

from tumen.link.frequencies import NUMBER, UNSEEN, compose, parse
from tumen.link.names import find_names
from tumen.link.words import fold, stem_of, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [("executed", "executions"), ("families", "family"), ("Hamgyŏng", "Hamgyong"), ("P'yongyang's", "Pyongyang")],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


def test_short_words_keep_their_endings() -> None:
    assert [stem_of(word) for word in ("shed", "bus", "ring")] == ["shed", "bus", "ring"]


def test_hangul_and_han_become_pairs() -> None:
    assert list(stems("회령시 警察")) == ["회령", "령시", "警察"]


def test_days_and_months_are_no_words() -> None:
    assert list(stems("On June 11, 2019, 45 men")) == ["on", "45", "men"]


def test_no_words() -> None:
    assert list(stems("")) == list(stems(" …! ")) == []
    assert fold("'") == ""


def test_rarity_survives_writing_and_reading() -> None:
    table = parse(compose({"police": 0.5, "tailings": 0.002}))
    assert table.rarity("police") == pytest.approx(0.7)
    assert table.rarity("tailings") == pytest.approx(6.2)
    assert table.rarity("Kokterek") == UNSEEN
    assert table.rarity("4711") == NUMBER


def test_names_are_of_people_roads_and_others() -> None:
    found = find_names(["Sgt. Aylin Orhan, 43, left 12 Harbour Street in Larkton County with Merdan Saparow."], frozenset())
    assert set(found.people) == {("aylin", "orhan"), ("merdan", "saparow")}
    assert found.aged == {"orhan": 43}
    assert set(found.roads) == {"harbour street"}
    assert set(found.others) == {"larkton county"}


def test_places_and_outlets_are_no_people() -> None:
    assert not find_names(["They left San Isidro."], frozenset({"san isidro"})).people


def test_a_text_in_capitals_shows_no_names() -> None:
    assert not find_names(["A CAR BOMB KILLED JUAN PEREZ IN SAN SALVADOR"], frozenset()).people


def test_ages_are_numbers_with_a_word_for_it() -> None:
    assert set(find_names(["a 19-year-old and a man aged 50, with 12 sheep"], frozenset()).ages) == {19, 50}
