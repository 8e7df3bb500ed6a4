"""Places that the gazetteer lacks, by the model and the words around them."""

import pytest

from build import sentences_of
from tumen.ground import find_places, find_unlisted
from tumen.records import Place, Span
from tumen.spanindex import SpanIndex


def unlisted(text: str, *named: str) -> list[Place]:
    """The places found, where the model takes the words `named` for places."""
    sentences = sentences_of(text)
    known = SpanIndex((place.span, place) for place in find_places(sentences))
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in named]
    return list(find_unlisted(sentences, spans, known))


@pytest.mark.parametrize(
    ("text", "named", "wanted"),
    [
        ("Two surgeons were abducted near Kulbus.", "Kulbus", "Kulbus"),
        ("Men were led away by soldiers at Elabered.", "Elabered", "Elabered"),
        ("They were held in the Akrestsina detention centre.", "Akrestsina", "Akrestsina"),
        ("Nile Clinics warned that the men of Tesfay would come.", "Tesfay", None),  # no word says where
        ("They spoke in the Akrestsina language.", "Akrestsina", None),  # an article, and no kind of place
        ("The group lives in Seoul now.", "Seoul", None),  # the gazetteer has it
        ("They fled to Kulbus Daily offices.", "Kulbus", None),  # part of another name
    ],
)
def test_the_model_and_a_word_before_must_agree(text: str, named: str, wanted: str | None) -> None:
    assert [place.name for place in unlisted(text, named)] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Militiamen drove 6,000 people from Ardamel, a district of El Geneina.", "Ardamel"),
        ("They were deported through the Islam Qala crossing on Sunday.", "Islam Qala"),
        ("A hillside gave way above the hamlet of Barkandi.", "Barkandi"),
        ("Houses fell in Nurgal district.", "Nurgal"),
    ],
)
def test_words_that_explain_a_name_are_enough(text: str, wanted: str) -> None:
    assert [place.name for place in unlisted(text)] == [wanted]


def test_the_place_behind_it_holds_it() -> None:
    (place,) = unlisted("The women were taken away by truck and held at Bozdag, Ryanggang Province.", "Bozdag")
    assert (place.id, place.within, place.country, place.rule) == (None, "KP-10", "KP", "kind")
