"""Places: the gazetteer's id where it knows the words, the name alone where it does not."""

import pytest

from build import sentences_of
from tumen.ground import find_places


@pytest.mark.parametrize(
    ("text", "words", "place_id"),
    [
        ("It was in North Hamkyung Province.", "North Hamkyung Province", "KP-09"),
        ("It was in North Hamgyŏng.", "North Hamgyŏng", "KP-09"),
        ("It was in Hamgyong-bukto.", "Hamgyong-bukto", "KP-09"),
        ("It was in Yanggang.", "Yanggang", "KP-10"),
        ("It was in P’yongyang.", "P’yongyang", "KP-01"),
        ("It was in China.", "China", "CN"),
        ("It was China’s fault.", "China", "CN"),
        ("It was in Hyesan.", "Hyesan", None),
        ("It was in Kowon County.", "Kowon County", None),
    ],
)
def test_places(text: str, words: str, place_id: str | None) -> None:
    (place,) = find_places(sentences_of(text))
    assert (text[place.span.start : place.span.end], place.id) == (words, place_id)


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese guards saw it.",
        "North Koreans saw it.",
        "China Daily wrote it.",
        "The Bank of China paid.",
        "Musanites left.",
    ],
)
def test_peoples_outlets_and_institutions_are_no_places(text: str) -> None:
    assert find_places(sentences_of(text)) == ()


def test_the_province_is_the_one_named_last() -> None:
    text = "It was in Jagang Province. It was in North Hamgyong. Rice ran out in the province."
    assert [place.id for place in find_places(sentences_of(text))] == ["KP-04", "KP-09", "KP-09"]


def test_the_province_is_no_place_where_none_was_named() -> None:
    assert find_places(sentences_of("Rice ran out in the province.")) == ()
