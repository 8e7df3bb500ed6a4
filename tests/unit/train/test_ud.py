"""Documents of Universal Dependencies as examples, and the scripts of their lemmas."""

from train.examples import Mention
from train.ud import scripts, to_example
from tumen.measure.conllu import Document
from tumen.records import Span

DOCUMENT = Document(
    name="made up",
    text="Guards gue ssed.",
    words=(Span(0, 6), Span(7, 10), Span(11, 15), Span(15, 16)),
    sentences=((0, 4),),
    upos=("NOUN", "VERB", "X", "PUNCT"),
    lemmas=("guard", "guess", "_", "."),
    heads=(1, 1, 1, 1),
    relations=("nsubj", "root", "goeswith", "punct"),
    misc=({}, {}, {}, {}),
)


def test_an_example_has_what_the_document_has() -> None:
    example = to_example(DOCUMENT)
    assert (example.text, example.words, example.sentences) == (DOCUMENT.text, DOCUMENT.words, DOCUMENT.sentences)
    assert (example.upos, example.heads, example.relations) == (DOCUMENT.upos, DOCUMENT.heads, DOCUMENT.relations)
    assert example.mentions is None


def test_mentions_may_be_added() -> None:
    mention = Mention(0, 0, 0, "person")
    assert to_example(DOCUMENT, [mention]).mentions == [mention]


def test_each_word_has_a_script_unless_nobody_gave_its_lemma() -> None:
    assert scripts(to_example(DOCUMENT)) == ["lower-1+", "lower-0+ss", "", "lower-0+"]
