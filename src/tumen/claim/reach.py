"""How far attributions reach, where their words alone leave no doubt. Comes in: attributions as the model marked them. Goes out: the same,
mended by quotation marks and by the tree.

"It" is no source of what is said of nobody ("it is said that"). A quotation that is opened in a content reaches to where it is closed. Hearsay in a relative clause ("three families, none of whom is
believed to ...") lies in the content that holds the noun which the clause is about.
"""

import re
from collections.abc import Sequence

from tumen.claim.tagged import Tagged
from tumen.records import Span
from tumen.spanindex import SpanIndex
from tumen.syntax import Word

PASSIVE = re.compile(r"(?:is|was|has been|had been) (?:\w+ly )?\w+", re.IGNORECASE)
CLOSING = {"“": "”", "„": "“", "«": "»", '"': '"'}


def drop_expletives(text: str, tagged: Sequence[Tagged]) -> None:
    """Takes the source from attributions whose source is "it" and whose cue is a passive: "it is believed that"."""
    for one in tagged:
        words = [text[span.start : span.end].lower() for span in one.source]
        if words == ["it"] and PASSIVE.match(text, one.cue.start, one.cue.end):
            one.source.clear()


def close_quotations(text: str, tagged: Sequence[Tagged], bounds: Sequence[Span]) -> None:
    """Lets each content that opens a quotation reach to its end, if that stands in the same one of `bounds` and no other attribution's
    source or cue stands between."""
    marked = SpanIndex((span, span) for one in tagged for span in (one.cue, *one.source))
    around = SpanIndex((span, span) for span in bounds)
    for one in tagged:
        for number, piece in enumerate(one.content):
            bound = next((span for span in around.overlapping(piece) if span.holds(piece)), None)
            end = _closing(text, piece, bound.end) if bound else None
            if end and not marked.overlapping(Span(piece.end, end)):
                one.content[number] = Span(piece.start, end)
        one.content[:] = [
            piece for piece in one.content if not any(other is not piece and other.holds(piece) for other in one.content)
        ]


def _closing(text: str, piece: Span, limit: int) -> int | None:
    """Where the quotation ends that `piece` opens and does not close; `None` if there is none."""
    waiting = ""
    for at in range(piece.start, piece.end):
        if waiting and text[at] == waiting:
            waiting = ""
        elif not waiting and text[at] in CLOSING:
            waiting = CLOSING[text[at]]
    at = text.find(waiting, piece.end, limit) if waiting else -1
    return at + 1 if at >= 0 else None


def nest_relatives(words: Sequence[Word], tagged: Sequence[Tagged]) -> None:
    """Puts hearsay without a source, that hangs as a relative clause on a word in another's content, into that content."""
    at = SpanIndex((word.span, number) for number, word in enumerate(words))
    contents = SpanIndex((piece, one) for one in tagged for piece in one.content)
    for one in tagged:
        if one.source or one.parent or not (numbers := at.overlapping(one.cue)):
            continue
        own = [one.cue, *one.content]
        number = numbers[-1]
        while words[number].head != number and any(span.overlaps(words[number].span) for span in own):
            number, relation = words[number].head, words[number].relation
            if relation == "acl":
                break
        else:
            continue
        outer = next((other for other in contents.overlapping(words[number].span) if other is not one), None)
        if outer and outer.parent is not one:
            one.parent = outer
            piece = next(span for span in outer.content if span.overlaps(words[number].span))
            end = max(span.end for span in own)
            outer.content[outer.content.index(piece)] = Span(piece.start, max(piece.end, end))
