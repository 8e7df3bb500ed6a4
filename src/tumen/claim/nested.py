"""Voices inside a voice: a content is read again as a text of its own. Comes in: a draft. Goes out: drafts nested in it."""

import re
from collections.abc import Mapping

from tumen.claim.draft import Draft, Stretch
from tumen.claim.quoted import MARKS, Quotation, find_quotations
from tumen.claim.reported import find_attributions
from tumen.claim.tokens import tokenize
from tumen.records import Time

DEEPEST_NESTING = 4
SENTENCE = re.compile(r"\S.*?(?:[.?!…]+[”’\"']*(?=\s+[“‘\"A-Z])|$)", re.DOTALL)
FIRST_PERSON = ("I", "we", "We")  # "I think", "we think" inside a quotation: the voice itself, not another


def nest(draft: Draft, text: str, times: Mapping[int, Time], depth: int = 1) -> None:
    """Fills `draft.nested`, and theirs in turn. Contents without a source of their own are fragments and left alone."""
    if depth > DEEPEST_NESTING or draft.rule in ("adverb", "passive"):
        return
    for piece in draft.content:
        start, end = _inside(text, piece)
        inner = [Quotation(start + q.start, start + q.end, True) for q in find_quotations(text[start:end]) if q.is_closed]
        for sentence in SENTENCE.finditer(text, start, end):
            for nested in find_attributions(tokenize(text, sentence.start(), sentence.end(), inner), times):
                if nested.source is None or text[slice(*nested.source)] not in FIRST_PERSON:
                    nest(nested, text, times, depth + 1)
                    draft.nested.append(nested)


def _inside(text: str, piece: Stretch) -> Stretch:
    """A piece without the quotation marks around all of it, or without its opening "that"."""
    start, end = piece
    if text.startswith("that ", start):
        return start + len("that "), end
    quotations = find_quotations(text[start:end])
    if quotations and quotations[0].start == 0 and quotations[0].end == end - start:
        opening = MARKS.match(text, start)
        width = len(opening.group()) if opening else 1
        return start + width, end - width if quotations[0].is_closed else end
    return start, end
