"""Who stands at the top of a page. Comes in: its first lines and its outlet. Goes out: names as others may write them, and whether an office issues it.

It is asked where the outlet may be unknown: two pages with one first line are of one house, and a name in a citation may be spelled in another way.
"""

import re
from collections.abc import Collection
from difflib import SequenceMatcher

from tumen.echo.cues import cues
from tumen.echo.words import common_words, words
from tumen.masthead import is_outlet
from tumen.masthead.words import is_kind

LONG_LINE, SHORT_LINE = 18, 7  # words of a line that is a sentence without, and with a full stop
TOP = 3  # lines in which a publisher names itself
LONGEST_NAME = 12  # words
SPELLED_ALIKE = 0.8  # of two words: one name in two spellings
SHORTEST_ALIKE = 5  # letters of such a word
PIECES = re.compile(r"\s*(?:\||--|[–—·•/]|\s-\s|[()\[\]:])\s*")
SMALL = frozenset("a an and at da de del des di do du e el et for from in la le les los of on the to van von y".split())
OF = ("of", "for", "de", "des", "du", "del")
KINDS = frozenset(
    "radio news agency press the service daily weekly paper newspaper voice times bulletin journal review online site fm tv".split()
)
"""Words that many names of outlets have."""


def front_of(text: str) -> list[str]:
    """The lines above the first sentence, without what stands in brackets alone."""
    lines = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line[0] not in "([" and (
            len(line.split()) >= LONG_LINE or (line.endswith(".") and len(line.split()) > SHORT_LINE)
        ):
            break
        lines.append(line)
    return lines


def find_heads(text: str, outlet: str | None) -> tuple[str, ...]:
    """The names at the top of a page, folded; the first is its first line, "" if that is no name."""
    lines = front_of(text)
    first = " ".join(words(lines[0])) if lines and _is_name(lines[0]) and not re.search(r"\d{2}", lines[0][:-8]) else ""
    pieces = [outlet or "", *(piece for line in lines[:TOP] for piece in PIECES.split(line))]
    named = (" ".join(words(re.sub(r"\S*\d\S*", "", piece))) for piece in pieces if _is_name(piece))
    return tuple(dict.fromkeys([first, *filter(None, named)]))


def is_spelled_alike(name: str, heads: Collection[str]) -> bool:
    """Whether a name that is cited is the one at the top of a page, also if shortened or spelled in another way; both folded."""
    mine = [word for word in name.split() if word not in SMALL]
    telling = [word for word in mine if word not in KINDS and word not in common_words()]
    if not telling or (len(mine) < 2 and len(telling[0]) < SHORTEST_ALIKE):
        return False
    return any(all(_is_in(word, head.split()) for word in mine) for head in heads)


def find_issuer(text: str, outlet: str | None) -> str | None:
    """The office or company that issues a text: its outlet, or a name in the lines above its first sentence."""
    lines = front_of(text)
    if outlet and (_is_company(outlet) or _is_office(outlet, is_whole=True, is_anywhere=False)):
        return outlet
    is_document = any(map(is_kind, lines))
    if outlet and is_outlet(outlet, is_in_head=True) and not is_document:
        return None
    named = (line for line in lines[:TOP] if _is_name(line) and not is_kind(line))
    return next(
        (line for line in named if _is_company(line) or _is_office(line, is_whole=is_document, is_anywhere=is_document)), None
    )


def _is_name(piece: str) -> bool:
    """Each word has a capital but the small ones, and there are few."""
    parts = re.findall(r"[^\W\d_][\w’'&.-]*", piece)
    return (
        0 < len(parts) <= LONGEST_NAME
        and parts[0].casefold() != "by"
        and all(part[0].isupper() or "." in part or part.casefold() in SMALL for part in parts)
    )


def _is_company(name: str) -> bool:
    return bool(cues().company.search(name))


def _is_office(name: str, *, is_whole: bool, is_anywhere: bool) -> bool:
    """An office of state: by the word before "of" or "for", at the end of a name that is known to be whole, or anywhere in it."""
    said = [word.removesuffix("'s").removesuffix("’s") for word in words(name)]
    is_civil = cues().civil.intersection(said) and not cues().surely.intersection(said)
    if is_civil or any(is_outlet(part, is_in_head=True) for part in PIECES.split(name) if part):
        return False
    at = next((number for number, word in enumerate(said) if word in OF), len(said) if is_whole else 0)
    ends = range(1, at + 1) if is_anywhere else [at]
    return any(" ".join(said[max(end - size, 0) : end]) in cues().offices for end in ends for size in (1, 2, 3))


def _is_in(word: str, others: Collection[str]) -> bool:
    return any(
        word == other
        or (
            min(len(word), len(other)) >= SHORTEST_ALIKE
            and word[0] == other[0]
            and SequenceMatcher(None, word, other).ratio() >= SPELLED_ALIKE
        )
        for other in others
    )
