"""Days written in a line."""

import pytest

from tumen.masthead.days import find_dates, is_alone, is_day_first, without_dates


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
        ("1 to 15 March 2019 | Published 21 March 2019", ["2019-03-21"]),
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


@pytest.mark.parametrize(
    ("text", "is_first"),
    [
        ("05/06/2019 and 28/05/2019", True),
        ("4/7/2019, 4/28/2019", False),
        ("05/06/2019", None),
        ("Note for June 2019. Ob, 05/06/2019", True),
    ],
)
def test_other_dates_and_months_tell_whether_the_day_stands_first(text: str, is_first: bool | None) -> None:
    assert is_day_first(text) is is_first


@pytest.mark.parametrize(
    ("words", "is_by_itself"),
    [
        ("Sheet 11. Osaka, 20 July 2019", True),
        ("Capital, 20.07.2023 Ref. AB/1", True),
        ("Put up on 25 May 2019", True),
        ("Shots on 25 May 2019 in Osaka", False),
        ("On 25 May 2019, a bus", False),
    ],
)
def test_a_day_stands_by_itself(words: str, is_by_itself: bool) -> None:
    assert is_alone(words, next(find_dates(words))) is is_by_itself
