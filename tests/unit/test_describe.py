"""Values in words."""

import pytest

from tumen.describe import describe_count, describe_edtf


def test_values_in_words() -> None:
    assert describe_count({"lo": 20, "hi": None, "exact": False, "unit": "person"}) == "at least 20 people"
    assert describe_count({"lo": 1, "hi": 1, "exact": True, "unit": "household"}) == "1 household"
    assert describe_count({"lo": 36, "hi": 40, "exact": False, "unit": "person"}) == "36 to 40 people"
    assert describe_edtf("XXXX-08-08") == "8 August, year unknown"
    assert describe_edtf("XXXX-XX-08") == "8 of a month unknown, year unknown"
    assert describe_edtf("2014-08") == "August 2014"
    assert describe_edtf("../2014-08-08") == "on or before 8 August 2014"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2012/..", "from 2012"),
        ("2014-06-11~/2014-06-20~", "about 11 June 2014 to about 20 June 2014"),
        ("2014-22", "summer 2014"),
        ("2014-35", "third quarter of 2014"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("2014-08-08?", "perhaps 8 August 2014"),
        ("[2014-03-04,2014-04-03]", "4 March 2014 or 3 April 2014"),
        ("{2014-03,2014-05}", "March 2014 and May 2014"),
        ("2014-07-29T20:00:00/2014-07-30T06:00:00", "night of 29 July 2014"),
        ("2014-07-29T20:00:00/2014-07-29T21:00:00", "20:00 on 29 July 2014 to 21:00 on 29 July 2014"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert describe_edtf(edtf) == words
