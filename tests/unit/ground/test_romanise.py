"""Which spellings of a Korean name share a key."""

import pytest

from tumen.ground.romanise import is_same, key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mangyongdae", "만경대"),  # Man-gyong or Mang-yong: letters do not say
        ("Shingye", "신계"),
        ("Mayang", "마양"),  # Ma-yang, not May-ang
        ("Nampoh", "남포"),
        ("Gang-nam", "강남"),  # no South here
        ("Nam-po", "Nampo"),
        ("Ra-jin", "라진"),
        ("Dae-dong", "대동"),
        ("Yonpo", "련포"),
        ("Hoiryeong", "회령"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Anju", "Onju"), ("Kilju", "Kimju"), ("Sinuiju", "Sinju"), ("South Hamgyong", "North Hamgyong")]
)
def test_two_names(one: str, other: str) -> None:
    assert not is_same(one, other)


def test_an_ending_is_told_from_a_syllable() -> None:
    assert key_of("Musan-gun").level == "county"
    assert key_of("Hamgyong-bukto").direction == "N"
    assert key_of("Nam-po").direction == ""
