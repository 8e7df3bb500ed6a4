"""The claim that holds words. Comes in: claims and a span. Goes out: ids of claims."""

from collections.abc import Sequence

from tumen.records import Claim, Span


def claims_at(span: Span, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The innermost claim whose content holds words; none where nobody says them."""
    holding = [claim for claim in claims if any(piece.holds(span) for piece in claim.content)]
    return (min(holding, key=lambda claim: sum(map(len, claim.content))).id,) if holding else ()
