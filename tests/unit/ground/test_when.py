"""Times: as precise as the words, and no year that nobody wrote."""

from datetime import date

import pytest
from edtf import parse_edtf

from build import sentences_of
from tumen.ground import find_times, see_from_saying
from tumen.records import Published, Span, Time

WRITTEN = [
    ("They left on 8 August 2014.", "8 August 2014", "2014-08-08"),
    ("They left on August 8th, 2014.", "August 8th, 2014", "2014-08-08"),
    ("They left on 2014-08-08.", "2014-08-08", "2014-08-08"),
    ("They left in August 2014.", "August 2014", "2014-08"),
    ("They left in 2014.", "2014", "2014"),
    ("They left on Aug. 8.", "Aug. 8", "XXXX-08-08"),
    ("They left on the 8th.", "the 8th", "XXXX-XX-08"),
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
        ("The flood on December 30 may have killed them.", "2013-12-30"),
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


def read(text: str, published: str | None = "2014-08-20") -> Time:
    (time,) = find_times(sentences_of(text), Published(published, "given"))
    return time


STRETCHES = [
    # words in a sentence of 20 August 2014; EDTF; first and last day
    ("Prices have risen since mid-June.", "2014-06-11~/..", "2014-06-10", None),
    ("He was held at the end of last month.", "2014-07-21~/2014-07-31~", "2014-07-20", "2014-08-01"),
    ("They fled on the night of July 29.", "2014-07-29T20:00:00/2014-07-30T06:00:00", "2014-07-29", "2014-07-30"),
    ("They hid on the afternoon of the 6th.", "2014-08-06T12:00:00/2014-08-06T18:00:00", "2014-08-06", "2014-08-06"),
    ("They must report by the 20th of this month.", "../2014-08-20", None, "2014-08-20"),
    ("The feast fell on Kim Il Sung’s birthday.", "2014-04-15", "2014-04-15", "2014-04-15"),
    ("In the summer of 2013 many fled.", "2013-22", "2013-06-01", "2013-09-23"),
    ("The Kim Jong Un era has seen fences.", "2011-12-17/..", "2011-12-17", None),
    ("From March to May 2014 the border was shut.", "2014-03/2014-05", "2014-03-01", "2014-05-31"),
    ("Between the 3rd and the 8th they hid.", "2014-08-03/2014-08-08", "2014-08-03", "2014-08-08"),
    ("Around July 20 they fled.", "2014-07-20~", "2014-07-19", "2014-07-21"),
    ("He came early this month.", "2014-08-01~/2014-08-10~", "2014-07-31", "2014-08-11"),
    ("They left last week.", "2014-08-11/2014-08-17", "2014-08-11", "2014-08-17"),
    ("They left in the third quarter of 2013.", "2013-35", "2013-07-01", "2013-09-30"),
    ("In the first half of 2014 fewer came.", "2014-40", "2014-01-01", "2014-06-30"),
    ("The 1990s were hard.", "199X", "1990-01-01", "1999-12-31"),
    ("He left before August 1.", "../2014-07-31", None, "2014-07-31"),
    ("He left on 3/4/2014.", "[2014-03-04,2014-04-03]", "2014-03-04", "2014-04-03"),
    ("On Friday morning they left.", "2014-08-15T05:00:00/2014-08-15T12:00:00", "2014-08-15", "2014-08-15"),
    ("They left on Saturday, August 23.", "2014-08-23", "2014-08-23", "2014-08-23"),
    ("They left three days ago.", "2014-08-17", "2014-08-17", "2014-08-17"),
    ("They will be tried on September 9.", "2014-09-09", "2014-09-09", "2014-09-09"),
    ("He spoke on October 10.", "2013-10-10", "2013-10-10", "2013-10-10"),
]


@pytest.mark.parametrize(("text", "edtf", "earliest", "latest"), STRETCHES)
def test_a_time_is_as_wide_as_its_words(text: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    time = read(text)
    assert (time.edtf, time.earliest, time.latest) == (edtf, earliest, latest)


def test_the_day_after_an_event_is_not_known_from_its_words() -> None:
    time = read("It came the day after the incident.")
    assert (time.edtf, time.basis) == (None, "event")


@pytest.mark.parametrize("words", ["The next morning", "The next day", "The following day"])
def test_the_next_day_is_that_after_one_just_named_and_else_unknown(words: str) -> None:
    near = f"The gallery flooded on 12 August. {words} he was back at work."
    far = f"The gallery flooded on 12 August. Nobody came. They called. He was pulled out. {words} he was back at work."
    assert find_times(sentences_of(near), Published("2016-08-27", "given"))[-1].earliest == "2016-08-13"
    assert find_times(sentences_of(far), Published("2016-08-27", "given"))[-1].earliest is None


def test_later_is_counted_from_the_day_that_the_text_named_last() -> None:
    _, later = find_times(sentences_of("He left on July 3. Two days later he was caught."), Published("2014-08-20", "given"))
    assert (later.edtf, later.basis) == ("2014-07-05", "text")


@pytest.mark.parametrize(
    "text",
    [
        "During the Arduous March many died.",
        "The South kept its May 24 measures.",
        "An August 3 worker came to Daily NK.",
        "He worked for Room 39 on the 5th floor.",
        "2014 people fled.",
    ],
)
def test_what_is_named_after_a_time_is_none(text: str) -> None:
    assert find_times(sentences_of(text), Published("2014-08-20", "given")) == ()


def test_how_long_and_how_often_have_no_place_in_the_calendar() -> None:
    long, often = read("She waited for three weeks."), read("The market is closed every Sunday.")
    assert (long.kind, long.timex, long.edtf) == ("duration", "P3W", None)
    assert (often.kind, often.timex, often.edtf) == ("set", "XXXX-WXX-7", None)


def test_what_is_said_is_seen_from_the_day_of_saying() -> None:
    text = "A source said on August 8 that they left yesterday."
    sentences = sentences_of(text)
    times = find_times(sentences, Published("2014-08-20", "given"))
    assert [time.edtf for time in times] == ["2014-08-08", "2014-08-19"]
    seen = see_from_saying(times, sentences, [("2014-08-08", [Span(27, 51)])])
    assert [(time.edtf, time.basis) for time in seen] == [("2014-08-08", "published"), ("2014-08-07", "said")]


@pytest.mark.parametrize(
    "text", ["He lived 9,000 years ago.", "In 40 centuries it will rise.", "He left on the 99th.", "9000 decades later"]
)
def test_what_the_calendar_does_not_hold_is_unknown(text: str) -> None:
    assert all(time.edtf is None for time in find_times(sentences_of(text), Published("2014-08-20", "given")))
