"""Quantities: intervals, and households are not persons."""

import pytest

from build import a_record
from tumen.ground.howmany import singular
from tumen.ground.numbers import to_number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("16 North Koreans left.", [("16 North Koreans", 16, 16, True, "person")]),
        ("Three families left.", [("Three families", 3, 3, True, "household")]),
        ("The three families left.", [("three families", 3, 3, True, "household")]),
        ("A three-family group left.", [("three-family", 3, 3, True, "household")]),
        ("At first at least 20 people left.", [("at least 20 people", 20, None, False, "person")]),
        ("It is up to forty soldiers.", [("up to forty soldiers", 0, 40, False, "person")]),
        ("More than 20 people left.", [("More than 20 people", 21, None, False, "person")]),
        ("Fewer than 20 people left.", [("Fewer than 20 people", 0, 19, False, "person")]),
        ("It was about 40 miners.", [("about 40 miners", 36, 44, False, "person")]),
        ("There were nearly 40 miners.", [("nearly 40 miners", 36, 40, False, "person")]),
        ("Dozens of traders came.", [("Dozens of traders", 24, 99, False, "person")]),
        ("Only several women came.", [("several women", 3, 9, False, "person")]),
        ("It killed twenty-five young workers.", [("twenty-five young workers", 25, 25, True, "person")]),
        ("It cost 1,200 sacks.", [("1,200 sacks", 1200, 1200, True, "sack")]),
        (
            "A family of four left.",
            [("A family of four", 1, 1, True, "household"), ("A family of four", 4, 4, True, "person")],
        ),
        ("A number of guards left, a significant number of whom drank.", [
            ("A number of guards", 2, None, False, "person"), ("a significant number", 2, None, False, "person"),
        ]),
        ("12 or 13 men and 30-odd women came.", [
            ("12 or 13 men", 12, 13, False, "person"), ("30-odd women", 30, 39, False, "person"),
        ]),
        ("Between 20 and 30 trucks came.", [("Between 20 and 30 trucks", 20, 30, False, "truck")]),
        ("It was 12+9+7+5 people.", [("12+9+7+5 people", 33, 33, True, "person")]),
        ("They took half a dozen rifles.", [("half a dozen rifles", 5, 7, False, "rifle")]),
        ("Two thousand three hundred miners left.", [("Two thousand three hundred miners", 2300, 2300, True, "person")]),
    ],
)  # fmt: skip
def test_quantities(text: str, found: list[tuple[str, int, int | None, bool, str]]) -> None:
    quantities = a_record(text).quantities
    assert [(text[q.span.start : q.span.end], q.lo, q.hi, q.exact, q.unit) for q in quantities] == found


@pytest.mark.parametrize(
    "text",
    [
        "One in five prisoners was ill.",
        "It was one of the largest camps.",
        "The Three Brotherhood Alliance spoke.",
        "Camp 16 and Highway 1 are closed.",
        "The two Koreas do not speak.",
        "It costs 5,000 won.",
        "It took three days.",
        "He is 40 years old.",
        "It rose by 20 percent.",
        "Room 39 is closed.",
        "On August 8 residents left.",
        "In 2014 residents left.",
        "They were listed as “August 3 workers.”",
        "He came several times.",
    ],
)
def test_dates_prices_ages_and_parts_of_a_group_count_nobody(text: str) -> None:
    assert a_record(text).quantities == ()


def test_a_part_of_a_group_says_so() -> None:
    text = "13 of the 15 defectors were caught."
    part, whole = a_record(text).quantities
    assert (part.lo, part.unit, part.part, part.group) == (13, "person", True, None)
    assert (whole.lo, whole.part) == (15, False)
    assert whole.group is not None
    assert text[whole.group.start : whole.group.end] == "defectors"


def test_what_was_counted_in_another_sentence_is_not_counted_here() -> None:
    _, part = a_record("Three families left. It could be one of us some day.").quantities
    assert (part.unit, part.part) == ("person", True)


@pytest.mark.parametrize(
    ("plural", "one"),
    [("families", "family"), ("men", "man"), ("boxes", "box"), ("buses", "bus"), ("rifles", "rifle"), ("rice", "rice")],
)
def test_singulars(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("words", "number"),
    [("16", 16), ("1,200", 1200), ("sixteen", 16), ("twenty-five", 25), ("three hundred", 300), ("2 million", 2_000_000)],
)
def test_numbers_in_words(words: str, number: int) -> None:
    assert to_number(words) == number
