"""What kind of voice some words name, and which words name the same voice."""

import pytest

from build import a_report, find_places, sentences_of
from tumen.claim.kinds import kind_of
from tumen.claim.voices import Voices
from tumen.records import Span


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
    assert kind_of(words) == kind


def numbers(text: str, *sources: str, things: dict[str, object] | None = None) -> list[int]:
    """The numbers of the voices that `sources` name, which follow each other in `text`."""
    at, spans = 0, []
    for words in sources:
        at = text.index(words, at)
        spans.append(Span(at, at + len(words)))
        at += len(words)
    known = {span: things[words] for span, words in zip(spans, sources, strict=True) if things and words in things}
    voices = Voices(a_report(text), (), known)
    return [voices.add(words, span) for words, span in zip(sources, spans, strict=True)]


@pytest.mark.parametrize(
    ("sources", "wanted"),
    [
        (("Kim Chol Su", "Kim"), [1, 1]),
        (("Kim Chol Su", "Mr. Kim", "Lee", "Chol"), [1, 1, 2, 1]),
        (("A source in Hyesan", "The source", "the same source"), [1, 1, 1]),
        (("A source", "Another source", "The source"), [1, 2, 2]),
        (("a source", "a source"), [1, 2]),
        (("the Ministry", "Ministry"), [1, 1]),
        (("Frontier Wire", "the Frontier Wire"), [0, 0]),  # the outlet of the report
        (("Neighbors", "neighbors"), [1, 1]),
        (("He", "he"), [1, 2]),  # whom a pronoun means is not guessed
    ],
)
def test_the_same_words_are_the_same_voice(sources: tuple[str, ...], wanted: list[int]) -> None:
    assert numbers(" ... ".join(sources), *sources) == wanted


def test_a_pronoun_is_the_voice_that_names_the_same_thing() -> None:
    things = {"Kim Chol Su": (0, 4), "Lee Yong Ho": (0, 5), "He": (0, 4), "she": (0, 9), "they": (1, 4)}
    text = "Kim Chol Su ... Lee Yong Ho ... He ... she ... they"
    assert numbers(text, *text.split(" ... "), things=things) == [1, 2, 1, 3, 4]  # type: ignore[arg-type]


def test_one_place_in_the_text_is_one_mention_however_often_it_is_a_source() -> None:
    voices = Voices(a_report("A source said it."), (), {})
    assert voices.add("A source", Span(0, 8)) == voices.add("A source", Span(0, 8)) == 1
    assert voices.sources()[1].mentions == (Span(0, 8),)
    assert [source.kind for source in voices.sources()] == ["outlet", "anonymous_person"]


def test_a_voice_that_nobody_names_is_a_voice_of_its_own_with_an_id_of_its_own() -> None:
    voices = Voices(a_report("“Yes.” “No.”", outlet=None), (), {})
    one, other = voices.add_unknown(), voices.add_unknown()
    assert voices.id(one) != voices.id(other)
    assert voices.number(voices.id(other)) == other
    assert [(source.kind, source.description) for source in voices.sources()] == [
        ("outlet", None), ("unknown", None), ("unknown", None)
    ]  # fmt: skip


def test_where_a_source_is_comes_from_its_words() -> None:
    text = "A source in Ryanggang Province said so."
    voices = Voices(a_report(text), find_places(sentences_of(text)), {})
    voices.add("A source in Ryanggang Province", Span(0, 30))
    place = voices.sources()[1].place
    assert place is not None
    assert (place.name, place.id) == ("Ryanggang", "KP-10")
