"""Places: the gazetteer's id where it knows the words, the name alone where it does not."""

import pytest

from build import sentences_of
from tumen.ground import find_places
from tumen.ground.romanise import key_of


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
        ("It was in Sokpo Village.", "Sokpo Village", None),
    ],
)
def test_places(text: str, words: str, place_id: str | None) -> None:
    (place,) = find_places(sentences_of(text))
    assert (text[place.span.start : place.span.end], place.id) == (words, place_id)


@pytest.mark.parametrize(
    ("words", "name", "province"),
    [
        ("Hyesan", "Hyesan", "KP-10"),
        ("Hoiryeong", "Hoeryong", "KP-09"),
        ("Hoeryŏng-gun", "Hoeryong", "KP-09"),
        ("회령", "Hoeryong", "KP-09"),
        ("Kowon County", "Kowon", "KP-08"),
        ("Kim Jong Suk County", "Kim Jong Suk County", "KP-10"),
        ("Longjing", "Longjing", "CN-JL"),
    ],
)
def test_a_county_is_known_however_it_is_spelt(words: str, name: str, province: str) -> None:
    (place,) = find_places(sentences_of(f"Traders came from {words} in May."))
    assert (key_of(place.name), place.within) == (key_of(name), province)
    assert place.id
    assert place.lat
    assert place.radius_m


def test_a_river_is_what_has_an_article() -> None:
    river, city = find_places(sentences_of("They crossed the Tumen and slept in Tumen."))
    assert (river.level, city.level) == ("water", "county")


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong Suk spoke.",
        "Mr. Onsong spoke.",
        "The Yalu River Travel Agency closed.",
        "The province of the ministry is law.",
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
