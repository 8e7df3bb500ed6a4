"""Names that the model takes for places -> places that the gazetteer lacks. Comes in: sentences, where such names stand, the places that are known.
Goes out: `Place` values without an id.

A village that no gazetteer has is still where something happened: "two surgeons were abducted near Kulbus". Neither the model alone nor
the word before alone is enough ("World Vision", "in Tesfay's words"): both must say that it is a place, and nothing that it is part of another name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from tumen.ground.named import NAME_GOES_ON, NEVER, NO_NAME_BEFORE, OPENS_NAME, PLACED, is_title
from tumen.records import Place, Span
from tumen.spanindex import SpanIndex
from tumen.view import Sentence

NAME = re.compile(r"[A-Z][\w'’-]*(?: (?:(?:al|el|de|la|du|do|da) )?[A-Z][\w'’-]*){0,2}")
HELD_BY = re.compile(r"(?:,| in| of|,? in)? ")  # between a place and the one that holds it
MORE_PLACED = re.compile(
    r"\b(?:[Oo]ff|[Oo]ut of|[Vv]illages? of|[Tt]owns? of|camps? of|[Ss]ettlements? of|[Nn]eighbou?rhoods? of|[Hh]amlets? of|[Aa]bove|[Aa]long) $"
)
ARTICLED = re.compile(r"(?:the|The) $")
KIND_BEHIND = re.compile(
    r" (?:border |detention |labou?r |prison |refugee |transit )?(?:crossing|post|checkpoint|camp|prison|jail|cent(?:re|er)|quarter|neighbou?rhood|district|county|"
    r"township|village|valley|island|reservoir|farm|mine|colliery|market|station|port|pass)\b"
)
"""Behind these a name may have an article: "through the Islam Qala crossing"."""
EXPLAINED = re.compile(
    rf"(?<![\w'-])(?P<name>{NAME.pattern}), (?:a|an|the) (?:[a-z-]+ ){{0,3}}(?:town|village|city|district|suburb|hamlet|settlement|township|island|port|quarter|"
    r"neighbou?rhood|commune|county|port city|oasis) (?:of|in|near|on|outside|along|by|at|north|south|east|west|some|about|\d)"
)
"""A name that the words behind it explain: "Ardamata, a district of El Geneina"."""
OF_KIND = re.compile(
    rf"\b(?:[Tt]he|[Ii]n|[Nn]ear|[Ff]rom|[Aa]t) (?:[a-z-]+ )?(?:village|hamlet|town|settlement|oasis|township|quarter|neighbou?rhood|port|suburb|district|county) of (?P<name>{NAME.pattern})"
    rf"|\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Aa]t) (?P<district>{NAME.pattern}) (?:district|county|prefecture|township|governorate|subdistrict)\b"
)
CROSSED = re.compile(rf"\b[Tt]he (?P<name>{NAME.pattern}) (?:border )?(?:crossing|checkpoint|border post)\b")
NOWHERE = re.compile(r"^(?:The|North|South|East|West|[A-Z][a-z]+(?:day|ese|ian|ians|ish|can|chen|rean|reans))$")
LONGEST = 40


def find_unlisted(sentences: Iterable[Sentence], named: Sequence[Span], known: SpanIndex[Place]) -> Iterator[Place]:
    """The places at `named`, names that the model takes for places, that are not among `known`."""
    at = SpanIndex((span, span) for span in named)
    seen: set[Span] = set()
    for sentence in sentences:
        if is_title(sentence.view.text):
            continue
        explained = [
            _name(sentence, match)
            for pattern in (EXPLAINED, OF_KIND, CROSSED)
            for match in pattern.finditer(sentence.view.text)
        ]
        spoken = [span for span in at.overlapping(sentence.span) if sentence.span.holds(span)]
        for span, is_explained in (*((span, True) for span in explained), *((span, False) for span in spoken)):
            place = _place(sentence, span, known, is_explained=is_explained)
            if place and place.span not in seen:
                seen.add(place.span)
                yield place


def _name(sentence: Sentence, match: re.Match[str]) -> Span:
    return sentence.view.span(*match.span(match.lastgroup or 0))


def _place(sentence: Sentence, span: Span, known: SpanIndex[Place], *, is_explained: bool) -> Place | None:
    text = sentence.view.text
    found = sentence.view.find(span)
    match = NAME.search(text, *found) if found else None  # "the Akrestsina"
    if match is None or found is None or len(match.group()) > LONGEST:
        return None
    name = re.sub(r"['’]s$", "", match.group())
    start, end = match.start(), match.start() + len(name)
    here = sentence.view.span(start, end)
    if known.overlapping(here) or name in NEVER | NO_NAME_BEFORE or NOWHERE.match(name):
        return None
    if not (is_explained or _says_where(text, start, end)) or NAME_GOES_ON.match(text, end) or OPENS_NAME.match(text, end):
        return None
    within, country = _holder(sentence, here, known)
    return Place(here, name, None, None, "locality", country, within, rule="kind")


def _says_where(text: str, start: int, end: int) -> bool:
    """Whether a word before the name says that something is there; before an article, only if a word behind it says what it is."""
    ahead = text[max(start - 40, 0) : start]
    if article := ARTICLED.search(ahead):
        return bool(KIND_BEHIND.match(text, end)) and bool(PLACED.search(ahead[: article.start()]))
    return bool(PLACED.search(ahead) or MORE_PLACED.search(ahead))


def _holder(sentence: Sentence, here: Span, known: SpanIndex[Place]) -> tuple[str | None, str | None]:
    """The province and country of the place that the words right behind a name say it lies in."""
    for place in known.overlapping(Span(here.end, here.end + 6)):
        between = sentence.view.find(Span(here.end, place.span.start)) if place.span.start > here.end else None
        if between and HELD_BY.fullmatch(sentence.view.text[slice(*between)]):
            return (place.id if place.level == "province" else place.within), place.country
    return None, None
