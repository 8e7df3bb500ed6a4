"""One sentence -> the attributions in it. Comes in: tokens. Goes out: drafts (positions, not yet spans or claims).

By rule: a cue word of `cues.toml`, the source before or behind it, the content on the side that the syntax allows. Where no
rule fits, nothing is claimed. Never looks across sentences.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tumen.claim.cues import cues
from tumen.claim.tokens import Token
from tumen.records import Time

Rule = Literal["quote", "tail", "clause", "bare", "according", "participle", "state", "passive", "adverb", "uncued"]
Stretch = tuple[int, int]

DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your another other some many most several few one two three "
    "four five six both all each every no any such certain".split()
)
PRONOUNS = frozenset("he she they we i it who one others some many".split())
FINITE = frozenset(
    "is are was were has have had will would can could may might must do does did be been isn’t aren’t wasn’t weren’t".split()
)
BE = frozenset("is are was were been be".split())
RELATIVES = frozenset("who which that whose whom".split())
CONNECTIVES = frozenset(
    "that and but while as because when if after before since although though so where whereas however nevertheless meanwhile "
    "indeed moreover also yet still then thus therefore later now".split()
)
PREPOSITIONS = frozenset(
    "in on at by with for from to of during after before under over amid among despite through into about against within "
    "without near following regarding".split()
)
CLAUSE_OPENERS = frozenset("that how whether why what where who if when which".split())
AUXILIARIES = frozenset("has have had".split())
ADVERBS = frozenset(
    "also later further previously recently already repeatedly often always now once only even since first".split()
)
NEGATIONS = frozenset("not never didn’t don’t doesn’t haven’t hasn’t didn't don't doesn't haven't hasn't cannot to".split())
LONGEST_SOURCE = 18  # tokens; PolNeAR train: 97 % of the sources are shorter


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


class Cue(NamedTuple):
    """A cue word in tokens `[first, last)`, with its auxiliaries."""

    first: int
    last: int
    lemma: str
    form: str


class Right(NamedTuple):
    """What follows a cue before its content: the token the content would begin at, the addressee, the day of saying."""

    at: int
    addressee: Stretch | None
    said: Time | None


def find_attributions(tokens: Sequence[Token], times: Mapping[int, Time]) -> list[Draft]:
    """The outermost attributions of one sentence, in text order. `times` maps a position in the text to the time there."""
    drafts: list[Draft] = []
    done = 0  # tokens before this one belong to an attribution already
    for cue in _verb_cues(tokens):
        if cue.first >= done and (found := _of_verb(tokens, cue, done, times, drafts)):
            drafts.append(found[0])
            done = found[1]
    for first in range(len(tokens)):
        if not _is_taken(tokens[first], drafts):
            draft = _of_passive(tokens, first) or _of_adverb(tokens, first, drafts)
            if draft:
                drafts.append(draft)
    return sorted(drafts, key=lambda draft: min(draft.content))


# ------------------------------------------------------------------------------------------------------- verbs


def _verb_cues(tokens: Sequence[Token]) -> Iterator[Cue]:
    for i, token in enumerate(tokens):
        if token.kind != "word":
            continue
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if token.lower == "according" and following == "to":
            yield Cue(i, i + 2, "according to", "according")
        elif token.lower in cues().state and following == "that" and i and tokens[i - 1].lower in BE:
            yield Cue(i - 1, i + 1, token.lower, "state")
        elif lemma := cues().lemma_of.get(token.text) or cues().lemma_of.get(f"{token.text} {following}"):
            last = i + 1 if token.text in cues().lemma_of else i + 2
            first = i
            while first and (tokens[first - 1].text in AUXILIARIES or tokens[first - 1].text in ADVERBS):
                first -= 1
            before = tokens[first - 1].lower if first else ""
            if before not in NEGATIONS and before not in FINITE:
                yield Cue(first, last, lemma, token.text)


def _of_verb(
    tokens: Sequence[Token], cue: Cue, done: int, times: Mapping[int, Time], drafts: Sequence[Draft]
) -> tuple[Draft, int] | None:
    """The attribution of `cue` and the number of the token after it, or `None` if no rule fits."""
    if cue.lemma == "according to":
        return _of_according(tokens, cue, done)
    words = _stretch(tokens, cue.first, cue.last)
    right = _read_right(tokens, cue, times)
    if cue.form.endswith("ing") and cue.lemma != cue.form:
        if drafts and cue.first and tokens[cue.first - 1].kind == "comma" and _opens_content(tokens, right.at, cue):
            end = _content_end(tokens, right.at)
            return Draft("participle", drafts[-1].source, words, [_stretch(tokens, right.at, end)], cue.lemma), end
        return None
    before = tokens[cue.first - 1].kind if cue.first else "end"
    if before in ("quote", "comma") and cue.form != "state" and (inverted := _source_behind(tokens, right.at, before)):
        left = _left_content(tokens, done, cue.first)
        if left:
            more, end = _more_content(tokens, inverted[1])
            draft = Draft(_left_rule(before), _stretch(tokens, *inverted), words, [left, *more], cue.lemma, said=right.said)
            return draft, end
    source = _source_before(tokens, cue.first, done)
    if source is None:
        return None
    at_end = right.at >= len(tokens) or tokens[right.at].kind in ("end", "comma") and not _quote_follows(tokens, right.at)
    before = tokens[source[0] - 1].kind if source[0] > done else "end"
    if before in ("quote", "comma") and (at_end or before == "quote" and not _opens_content(tokens, right.at, cue)):
        left = _left_content(tokens, done, source[0])
        if left is None or (before == "comma" and left[1] - left[0] < 12):
            return None
        more, end = _more_content(tokens, right.at)
        content = [left, *more]
        return Draft(
            _left_rule(before), _stretch(tokens, *source), words, content, cue.lemma, right.addressee, right.said
        ), end
    if not _opens_content(tokens, right.at, cue):
        return None
    start = right.at
    while tokens[start].kind in ("comma", "break"):
        start += 1
    end = _content_end(tokens, start)
    rule: Rule = "state" if cue.form == "state" else "quote" if tokens[start].kind == "quote" else "clause"
    if rule == "clause" and tokens[start].lower not in CLAUSE_OPENERS:
        rule = "bare"
    content = [_stretch(tokens, start, end)]
    return Draft(rule, _stretch(tokens, *source), words, content, cue.lemma, right.addressee, right.said), end


def _left_rule(before: str) -> Rule:
    return "quote" if before == "quote" else "tail"


def _of_according(tokens: Sequence[Token], cue: Cue, done: int) -> tuple[Draft, int] | None:
    end = cue.last
    while end < len(tokens) and tokens[end].kind == "word":
        end += 1
    if end == cue.last:
        return None
    content = []
    if left := _left_content(tokens, done, cue.first):
        content.append(left)
    more, stop = _more_content(tokens, end)
    content += more
    if not content:
        return None
    return Draft(
        "according", _stretch(tokens, cue.last, end), _stretch(tokens, cue.first, cue.last), content, cue.lemma
    ), stop


def _read_right(tokens: Sequence[Token], cue: Cue, times: Mapping[int, Time]) -> Right:
    """Skips over whom it was said to and when, in either order."""
    at, addressee, said = cue.last, None, None
    while at < len(tokens):
        if said is None and (found := _time_at(tokens, at, times)):
            said, at = found
        elif addressee is None and (end := _addressee_end(tokens, at, cue)):
            to = at + 1 if tokens[at].lower in ("to", "with") else at
            addressee, at = _stretch(tokens, to, end), end
        else:
            break
    return Right(at, addressee, said)


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
    if tokens[at].lower in ("to", "with"):
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


def _opens_content(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether a clause or quotation that `cue` can report begins at `at`."""
    if _quote_follows(tokens, at):
        return True
    if at >= len(tokens) - 1 or tokens[at].kind not in ("word", "break"):
        return False
    if tokens[at].kind == "break":
        return tokens[at].text == ":" and tokens[at + 1].kind in ("word", "quote")
    if tokens[at].lower in CLAUSE_OPENERS:
        return True
    opens = (
        tokens[at].lower in DETERMINERS | PRONOUNS | {"there"}
        or tokens[at].text[0].isupper()
        or tokens[at].text.endswith("s")
    )
    return cue.lemma in cues().open and opens and len(tokens) - at > 3


def _quote_follows(tokens: Sequence[Token], at: int) -> bool:
    """A quotation begins at `at`, perhaps behind a comma, a colon or a dash."""
    if at < len(tokens) and (tokens[at].kind == "comma" or tokens[at].text in (":", "—", "–", "--")):
        at += 1
    return at < len(tokens) and tokens[at].kind == "quote"


# ----------------------------------------------------------------------------------------------- content


def _left_content(tokens: Sequence[Token], start: int, end: int) -> Stretch | None:
    """What stands before a source or cue, without the comma between and a connective in front."""
    while end > start and tokens[end - 1].kind in ("comma", "break"):
        end -= 1
    while start < end and tokens[start].kind in ("comma", "end", "break"):
        start += 1
    return _stretch(tokens, start, end) if start < end else None


def _more_content(tokens: Sequence[Token], at: int) -> tuple[list[Stretch], int]:
    """The second piece of a content that source and cue stand in the middle of, and the token after it."""
    if at >= len(tokens) or tokens[at].kind != "comma":
        return [], max(at, 0)
    start = at + 1
    if start < len(tokens) and tokens[start].text.endswith("ing") and tokens[start].text in cues().lemma_of:
        return [], at
    end = _content_end(tokens, start)
    return ([_stretch(tokens, start, end)] if end > start else []), end


def _content_end(tokens: Sequence[Token], start: int) -> int:
    """The token after a content that begins at `start`: the end of the sentence, or where another attribution takes over."""
    for at in range(start + 1, len(tokens)):
        if (
            tokens[at].kind == "comma"
            and at + 2 < len(tokens)
            and tokens[at + 1].lower in ("and", "but", "while", "whereas")
        ):
            for cue in _verb_cues(tokens[at + 2 : at + 2 + LONGEST_SOURCE]):
                source = _source_before(tokens, at + 2 + cue.first, at + 2)
                if source and source[0] == at + 2 and _opens_content(tokens, at + 2 + cue.last, cue):
                    return at
    end = len(tokens)
    while end > start and tokens[end - 1].kind == "end":
        end -= 1
    return end


# ------------------------------------------------------------------------------------------------ source


def _source_before(tokens: Sequence[Token], end: int, done: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that ends before `end`, or `None` if there is none that could speak."""
    if end > done and tokens[end - 1].kind == "comma":  # "Kim, a trader in Hyesan, said"
        comma = end - 2
        while comma > done and tokens[comma].kind == "word":
            comma -= 1
        if tokens[comma].kind != "comma" or not (head := _source_before(tokens, comma, done)):
            return None
        return head[0], end - 1
    start = end
    while start > done and tokens[start - 1].kind in ("word", "other"):
        start -= 1
    if end > start and tokens[end - 1].lower == "who":
        end -= 1
    for first in range(start, end):
        follows_break = first == start or tokens[first - 1].lower in CONNECTIVES
        in_adverbial = tokens[start].lower in PREPOSITIONS and tokens[first].lower in DETERMINERS | PRONOUNS
        if (follows_break or in_adverbial) and _can_speak(tokens[first:end]):
            return first, end
    return None


def _source_behind(tokens: Sequence[Token], start: int, before: str) -> tuple[int, int] | None:
    """The source of an inverted attribution: '"...," said Kim, a trader.'"""
    end = start
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].lower not in CLAUSE_OPENERS - {"who"}:
        end += 1
    if not _can_speak(tokens[start:end]) or (before == "comma" and end < len(tokens) and tokens[end].kind == "word"):
        return None
    return start, end


def _can_speak(words: Sequence[Token]) -> bool:
    """Whether the words look like a noun phrase that names somebody (or a document) and nothing more."""
    if not words or len(words) > LONGEST_SOURCE or words[-1].lower in DETERMINERS - PRONOUNS | PREPOSITIONS | CONNECTIVES:
        return False
    first = words[0]
    if first.lower in PREPOSITIONS | CONNECTIVES or first.lower in PRONOUNS - {"some", "many", "one"} and len(words) > 1:
        return False
    for word in words:
        if word.lower in RELATIVES:
            break
        if (
            word.lower in FINITE
            or word.text in cues().lemma_of
            and word.text != words[-1].text
            and word.text.endswith("ed")
        ):
            return False
    named = first.text[0].isupper() or first.lower in DETERMINERS | PRONOUNS or first.text[0].isdigit()
    return named or words[-1].text.endswith("s") or words[-1].lower in ("people", "police", "state")


# --------------------------------------------------------------------------------- evidence without a speaker


def _of_passive(tokens: Sequence[Token], first: int) -> Draft | None:
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
    cue = _stretch(tokens, start, last + 1)
    subject = start
    while subject and tokens[subject - 1].kind in ("word", "quote", "other") and tokens[subject - 1].lower != "that":
        subject -= 1
    end = _content_end(tokens, last + 1)
    if subject and tokens[subject - 1].kind == "comma":
        commas = [at for at in range(last + 1, end) if tokens[at].kind == "comma"]
        end = min([end, *commas])
    content = [_stretch(tokens, last + 1, end)]
    if tokens[last + 1].lower == "to":
        if subject == start:
            return None
        content.insert(0, _stretch(tokens, subject, start))
    return Draft("passive", None, cue, content, tokens[last].lower)


def _of_adverb(tokens: Sequence[Token], at: int, drafts: Sequence[Draft]) -> Draft | None:
    """ "X allegedly did ..." """
    if tokens[at].lower not in cues().adverb:
        return None
    start, end = at, at + 1
    while start and tokens[start - 1].text not in (";", "—", "–", "--") and not _is_taken(tokens[start - 1], drafts):
        start -= 1
    while end < len(tokens) and tokens[end].text not in (";", "—", "–", "--") and not _is_taken(tokens[end], drafts):
        end += 1
    pieces = [_left_content(tokens, start, at), _left_content(tokens, at + 1, _content_end(tokens[:end], at))]
    return Draft("adverb", None, _stretch(tokens, at, at + 1), [piece for piece in pieces if piece], tokens[at].lower)


def _is_taken(token: Token, drafts: Sequence[Draft]) -> bool:
    return any(start < token.end and token.start < end for draft in drafts for start, end in draft.content)


def _stretch(tokens: Sequence[Token], first: int, last: int) -> Stretch:
    return tokens[first].start, tokens[last - 1].end
