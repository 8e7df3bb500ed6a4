"""GUM -> examples with mentions. Comes in: a CoNLL-U file with GUM's `Entity=` column. Goes out: texts that teach all heads of words."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from train.examples import Example, Mention
from train.ud import to_example
from tumen.measure.conllu import Document, read_conllu
from tumen.measure.gum import read_entities


class Marked(NamedTuple):
    """The mentions of a document, in the order of their heads, and how many more there are whose head another one has."""

    mentions: list[Mention]
    lost: int


def read_gum(path: Path) -> Iterator[Example]:
    """The documents of GUM, in order, with parts of speech, lemmas, trees and mentions."""
    return (to_example(document, mentions_of(document).mentions) for document in read_conllu(path))


def mentions_of(document: Document) -> Marked:
    """The mentions, each with the one before it in its chain. Of two with the same head the shorter stays: the longer one is
    mostly a clause around it ("he is a wrongdoer")."""
    entities = read_entities(document)
    by_head = {each.head: each for each in sorted(entities, key=lambda each: each.first - each.last)}
    latest: dict[str, int] = {}
    mentions: list[Mention] = []
    for head in sorted(by_head):
        first, last, _, kind, chain = by_head[head]
        mentions.append(Mention(first, last, head, kind, latest.get(chain)))
        latest[chain] = head
    return Marked(mentions, len(entities) - len(mentions))
