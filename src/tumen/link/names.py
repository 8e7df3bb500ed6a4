"""Names in the words of a report. Comes in: pieces of its text. Goes out: full names of people, roads, other names, and ages.

Capitalised words that follow each other are a name. What kind it is, its words say (`words.toml`): "Elm Street" is a road, "Elm County" is neither road
nor person, two to four other words are taken for a person. A text in capitals alone shows no names this way, and has none.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tumen.link.words import fold

_TABLE = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
TITLES = frozenset(_TABLE["titles"].split())
PLAIN = frozenset(_TABLE["plain"].split())
ROADS: dict[str, str] = _TABLE["roads"]
OTHER = frozenset(_TABLE["other"]["words"].split())
_CAPITAL = r"(?:[^\W\d_a-zà-öø-ÿ][\w’'\-]*|[A-Z]\.)"
_RUN = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?:[ \n]+(?:{_CAPITAL}|(?:de|la|del|bin|al|el|van|von|y)(?=[ ]+[A-Z])))*")
_NUMBERED_ROAD = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)?\s+(Street|St|Avenue|Ave|Road|Rd|Drive|Lane|Boulevard|Blvd|Court|Place)\b"
)
_AGE_BEHIND = re.compile(r",? (?:\(?(\d{1,2})\)?,|\((\d{1,2})\)|(\d{1,2}),? (?:of|was|and|from|years))")
_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old|\b(?:aged?|ages) (\d{1,2})\b|\b(\d{1,2}) years of age")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
MOSTLY_CAPITAL = 0.6  # share of capital letters from which a text shows no names
LONGEST = 4  # words of a person's name


@dataclass
class Names:
    """How often each name stands there, all folded. `people` are words from first to last; `aged` has the age beside a last name."""

    people: Counter[tuple[str, ...]] = field(default_factory=Counter)
    roads: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    aged: dict[str, int] = field(default_factory=dict)
    ages: Counter[int] = field(default_factory=Counter)


def find_names(pieces: Iterable[str], places: frozenset[str]) -> Names:
    """The names in pieces of running text; `places` are folded names that are known to be of places."""
    found = Names()
    for piece in pieces:
        for match in _AGE.finditer(piece):
            found.ages[int(match[1] or match[2] or match[3])] += 1
        if _is_shouted(piece):
            continue
        for match in _NUMBERED_ROAD.finditer(piece):
            found.roads[f"{match[1]} {ROADS.get(fold(match[2]), fold(match[2]))}"] += 1
        for match in _RUN.finditer(piece):
            _add(found, match, piece, places)
    return found


def _add(found: Names, match: re.Match[str], piece: str, places: frozenset[str]) -> None:
    words = [fold(re.sub(r"['’]s$", "", word)) for word in match[0].split()]
    ends = piece[match.end() : match.end() + 12]
    for name in _trimmed(words):
        if len(name) > 1 and name[-1] in ROADS:
            found.roads[" ".join((*name[-3:-1], ROADS[name[-1]]))] += 1
        elif " ".join(name) in places or any(word in OTHER for word in name):
            found.others[" ".join(name)] += 1
        elif 2 <= len(name) <= LONGEST:
            found.people[name] += 1
            if age := _AGE_BEHIND.match(ends):
                found.aged[name[-1]] = int(age[1] or age[2] or age[3])
        else:
            found.others[" ".join(name)] += 1


def _trimmed(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The runs that are left without titles, plain words and suffixes; initials in the middle go, too."""
    run: list[str] = []
    for word in (*words, "the"):
        if word in PLAIN or word in TITLES or word in _SUFFIXES or not word:
            if run and not (len(run) == 1 and len(run[0]) < 3):
                yield tuple(part for part in run if len(part) > 1) or tuple(run)
            run = []
        else:
            run.append(word)


def _is_shouted(piece: str) -> bool:
    letters = [letter for letter in piece if letter.isalpha()]
    return sum(map(str.isupper, letters)) > MOSTLY_CAPITAL * len(letters)
