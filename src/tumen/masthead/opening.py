"""The first line of a page as its name, whatever its words. Comes in: the lines above the body, and the body. Goes out: a name, or none.

What tells is the layout: what stands below a page's name (a strap-line, a number, a section, a day) and what the body tells again, which is a headline.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tumen.masthead.days import says_when, without_dates
from tumen.masthead.furniture import STRONG, Read, bare
from tumen.masthead.lines import CRUMBS
from tumen.masthead.told import TOLD_THINGS, is_retold, is_silent, of_body
from tumen.masthead.words import (
    FIRM,
    LONGEST,
    PREPOSITIONS,
    fold,
    is_body,
    is_general,
    is_kind,
    is_name,
    is_part,
    is_state,
    outlet_words,
    plain_name,
    says_it,
    says_what,
    table,
)

IsPlace = Callable[[str], bool]
ASIDE = re.compile(r"\s[(\[]|\s(?:--?|::|>{1,2}|[–—|*·•/])\s|:\s|,\s|\.\s(?=[A-Z])")
SOFT = (",", ".")
"""Marks that stand in names as well as behind them."""
STRAPPED = re.compile(r"\s?[:–—|(-]{1,2}\s?[a-zà-ÿ]")
UNCLOSED = re.compile(r"\s?\([^()]*\)\s\w")
"""As in a caption: "Above (left to right) Ann Lee"."""
ORGANS = re.compile(
    r"\b(?:section|desk|unit|department|directorate|division|office|bureau|branch|edition|secretariat|series|category)\b",
    re.IGNORECASE,
)
DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
OWNER = re.compile(r"\s(?:of|for)\s(?:the|our)\s")
PAIR = re.compile(r"\w+\s(?:&|and)\s\w+", re.IGNORECASE)
"""As sections are called: "Courts & Crime"."""
DIARY = re.compile(r"[\s:(,–—-]+(?:an?|my|our)\s[\w’' -]{0,40}?(?:diary|notebook|log|zine)\b")
ONE_OFF = re.compile(
    r"(?:an?\s(?:\w+\s)?(?:article|report|essay|poem|story|account|testimony|interview|speech|lecture|sermon|chapter|extract|excerpt)|letters?\sof\san?"
    r"|(?:last\s)?(?:born|seen|killed|died|arrested|detained|taken|shot))\b",
    re.IGNORECASE,
)
"""How a line begins that belongs below a title, or below somebody's name."""
PERSON = re.compile(r"[^\W\d_a-zà-ÿ][a-zà-ÿ’'-]+(?:\s[^\W\d_a-zà-ÿ][\w.’'-]*){1,2}")
WRITER = re.compile(r"\b(?:by|from an?|with)\s(?:[\w.’'-]+\s){0,3}[^\W\d_a-z]")
LONGEST_WORDS, LONGEST_SMALL = 6, 3
"""Words of a name that only the layout tells; of one in small letters."""


@dataclass(frozen=True, slots=True)
class Side:
    """The lines above the body or, if `is_foot`, below it. `titles`: the numbers of those that may be titles."""

    reads: Sequence[Read]
    titles: frozenset[int]
    is_foot: bool = False


class Opening(NamedTuple):
    """A page's name in its first line; `is_called`: what stands below says that it is one."""

    name: str
    is_called: bool


def find_opening(side: Side, body: str, is_place: IsPlace | None) -> Opening | None:
    """The first line as a name, if what follows belongs below a page's name, and the body tells another line again and not this one."""
    name, aside = _first_name(side.reads, is_place)
    title = next((number for number in sorted(side.titles) if number and is_apart(side.reads, 0, number)), 0)
    between = side.reads[1 : title or None]
    if not name or any(_is_written(other) for other in between) or (between and ONE_OFF.match(between[0].line.text)):
        return None
    if _calls_itself(name, aside, between, has_title=bool(title)):
        return Opening(name, is_called=True)
    if is_retold(name, body) or is_placed(name, is_place):
        return None
    is_described = bool(says_what(aside.strip(" ,.:"))) or any(other.is_described for other in between)
    if is_described and any(other.has_series for other in between):
        return Opening(name, is_called=True)
    if CRUMBS.search(side.reads[0].line.text):
        return Opening(name, is_called=False)
    is_small = name.islower() and len(name.split()) <= LONGEST_SMALL and STRAPPED.match(aside)  # "riverlight -- open data"
    if not (is_name(name) or DOMAIN.fullmatch(name) or is_small):
        return None
    is_set_off = aside.startswith(" ") and name.isupper() and not aside.isupper()  # "LEVANT QUARTER -- News from the coast"
    is_own = is_described or any(map(_is_of_issue, between))
    is_above = (
        bool(between)
        and not PAIR.fullmatch(name)
        and PREPOSITIONS.isdisjoint(fold(name))
        and is_retold(side.reads[title].line.text, body)
    )
    is_told = of_body(name, body) == TOLD_THINGS
    if (title and (is_own or is_set_off or is_above or is_told)) or (is_own and name.isupper()):
        return Opening(name, is_called=False)
    return Opening(name, is_called=False) if _is_laid_out(name, aside, side, between, body, has_title=bool(title)) else None


def _is_written(read: Read) -> bool:
    """Whether a line names a writer, as one below a headline does."""
    in_words = read.kind == "words" and not (read.is_posted or read.is_masthead) and bool(WRITER.search(read.line.text))
    return read.kind == "byline" or (read.is_posted and bool(read.names)) or in_words


def _calls_itself(name: str, aside: str, between: Sequence[Read], *, has_title: bool) -> bool:
    """Whether the page says what it is: "a blog", "Weekly of the three borders", "Sheet of the families" above a title."""
    is_outlet = says_what(aside.strip(" ,.:")) == "outlet" or bool(DIARY.match(aside))
    if is_outlet and (is_name(name) or len(name.split()) <= LONGEST_SMALL):
        return True
    if any(
        other.calls_itself and (not is_name(other.line.text) or (is_name(name) and OWNER.search(other.line.text)))
        for other in between
    ):
        return True
    owned = (
        other for other in between if says_what(other.line.text) and not other.has_series and OWNER.search(other.line.text)
    )
    return is_name(name) and any(owned) and (has_title or any(other.has_series for other in between))


def _is_laid_out(name: str, aside: str, side: Side, between: Sequence[Read], body: str, *, has_title: bool) -> bool:
    """A name of which the report tells no word again, above what stands below one: a strap-line, a number, a day."""
    words = fold(name)
    leads = words[0] in outlet_words() | table()["outlets_of"]
    if len(words) > LONGEST_WORDS or words[0] in ("a", "an") or not (leads or PREPOSITIONS.isdisjoint(words)):
        return False
    first = side.reads[0]
    if (
        aside.startswith(":") and not aside[1:].strip()[:1].islower() and not says_it(name)
    ):  # "GREATER UPPER NILE: A CHRONOLOGY"
        return False
    below = [other for other in between if other.line.block == first.line.block]
    strap = below[0] if below and below[0].kind == "words" else None
    is_small = (bool(STRAPPED.match(aside)) and not UNCLOSED.match(aside)) or (
        strap is not None and strap.line.text[0].islower()
    )
    is_strapped = is_small or _is_strap(strap, below, body, has_title=has_title)
    if not is_silent(name, body, at_most=0.5 if is_strapped or says_it(name) else 0):
        return False
    is_numbered = first.has_series or any(
        _is_of_issue(other) and not (other.is_described or other.is_masthead) for other in below
    )
    ends_so = is_body(name) or words[-1] in outlet_words()  # unlike "Radio Station Raided"
    is_placed_day = any(other.says_when and (other.names or ends_so) for other in (*([first] if aside else []), *below))
    is_dated = is_placed_day or any(other.is_described or other.is_masthead for other in below)
    is_paged = has_title or is_numbered or ends_so or any(other.says_when for other in (first, *between))
    return (
        (is_strapped and is_paged)
        or is_numbered
        or (is_dated and (name.isupper() or ends_so or (has_title and not PERSON.fullmatch(name))))
    )


def _is_strap(read: Read | None, below: Sequence[Read], body: str, *, has_title: bool) -> bool:
    """A line below a name that has a day of its own or stands above one, and that the body does not tell; no "Circular of the union"."""
    if read is None or is_retold(read.line.text, body) or (read.is_described and OWNER.search(read.line.text)):
        return False
    return bool(read.days) or (has_title and len(below) > 1 and any(other.says_when for other in below[1:]))


def _first_name(reads: Sequence[Read], is_place: IsPlace | None) -> tuple[str, str]:
    """What may be a page's name at the beginning of its first line, and what else stands in that line; "" if it is something else."""
    read = reads[0] if reads else None
    if read is None or read.kind not in ("name", "words", "kind", "part"):
        return "", ""
    text = read.line.text
    at = next(
        (cut.start() for cut in ASIDE.finditer(text) if _is_cut(text[: cut.start()], text[cut.start() :], is_place)),
        len(text),
    )
    name = plain_name(bare(text[:at].lstrip("+#* ")))
    if text[at:].startswith(" / ") and not is_name(name) and is_name(text[at + 3 :]) and says_it(text[at + 3 :]):
        return plain_name(text[at + 3 :]), ""  # "Bản tin Sông Xanh / Green River Bulletin"
    is_strapped = STRAPPED.match(text[at:]) and not is_general(name)  # "NORTHEAST ASIA FILE -- items from the press"
    is_other = (
        is_general(name) or is_state(name) or (not is_strapped and (is_kind(name) or (is_part(name) and ORGANS.search(name))))
    )
    if len(name.split()) > LONGEST or says_when(name) or is_other:
        return "", ""
    return name, text[at:]


def _is_cut(name: str, aside: str, is_place: IsPlace | None) -> bool:
    """Whether a name ends here: behind a comma or a stop only what it is, where it is, and when can follow."""
    if not aside.startswith(SOFT):
        return True
    if FIRM.match(aside):
        return False
    rest = aside[1:].strip()
    if says_what(rest) == "outlet":
        return True
    return aside.startswith(",") and is_name_of(name) and _is_where(name, rest, is_place)


def is_name_of(name: str) -> bool:
    return is_name(bare(name)) and (len(name.split()) > 1 or name.isupper())


def _is_where(name: str, rest: str, is_place: IsPlace | None) -> bool:
    """Places, parts, kinds and days behind a name: "Radio Moran, Kigali", "STEPPE WEEK, Tosontsengel, May 3, 2019", "Hill Radio, evening programme"."""
    pieces = [piece.strip(" .") for piece in without_dates(STRONG.split(rest)[0], ",").split(",")]
    pieces = [piece for piece in pieces if any(map(str.isalpha, piece))]
    if not all(_is_aside(piece) or (is_name(piece) and not says_it(piece)) for piece in pieces) or "and" in fold(rest):
        return False
    places = [piece for piece in pieces if not _is_aside(piece)]
    is_known = is_place is not None and any(map(is_place, places))
    return not places or says_it(name) or is_known or (name.isupper() and not rest.isupper())


def _is_aside(piece: str) -> bool:
    last = piece.split()[-1]  # "Yemen mission"
    return (
        is_part(piece)
        or is_kind(piece)
        or (last in table()["bodies"] | table()["parts"] and piece[0].isupper() and len(piece.split()) < LONGEST_SMALL)
    )


def is_apart(reads: Sequence[Read], one: int, other: int) -> bool:
    """Whether a line further down is no part of what stands with the first: a blank line or furniture lies between."""
    return reads[one].line.block != reads[other].line.block or any(
        read.is_furniture or read.says_when for read in reads[one + 1 : other]
    )


def is_placed(name: str, is_place: IsPlace | None) -> bool:
    """Whether it names a place and is not written as a publisher's name: "(Laurel) - "."""
    return is_place is not None and not says_it(name) and is_place(name)


def _is_of_issue(read: Read) -> bool:
    """Whether a line below a name can only be of a page that has one: its address, its number, its section, what it calls itself."""
    return (
        read.kind in ("kind", "part", "publisher", "address")
        or read.has_series
        or read.is_masthead
        or read.is_described
        or sum(map(bool, STRONG.split(read.line.text))) > 2
    )
