"""Places: the gazetteer's id where it knows the words, the name alone where it does not."""

import pytest

from build import sentences_of
from tumen.ground import find_places
from tumen.ground.romanise import key_of
from tumen.ground.where import resolve
from tumen.records import Span


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


# ------------------------------------------------------------------------------------------------------- namesakes


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """Words, id and rule of each place."""
    return [(text[place.span.start : place.span.end], place.id, place.rule) for place in find_places(sentences_of(text))]


def test_the_place_beside_it_says_which_is_meant() -> None:
    text = "Springfield, Illinois, is far from Springfield, Missouri."
    assert [place.within for place in find_places(sentences_of(text)) if place.name == "Springfield"] == ["US-IL", "US-MO"]
    assert read("They met in Paris, Texas.")[0][2] == "container"


def test_what_else_the_report_names_says_which_is_meant() -> None:
    assert read("Atlanta, Georgia, is hot. Georgia voted with the United States.")[2] == ("Georgia", "US-GA", "report")
    assert read("Unsan County is poor, a source in North Pyongan said.")[0][1:] == ("1108748089", "report")


def test_the_larger_one_is_meant_where_nothing_says_more() -> None:
    (place,) = find_places(sentences_of("She lives in London."))
    assert (place.country, place.rule) == ("GB", "size")
    assert place.candidates


def test_a_city_is_meant_and_not_the_province_named_after_it() -> None:
    province, _, city = find_places(sentences_of("In Aleppo Province, Syria, people fled Aleppo."))
    assert (province.level, city.level, city.within) == ("province", "locality", province.id)


def test_a_place_that_contradicts_the_one_beside_it_keeps_both_readings() -> None:
    city, province = find_places(sentences_of("It was seen in Hamhung, North Hamgyong, on Monday."))
    assert (city.name, city.within, city.rule) == ("Hamhung", "KP-08", "conflict")
    assert [candidate.id for candidate in city.candidates] == [province.id] == ["KP-09"]


def test_a_town_that_is_not_known_there_is_no_namesake_elsewhere() -> None:
    town, country = find_places(sentences_of("He flew from Springfield, Lesotho."))
    assert (town.name, town.id, town.country, town.rule) == ("Springfield", None, "LS", "container")
    assert country.id == "LS"


@pytest.mark.parametrize(
    "text",
    [
        "Nice weather, Reading books, Mobile phones, and Most people: Police said so. Of course.",
        "Kim Chaek University taught Jordan Smith.",
        "The Washington Post and Daily NK wrote of it.",
        "A boy called Israel wore Bermuda shorts.",
        "I've seen it in March, and I'm not from Islam.",
        "Rosenstein, M.D., spoke of US$10 million.",
        "Hillary Clinton won. Clinton lost.",
    ],
)
def test_words_that_only_look_like_places(text: str) -> None:
    assert find_places(sentences_of(text)) == ()


def test_a_small_town_needs_a_word_that_says_so() -> None:
    assert read("Nice was full.") == []
    assert read("She lives in Nice.")[0][1] == "2990440"
    assert read("The town of Muse lies in Shan State.")[0][0] == "Muse"


def test_a_village_that_nobody_knows_keeps_its_name() -> None:
    (place,) = find_places(sentences_of("She was sent to Pyolmaek-ri, a teacher named Hong Kil-dong said."))
    assert (place.name, place.id, place.level, place.rule) == ("Pyolmaek-ri", None, "locality", "kind")


# ---------------------------------------------------------------------------------------- borders, and "the city"


@pytest.mark.parametrize(
    ("text", "words", "id_", "within"),
    [
        (
            "They crossed the border with China in North Hamgyong Province.",
            "the border with China in North Hamgyong Province",
            "CN/KP",
            "KP-09",
        ),
        ("Soldiers guard the China-North Korea border.", "the China-North Korea border", "CN/KP", None),
        ("Rice from Laos is sold at the Thai border.", "the Thai border", "LA/TH", None),
        ("Lorries from Mashhad in Iran wait at the border, Turkmenistan says.", "the border", "IR/TM", None),
        ("The inter-Korean border is quiet.", "The inter-Korean border", "KP/KR", None),
        ("The Sino-Korean border is quiet.", "The Sino-Korean border", "CN/KP", None),
        ("The border between Laos and Thailand is long.", "The border between Laos and Thailand", "LA/TH", None),
        ("China's border with North Korea is long.", "border with North Korea", "CN/KP", None),
        ("North Korea closed its border with Russia.", "border with Russia", "KP/RU", None),
        ("The border area of North Korea is dark.", "The border area of North Korea", None, None),
    ],
)
def test_a_border_is_a_place_of_its_own(text: str, words: str, id_: str | None, within: str | None) -> None:
    (border,) = (place for place in find_places(sentences_of(text)) if place.level == "border")
    assert (text[border.span.start : border.span.end], border.id, border.within) == (words, id_, within)


@pytest.mark.parametrize(
    "text",
    [
        "The border guards in China slept.",
        "The border between art and life in China is thin.",
        "The border was shut.",
        "Doctors Without Borders left China.",
    ],
)
def test_border_guards_are_no_border(text: str) -> None:
    assert not [place for place in find_places(sentences_of(text)) if place.level == "border"]


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        ("They left Musan County for Hoeryong. Rice ran out in the county.", "the county", "1108747013"),
        ("They left Hoeryong for Musan County. Rice ran out in the city.", "the city", "1108746885"),
        ("Chongjin is dark. Chongjin has rice, Hoeryong has none. The city waits.", "The city", "1108746863"),
        ("Many crossed the Tumen and the Mekong. The river is deep.", "The river", "water:mekong-river"),
    ],
)
def test_words_that_stand_for_a_place_named_before(text: str, words: str, id_: str) -> None:
    last = find_places(sentences_of(text))[-1]
    assert (text[last.span.start : last.span.end], last.id, last.rule) == (words, id_, "again")


def test_the_county_party_committee_is_no_place() -> None:
    assert len(find_places(sentences_of("It was in Musan County. The county party committee met."))) == 1


def test_words_that_are_known_to_be_places_are_resolved_as_given() -> None:
    text = "A Turkish policeman left Kars for the city of Ankara, Turkey."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("Turkish", "Kars", "Ankara", "Turkey")]
    found = resolve(sentences_of(text), spans)
    assert [one.place.country for one in found] == ["TR"] * 4
    assert [one.entry.number for one in found if one.entry] == [298795, 743952, 323786, 298795]
    with pytest.raises(ValueError, match="no sentence"):
        resolve((), spans)
