"""Values in words."""

from tumen.describe import describe_count, describe_edtf


def test_values_in_words() -> None:
    assert describe_count({"lo": 20, "hi": None, "exact": False, "unit": "person"}) == "at least 20 people"
    assert describe_count({"lo": 1, "hi": 1, "exact": True, "unit": "household"}) == "1 household"
    assert describe_count({"lo": 36, "hi": 40, "exact": False, "unit": "person"}) == "36 to 40 people"
    assert describe_edtf("XXXX-08-08") == "8 August, year unknown"
    assert describe_edtf("XXXX-XX-08") == "8 of a month unknown, year unknown"
    assert describe_edtf("2014-08") == "August 2014"
    assert describe_edtf("../2014-08-08") == "on or before 8 August 2014"
