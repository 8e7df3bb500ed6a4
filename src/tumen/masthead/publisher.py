"""Whose page it is. Comes in: the lines above and below the body, read, and the body. Goes out: a name, or none. Never: a guess from one sign.

Each name in these lines is weighed by its words (a ministry, a gazette), by its line (a day, a number beside it), by the lines around it, and by
what the body says of it ("told the Gazette"). A part of a publisher, a kind of document, a place, a headline falls short, and then nobody publishes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tumen.masthead.furniture import Read
from tumen.masthead.opening import ONE_OFF, ORGANS, PAIR, IsPlace, Side, find_opening, is_placed
from tumen.masthead.told import TOLD_THINGS, is_retold, of_body
from tumen.masthead.words import (
    PREPOSITIONS,
    SMALL,
    fold,
    is_body,
    is_general,
    is_kind,
    is_part,
    is_state,
    outlet_words,
    says_it,
    table,
)

ENOUGH = 4
"""What a name must weigh."""
CALLED = 10
"""The weight of a first line of which the next one says that it is a page's name."""
LETTERHEAD = 11
"""That of an office right below a country and its province."""
ARTICLES = ("the ", "el ", "la ", "le ", "les ", "il ", "los ", "las ")
DATELINE = re.compile(r"(?P<before>[^“”\"]{2,100}?)\s?(?:--|[–—]|\.-|\s-(?=\s))\s?(?=\S)")
IN_BRACKETS = re.compile(r"\(([^\W\d_a-zà-ÿ][^(),\d]{1,50})(?:,\s[^()\d]{3,40})?\)[^()]{0,20}$")
OPENING_BRACKETS = re.compile(
    r"\(([A-Z][^(),\d]{1,50})(?:,[^()]{0,20}(?:\d|desk|service)[^()]{0,20})?\)\s*(?:[\d/.]{5,10}\s)?(?:--|[-–—])?\s?[A-Z]"
)
SUBJECT = re.compile(r"(?P<kind>[\w\s]+?)\s(?:by|of|from|issued by)\s(?:the\s)?(?P<name>[A-Z].*)")
SPEAKER = re.compile(r"(?:The\s)?(?P<name>[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|of|the|for|and|de))*)\s")
NOT_IN_NAMES = SMALL - {"on", "at", "in", "to", "by", "from", "a", "an"}


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
    opening = find_opening(head, body, is_place)
    credited = {" ".join(fold(name)) for read in (*head.reads, *foot.reads) for name in read.credited}
    found = (
        []
        if body.isupper()
        else [
            *(
                [Candidate(opening.name, 0, CALLED if opening.is_called else ENOUGH, head.reads[0], is_opening=True)]
                if opening
                else []
            ),
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
        whole = [name for name in names if not is_part(name) and not is_placed(name, is_place)]
        for place, name in enumerate(whole or names):  # "Check Desk, Lowland Media Trust"
            weight = of_body(name, body)
            if read.kind == "byline":
                weight += max(_of_words(name, read, number), 0) + _of_byline(name, read, is_place)
            else:
                weight += (
                    _of_words(name, read, number) + _of_line(side, number, place, name) + _of_layout(side, number, name, body)
                )
                weight -= 4 * is_placed(name, is_place)
                weight += LETTERHEAD * (place == 0 and not is_state(name) and _is_below_state(side, number))
            yield Candidate(name, number + offset, weight, read)


def _is_below_state(side: Side, number: int) -> bool:
    """Whether a country and its province stand right above: then an office of theirs follows, whatever its name."""
    above = side.reads[max(number - 2, 0) : number]
    return len(above) == 2 and all(
        is_state(read.line.text) and read.line.block == side.reads[number].line.block for read in above
    )


# ------------------------------------------------------------------------------------------------- what speaks for a name


def _of_words(name: str, read: Read, number: int) -> float:
    """What the words of the name say, and what the line calls it."""
    if read.is_self_called or read.kind == "publisher":
        return 4
    if says_it(name):
        return 3
    if number == 0 and PAIR.fullmatch(name):  # "Courts & Crime"
        return -2
    if len(name.split()) == 1 or (read.has_series and is_kind(read.line.text.split("|")[0])):
        return -2
    if not PREPOSITIONS.isdisjoint(fold(name)):  # "Fire at the Market"
        return -2
    is_no_person = name.lower().startswith(ARTICLES) or " of the " in name or re.search(r"s['’]\s|['’]s\s", name)
    return 2 if "&" in name or (len(name.split()) > 2 and is_no_person) else 0


def _of_byline(name: str, read: Read, is_place: IsPlace | None) -> float:
    """A name behind that of a writer: an outlet if it is written like one; else a second writer, or where the writer sits."""
    words = name.lower().split()
    if says_it(name):
        return 3
    if len(words) > 1:  # not "Juan de la Cruz", "Lee and Fox"
        is_for = re.search(rf"\sfor\s{re.escape(name)}", read.line.text)  # "By Ann Lee for Letters Across"
        return 4 if is_for or f"{words[0]} " in ARTICLES or {"from", "of", "the", "on"} & set(words[1:]) else 0
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
    beside = any(
        other.is_furniture
        or (other.is_tagline and not ONE_OFF.match(other.line.text))
        or other.has_series
        or is_part(other.line.text)
        for other in near
    )
    weight = 2.0 * beside
    is_title = is_retold(name, body)
    is_document = read.is_self_called or any(_is_of_document(other) for other in side.reads)
    if side.is_foot:
        weight += 2 if is_known else -2
    elif others:
        follows = min(others) < number
        weight += 2 * ((number == 0 and bool(near)) or (follows and is_known))
    elif not (is_document or (is_known and read.says_when) or of_body(name, body) == TOLD_THINGS):
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


def _is_within(one: Candidate, found: Sequence[Candidate]) -> bool:
    """A part of a publisher that stands beside or below it, and the state above an office."""
    if one.is_opening or (one.name.startswith("The ") and not ORGANS.search(one.name)):  # "The Camel Page"
        return False
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
    return name if name and not is_placed(name, is_place) and not table()["no_agencies"].issuperset(fold(name)) else None


def _speaker(reads: Sequence[Read], body: str) -> str | None:
    """Who speaks in a statement: named in its title, or the office that its first sentence begins with."""
    for read in reads:
        match = SUBJECT.match(read.line.text)
        name = _leading_name(match["name"]) if match and is_kind(match["kind"]) else None
        if name and (is_body(name) or of_body(name, body) >= 2):
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
