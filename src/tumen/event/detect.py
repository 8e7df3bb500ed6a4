"""Drafts and claims -> events. Comes in: drafts of events, the claims of the report. Goes out: events in text order.

Each draft is given the innermost claim that tells of it, and what the voices around it make of it.
"""

from collections.abc import Iterable, Iterator, Sequence

from tumen.event.draft import Draft
from tumen.ids import make_id
from tumen.records import Claim, Event, Factuality, Report, Source, Span, TimeFrame
from tumen.spanindex import SpanIndex


def find_events(
    report: Report, drafts: Iterable[Draft], sources: Sequence[Source], claims: Sequence[Claim]
) -> tuple[Event, ...]:
    """The events of `drafts`, each with the claim that tells of it. The place of a source is no event's place, a noun in the name of a
    source no event."""
    naming = SpanIndex((span, span) for span in _naming(sources, claims))
    held = _Holding(claims)
    events = []
    for draft in drafts:
        claim = held.claim_of(draft.main)
        if claim is None or (draft.is_noun and naming.overlapping(draft.main)):
            continue
        factuality, frame = _factuality(draft, claim)
        place = draft.place if draft.place and not naming.overlapping(draft.place) else None
        id_ = make_id("event", report.id, draft.type, draft.trigger.start, draft.trigger.end)
        events.append(
            Event(
                id_, draft.type, draft.trigger, (claim.id,), factuality, frame, draft.is_aside, draft.time, place, draft.participants
            )
        )  # fmt: skip
    return tuple(events)


class _Holding:
    """Which claim tells of words: the innermost content that holds them; of the words of an attribution itself ("officials threatened
    to ..."), or beside one, the claim of that attribution."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._contents = SpanIndex((piece, claim) for claim in claims for piece in claim.content)
        self._own = SpanIndex((span, claim) for claim in claims for span in (*claim.cue, *claim.source))

    def claim_of(self, words: Span) -> Claim | None:
        inside = [claim for claim in self._contents.overlapping(words) if any(piece.holds(words) for piece in claim.content)]
        if inside:
            return min(inside, key=lambda claim: sum(len(piece) for piece in claim.content))
        if own := self._own.overlapping(words):
            return own[0]
        near = Span(max(words.start - 200, 0), words.end + 200)
        beside = [
            (min(piece.gap(words) for piece in claim.content), number, claim)
            for number, claim in enumerate(self._contents.overlapping(near))
        ]
        return min(beside)[2] if beside else None


def _factuality(draft: Draft, claim: Claim) -> tuple[Factuality, TimeFrame | None]:
    """What the sentence says, and of the main event of a claim also what the claim says."""
    certainty, negative, frame = draft.status
    is_main = not any(piece.holds(verb) for piece in claim.content for verb in draft.above)
    if is_main and not claim.hedges and certainty == "certain":  # what hedges the content, the tree has told already
        certainty = claim.factuality.certainty
    is_shared = is_main or claim.time_frame == "conditional"
    return Factuality.of(certainty, is_negative=negative), frame or (claim.time_frame if is_shared else None)


def _naming(sources: Iterable[Source], claims: Iterable[Claim]) -> Iterator[Span]:
    """The words that name who says it and to whom."""
    for source in sources:
        yield from source.mentions
    for claim in claims:
        yield from claim.addressee
