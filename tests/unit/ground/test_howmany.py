"""Quantities: intervals, and households are not persons."""

import pytest

from build import sentences_of
from tumen.ground import find_quantities, find_times
from tumen.ground.howmany import to_number
from tumen.records import Published


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
            [("A family of four", 4, 4, True, "person"), ("A family of four", 1, 1, True, "household")],
        ),
        ("A number of guards left, a significant number of whom drank.", [
            ("A number of guards", 2, None, False, "person"), ("a significant number of whom", 2, None, False, "person"),
        ]),
    ],
)  # fmt: skip
def test_quantities(text: str, found: list[tuple[str, int, int | None, bool, str]]) -> None:
    quantities = find_quantities(sentences_of(text), ())
    assert [(text[q.span.start : q.span.end], q.lo, q.hi, q.exact, q.unit) for q in quantities] == found


@pytest.mark.parametrize(
    "text",
    [
        "One of the defectors spoke.",
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
    sentences = sentences_of(text)
    assert find_quantities(sentences, find_times(sentences, Published())) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [("16", 16), ("1,200", 1200), ("sixteen", 16), ("twenty-five", 25), ("three hundred", 300), ("2 million", 2_000_000)],
)
def test_numbers_in_words(words: str, number: int) -> None:
    assert to_number(words) == number
