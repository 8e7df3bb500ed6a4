"""Days and places as linking compares them."""

from datetime import date

import pytest

from tumen.link.days import day_of, days_of, gap, without_year
from tumen.link.where import bare, shares_place, where_of
from tumen.records import Place, Span


def n(day: str) -> int:
    return date.fromisoformat(day).toordinal()


@pytest.mark.parametrize(
    ("edtf", "published", "days"),
    [
        ("2019-06-11", None, ("2019-06-11", "2019-06-11")),
        ("2019-06", None, ("2019-06-01", "2019-06-30")),
        ("XXXX-12-30", "2020-01-02", ("2019-12-30", "2019-12-30")),
        ("XXXX-06-11T20:00:00/XXXX-06-12T06:00:00", "2019-06-20", ("2019-06-11", "2019-06-12")),
    ],
)
def test_days_that_are_known_or_can_be(edtf: str, published: str | None, days: tuple[str, str]) -> None:
    assert days_of([edtf], published and n(published)) == (((n(days[0]), n(days[1])),), ())


def test_a_year_that_nothing_tells_stays_open() -> None:
    dated, yearless = days_of(["XXXX-06-11"], None)
    assert (dated, yearless) == ((), ((n("2000-06-11"), n("2000-06-11")),))


@pytest.mark.parametrize("edtf", ["../2019-06-18", "2019", "no date", "XXXX-02", "XXXX", None])
def test_what_says_too_little_is_no_day(edtf: str | None) -> None:
    dated, _ = days_of([edtf], None)
    assert dated == ()


def test_29_february_of_a_year_that_has_none_is_left_out() -> None:
    assert days_of(["XXXX-02-29"], n("2019-03-10")) == ((), ())


def test_gap_is_zero_where_days_overlap() -> None:
    assert gap([(10, 12)], [(12, 20)]) == 0
    assert gap([(10, 12), (30, 30)], [(20, 25)]) == 5
    assert gap([], [(1, 1)]) is None


def test_days_are_laid_in_one_year() -> None:
    assert without_year([(n("2019-06-11"), n("2019-06-12"))]) == [(n("2000-06-11"), n("2000-06-12"))]


def test_day_of_publication() -> None:
    assert day_of("2019-06") == n("2019-06-01")
    assert day_of(None) is None
    assert day_of("XXXX-06-11") is None


def a_place(name: str, id_: str | None = None, level: str | None = "locality", within: str | None = None) -> Place:
    return Place(Span(0, 1), name, id_, "geonames" if id_ else None, level, within[:2] if within else None, within)  # type: ignore[arg-type]


def test_what_kind_of_place_it_is_does_not_matter() -> None:
    assert bare("Guma County") == bare("Guma") == "guma"
    assert bare("The City") == "the city"


def test_provinces_are_regions_and_no_places() -> None:
    found = where_of([a_place("Samjiyon", "1", within="KP-10"), a_place("Ryanggang", "KP-10", "province", "KP")])
    assert found.names == {"samjiyon": "1"}
    assert found.regions == ("KP", "KP-10")


def test_one_name_with_two_ids_is_two_places() -> None:
    assert not shares_place({"la trinidad": "1"}, {"la trinidad": "2"})
    assert shares_place({"la trinidad": "1"}, {"la trinidad": ""})
    assert shares_place({"yangon": "7"}, {"rangoon": "7"})
    assert not shares_place({}, {"yangon": "7"})
