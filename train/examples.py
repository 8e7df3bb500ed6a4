"""What people marked in a text, whatever corpus it is from. Comes out of the loaders, goes into the network's training."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tumen.measure.attribution import Attribution
from tumen.records import Span


class Mention(NamedTuple):
    """Words `[first, last]` that name something of `kind`; `head` is their main word. `before` is the head of the nearest earlier
    mention of the same thing in this text, or `None`. All four count words of the example."""

    first: int
    last: int
    head: int
    kind: str
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what is marked in it; `None` means nobody looked, and the network learns nothing from that.

    `words` are spans of `text`, in order, none overlapping; `sentences` are ranges `[first, stop)` of words. Then, one a word:
    `upos`, `lemmas`, `heads` (the number of the head word; its own number for a root) and `relations` (without subtypes).
    `factuality` is -3 (certainly not) to +3 (certainly so), by number of the word, on the scale of the corpus `scale`.
    `attributions[0]` are those inside no other, `attributions[1]` those inside one, and so on.
    `settings` are whom something is said to ("addressee") and when ("said").
    """

    text: str
    words: Sequence[Span] = ()
    sentences: Sequence[tuple[int, int]] = ()
    upos: Sequence[str] | None = None
    lemmas: Sequence[str] | None = None
    heads: Sequence[int] | None = None
    relations: Sequence[str] | None = None
    mentions: Sequence[Mention] | None = None
    factuality: Mapping[int, float] | None = None
    scale: str = ""
    attributions: Sequence[Sequence[Attribution]] | None = None
    settings: Sequence[tuple[str, Span]] | None = None
