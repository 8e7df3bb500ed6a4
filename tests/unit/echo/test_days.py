"""On which day a report was published, also where an agency leaves out the year."""

import pytest

from build import a_record
from tumen.echo.days import anchor_of, find_day, reach

STORY = " Seven boats were burned in the lagoon on Sunday, two fishermen said.\n"


@pytest.mark.parametrize(
    ("head", "published", "day"),
    [
        ("DUBAI, May 13 (Gulf Courier) --", None, "XXXX-05-13"),
        ("PORT AMBER, Lagoon, Sept. 3 (Sea Wire) -", None, "XXXX-09-03"),
        ("DUBAI, May 13 (Gulf Courier) --", "2022-05-14", "2022-05-14"),
        ("DUBAI, Feb 31 (Gulf Courier) --", None, None),
        ("DUBAI (Gulf Courier) --", None, None),
    ],
)
def test_a_dateline_gives_the_day(head: str, published: str | None, day: str | None) -> None:
    assert find_day(a_record(f"Boats burned\n\n{head}{STORY}", published=published), 0) == day


def test_a_day_in_the_story_is_not_that_of_the_report() -> None:
    assert find_day(a_record(f"Boats burned\n\nOn May 13 (a Friday) -- it rained.{STORY}"), 0) is None


def test_a_day_without_its_year_lies_nearest_to_what_is_known() -> None:
    assert reach("XXXX-12-30", "2020-01-04") == ("2019-12-30", "2019-12-30")
    assert reach("XXXX-01-04", "2019-12-30") == ("2020-01-04", "2020-01-04")
    assert reach("XXXX-01-04", None) == (None, None)
    assert reach("2020-01", "1999-01-01") == ("2020-01-01", "2020-01-31")
    assert reach("XXXX-02-29", "2021-03-01") == ("2020-02-29", "2020-02-29")


def test_the_anchor_is_the_first_day_with_a_year() -> None:
    assert anchor_of(["XXXX-01-04", "2020-05", None]) == "2020-05-01"
    assert anchor_of(["XXXX-06-08", "XXXX-05-13"]) == "2000-05-13"
    assert anchor_of([None]) is None
