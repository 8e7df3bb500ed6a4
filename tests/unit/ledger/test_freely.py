"""Numbers that stand in no event: of those who are said to have gone freely, of bodies, in answers; and what is denied without a word for it."""

import pytest

from build import a_record
from tumen.ledger import make_account


def numbers(text: str) -> list[tuple[str, int, int | None]]:
    counts = make_account(a_record(text)).counts
    return [(one.field, one.reading.value["lo"], one.reading.value["hi"]) for one in counts]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ninety foreigners went home of their own free will, the governor said.", ("coercion", 90, 90)),
        ("The coffins of six loggers came over the pass on Monday.", ("dead", 6, 6)),
        ("Nineteen bodies were pulled from the shaft at Komdok.", ("dead", 19, 19)),
        ("“How many were there?” “I counted from the roof. About forty.”", ("", 36, 44)),
        ("A hundred and twelve villagers were deported on Friday.", ("deported", 112, 112)),
        ("Seven people were killed and 31 wounded at the market.", ("injured", 31, 31)),
        ("Three miners lost their lives and two are missing.", ("dead", 3, 3)),
    ],
)
def test_what_a_number_counts(text: str, wanted: tuple[str, int, int | None]) -> None:
    assert wanted in numbers(text)


@pytest.mark.parametrize(
    "text", ["", "Six body bags were bought.", "How many sheep? Nobody knew.", "Volunteers helped voluntarily."]
)
def test_what_counts_nobody(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("No civilian was harmed, the staff said.", ["kill"]),
        ("There were no casualties, the ministry said.", ["kill"]),
        ("Emigrants who ran away to Berlin have invented a round-up, the ministry said.", ["detain"]),
        ("Not a single monk was detained, the office said.", ["detain"]),
        ("Nobody detained at the market, the ministry said.", ["detain"]),
        ("None of the 21 arrested in March has come back.", []),
        ("Police have issued a no contact order for the man.", []),
    ],
)
def test_what_is_denied(text: str, denied: list[str]) -> None:
    assert [one.reading.value for one in make_account(a_record(text)).denials] == denied
