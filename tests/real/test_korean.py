"""A report in Korean finds the English ones on the same incident, and no other."""

from pathlib import Path

import pytest

import tumen
from tumen.link import Thresholds, compare, keys, make_profile

DATA = Path(__file__).parents[1] / "data"
THREAD = DATA / "threads/38-kimjongsuk-families"


def answer(korean: str, english: str) -> str:
    one, other = tumen.read(DATA / "korean" / korean), tumen.read(THREAD / english)
    return compare(make_profile(one), make_profile(other), Thresholds()).answer  # type: ignore[arg-type]


@pytest.mark.parametrize("english", ["a-original.txt", "b-reprint.txt", "c-wire.txt", "d-radio.txt"])
def test_the_same_flight(english: str) -> None:
    assert answer("kimjongsuk.txt", english) == "same"


def test_an_earlier_flight_of_the_same_county() -> None:
    assert answer("kimjongsuk-earlier.txt", "h-lookalike.txt") == "same"
    assert answer("kimjongsuk-earlier.txt", "a-original.txt") == "different"
    assert answer("kimjongsuk.txt", "h-lookalike.txt") == "different"


@pytest.mark.parametrize("english", ["a-original.txt", "d-radio.txt", "h-lookalike.txt"])
def test_a_report_on_prices_in_the_same_province_is_not_even_compared(english: str) -> None:
    one, other = (make_profile(tumen.read(file)) for file in (DATA / "korean/prices.txt", THREAD / english))  # type: ignore[arg-type]
    assert not keys(one) & keys(other)
    assert compare(one, other, Thresholds()).answer != "same"
