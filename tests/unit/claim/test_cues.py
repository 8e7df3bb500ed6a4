"""What the words of a cue leave of certainty."""

import pytest

from tumen.claim.cues import cue_certainty, is_negative


@pytest.mark.parametrize(
    ("cue", "is_sourced", "certainty"),
    [
        ("said", True, None),
        ("", False, None),
        ("believes", True, "probable"),
        ("has long Suspected", True, "possible"),
        ("said he believed", True, "probable"),
        ("fears", True, "possible"),
        ("worries", True, "possible"),
        ("are worried", True, "possible"),
        ("is said", False, "possible"),  # hearsay; with a source the same word says nothing
        ("is known", False, "certain"),
        ("allegedly", False, "possible"),
        ("is believed", False, "probable"),
        ("claimed", False, "possible"),
        ("claimed", True, None),
    ],
)
def test_the_last_word_with_a_meaning_decides(cue: str, is_sourced: bool, certainty: str | None) -> None:
    assert cue_certainty(cue, is_sourced=is_sourced) == certainty


@pytest.mark.parametrize("form", ["deny", "denies", "denied", "denying", "dismisses", "dismissed", "refuted", "rejecting"])
def test_forms_of_verbs_are_made(form: str) -> None:
    assert is_negative(f"flatly {form}")


@pytest.mark.parametrize(
    ("cue", "is_so"), [("didn’t think", True), ("do not believe", True), ("think", False), ("did not say", False)]
)
def test_a_belief_that_is_not_held_is_negative(cue: str, is_so: bool) -> None:
    assert is_negative(cue) is is_so
