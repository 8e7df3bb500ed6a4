"""Words for somebody -> what they are compared by. Comes in: a noun phrase, in any capitals. Goes out: its head and its words, in capitals."""

import re
import unicodedata

HEAD_ENDS = re.compile(r"\s+(?:OF|FROM|IN|AT|ON|WITH|WHO|WHOSE|WHICH|THAT|FOR|AND|BY)\b|[,;:\[(]")
WORD = re.compile(r"[^\W_](?:[\w.'’-]*\w)?")
SAME_IN_BOTH = frozenset("PEOPLE POLICE TROOPS PERSONNEL OTHERS DEAD WOUNDED".split())
IRREGULAR = {"MEN": "MAN", "WOMEN": "WOMAN", "CHILDREN": "CHILD", "WIVES": "WIFE"}


def fold(words: str) -> str:
    """In capitals, without accents, one space between words."""
    letters = unicodedata.normalize("NFD", words.upper())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def words_of(words: str) -> list[str]:
    """Folded, each in the singular."""
    return [_singular(match[0]) for match in WORD.finditer(fold(words))]


def head_of(words: str) -> str:
    """The last word before "of", "who" and the like: "six farmers of the village" -> "FARMER"; "" where there is no word."""
    found = words_of(_up_to_head(words))
    return found[-1] if found else ""


def is_plural(words: str) -> bool:
    """Whether the head is, or several are joined."""
    found = WORD.findall(_up_to_head(words))
    return bool(found) and (found[-1] in SAME_IN_BOTH or _singular(found[-1]) != found[-1])


def _up_to_head(words: str) -> str:
    folded = fold(words).removeprefix("THE ")
    return HEAD_ENDS.split(folded, maxsplit=1)[0] or folded


def _singular(word: str) -> str:
    """Good enough to compare by, the same on both sides."""
    for plural, singular in IRREGULAR.items():
        if word.endswith(plural):
            return word[: -len(plural)] + singular
    if word.endswith("IES") and len(word) > 4:
        return word[:-3] + "Y"
    return word[:-1] if word.endswith("S") and not word.endswith(("SS", "US", "IS")) and len(word) > 3 else word
