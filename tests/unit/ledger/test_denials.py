"""Denials, corrections, numbers of things: what is read in one report, and what is left alone."""

import pytest

from build import a_record
from tumen.ledger import make_account
from tumen.ledger.corrected import corrections


def denied(text: str) -> list[str]:
    return [one.reading.value for one in make_account(a_record(text, published="2021-03-09")).denials]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Not a single monk was detained, the county said.", ["detain"]),
        ("Its men had kidnapped nobody, the force said.", ["kidnap"]),
        ("No arrests took place, the mayor said.", ["arrest"]),
        ("Reports that monks were detained in Nagchu are a fabrication, the county said.", ["detain"]),
        ("All families moved of their own free will, the county said.", ["coercion"]),
        ("“Not a single person has left Musan County,” the spokesman said.", ["flee"]),
        (
            "A spokesman dismissed as a sheer fabrication the rumour spread by the media that residents of Musan had crossed the border.",
            ["cross"],
        ),
    ],
)
def test_denied_in_many_forms(text: str, types: list[str]) -> None:
    assert denied(text) == types


@pytest.mark.parametrize(
    "text",
    [
        "None of those arrested in March has come back.",
        "Nobody had been killed there before, an elder said.",
        "There was no evidence of a shooting, police said.",
        "“I had no reason to get shot,” he said.",
        "She was praying that nobody died.",
        "The families did not move voluntarily; “voluntary” is a word of the county’s.",
        "Volunteers shot a film.",
    ],
)
def test_what_is_no_denial(text: str) -> None:
    assert denied(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("There were three of them, she said, and not two, as we reported in June.", (2, 3)),
        ("Five are women, a list shows; an earlier report, based on interviews, said four.", (4, 5)),
        ("We gave the number of the arrested as 34. Ruth says that it was 36.", (34, 36)),
        ("The wire had reported three deaths, on the word of two witnesses. The fourth was a woman.", (3, 4)),
    ],
)
def test_a_number_that_is_taken_back(text: str, pair: tuple[int, int]) -> None:
    (one,) = corrections(text)
    assert (one.was, one.number) == pair


@pytest.mark.parametrize("text", ["", "not", "We had 3,000 sacks in 2014.", "It was up from bed at 6 a.m."])
def test_nothing_is_taken_back(text: str) -> None:
    assert list(corrections(text)) == []


def test_whose_age_and_whose_term_it_is() -> None:
    text = "Sergei Lukin, 58, was arrested on Monday. He was sentenced to nine years in prison."
    notes = [note.reading.value for note in make_account(a_record(text)).notes if note.kind == "numeral"]
    assert [(one["form"], one["n"], one["whom"]) for one in notes] == [
        ("age", 58, "Sergei Lukin"),
        ("term", 9, "Sergei Lukin"),
    ]
