"""Trees written by hand, for tests that must not depend on a model: a line a word, as in CoNLL-U but for what is not needed."""

from tumen.event.clause import Tree
from tumen.records import Span
from tumen.syntax import Word


def words_of(block: str) -> tuple[str, tuple[Word, ...]]:
    """The text of a block of lines `form upos head relation`, words joined by spaces, and its words. Heads count from 1; 0 is the root."""
    rows = [line.split() for line in block.strip().splitlines()]
    words, at = [], 0
    for number, (form, upos, head, relation) in enumerate(rows):
        above = int(head) - 1 if int(head) else number
        words.append(Word(Span(at, at + len(form)), form.lower(), upos, above, relation))
        at += len(form) + 1
    return " ".join(row[0] for row in rows), tuple(words)


def tree_of(block: str) -> Tree:
    """The tree of a block of lines."""
    text, words = words_of(block)
    return Tree(words, [text[word.span.start : word.span.end] for word in words])
