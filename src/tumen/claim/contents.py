"""Where a content begins and ends. Comes in: tokens around a cue. Goes out: token numbers and stretches of text."""

from collections.abc import Sequence

from tumen.claim.cues import Cue, cues, find_cues
from tumen.claim.draft import Stretch, stretch_of
from tumen.claim.sources import source_before
from tumen.claim.tokens import Token
from tumen.claim.words import CLAUSE_OPENERS, DETERMINERS, PRONOUNS, SUBJECT_PRONOUNS


def opens_content(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether a clause or quotation that `cue` can report begins at `at`."""
    if quote_follows(tokens, at):
        return True
    if at >= len(tokens) - 1 or tokens[at].kind not in ("word", "break"):
        return False
    if tokens[at].kind == "break":
        return tokens[at].text == ":" and tokens[at + 1].kind in ("word", "quote")
    if tokens[at].lower in CLAUSE_OPENERS:
        return True
    if tokens[at].lower in SUBJECT_PRONOUNS:
        return True
    opens = tokens[at].lower in DETERMINERS | PRONOUNS or tokens[at].text[0].isupper() or tokens[at].text.endswith("s")
    return cue.lemma in cues().open and opens and len(tokens) - at > 2


def is_coordinated(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and tokens[at - 1].lower in ("and", "but", "while", "whereas")


def goes_on(tokens: Sequence[Token], cue: Cue, at: int) -> bool:
    """Whether the source of the attribution before goes on with `cue`: ", adding that ...", "but said ..."."""
    is_participle = cue.form.endswith("ing") and cue.first > 0 and tokens[cue.first - 1].kind == "comma"
    return (is_participle or is_coordinated(tokens, cue.first)) and opens_content(tokens, at, cue)


def quote_follows(tokens: Sequence[Token], at: int) -> bool:
    """A quotation begins at `at`, perhaps behind a comma, a colon or a dash.

    A full stop before it stands inside a sentence only where an unbalanced mark kept the sentence from being split.
    """
    if at < len(tokens) and (tokens[at].kind in ("comma", "end") or tokens[at].text in (":", "—", "–", "--")):
        at += 1
    return at < len(tokens) and tokens[at].kind == "quote"


def left_content(tokens: Sequence[Token], start: int, end: int) -> Stretch | None:
    """What stands before a source or cue, without the comma between and a connective in front."""
    while end > start and tokens[end - 1].kind in ("comma", "break"):
        end -= 1
    while start < end and tokens[start].kind in ("comma", "end", "break"):
        start += 1
    return stretch_of(tokens, start, end) if start < end else None


def more_content(tokens: Sequence[Token], at: int) -> tuple[list[Stretch], int]:
    """The second piece of a content that source and cue stand in the middle of, and the token after it."""
    if at >= len(tokens) or not (tokens[at].kind == "comma" or quote_follows(tokens, at)):
        return [], at
    start = content_start(tokens, at)
    if start < len(tokens) and tokens[start].lower in cues().asides:
        return [], len(tokens)
    if start < len(tokens) and tokens[start].text.endswith("ing") and tokens[start].text in cues().lemma_of:
        return [], at
    end = content_end(tokens, start)
    return ([stretch_of(tokens, start, end)] if end > start else []), end


def content_start(tokens: Sequence[Token], at: int) -> int:
    """The token at which a content behind a cue begins, past a comma, colon or dash."""
    while at < len(tokens) - 1 and tokens[at].kind in ("comma", "break", "end"):
        at += 1
    return at


def content_end(tokens: Sequence[Token], start: int) -> int:
    """The token after a content that begins at `start`: where the sentence ends or another attribution takes over."""
    end = len(tokens)
    for cue in find_cues(tokens):
        if cue.first > start + 1 and (other := _taken_over(tokens, start, cue)):
            end = other
            break
    while end > start and tokens[end - 1].kind == "end":
        end -= 1
    return end


def _taken_over(tokens: Sequence[Token], start: int, cue: Cue) -> int | None:
    """The token after a content from `start` on if `cue` begins an attribution beside it and not inside it."""
    if goes_on(tokens, cue, cue.last):
        end = cue.first - 1
    elif (source := source_before(tokens, cue.first, start)) and is_coordinated(tokens, source[0]):
        end = source[0] - 1
        if tokens[end - 1].kind != "comma" or not opens_content(tokens, cue.last, cue):
            return None
    else:
        return None
    while end > start and tokens[end - 1].kind == "comma":
        end -= 1
    return end if end > start else None
