"""Words and trees against gold. Comes in: gold documents, and what was read for their own words. Goes out: scores.

All are shares of the words, punctuation among them, from 0 to 1, higher is better; as in the CoNLL 2018 shared task (Zeman et
al., 2018), where words are given and not looked for:

- `upos`: the part of speech is right.
- `lemma`: the lemma is right, in its case too; any is where the annotators gave none ("_").
- `uas`: the head is right, or the word is rightly a root.
- `las`: the head is right and so is the relation, its subtype left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tumen.measure.conllu import Document


class Parsed(NamedTuple):
    """What was read of one word; `head` is its number in the document, its own for a root."""

    lemma: str
    upos: str
    head: int
    relation: str


@dataclass
class SyntaxScores:
    """How many words there are, and of how many each is right."""

    words: int = 0
    right_upos: int = 0
    right_lemmas: int = 0
    right_heads: int = 0
    right_arcs: int = 0

    @property
    def upos(self) -> float:
        return self.right_upos / max(self.words, 1)

    @property
    def lemma(self) -> float:
        return self.right_lemmas / max(self.words, 1)

    @property
    def uas(self) -> float:
        return self.right_heads / max(self.words, 1)

    @property
    def las(self) -> float:
        return self.right_arcs / max(self.words, 1)


def score_syntax(texts: Iterable[tuple[Document, Sequence[Parsed]]]) -> SyntaxScores:
    """The scores over all words of all texts. Raises `ValueError` if a text was read with other words than gold has."""
    scores = SyntaxScores()
    for gold, found in texts:
        rows = zip(found, gold.lemmas, gold.upos, gold.heads, gold.relations, strict=True)
        for word, lemma, upos, head, relation in rows:
            is_head_right = word.head == head
            scores.words += 1
            scores.right_upos += word.upos == upos
            scores.right_lemmas += lemma in ("_", word.lemma)
            scores.right_heads += is_head_right
            scores.right_arcs += is_head_right and word.relation.partition(":")[0] == relation
    return scores
