"""Universal Dependencies -> examples. Comes in: CoNLL-U files. Goes out: texts with parts of speech, lemmas and trees."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from train.examples import Example, Mention
from tumen.measure.conllu import Document, read_conllu
from tumen.syntax.lemmas import script_of

NO_LEMMA = "_"  # of the later parts of a word that was torn apart by mistake


def read_ud(path: Path) -> Iterator[Example]:
    """The documents of a CoNLL-U file, in order, without mentions."""
    return (to_example(document) for document in read_conllu(path))


def to_example(document: Document, mentions: Sequence[Mention] | None = None) -> Example:
    """A document as the network learns from it."""
    return Example(
        document.text,
        document.words,
        document.sentences,
        document.upos,
        document.lemmas,
        document.heads,
        document.relations,
        mentions,
    )


def scripts(example: Example) -> list[str] | None:
    """For each word the script of its lemma, which is what the network learns; "" where it has none, and there is nothing to learn.
    `None` if no lemmas are marked."""
    if example.lemmas is None:
        return None
    written = (example.text[span.start : span.end] for span in example.words)
    pairs = zip(written, example.lemmas, strict=True)
    return ["" if lemma == NO_LEMMA else script_of(form, lemma) for form, lemma in pairs]
