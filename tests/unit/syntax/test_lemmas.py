"""Scripts of lemmas: one serves many words."""

import pytest

from tumen.syntax.lemmas import apply, script_of


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("The", "the", "lower-0+"),
        ("Guards", "guard", "lower-1+"),
        ("Countries", "country", "lower-3+y"),
        ("tried", "try", "lower-3+y"),
        ("Ryanggang", "Ryanggang", "same-0+"),
        ("Koreans", "Korean", "same-1+"),
        ("CHINA", "China", "title-0+"),
        ("ngo", "NGO", "upper-0+"),
        ("12,500", "12500", "digits-0+"),
        ("were", "be", "=be"),
        ("n’t", "not", "lower-2+ot"),
    ],
)
def test_scripts(form: str, lemma: str, script: str) -> None:
    assert script_of(form, lemma) == script
    assert apply(script, form) == lemma


def test_a_script_that_leaves_nothing_of_the_form_is_not_applied() -> None:
    assert apply("lower-3+y", "IES") == "ies"
    assert apply("same-3+y", "Ri", is_name=True) == "Ri"
