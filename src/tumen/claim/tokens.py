"""A stretch of text -> tokens, each outermost quotation being one token. Never looks inside quotations."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from tumen.claim.quoted import Quotation

TOKEN = re.compile(
    r"(?P<word>(?:Mr|Ms|Mrs|Dr|Gen|Col|Lt|Sgt|Maj|Capt|St|Rev|Prof|Sen|Rep|Gov|No)\.|(?:[A-Z]\.){1,4}(?![A-Z][a-z])"
    r"|[$€£¥]?\w+(?:[.,]\d+|[’'-]\w+|[’'](?=\s))*%?)"
    r"|(?P<comma>,)|(?P<end>[.?!…])|(?P<break>--|[;:—–()\[\]/])|(?P<other>\S)"
)

TokenKind = Literal["word", "comma", "end", "break", "other", "quote"]


class Token(NamedTuple):
    text: str
    start: int
    end: int
    kind: TokenKind

    @property
    def lower(self) -> str:
        return self.text.lower()


def tokenize(text: str, start: int, end: int, quotations: Iterable[Quotation]) -> list[Token]:
    """The tokens of `text[start:end]`; positions count from the start of `text`."""
    tokens: list[Token] = []
    at = start
    for quotation in quotations:
        if quotation.end <= at or quotation.start >= end:
            continue
        tokens.extend(_plain(text, at, quotation.start))
        stop = min(quotation.end, end)
        tokens.append(Token(text[quotation.start : stop], quotation.start, stop, "quote"))
        at = stop
    tokens.extend(_plain(text, at, end))
    return tokens


def _plain(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(match.group(), match.start(), match.end(), match.lastgroup)  # type: ignore[arg-type]
        for match in TOKEN.finditer(text, start, end)
    ]
