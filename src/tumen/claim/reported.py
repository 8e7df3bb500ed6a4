"""One sentence -> the attributions in it. Comes in: tokens. Goes out: drafts (positions, not yet spans or claims).

By rule: a cue word of `cues.toml`, the source before or behind it, the content on the side that the syntax allows. Where no
rule fits, nothing is claimed. Never looks across sentences.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tumen.claim.contents import (
    content_end,
    content_start,
    goes_on,
    is_coordinated,
    left_content,
    more_content,
    opens_content,
    quote_follows,
)
from tumen.claim.cues import Cue, cues, find_cues
from tumen.claim.draft import Draft, Rule, Stretch, is_taken, stretch_of
from tumen.claim.evidential import of_adverb, of_passive
from tumen.claim.sources import source_before, source_behind
from tumen.claim.tokens import Token
from tumen.claim.words import CLAUSE_OPENERS, CONNECTIVES, DETERMINERS, MANNERS, PLURALS, PREPOSITIONS, PRONOUNS
from tumen.records import Time

LONGEST_MANNER = 7  # tokens
LONGEST_SENTENCE = 600  # tokens, a quotation being one; beyond it rules find accidents, not attributions


class Right(NamedTuple):
    """What follows a cue before its content: the token the content would begin at, the addressee, the day of saying."""

    at: int
    addressee: Stretch | None
    said: Time | None


Found = tuple[Draft, int]
"""An attribution and the number of the token after it."""


def find_attributions(tokens: Sequence[Token], times: Mapping[int, Time]) -> list[Draft]:
    """The outermost attributions of one sentence, in text order. `times` maps a position in the text to the time there."""
    if len(tokens) > LONGEST_SENTENCE:
        return []
    cited = list(find_cues(tokens))
    if cited and (whole := _of_whole_sentence(tokens, cited[-1], times)):
        return [whole]
    drafts: list[Draft] = []
    done = 0  # tokens before this one belong to an attribution already
    for cue in cited:
        if cue.first >= done and (found := _of_verb(tokens, cue, done, times, drafts)):
            drafts.append(found[0])
            done = found[1]
    for first in range(len(tokens)):
        if not is_taken(tokens[first], drafts):
            draft = of_passive(tokens, first) or of_adverb(tokens, first, drafts)
            if draft:
                drafts.append(draft)
    return sorted(drafts, key=lambda draft: min(draft.content))


def _of_whole_sentence(tokens: Sequence[Token], last: Cue, times: Mapping[int, Time]) -> Draft | None:
    """The attribution at the end that all before it is the content of: "Residents say he was dismissed, the source said." """
    found = _of_verb(tokens, last, 0, times, [])
    if found is None or found[0].rule not in ("tail", "according", "quote"):
        return None
    draft, end = found
    is_all = draft.content[0][0] == tokens[0].start and all(token.kind == "end" for token in tokens[end:])
    return draft if is_all and draft.cue and draft.content[-1][1] <= draft.cue[0] else None


def _of_verb(
    tokens: Sequence[Token], cue: Cue, done: int, times: Mapping[int, Time], drafts: Sequence[Draft]
) -> Found | None:
    """The attribution of `cue`, by the first rule that fits. Tokens before `done` belong to another one already."""
    if cue.lemma == "according to":
        return _of_according(tokens, cue, done)
    right = _read_right(tokens, cue, times)
    if cue.form.endswith("ing") or is_coordinated(tokens, cue.first):
        return _going_on(tokens, cue, right, drafts)
    if found := _inverted(tokens, cue, right, done):
        return found
    source = source_before(tokens, cue.first, done)
    if source is None or (cue.form == cue.lemma and cue.form != "state" and not _is_plural(tokens[source[1] - 1])):
        return None
    if _stands_behind_content(tokens, source, right, done):
        return _with_content_left(tokens, cue, right, done, source)
    return _with_content_right(tokens, cue, right, source)


def _going_on(tokens: Sequence[Token], cue: Cue, right: Right, drafts: Sequence[Draft]) -> Found | None:
    """ ", adding that ...", "but said ...": the source of the attribution before goes on."""
    if not drafts or not goes_on(tokens, cue, right.at):
        return None
    start = content_start(tokens, right.at)
    end = content_end(tokens, start)
    return _draft("participle", tokens, cue, right, drafts[-1].source, [stretch_of(tokens, start, end)]), end


def _inverted(tokens: Sequence[Token], cue: Cue, right: Right, done: int) -> Found | None:
    """ "...," said Kim, a trader."""
    before = tokens[cue.first - 1].kind if cue.first else "end"
    if before not in ("quote", "comma") or cue.form == "state":
        return None
    source = source_behind(tokens, right.at, before)
    left = left_content(tokens, done, cue.first)
    if source is None or left is None:
        return None
    more, end = more_content(tokens, source[1]) if quote_follows(tokens, source[1]) else ([], len(tokens))
    return _draft(_left_rule(before), tokens, cue, right, stretch_of(tokens, *source), [left, *more]), end


def _stands_behind_content(tokens: Sequence[Token], source: tuple[int, int], right: Right, done: int) -> bool:
    """Whether the content is, or begins, on the left: "..., a source said." and "The wells, a source said, were dry." """
    before = tokens[source[0] - 1].kind if source[0] > done else "end"
    if before != "comma":
        return before == "quote"
    if right.at >= len(tokens) or (tokens[right.at].kind in ("end", "comma") and not quote_follows(tokens, right.at)):
        return True
    return tokens[right.at].kind == "comma" and tokens[done].lower in DETERMINERS | PRONOUNS


def _with_content_left(tokens: Sequence[Token], cue: Cue, right: Right, done: int, source: tuple[int, int]) -> Found | None:
    left = left_content(tokens, done, source[0])
    if left is None or _is_connective(tokens, done, source[0]):
        return None
    more, end = more_content(tokens, right.at)
    rule = _left_rule(tokens[source[0] - 1].kind)
    return _draft(rule, tokens, cue, right, stretch_of(tokens, *source), [left, *more]), end


def _with_content_right(tokens: Sequence[Token], cue: Cue, right: Right, source: tuple[int, int]) -> Found | None:
    if not opens_content(tokens, right.at, cue):
        return None
    start = content_start(tokens, right.at)
    end = content_end(tokens, start)
    if cue.form == "state":
        rule: Rule = "state"
    elif tokens[start].kind == "quote":
        rule = "quote"
    else:
        rule = "clause" if tokens[start].lower in CLAUSE_OPENERS else "bare"
    return _draft(rule, tokens, cue, right, stretch_of(tokens, *source), [stretch_of(tokens, start, end)]), end


def _draft(
    rule: Rule, tokens: Sequence[Token], cue: Cue, right: Right, source: Stretch | None, content: list[Stretch]
) -> Draft:
    words = stretch_of(tokens, cue.first, cue.last)
    return Draft(rule, source, words, content, cue.lemma, right.addressee, right.said)


def _left_rule(before: str) -> Rule:
    return "quote" if before == "quote" else "tail"


def _of_according(tokens: Sequence[Token], cue: Cue, done: int) -> Found | None:
    end = cue.last
    while end < len(tokens) and tokens[end].kind == "word":
        end += 1
    if end == cue.last:
        return None
    content = []
    if left := left_content(tokens, done, cue.first):
        content.append(left)
    more, stop = more_content(tokens, end)
    content += more
    if not content:
        return None
    return Draft(
        "according", stretch_of(tokens, cue.last, end), stretch_of(tokens, cue.first, cue.last), content, cue.lemma
    ), stop


def _read_right(tokens: Sequence[Token], cue: Cue, times: Mapping[int, Time]) -> Right:
    """Skips over whom it was said to, when, and in which way ("by telephone", "in an interview"), in any order."""
    at, addressee, said = cue.last, None, None
    while at < len(tokens):
        if said is None and (found := _time_at(tokens, at, times)):
            said, at = found
        elif addressee is None and (end := _addressee_end(tokens, at, cue)):
            to = at + 1 if tokens[at].lower in ("to",) else at
            addressee, at = stretch_of(tokens, to, end), end
        elif end := _manner_end(tokens, at):
            at = end
        else:
            break
    return Right(at, addressee, said)


def _manner_end(tokens: Sequence[Token], at: int) -> int | None:
    """The token after a few words such as "in an interview", if the sentence goes on behind them as it would without them."""
    if tokens[at].lower not in MANNERS:
        return None
    for end in range(at + 1, min(at + LONGEST_MANNER, len(tokens))):
        if tokens[end].kind in ("comma", "end", "quote") or tokens[end].lower == "that":
            return end if end > at + 1 else None
        if tokens[end].kind != "word":
            return None
    return None


def _time_at(tokens: Sequence[Token], at: int, times: Mapping[int, Time]) -> tuple[Time, int] | None:
    while at < len(tokens) and tokens[at].lower in ("on", "in", "late", "early", "the"):
        at += 1
    if at == len(tokens) or tokens[at].start not in times:
        return None
    time = times[tokens[at].start]
    end = at
    while end < len(tokens) and tokens[end].end - tokens[at].start <= len(time.span):
        end += 1
    return time, end


def _addressee_end(tokens: Sequence[Token], at: int, cue: Cue) -> int | None:
    """The token after the words that name whom it is said to, or `None` if no such words stand at `at`."""
    start = at
    if tokens[at].lower in ("to",):
        start += 1
        if start == len(tokens) or not (
            tokens[start].text[0].isupper() or tokens[start].lower in DETERMINERS | {"us", "me", "reporters"}
        ):
            return None
    elif cue.lemma not in cues().addressed or tokens[at].lower in CLAUSE_OPENERS:
        return None
    if tokens[start].kind != "word":
        return None
    end = start + 1
    if tokens[start].text[0].isupper() and tokens[start].lower not in DETERMINERS:
        while end < len(tokens) and tokens[end].kind == "word" and tokens[end].text[0].isupper():
            end += 1
    elif tokens[start].lower in DETERMINERS:
        while end < len(tokens) and tokens[end].kind == "word" and tokens[end].lower not in _AFTER_NOUN and end < start + 6:
            end += 1
    return end


_AFTER_NOUN = CLAUSE_OPENERS | DETERMINERS | PRONOUNS | PREPOSITIONS


def _is_connective(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but "however" or the like stands in front of a source."""
    words = [token.lower for token in tokens[start:end] if token.kind == "word"]
    return len(words) == 1 and words[0] in CONNECTIVES and not any(token.kind == "quote" for token in tokens[start:end])


def _is_plural(word: Token) -> bool:
    """Whether "say" and not "says" agrees with a source that ends in `word`."""
    return word.text.endswith(("s", "S")) or word.lower in PLURALS
