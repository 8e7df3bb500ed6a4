"""Evidence without a speaker: "is believed to", "allegedly". Comes in: tokens. Goes out: drafts without a source."""

from collections.abc import Sequence

from tumen.claim.contents import content_end, left_content
from tumen.claim.cues import cues
from tumen.claim.draft import Draft, is_taken, stretch_of
from tumen.claim.tokens import Token
from tumen.claim.words import ADVERBS, AUXILIARIES, BE, RELATIVES, SUBORDINATORS


def of_passive(tokens: Sequence[Token], first: int) -> Draft | None:
    """ "X is believed to ...", "it is said that ..." """
    if tokens[first].lower not in BE:
        return None
    last = first + 1
    while last < len(tokens) and (tokens[last].lower in ADVERBS or tokens[last].lower.endswith("ly")):
        last += 1
    if last + 1 >= len(tokens) or tokens[last].lower not in cues().passive or tokens[last + 1].lower not in ("to", "that"):
        return None
    start = first
    while start and tokens[start - 1].text in AUXILIARIES:
        start -= 1
    cue = stretch_of(tokens, start, last + 1)
    subject = start
    while subject and tokens[subject - 1].kind in ("word", "quote", "other") and tokens[subject - 1].lower != "that":
        subject -= 1
    end = content_end(tokens, last + 1)
    in_parenthesis = subject > 0 and tokens[subject - 1].kind == "comma"
    for at in range(last + 1, end - 1):
        if tokens[at].kind == "comma" and (in_parenthesis or tokens[at + 1].lower in RELATIVES | SUBORDINATORS):
            end = at
            break
    content = [stretch_of(tokens, last + 1, end)]
    if tokens[last + 1].lower == "to":
        if subject == start:
            return None
        content.insert(0, stretch_of(tokens, subject, start))
    return Draft("passive", None, cue, content, tokens[last].lower)


def of_adverb(tokens: Sequence[Token], at: int, drafts: Sequence[Draft]) -> Draft | None:
    """ "X allegedly did ..." """
    if tokens[at].lower not in cues().adverb:
        return None
    start, end = at, at + 1
    while start and tokens[start - 1].text not in (";", "—", "–", "--") and not is_taken(tokens[start - 1], drafts):
        start -= 1
    while end < len(tokens) and tokens[end].text not in (";", "—", "–", "--") and not is_taken(tokens[end], drafts):
        end += 1
    pieces = [left_content(tokens, start, at), left_content(tokens, at + 1, content_end(tokens[:end], at))]
    content = [piece for piece in pieces if piece]
    return Draft("adverb", None, stretch_of(tokens, at, at + 1), content, tokens[at].lower) if content else None
