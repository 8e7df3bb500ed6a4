"""What a report tells again of the words above it. Comes in: words of the head and the body. Goes out: whether they are told, and what is said of a name.

A headline is told again by what stands below it. A page's own name is not, unless somebody spoke to it or it speaks of itself.
"""

import re

from tumen.masthead.words import SMALL, fold, outlet_words, says_it, table

TOLD_THINGS = 4
"""The weight of a name that somebody told something."""
OPENING = 400
"""Characters of the body in which a headline's words come again."""
STEM = 6
"""Letters by which a word is known again."""
TOLD = (
    r"(?:told|informed|asked|telling|interviewed by|reached by|seen by|shown to|obtained by|sent to|spoken? (?:to|with)|spoke (?:to|with)"
    r"|speaking to|said to|known to)"
)
ACTS = r"(?:has|have|had|was|is|could|can|did|will|does|sent|asked|spoke|wishes|calls|informs|thanks|condemns|demands|fears|today|went|inspected|counted|listed)"
REPORTS = r"(?:has (?:learn(?:ed|t)|seen|read|spoken|verified|been told)|(?:could|was|is) (?:not|unable|told|withholding)|sent questions|reported|is published)"
PLACED = r"(?:in|at|near|from|off|outside|around|towards|over|between|across|leaving|reached|fled)"


def is_retold(name: str, body: str) -> bool:
    """Whether the body begins with the words of the name, but not with the name: then it is a headline."""
    said = body[:OPENING].casefold()
    content = [word for word in fold(name) if len(word) > 3]
    again = [word for word in content if re.search(rf"\b{re.escape(word[:STEM])}", said)]
    return len(again) > 1 and len(again) * 2 >= len(content) and name.casefold() not in said


def is_silent(name: str, body: str, *, at_most: float = 0) -> bool:
    """Whether the body does not begin with words of a name, but for the name itself and words of any page ("news", "letter", "week").

    `at_most`: the share of them that may come again; one in a strap-lined name may be a word like "green".
    """
    said = re.sub(rf"\b{re.escape(name)}", " ", body[: OPENING * 2], flags=re.IGNORECASE).casefold()
    words = (word.strip("\"“”«»'’.,").casefold().replace("’", "'").removesuffix("'s") for word in name.split())
    content = {word for word in words if word and word not in _general()}
    again = [word for word in content if re.search(rf"\b{re.escape(word[:STEM])}", said)]
    return len(again) <= at_most * len(content)


def _general() -> frozenset[str]:
    known = table()
    return SMALL | {"week", "day", "month"} | outlet_words() | known["kinds"] | known["modifiers"] | known["bodies"]


def of_body(name: str, body: str) -> float:
    """What the body says of it: that it was told things, that it acts, that it is known; or that it is a place."""
    bare = re.sub(r"^the\s", "", name, flags=re.IGNORECASE)
    words = re.escape(bare).replace(r"\ ", r"\s")
    acts = ACTS if says_it(name) else REPORTS
    if re.search(rf"\b(?:{TOLD}\s(?:the\s)?{words}|{words}\s{acts})\b", body, re.IGNORECASE):
        return TOLD_THINGS
    if not says_it(name) and re.search(rf"\b{PLACED}\s{words}\b", body, re.IGNORECASE):
        return -6
    if re.search(rf"\b{words}\b", body, re.IGNORECASE):
        return 2
    own = {word.casefold() for word in bare.split()} & (table()["bodies"] | outlet_words())  # "The Committee went"
    return 2 if any(re.search(rf"\b[Tt]he\s(?:[A-Z]\w+\s)?{word.capitalize()}\b(?!\s[A-Z])", body) for word in own) else 0
