"""Days written in a line."""

import pytest

from tumen.masthead.days import find_dates, without_dates


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Saturday 14 May 2022 - World, page 7", ["2022-05-14"]),
        ("Martes, 12 de marzo de 2019", ["2019-03-12"]),
        ("1er juillet 2018", ["2018-07-01"]),
        ("November 8, Juche 110 (2021)", ["2021-11-08"]),
        ("Juche 108 (2019), May 4", ["2019-05-04"]),
        ("19 Safar 1440 / 28 October 2018", ["2018-10-28"]),
        ("13/05/2018", ["2018-05-13"]),
        ("11/05/2018", []),
        ("2018-02-30", []),
        ("Monthly sheet, February 2019", ["2019-02"]),
        ("no. 12 (spring 2020)", ["2020-21"]),
        ("winter 2020", []),
        ("14-20 September 2018", []),
        ("May 6-12, 2013", []),
        ("between 18 and 25 April 2021", []),
        ("29 March to 4 April 2019", []),
        ("24 Ordibehesht 1401", []),
        ("Meskerem 12, 2013", []),
    ],
)
def test_dates(words: str, expected: list[str]) -> None:
    assert [found.edtf for found in find_dates(words)] == expected


def test_a_weekday_in_a_name_is_no_date() -> None:
    assert without_dates("Sunday Mail Extra") == "Sunday Mail Extra"
    assert without_dates("Hill Letter, Friday", "-") == "Hill Letter, -"
