"""What words of a line are."""

import pytest

from tumen.masthead import is_outlet, plain_name
from tumen.masthead.words import is_body, is_general, is_kind, is_name, is_part, says_what


def test_kinds_of_documents() -> None:
    for words in (
        "PRESS NOTE",
        "Bulletin No. 16/2021",
        "Monthly sheet",
        "War Communiqué 17",
        "Urgent communication 9",
        "vol. 7, no. 2",
    ):
        assert is_kind(words), words
    for words in ("Istanbul Uyghur Bulletin", "The Monitor", "Asia Brief", "Archive of Testimony"):
        assert not is_kind(words), words


def test_bodies_and_their_parts() -> None:
    assert is_body("Ministry for the Protection of Rivers")
    assert is_body("Lawyers' Circle of Minsk")
    assert not is_body("Police Press Conference Broken Off")
    assert not is_body("Fire at the Ministry")
    assert is_part("Uyghur desk")
    assert is_part("Directorate of Information")
    assert is_general("Central Information Bureau")
    assert not is_general("Karun Rights Desk")


def test_outlets() -> None:
    for name in ("Radio Moran", "Sozh Herald", "Times of the Valley", "Yonhap"):
        assert is_outlet(name), name
    for name in ("News of a Flood", "Ann Lee", ""):
        assert not is_outlet(name), name


def test_names_are_written_in_capitals() -> None:
    assert is_name("Register of the Missing")
    assert is_name("Revue des marches sahariennes")
    assert not is_name("What we saw")
    assert not is_name("Who Fired the Colonel?")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("RADIO LAK 96.3 FM", "RADIO LAK"),
        ("Radio Lak FM", "Radio Lak"),
        ("Kivu Plus 88.5 MHz", "Kivu Plus"),
        ("Hill FM 97.1", "Hill FM"),
        ("XABAR (The Tidings)", "XABAR"),
        ("Tin (Laos) Co., Ltd.", "Tin (Laos) Co., Ltd."),
        ("Sector 17", "Sector 17"),
        ("", ""),
    ],
)
def test_a_name_is_one_with_its_frequency_and_without(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_what_a_page_calls_itself() -> None:
    assert says_what("Weekly of the three borders. English pages") == "outlet"
    assert says_what(">> a cyclist's blog, winter leg") == "outlet"
    assert says_what("Monthly note to donors") == "document"
    assert not says_what("Families wait at the gate")
    assert not says_what("")
