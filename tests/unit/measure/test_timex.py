"""TimeML: what is read of it, and what counts as found."""

from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.measure.timex import Timex, as_timex, read_timeml, score_timex
from tumen.records import Span, Time

MADE = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2014-08-20">Aug. 20, 2014</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">left</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2014-08-08">August 8th</TIMEX3>, after
<TIMEX3 tid="t2" type="DURATION" value="P3W"><EVENT eid="e2">three</EVENT> weeks</TIMEX3>.</TEXT>
</TimeML>
"""


def test_texts_have_their_times_and_the_day_they_were_made(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(MADE, "utf-8")
    (tmp_path / "._a.tml").write_bytes(b"\x00\xff")  # what a Mac leaves beside a file
    (made,) = read_timeml(tmp_path)
    assert made.published == "2014-08-20"
    assert [(made.text[time.span.start : time.span.end], time.type, time.value) for time in made.times] == [
        ("August 8th", "DATE", "2014-08-08"),
        ("three weeks", "DURATION", "P3W"),
    ]


@pytest.mark.parametrize(
    ("name", "words", "why"),
    [("a.txt", MADE, "no .tml file"), ("a.tml", "<TimeML>", "not XML"), ("a.tml", "<TimeML/>", "no TEXT")],
)
def test_what_is_no_timeml_is_named(tmp_path: Path, name: str, words: str, why: str) -> None:
    (tmp_path / name).write_text(words, "utf-8")
    with pytest.raises(SettingError, match=why):
        list(read_timeml(tmp_path))


def test_bounds_and_intervals_in_the_form_of_timeml() -> None:
    text = "since June, from March to May 2014"
    times = [
        Time(Span(0, 10), "date", "2014-06/..", "2014-06", "2014-06-01", None),
        Time(Span(12, 34), "date", "2014-03/2014-05", "2014-03/2014-05", "2014-03-01", "2014-05-31"),
    ]
    assert [(text[one.span.start : one.span.end], one.value) for one in as_timex(times, text)] == [
        ("June", "2014-06"),
        ("March", "2014-03"),
        ("May 2014", "2014-05"),
    ]


def test_strict_is_the_same_words_and_value_the_same_value() -> None:
    gold = [Timex(Span(0, 5), "DATE", "2014"), Timex(Span(10, 15), "DATE", "2015"), Timex(Span(20, 25), "SET", "P1W")]
    found = [Timex(Span(0, 5), "DATE", "2014"), Timex(Span(12, 18), "TIME", "2016"), Timex(Span(40, 45), "DATE", "2014")]
    scores = score_timex([(gold, found)])
    assert (scores.relaxed.right, scores.strict.right, scores.type.right, scores.value.right) == (2, 1, 1, 1)
    assert (scores.relaxed.found, scores.relaxed.wanted) == (3, 3)


def test_one_long_time_does_not_count_for_two() -> None:
    gold = [Timex(Span(0, 5), "DATE", "2014"), Timex(Span(6, 9), "DATE", "2015")]
    assert score_timex([(gold, [Timex(Span(0, 9), "DATE", "2014")])]).relaxed.right == 1
