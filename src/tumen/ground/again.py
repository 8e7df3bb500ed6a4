"""Words that name no place but mean one: "the province", "the city", "the river". Comes in: sentences, and the places that they name. Goes out: more
places.

The one named last is meant; of cities the one named most often so far. Where none was named before, there is none.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tumen.ground.gazetteer import Entry
from tumen.records import Place
from tumen.view import Sentence

NO_PLACE = (
    r"(?! (?:of|party|committee|people|government|police|office|officials?|court|hall|council|security|administration|hospital|prosecutor|"
    r"authorities|cent(?:er|re)|level)\b)"
)
AGAIN = re.compile(rf"\b[Tt]he (?P<kind>province|county|city|town|village|prefecture|district|river)\b{NO_PLACE}")


class Found(NamedTuple):
    """A place that the words name, and its entry if the gazetteer has it."""

    place: Place
    entry: Entry | None


FITS: dict[str, Callable[[Place, bool], bool]] = {
    "province": lambda place, is_city: place.level == "province" and not is_city,
    "county": lambda place, is_city: place.level == "county" and not is_city,
    "city": lambda place, is_city: is_city,
    "town": lambda place, is_city: place.level in ("locality", "county"),
    "village": lambda place, is_city: place.level == "locality",
    "prefecture": lambda place, is_city: place.level == "prefecture",
    "district": lambda place, is_city: place.level == "district",
    "river": lambda place, is_city: place.level == "water",
}


def find_again(sentences: Sequence[Sentence], found: Sequence[Found]) -> Iterator[Place]:
    """The places that "the province" and its like stand for."""
    for sentence in sentences:
        for match in AGAIN.finditer(sentence.view.text):
            span = sentence.view.span(match.start(), match.end())
            if place := _meant(match["kind"], [one for one in found if one.place.span.end <= span.start]):
                yield replace(place, span=span, candidates=(), rule="again")


def _meant(kind: str, before: Sequence[Found]) -> Place | None:
    fits = FITS[kind]
    fitting = [place for place, entry in before if fits(place, entry is not None and entry.is_city)]
    if kind == "city" and fitting:
        count = Counter(place.name for place in fitting)
        fitting = [place for place in fitting if count[place.name] == max(count.values())]
    return fitting[-1] if fitting else None
