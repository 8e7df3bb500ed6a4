"""Words for places -> gazetteer ids. Comes in: sentences. Goes out: `Place` values.

Knows the countries (names from CLDR, ids ISO 3166-1) and the places of `places.csv`. "the province" is the province named
last before it. A place that the gazetteer lacks keeps its name and has no id. A country's people are not a place.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from tumen.records import Place
from tumen.view import Sentence

Level = Literal["country", "province", "county", "locality"]
KIND_WORDS: dict[str, Level] = {"Province": "province", "County": "county", "City": "locality", "Prefecture": "province"}
UNKNOWN_PLACE = re.compile(r"\b(?:[A-Z][\w’'-]+ ){1,2}(Province|County|City|Prefecture)\b")
SAME_PROVINCE = re.compile(r"\b[Tt]he province\b")
NAME_GOES_ON = re.compile(r" (?:[A-Z][a-z]+|’s [A-Z])")  # "China Daily", "Jordan Smith"
OPENED_BY_NAME = re.compile(r"(?:[A-Z][a-z]+ of|[a-z,;] (?:Mr\.|Ms\.|Mrs\.|Dr\.)) $")  # "Bank of China"
LEADING_THE = re.compile(r"^(?:The|In|At|From|Near) ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer."""

    id: str | None
    scheme: str | None
    level: Level
    country: str
    name: str
    within: str | None = None


def find_places(sentences: Iterable[Sentence]) -> tuple[Place, ...]:
    """The places that the sentences name, in text order."""
    places: list[Place] = []
    last_province: Place | None = None
    for sentence in sentences:
        for place in _in_sentence(sentence):
            if place.name == "the province":
                if last_province is None:
                    continue
                place = replace(last_province, span=place.span)
            elif place.level == "province":
                last_province = place
            places.append(place)
    return tuple(places)


def _in_sentence(sentence: Sentence) -> list[Place]:
    text, folded = sentence.view.text, fold(sentence.view.text)
    found: list[tuple[int, int, Entry]] = []
    entries, pattern = _gazetteer()
    for match in pattern.finditer(folded):
        kind_word = re.match(r"(?: |-)(?:Province|County|City|Prefecture|province|county|city)\b", folded[match.end() :])
        end = match.end() + (kind_word.end() if kind_word else 0)
        if not kind_word and NAME_GOES_ON.match(folded, end) and not folded[end:].startswith(" Province"):
            continue
        if OPENED_BY_NAME.search(folded[: match.start()]):
            continue
        found.append((match.start(), end, entries[match.group()]))
    for match in UNKNOWN_PLACE.finditer(folded):
        start = match.start() + (len(m.group()) if (m := LEADING_THE.match(match.group())) else 0)
        if not any(start < stop and begin < match.end() for begin, stop, _ in found):
            found.append((start, match.end(), Entry(None, None, KIND_WORDS[match[1]], "", text[start : match.end()])))
    for match in SAME_PROVINCE.finditer(text):
        found.append((match.start(), match.end(), Entry(None, None, "province", "", "the province")))
    return [
        Place(
            sentence.view.span(start, end),
            entry.name,
            entry.id,
            entry.scheme,
            entry.level,
            entry.country or None,
            entry.within,
        )
        for start, end, entry in sorted(found, key=lambda item: item[:2])
    ]


@cache
def _gazetteer() -> tuple[dict[str, Entry], re.Pattern[str]]:
    from babel import Locale

    entries = {
        fold(name): Entry(code, "iso3166-1", "country", code, name)
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code not in ("ZZ", "EU", "UN", "EZ", "XA", "XB", "QO")
    }
    table = files("tumen.ground").joinpath("places.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(table):
        entry = Entry(
            row["id"] or None,
            row["scheme"] or None,
            cast(Level, row["level"]),
            row["country"],
            row["name"],
            row["province"] or None,
        )
        entries.update({fold(spelling): entry for spelling in row["spellings"].split("|")})
    names = "|".join(re.escape(name) for name in sorted(entries, key=len, reverse=True))
    return entries, re.compile(rf"(?<![\w’'-])(?:{names})(?![\w-])(?!['’](?!s\b)\w)")


def fold(text: str) -> str:
    """`text` with Latin letters stripped of their diacritics and curly apostrophes made straight; as long as before."""
    return "".join(
        unicodedata.normalize("NFD", char)[0] if "À" <= char <= "ɏ" or "Ḁ" <= char <= "ỿ" else "'" if char == "’" else char
        for char in text
    )
