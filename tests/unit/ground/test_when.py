"""Times: as precise as the words, and no year that nobody wrote."""

from datetime import date

import pytest
from edtf import parse_edtf

from build import sentences_of
from tumen.ground import find_times
from tumen.records import Published

WRITTEN = [
    ("They left on 8 August 2014.", "8 August 2014", "2014-08-08"),
    ("They left on August 8th, 2014.", "August 8th, 2014", "2014-08-08"),
    ("They left on 2014-08-08.", "2014-08-08", "2014-08-08"),
    ("They left in August 2014.", "August 2014", "2014-08"),
    ("They left in 2014.", "2014", "2014"),
    ("They left on Aug. 8.", "Aug. 8", "XXXX-08-08"),
    ("They left on the 8th.", "8th", "XXXX-XX-08"),
    ("They left in March.", "March", "XXXX-03"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), WRITTEN)
def test_without_a_publication_date_the_year_stays_unknown(text: str, words: str, edtf: str) -> None:
    (time,) = find_times(sentences_of(text), Published())
    assert text[time.span.start : time.span.end] == words
    assert time.edtf == edtf
    assert parse_edtf(edtf)
    assert time.basis is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They left on August 8th.", "2014-08-08"),
        ("They left on December 30.", "2013-12-30"),
        ("They will leave on December 30.", "2014-12-30"),
        ("They left on February 29.", "2012-02-29"),
        ("They left on the 8th.", "2014-08-08"),
        ("They left on the 31st.", "2014-07-31"),
        ("They left on Monday.", "2014-08-04"),
        ("They left yesterday.", "2014-08-08"),
        ("They left last month.", "2014-07"),
        ("They left in November.", "2013-11"),
    ],
)
def test_what_is_not_written_is_taken_from_the_publication_date(text: str, edtf: str) -> None:
    (time,) = find_times(sentences_of(text), Published("2014-08-09", "given"))
    assert (time.edtf, time.basis) == (edtf, "published")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They marched to the river.",
        "She lives on the 8th floor.",
        "He came on the 38th parallel.",
        "They left on February 30.",
        "The 20-year-old left.",
        "Daily reports came in.",
    ],
)
def test_false_friends_and_days_that_are_not_are_left_alone(text: str) -> None:
    assert find_times(sentences_of(text), Published()) == ()


def test_a_weekday_without_a_publication_date_is_a_time_whose_value_is_unknown() -> None:
    (time,) = find_times(sentences_of("On Monday they left."), Published())
    assert (time.edtf, time.earliest, time.latest) == (None, None, None)


def test_a_month_lies_between_its_first_and_last_day() -> None:
    (time,) = find_times(sentences_of("They left in February 2016."), Published())
    assert (time.earliest, time.latest) == ("2016-02-01", "2016-02-29")
    assert date.fromisoformat(time.latest) > date.fromisoformat(time.earliest)
