"""A list of people is as many as its parts, where each part says how many it is."""

import pytest

from build import a_record, words_of
from tumen.records import Count, Participant


def counted(sentence: str) -> list[Participant]:
    """The participants of the first event who are counted."""
    return [one for one in a_record(sentence).events[0].participants if one.count]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("A baker, his wife and their four children have been missing since 3 May 2022.", (1, 1, 4)),
        ("Police arrested a priest, two nuns and a gardener in Jinotega.", (1, 2, 1)),
        ("A pastor of an unregistered church and his driver were arrested.", (1, 1)),
    ],
)
def test_a_list_is_summed_and_says_so(sentence: str, parts: tuple[int, ...]) -> None:
    (one,) = counted(sentence)
    assert one.count == Count(sum(parts), sum(parts), True, "person", parts=parts)


def test_the_words_of_a_sum_are_those_of_the_list() -> None:
    record = a_record("Police arrested a priest, two nuns and a gardener in Jinotega.")
    (patient,) = (one for one in record.events[0].participants if one.role == "patient")
    assert words_of(record, patient.spans) == ["a priest, two nuns and a gardener"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The imam and his pupils were arrested.",
        "Two men, a woman and several children drowned.",
        "A gunman shot a guard and then himself.",
    ],
)
def test_a_list_with_a_part_that_nobody_counts_has_no_sum(sentence: str) -> None:
    assert not any(one.count and one.count.parts for one in counted(sentence))


def test_a_family_of_six_is_one_household_and_six_people() -> None:
    assert [one.count and (one.count.lo, one.count.unit) for one in counted("A family of six was deported to Kabul.")] == [
        (1, "household"),
        (6, "person"),
    ]
