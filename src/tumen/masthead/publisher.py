"""Whose page it is. Comes in: the lines above and below the body, read, and the body. Goes out: a name, or none. Never: a guess from one sign.

Each name in these lines is weighed by its words (a ministry, a gazette), by its line (a day, a number beside it), by the lines around it, and by
what the body says of it ("told the Gazette"). A part of a publisher, a kind of document, a place, a headline falls short, and then nobody publishes.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tumen.masthead.furniture import STRONG, Read, bare
from tumen.masthead.words import (
    LONGEST,
    PREPOSITIONS,
    SMALL,
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
ENOUGH = 4
"""What a name must weigh."""
TOLD_THINGS = 4
"""The weight of a name that somebody told something."""
OPENING = 400
"""Characters of the body in which a headline's words come again."""
ARTICLES = ("the ", "el ", "la ", "le ", "les ", "il ", "los ", "las ")
TOLD = (
    r"(?:told|informed|asked|telling|interviewed by|reached by|seen by|shown to|obtained by|sent to|spoken? (?:to|with)|spoke (?:to|with)"
    r"|speaking to|said to|known to)"
)
ACTS = r"(?:has|have|had|was|is|could|can|did|will|does|sent|asked|spoke|wishes|calls|informs|thanks|condemns|demands|fears|today|went|inspected|counted|listed)"
REPORTS = r"(?:has (?:learn(?:ed|t)|seen|read|spoken|verified|been told)|(?:could|was|is) (?:not|unable|told|withholding)|sent questions|reported|is published)"
ASIDE = re.compile(r"\s[(\[]|\s(?:--?|[–—|*·•/])\s|:\s")
PLACED = r"(?:in|at|near|from|off|outside|around|towards|over|between|across|leaving|reached|fled)"
DATELINE = re.compile(r"(?P<before>[^“”\"]{2,100}?)\s?(?:--|[–—]|\s-(?=\s))\s?(?=\S)")
IN_BRACKETS = re.compile(r"\(([A-Z][^(),\d]{1,50})\)[^()]{0,20}$")
OPENING_BRACKETS = re.compile(
    r"\(([A-Z][^(),\d]{1,50})(?:,[^()]{0,20}(?:\d|desk|service)[^()]{0,20})?\)\s*(?:[\d/.]{5,10}\s)?(?:--|[-–—])?\s?[A-Z]"
)
SUBJECT = re.compile(r"(?P<kind>[\w\s]+?)\s(?:by|of|from|issued by)\s(?:the\s)?(?P<name>[A-Z].*)")
SPEAKER = re.compile(r"(?:The\s)?(?P<name>[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|of|the|for|and|de))*)\s")
NOT_IN_NAMES = SMALL - {"on", "at", "in", "to", "by", "from", "a", "an"}


@dataclass(frozen=True, slots=True)
class Side:
    """The lines above the body or, if `is_foot`, below it. `titles`: the numbers of those that may be titles."""

    reads: Sequence[Read]
    titles: frozenset[int]
    is_foot: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be the publisher's, its line, and what speaks for it. `at` counts lines from the first of the head on."""

    name: str
    at: int
    weight: float
    read: Read | None = None
    is_opening: bool = False


def find_publisher(head: Side, foot: Side, body: str, is_place: IsPlace | None) -> Candidate | None:
    """The name that most speaks for; else the agency of a dateline; else the body that speaks in a statement."""
    credited = {" ".join(fold(name)) for read in (*head.reads, *foot.reads) for name in read.credited}
    found = (
        []
        if body.isupper()
        else [
            *_opening(head, body, is_place),
            *_candidates(head, body, is_place),
            *_candidates(foot, body, is_place, len(head.reads)),
        ]
    )
    found = [one for one in found if " ".join(fold(one.name)) not in credited]
    best = max((one for one in found if not _is_within(one, found)), key=lambda one: (one.weight, -one.at), default=None)
    if best and best.weight >= ENOUGH:
        return next((one for one in found if one.at == best.at == 0 and one.is_opening), best)  # not its translation
    name = _agency(body, is_place) or _speaker(head.reads, body)
    return Candidate(name, -1, ENOUGH) if name else None


def _candidates(side: Side, body: str, is_place: IsPlace | None, offset: int = 0) -> Iterator[Candidate]:
    for number, read in enumerate(side.reads):
        names = [name for name in read.names if not (is_kind(name) or is_general(name))]
        whole = [name for name in names if not is_part(name) and not _is_placed(name, is_place)]
        for place, name in enumerate(whole or names):  # "Check Desk, Lowland Media Trust"
            weight = _of_words(name, read) + _of_body(name, body)
            if read.kind == "byline":
                weight += _of_byline(name, read, is_place)
            else:
                weight += _of_line(side, number, place, name) + _of_layout(side, number, name, body)
                weight -= 4 * _is_placed(name, is_place)
            yield Candidate(name, number + offset, weight, read)


def _opening(side: Side, body: str, is_place: IsPlace | None) -> Iterator[Candidate]:
    """The first line, whatever its words: if what follows belongs below a page's name, and the body tells another line again and not this one."""
    name, aside = _first_name(side.reads)
    if not name or is_retold(name, body):
        return
    title = next((number for number in sorted(side.titles) if number and is_apart(side.reads, 0, number)), 0)
    between = side.reads[1 : title or None]
    if any(other.kind == "byline" or (other.is_posted and other.names) for other in between):
        return
    is_described = bool(says_what(ASIDE.sub("", aside, count=1))) or any(other.is_described for other in between)
    is_called = any(other.calls_itself for other in between) or (is_described and any(other.has_series for other in between))
    if not is_called and (not is_name(name) or _is_placed(name, is_place)):
        return
    is_set_off = aside.startswith(" ") and name.isupper() and not aside.isupper()  # "LEVANT QUARTER -- News from the coast"
    is_own = is_described or any(map(_is_of_issue, between))
    is_above = bool(between) and PREPOSITIONS.isdisjoint(fold(name)) and is_retold(side.reads[title].line.text, body)
    if (
        is_called
        or (title and (is_own or is_set_off or is_above or _of_body(name, body) == TOLD_THINGS))
        or (is_own and name.isupper())
    ):
        yield Candidate(name, 0, ENOUGH, side.reads[0], is_opening=True)


def _first_name(reads: Sequence[Read]) -> tuple[str, str]:
    """What may be a page's name at the beginning of its first line, and what else stands in that line; "" if it is something else."""
    read = reads[0] if reads else None
    if read is None or read.kind not in ("name", "words", "kind") or read.days:
        return "", ""
    cut = ASIDE.search(read.line.text)
    at = cut.start() if cut else len(read.line.text)
    name = plain_name(bare(read.line.text[:at]))
    if len(name.split()) > LONGEST or is_kind(name) or is_general(name) or is_state(name):
        return "", ""
    return name, read.line.text[at:]


def is_apart(reads: Sequence[Read], one: int, other: int) -> bool:
    """Whether a line further down is no part of what stands with the first: a blank line or furniture lies between."""
    return reads[one].line.block != reads[other].line.block or any(
        read.is_furniture or read.says_when for read in reads[one + 1 : other]
    )


# ------------------------------------------------------------------------------------------------- what speaks for a name


def _is_placed(name: str, is_place: IsPlace | None) -> bool:
    """Whether it names a place and is not written as a publisher's name: "(Laurel) - "."""
    return is_place is not None and not says_it(name) and is_place(name)


def _of_words(name: str, read: Read) -> float:
    """What the words of the name say, and what the line calls it."""
    if read.is_self_called or read.kind == "publisher":
        return 4
    if says_it(name):
        return 3
    if len(name.split()) == 1:
        return -2
    if not PREPOSITIONS.isdisjoint(fold(name)):  # "Fire at the Market"
        return -2
    return 2 if "&" in name or (len(name.split()) > 2 and name.lower().startswith(ARTICLES)) else 0


def _of_body(name: str, body: str) -> float:
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


def _of_byline(name: str, read: Read, is_place: IsPlace | None) -> float:
    """A name behind that of a writer: an outlet if it is written like one; else a second writer, or where the writer sits."""
    words = name.lower().split()
    if says_it(name):
        return 3
    if len(words) > 1:  # not "Juan de la Cruz", "Lee and Fox"
        return 4 if f"{words[0]} " in ARTICLES or {"from", "of", "the", "on"} & set(words[1:]) else 0
    return (
        6 if is_place and not is_place(name) and not re.match(r"(?:by\s)?(?:our|an?)\s", read.line.text, re.IGNORECASE) else 0
    )


def _of_line(side: Side, number: int, place: int, name: str) -> float:
    """A day or a number of a series in its line; the first name of the line counts more."""
    read = side.reads[number]
    if not (read.says_when or read.has_series) or (side.is_foot and not says_it(name)):
        return 0
    return 3 + read.is_posted if place == 0 else 1


def _of_layout(side: Side, number: int, name: str, body: str) -> float:
    """The lines around it: those of a masthead, and whether another line is the title."""
    read, others, is_known = side.reads[number], side.titles - {number}, says_it(name)
    near = _near(side, number)
    beside = any(other.is_furniture or other.is_tagline or is_part(other.line.text) for other in near)
    weight = 2.0 * beside
    is_title = is_retold(name, body)
    is_document = read.is_self_called or any(_is_of_document(other) for other in side.reads)
    if side.is_foot:
        weight += 2 if is_known else -2
    elif others:
        follows = min(others) < number
        weight += 2 * ((number == 0 and bool(near)) or (follows and is_known))
    elif not (is_document or (is_known and read.says_when) or _of_body(name, body) == TOLD_THINGS):
        ends_so = is_body(name) or fold(name)[-1] in outlet_words()  # unlike "Radio Station Raided"
        weight -= 1 if ends_so and beside and not is_title else 4
    if not (is_known or beside or read.says_when or read.has_series or read.is_self_called or read.kind == "publisher"):
        weight -= 3
    return weight - 4 * (is_title and not (is_known and beside and (bool(others) or is_document)))


def _near(side: Side, number: int) -> list[Read]:
    """The lines right above and below in its block; of a first line that stands alone, the furniture that follows."""
    reads, read = side.reads, side.reads[number]
    near = [
        other for other in reads[max(number - 1, 0) : number + 2] if other is not read and other.line.block == read.line.block
    ]
    follows = reads[number + 1 : number + 2] if read.line.block == reads[0].line.block and not side.is_foot else []
    return [*near, *(other for other in follows if other.is_furniture and other not in near)]


def _is_of_document(read: Read) -> bool:
    """Whether the line says that this is a document, an issue or a part of something: then a name beside it is no headline."""
    return read.kind in ("kind", "part", "publisher") or read.has_series or read.is_tagline


def _is_of_issue(read: Read) -> bool:
    """Whether a line below a name can only be of a page that has one: its address, its number, its section, what it calls itself."""
    return (
        read.kind in ("kind", "part", "publisher", "address")
        or read.has_series
        or read.is_masthead
        or read.is_described
        or sum(map(bool, STRONG.split(read.line.text))) > 2
    )


def is_retold(name: str, body: str) -> bool:
    """Whether the body begins with the words of the name, but not with the name: then it is a headline."""
    said = body[:OPENING].casefold()
    content = [word for word in fold(name) if len(word) > 3]
    again = [word for word in content if re.search(rf"\b{re.escape(word[:6])}", said)]
    return len(again) > 1 and len(again) * 2 >= len(content) and name.casefold() not in said


def _is_within(one: Candidate, found: Sequence[Candidate]) -> bool:
    """A part of a publisher that stands beside or below it, and the state above an office."""
    others = [other for other in found if other is not one and says_it(other.name)]
    if is_state(one.name):
        return bool(others)
    if not is_part(one.name):
        return False
    return not says_it(one.name) or any(
        other.at == one.at - 1 or (0 <= one.at - other.at <= 2 and not is_part(other.name)) for other in others
    )


# --------------------------------------------------------------------------------------------- where no line has a name


def _agency(body: str, is_place: IsPlace | None) -> str | None:
    """The agency in "SEOUL, Oct. 6 (Seoul Courier) --", "(Seoul Courier, 6 October) Two"; no general word: "(Agencies)"."""
    dateline = DATELINE.match(body)
    credit = OPENING_BRACKETS.match(body) or (IN_BRACKETS.search(dateline["before"]) if dateline else None)
    name = credit[1].strip() if credit else ""
    return name if name and not _is_placed(name, is_place) and not table()["no_agencies"].issuperset(fold(name)) else None


def _speaker(reads: Sequence[Read], body: str) -> str | None:
    """Who speaks in a statement: named in its title, or the office that its first sentence begins with."""
    for read in reads:
        match = SUBJECT.match(read.line.text)
        name = _leading_name(match["name"]) if match and is_kind(match["kind"]) else None
        if name and (is_body(name) or _of_body(name, body) >= 2):
            return name
    match = SPEAKER.match(body) if any(read.kind == "kind" for read in reads) else None
    if not match or len(match["name"].split()) == 1:
        return None
    name = match["name"]
    is_titled = any(read.line.text.startswith(name) for read in reads if read.may_be_title)
    return name if is_titled or (is_body(name) and {"of", "for"} & set(name.split())) else None


def _leading_name(words: str) -> str | None:
    parts: list[str] = []
    for part in words.split():
        if not (part[:1].isupper() or part.lower() in NOT_IN_NAMES):
            break
        parts.append(part.rstrip(",.;:)"))
        if part[-1] in ",.;:)":
            break
    while parts and parts[-1].lower() in SMALL:
        parts.pop()
    return " ".join(parts) if len(parts) > 1 else None
