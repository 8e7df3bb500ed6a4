"""An attribution while it is read. Goes out of the rules, into the reader; never leaves the room."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from tumen.claim.tokens import Token
from tumen.records import Time

Rule = Literal[
    "quote", "tail", "clause", "bare", "according", "participle", "state", "passive", "adverb", "uncued", "narrated"
]
Stretch = tuple[int, int]
"""`[start, end)` in the flat text of one paragraph."""


@dataclass(slots=True)
class Draft:
    """An attribution as stretches `[start, end)` of one paragraph's flat text. `nested` are those inside its content."""

    rule: Rule
    source: Stretch | None
    cue: Stretch | None
    content: list[Stretch]
    lemma: str = ""
    addressee: Stretch | None = None
    said: Time | None = None
    nested: list["Draft"] = field(default_factory=list)


def is_taken(token: Token, drafts: Sequence[Draft]) -> bool:
    return any(start < token.end and token.start < end for draft in drafts for start, end in draft.content)


def stretch_of(tokens: Sequence[Token], first: int, last: int) -> Stretch:
    return tokens[first].start, tokens[last - 1].end
