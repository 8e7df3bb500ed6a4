"""Words and how they hang together. Comes in: text, sentences, the model's reading. Goes out: words with lemma, head and relation."""

from tumen.syntax.parse import Word, parse, parse_words

__all__ = ["Word", "parse", "parse_words"]
