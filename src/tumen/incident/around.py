"""What stands around words: their sentence, the claim that holds them. Comes in: a text or claims, and a span. Goes out: a span, or ids of claims."""

import re
from collections.abc import Sequence

from tumen.records import Claim, Span

SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s|\n\s*\n")
LONGEST = 400  # code points before words within which their sentence begins


def sentence_of(text: str, span: Span) -> Span:
    """The sentence around words."""
    first = max(span.start - LONGEST, 0)
    end = SENTENCE_END.search(text, span.end)
    start = max((one.end() for one in SENTENCE_END.finditer(text, first, span.start)), default=first)
    return Span(start, end.start() if end else len(text))


def claims_at(span: Span, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The innermost claim whose content holds words; none where nobody says them."""
    holding = [claim for claim in claims if any(piece.holds(span) for piece in claim.content)]
    return (min(holding, key=lambda claim: sum(map(len, claim.content))).id,) if holding else ()
