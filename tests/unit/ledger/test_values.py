"""The logic of intervals: what can be true together is no contradiction."""

import pytest

from tumen.ledger.account import KnownPlace
from tumen.ledger.values import counts_agree, describe_value, is_far, key_of, places_agree, times_agree


def people(lo: int, hi: int | None, unit: str = "person") -> dict[str, object]:
    return {"lo": lo, "hi": hi, "exact": lo == hi, "unit": unit}


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (people(11, None), people(16, 16), True),  # more than 10, and 16
        (people(13, 17), people(16, 16), True),  # about 15, and 16
        (people(24, 99), people(26, 26), True),  # dozens, and 26
        (people(16, 16), people(3, 3, "household"), True),  # 16 people may be three families
        (people(16, 16), people(15, 15), False),
        (people(9, 9), people(11, None), False),
        (people(2, 2, "household"), people(3, 3, "household"), False),
    ],
)
def test_counts_agree_where_some_number_lies_in_both(one: dict[str, object], other: dict[str, object], agree: bool) -> None:
    assert counts_agree(one, other) is counts_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2019-06-11", "2019-06-11~/2019-06-20~", True),  # mid-June
        ("2019-06-11", "../2019-06-18", True),  # on or before the day on which it was told
        ("2019-06-20", "../2019-06-18", False),
        ("2019-06-11", "2019-06", True),
        ("2019-06-11T20:00:00/2019-06-12T06:00:00", "2019-06-12", True),  # the night reaches into the next day
        ("XXXX-06-11", "2019-06-11", True),
        ("XXXX-06-11", "XXXX-06-13", False),
        ("2022-10-06", "2022-10-04", False),
        ("2016-08-12", "2017-08-12", True),  # the year alone: it is seldom written
        ("2019-11-01/..", "2019-10-09", True),  # what goes on since a day
        ("spring", "2019-10-09", True),  # what is not understood
    ],
)
def test_times_agree_where_some_day_lies_in_both(one: str, other: str, agree: bool) -> None:
    assert times_agree(one, other) is times_agree(other, one) is agree


def test_days_far_apart_are_of_two_happenings() -> None:
    assert is_far("2013-01-01", "2016-04-02")
    assert is_far("2013", "2016-04-02")
    assert not is_far("2022-10-06", "2022-10-04")


SUAN = KnownPlace("suan", "Suan", "KP-06", "county", "KP", 38.75, 126.37, 15_000)
YONSAN = KnownPlace("yonsan", "Yonsan", "KP-06", "county", "KP", 38.86, 126.74, 15_000)
HOLDONG = KnownPlace("holdong", "Holdong", "yonsan", "locality", "KP", 38.9, 126.7, 2_000)
SEOUL = KnownPlace("seoul", "Seoul", None, "county", "KR", 37.56, 126.98, 30_000)
KNOWN = {str(place.id): place for place in (SUAN, YONSAN, HOLDONG, SEOUL)}


def where(place: KnownPlace) -> dict[str, object]:
    return {"name": place.name, "id": place.id, "within": place.within, "basis": "text"}


def test_only_places_beside_each_other_clash() -> None:
    assert not places_agree(where(SUAN), where(YONSAN), KNOWN)
    assert places_agree(where(YONSAN), where(YONSAN), KNOWN)
    assert places_agree(where(HOLDONG), where(SUAN), KNOWN)  # of another level
    assert places_agree(where(SUAN), where(SEOUL), KNOWN)  # another country is more often misread
    assert places_agree(where(SUAN), {"name": "Pear Gully", "id": None, "within": None}, KNOWN)


def test_values_that_say_the_same_have_one_key() -> None:
    assert key_of(people(16, 16)) == key_of({**people(16, 16), "exact": False})
    assert key_of("The two men") == key_of("two men")
    assert key_of({"edtf": "2019-06-11T20:00:00/2019-06-12T06:00:00", "basis": "text"}) == key_of({"edtf": "2019-06-11"})
    assert key_of({"name": "Musan", "id": "1"}) == key_of({"name": "Musan County", "id": "1"})


def test_values_in_words() -> None:
    assert describe_value(people(16, 16)) == "16 people"
    assert describe_value({"edtf": "2021-10-14", "weekday": "Tuesday"}) == "Tuesday, 14 October 2021"
    assert describe_value({"edtf": "no date", "basis": "text"}) == "no date"
    assert describe_value({"type": "price_shock", "status": "denied"}) == "price shock denied"
