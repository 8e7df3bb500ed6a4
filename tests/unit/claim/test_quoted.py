"""Quotations are found whatever marks a typesetter used, and nothing is made up where marks are lost."""

import pytest

from tumen.claim.quoted import find_quotations


def quotations(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We left,” she said. “At night.”", ["“We left,”", "“At night.”"]),
        ('"We left," she said. "At night."', ['"We left,"', '"At night."']),
        ("``We left,'' she said. ``At night.''", ["``We left,''", "``At night.''"]),
        ("«We left», she said.", ["«We left»"]),
        ("‘We left,’ she said.", ["‘We left,’"]),
        ("She said “he called it ‘a trap’ and ran.”", ["“he called it ‘a trap’ and ran.”"]),
        ("It’s the guards’ fault, the brokers’ too.", []),
        ("It's the guards' fault.", []),
    ],
)
def test_marks_of_every_kind(text: str, found: list[str]) -> None:
    assert quotations(text) == found


def test_a_quotation_left_open_runs_to_the_end_and_says_so() -> None:
    (quotation,) = find_quotations("She said: “We left at night.")
    assert not quotation.is_closed


def test_a_closing_mark_without_an_opening_one_is_passed_over() -> None:
    assert quotations("We left,” she said. “At night.”") == ["“At night.”"]
