"""Dates as they are known: what is understood, and between which days it lies."""

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.edtf import FIRST, LAST, Date, Interval, Several, bounds, of_day, parse_edtf, reach

UNDERSTOOD = [
    # EDTF, earliest, latest
    ("2014-08-08", "2014-08-08", "2014-08-08"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2014", "2014-01-01", "2014-12-31"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2014-XX", "2014-01-01", "2014-12-31"),
    ("XXXX-08-08", None, None),
    ("XXXX-XX-08", None, None),
    ("2014-XX-09", "2014-01-09", "2014-12-09"),
    ("2014-1X", "2014-10-01", "2014-12-31"),
    ("2014-08-2X", "2014-08-20", "2014-08-29"),
    ("2014-07-29T20:00:00", "2014-07-29", "2014-07-29"),
    ("2014-07-29T20:00:00/2014-07-30T06:00:00", "2014-07-29", "2014-07-30"),
    ("2014-22", "2014-06-01", "2014-09-23"),
    ("2014-24", "2013-12-01", "2015-03-21"),
    ("2014-35", "2014-07-01", "2014-09-30"),
    ("2014-41", "2014-07-01", "2014-12-31"),
    ("2014-08-08~", "2014-08-07", "2014-08-09"),
    ("2014-08?", "2014-08-01", "2014-08-31"),
    ("2014%", "2012-12-31", "2016-01-01"),
    ("../2014-08-08", None, "2014-08-08"),
    ("2012/..", "2012-01-01", None),
    ("/2014-08-08", None, "2014-08-08"),
    ("2014-06-11~/2014-06-20~", "2014-06-10", "2014-06-21"),
    ("[2014-03-04,2014-04-03]", "2014-03-04", "2014-04-03"),
    ("{2014-03,2014-05}", "2014-03-01", "2014-05-31"),
    ("[XXXX-03,2014-04]", None, None),
]


@pytest.mark.parametrize(("words", "earliest", "latest"), UNDERSTOOD)
def test_a_date_lies_between_two_days(words: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(words) == (earliest, latest)


@pytest.mark.parametrize(
    "words", [words for words, _, _ in UNDERSTOOD if "T" not in words and not words.startswith("/") and "1X" not in words]
)
def test_what_we_understand_is_edtf(words: str) -> None:
    assert oracle.parse_edtf(words)
    assert str(parse_edtf(words)) == words


@pytest.mark.parametrize(
    "words",
    [
        "", "soon", "8 August 2014", "14-08-08", "2014-13", "2014-02-30", "2014-02-29", "2014-00", "2014-08-00", "0000", "2014-22-01",
        "2014-08-08T25:00:00", "../..", "/", "2014/2013", "[2014", "2014-X8", "2014-08-08/2014-08-07", "[]",
    ],
)  # fmt: skip
def test_what_no_calendar_has_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"is no date|no calendar|no days|no clock|end"):
        parse_edtf(words)
    assert bounds(words) == (None, None)


def test_nothing_lies_nowhere() -> None:
    assert bounds(None) == (None, None)
    assert reach(None) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [("2014/..", "2014-01-01", LAST), ("/2014", FIRST, "2014-12-31"), ("2014-08", "2014-08-01", "2014-08-31")],
)
def test_an_open_end_reaches_as_far_as_days_go(words: str, first: str, last: str) -> None:
    assert reach(words) == (first, last)


@given(st.dates())
def test_a_day_lies_on_itself(day: object) -> None:
    value = of_day(day)  # type: ignore[arg-type]
    assert parse_edtf(str(value)) == value
    assert value.days() == (day, day)


@given(st.dates(), st.dates())
def test_an_interval_holds_both_its_ends(one: object, other: object) -> None:
    start, end = sorted((one, other))  # type: ignore[type-var]
    words = str(Interval(of_day(start), of_day(end)))
    assert bounds(words) == (start.isoformat(), end.isoformat())


@given(st.dates())
def test_less_precise_is_wider(day: object) -> None:
    exact = of_day(day)  # type: ignore[arg-type]
    for wider in (
        Date(exact.year, exact.month),
        Date(exact.year),
        Date(exact.year[:3] + "X"),
        Date(exact.year, exact.month, exact.day, mark="~"),
    ):
        first, last = wider.days() or (None, None)
        assert first is not None
        assert last is not None
        assert first <= day <= last  # type: ignore[operator]


def test_several_say_whether_one_or_all() -> None:
    assert parse_edtf("{2014,2015}") == Several((Date("2014"), Date("2015")), is_all=True)
    assert str(Several((Date("2014"), Date("2015")))) == "[2014,2015]"
