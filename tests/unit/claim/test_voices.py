"""What kind of voice the words name."""

import pytest

from build import a_record


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A source in the province", "anonymous_person"),
        ("A Ryanggang Province source", "anonymous_person"),
        ("One resident", "anonymous_person"),
        ("An official who asked not to be named", "anonymous_person"),
        ("Neighbors", "group"),
        ("Many people", "group"),
        ("Residents of Hyesan", "group"),
        ("Kim Chol Su", "named_person"),
        ("Mr. Kim", "named_person"),
        ("The Ministry of Unification", "organisation"),
        ("The authorities", "organisation"),
        ("The notice", "document"),
        ("Radio Frontier", "outlet"),
        ("Yonhap", "outlet"),
        ("It", "unknown"),
    ],
)
def test_kind(words: str, kind: str) -> None:
    record = a_record(f"{words} said that the border was closed.")
    assert [source.kind for source in record.sources[1:]] == [kind]


def test_a_surname_is_the_full_name_before_it() -> None:
    record = a_record("Kim Chol Su said that rice was short. Kim said that maize was short.")
    (source,) = record.sources[1:]
    assert [record.read(mention) for mention in source.mentions] == ["Kim Chol Su", "Kim"]


def test_a_pronoun_is_tied_to_nobody_by_rule() -> None:
    record = a_record("Kim Chol Su said that rice was short. Lee Yong Ho laughed. He said that maize was short.")
    assert len(record.sources) == 3


def test_where_a_source_is_comes_from_its_words() -> None:
    record = a_record("Rice is short in Ryanggang Province. A source in the province said that maize is short too.")
    place = record.sources[1].place
    assert place is not None
    assert (place.name, place.id) == ("Ryanggang", "KP-10")
