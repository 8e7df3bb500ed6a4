"""Passages -> sentences. Comes in: text and passages. Goes out: views of single sentences, boilerplate left out."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import sentencex

from tumen.passage.paragraphs import split_passages
from tumen.records import Passage
from tumen.view import Sentence, View

CREDIT = re.compile(r"[\[(][^\])]*[\])]")  # "(Border Ledger)", "[Map: the valley]": who made the picture, or what it is
OPENING_AT_END = re.compile(r"\s(?P<mark>[“\"«„]|``)\s*$")
READ_KINDS = ("headline", "caption", "body")


def split_sentences(text: str, passages: Sequence[Passage], language: str) -> tuple[Sentence, ...]:
    """The sentences of headlines, captions and the body, in text order. `language` is an ISO 639-1 code.

    A quotation of several sentences stays in one piece: sentencex does not break inside quotation marks.
    """
    sentences: list[Sentence] = []
    for number, passage in enumerate(passages):
        if passage.kind not in READ_KINDS:
            continue
        view = View.of(text, passage.span)
        if passage.kind == "headline":
            sentences.append(Sentence(view, number, passage.kind))
            continue
        begun = 0  # where an opening quotation mark stands that was put to the sentence before
        for boundary in sentencex.get_sentence_boundaries(language, view.text):
            start, end = begun or boundary["start_index"], boundary["end_index"]
            opening = OPENING_AT_END.search(view.text, start, end) if end < len(view.text) else None
            begun = opening.start("mark") if opening else 0
            words = view.text[start : begun or end]
            is_credit = passage.kind == "caption" and CREDIT.fullmatch(words.strip())
            if words.strip() and not is_credit:
                start += len(words) - len(words.lstrip())
                sentences.append(Sentence(view.part(start, start + len(words.strip())), number, passage.kind))
    return tuple(sentences)


class Starts(NamedTuple):
    """The code points where the passages and the sentences of an English text begin: what the model is told of them."""

    passages: list[int]
    sentences: list[int]


def find_starts(text: str) -> Starts:
    """Of a text that is not a report: a text of a corpus, or one to train on."""
    passages = split_passages(text)
    return Starts(
        [passage.span.start for passage in passages],
        [sentence.span.start for sentence in split_sentences(text, passages, "en")],
    )
