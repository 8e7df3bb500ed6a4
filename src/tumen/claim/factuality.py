"""How surely a voice says it, and of when. Comes in: the words of a content and its cue. Goes out: factuality,
hedges, time frame.

By rule, from the words alone: hedge words, the cue's own meaning ("believes", "denied"), negation and the first verbs of
the main clause. The writer's distance ("claimed") is not the source's doubt and leaves certainty alone.
"""

import re
from functools import cache

from tumen.claim.cues import cue_certainty, cues, is_negative
from tumen.records import Certainty, Factuality, TimeFrame

WEAKER: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")

NEGATION = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|do|does|may|might|should)(?:n[’']t| not\b)"
    r"|\b(?:cannot|won[’']t|can[’']t|never|no longer)\b|^(?:none|nobody|no one|nothing|not|no|neither)\b",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(
    r"^(?:just )?(?:because|although|though|if|when|while|since|as|after|before|unless|once|until|despite|in spite of|with)\b"
    r"[^,]*,[”\"']? ",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[,;.?!—] | (?:and|but) (?=(?:he|she|they|we|it|the|an?|nobody|no|there) )")
CONDITIONAL = re.compile(
    r"\b(?:if|unless)\b.*\b(?:would|could|will|might)\b|\bwould\b.*\b(?:if|unless)\b", re.IGNORECASE | re.DOTALL
)
FUTURE = re.compile(
    r"\b(?:will|won[’']t|shall|going to|about to|plans? to|planning to|set to|due to (?:be|begin|start)"
    r"|(?:likely|expected|bound) to)\b",
    re.IGNORECASE,
)
ONGOING = re.compile(r"\b(?:is|are|am|has|have)\b|[’'](?:s|re)\b|\bcontinues? to\b", re.IGNORECASE)
_PARTICIPLE = (
    r"(?:been|\w+ed|\w+wn|\w*[^aeiou\W]en|gone|come|become|made|left|fled|seen|lost|led|had|cast|put|set|brought|found|held|told|"
    r"said|begun|sent|shot|hit|cut|kept|met|paid|sold|spent|won)"
)
PAST = re.compile(
    rf"\b(?:has|have)(?: \w+ly| not| never| also| already)? {_PARTICIPLE}\b"
    r"|\b(?:had|was|were|did|didn[’']t|been|left|fled|went|came|took|made|told|said|gave|saw|got|began|broke|led|sent|"
    r"found|lost|held|shot|rose|fell|drove|ran|knew|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)


def assess(content: str, cue: str, *, is_sourced: bool) -> Factuality:
    """The factuality of flat `content` under the words `cue`; without a source these may be "is believed to" or "allegedly"."""
    certainty: Certainty = cue_certainty(cue, is_sourced=is_sourced) or "certain"
    for _, _, hedged in find_hedges(content):
        certainty = max(certainty, hedged, key=WEAKER.index)
    negative = is_negative(cue) or bool(NEGATION.search(_main_clause(content)))
    return Factuality.of(certainty, is_negative=negative)


def find_hedges(content: str) -> list[tuple[int, int, Certainty]]:
    """Where in `content` hedge words stand, and how sure each leaves it."""
    return [(m.start(), m.end(), cues().hedges[m.group().lower()]) for m in _hedges().finditer(content)]


def find_time_frame(content: str) -> TimeFrame | None:
    """Whether the main clause tells of what has been, is, will be, or would be; `None` if its verbs do not say."""
    if CONDITIONAL.search(content):
        return "conditional"
    clause = _main_clause(content)
    found: list[tuple[int, TimeFrame]] = []  # where two begin at one place ("has left"), the longer reading comes first
    frames: tuple[tuple[re.Pattern[str], TimeFrame], ...] = ((FUTURE, "future"), (PAST, "past"), (ONGOING, "ongoing"))
    for pattern, frame in frames:
        if match := pattern.search(clause):
            found.append((match.start(), frame))
    if not found:
        return None
    first = min(found, key=lambda item: item[0])[1]
    return "future" if first == "ongoing" and any(frame == "future" for _, frame in found) else first


def _main_clause(content: str) -> str:
    """`content` without an opening "that" and subordinate clause, up to the next comma or full stop."""
    text = content.strip("“”\"'‘’«» ").removeprefix("that ")
    return CLAUSE_END.split(SUBORDINATE.sub("", text), maxsplit=1)[0]


@cache
def _hedges() -> re.Pattern[str]:
    words = sorted(cues().hedges, key=len, reverse=True)
    # "May 8" is a month, "might" after an article a noun, "could not" an inability
    return re.compile(rf"(?<!\bthe )\b(?!(?-i:May)\b)(?:{'|'.join(words)})\b(?!n[’']t|(?<=could) not)", re.IGNORECASE)
