"""The forms of the scheme's words."""

import pytest

from tumen.event.forms import forms_of_noun, forms_of_verb, is_participle


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("arrest", "arresting"), ("flee", "fled"), ("seize", "seized"), ("seize", "seizing"), ("bully", "bullied"), ("bar", "barred"),
        ("traffic", "trafficked"), ("expel", "expelled"), ("clash", "clashes"), ("shoot", "shot"), ("deploy", "deployed"), ("die", "dying"),
    ],
)  # fmt: skip
def test_a_verb_is_found_in_all_its_forms(verb: str, form: str) -> None:
    assert form in forms_of_verb(verb)
    assert verb in forms_of_verb(verb)


@pytest.mark.parametrize(
    ("noun", "plural"), [("arrest", "arrests"), ("inquiry", "inquiries"), ("clash", "clashes"), ("child", "children")]
)
def test_a_noun_is_found_in_the_plural(noun: str, plural: str) -> None:
    assert forms_of_noun(noun) == {noun, plural}


def test_participles_are_known_by_their_ending_or_by_heart() -> None:
    assert is_participle("arrested")
    assert is_participle("shot")
    assert not is_participle("shoot")
    assert not is_participle("fleeing")
