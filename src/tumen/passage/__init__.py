"""Report -> Passages -> Sentences. Comes in: canonical text. Goes out: spans and views of it. Never edits the text."""

from tumen.passage.paragraphs import split_passages
from tumen.passage.sentences import READ_KINDS, find_starts, split_sentences

__all__ = ["READ_KINDS", "find_starts", "split_passages", "split_sentences"]
