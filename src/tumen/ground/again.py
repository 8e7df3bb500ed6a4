"""Words that name no place but mean one: "the province", "the city", "the river". Comes in: sentences, and the places that they name. Goes out: more
places.

The one named last is meant; of cities the one named most often so far. Where none was named before, there is none.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
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


def find_again(sentences: Sequence[Sentence], found: Sequence[Found], said: Sequence[str | None]) -> Iterator[Place]:
    """The places that "the province" and its like stand for. `found`: the places of the report, in text order; `said`: what a word beside
    each says that it is, if one does."""
    named: dict[str, list[Place]] = {kind: [] for kind in FITS}
    cities: Counter[str] = Counter()
    is_said = False  # after "Kimjongsuk County", "the county" is not Samjiyon
    seen = 0
    for sentence in sentences:
        for match in AGAIN.finditer(sentence.view.text):
            span = sentence.view.span(match.start(), match.end())
            while seen < len(found) and found[seen].place.span.end <= span.start:
                place, entry = found[seen]
                is_city = entry is not None and entry.is_city
                for kind, fits in FITS.items():
                    if fits(place, is_city) and (kind != "county" or said[seen] == kind or not is_said):
                        named[kind].append(place)
                is_said |= said[seen] == "county"
                cities[place.name] += is_city
                seen += 1
            if meant := _meant(match["kind"], named, cities):
                yield replace(meant, span=span, candidates=(), rule="again")


def _meant(kind: str, named: Mapping[str, Sequence[Place]], cities: Counter[str]) -> Place | None:
    before = named[kind]
    if kind == "city" and before:
        most = max(cities.values())
        return next(place for place in reversed(before) if cities[place.name] == most)
    return before[-1] if before else None
