"""Which reports are compared at all. Comes in: a profile. Goes out: its keys; two reports are compared if they share one.

The keys of a report follow from it alone, so the pairs that are compared never depend on the order in which reports came. Each is made of two things
that seldom meet by chance: two rare words or names, whenever the reports came out; one of them and the time of publication; a place and a day, of
what the report is about and of what it mentions. What that costs and loses is in docs/linking.md.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from tumen.link.days import without_year
from tumen.link.profile import Facts, Profile
from tumen.link.words import stems

Element = tuple[str, float]
"""A word or name, and how rare it is."""

PAIRED, DATED, FRESH = (
    30,
    16,
    12,
)  # elements that are paired with each other, with the month, and with the days of publication
REACH = 80  # the ranks of two such elements, multiplied, at most: one that the report is much about may meet one of which it says little
TOGETHER = 10.0  # rarity of two elements, at least, whose meeting says enough without a time
ONE_NAME = 15.0  # the same, of two words of one person's name: public figures are in reports of all kinds
ALONE = 4.0  # rarity of an element, at least, whose meeting says enough in one month
WINDOW, DAYS = 20, 3  # days; reports that far apart, and no more, surely meet in a month, or in days
SEASON = 60  # days within which events of one family in one place may be one
NAMED_MORE = 1.5
NAMED = 7.0  # mean rarity of the words of a name that says enough by itself, as does one with an age beside it
NAME_RARITY = 9.0
LONGEST_EVENT = 3  # days that what happened on a day may last


def keys(profile: Profile) -> frozenset[int]:
    """The keys of a report, signed, of 64 bits."""
    return frozenset(_hash(parts) for parts in _keys(profile))


def _keys(profile: Profile) -> Iterator[tuple[str, ...]]:
    elements = _elements(profile)
    names = [frozenset(stems(name)) for name in profile.people]
    for (first, (one, rarity)), (second, (other, other_rarity)) in combinations(enumerate(elements[:PAIRED], 1), 2):
        if first * second > REACH:
            continue
        least = ONE_NAME if any(one in name and other in name for name in names) else TOGETHER
        if rarity + other_rarity >= least:
            yield ("pair", *sorted((one, other)))
    day = _when(profile)
    if day is not None:
        for element, rarity in elements[:DATED]:
            if rarity >= ALONE:
                yield from (("month", element, str(window)) for window in (day // WINDOW, day // WINDOW + 1))
        for stem in sorted(profile.lead, key=lambda stem: (-profile.lead[stem], stem))[:FRESH]:
            yield from (("days", stem, str(window)) for window in (day // DAYS, day // DAYS + 1))
    yield from _keys_of(profile.main, day)
    for side in profile.sides:
        yield from _keys_of(side, None)
    for name, rarity in profile.people.items():
        words = name.split()
        if profile.surnames.get(words[-1]) or rarity >= 10 * NAMED * len(words):
            yield ("name", name)


def _keys_of(facts: Facts, day: int | None) -> Iterator[tuple[str, ...]]:
    """Those of one incident; `day` is that of publication, where the incident is what the report is about."""
    for place in facts.where:
        for first, last in (*without_year(facts.days), *facts.yearless):
            if last - first < LONGEST_EVENT:
                yield from (("day", place, str(each)) for each in range(first, last + 1))
        if facts.family:
            yield from (("kind", place, facts.family, season) for season in _seasons(facts, day))


def _seasons(facts: Facts, day: int | None) -> set[str]:
    """The months of the year in which it can have been, whichever the year, and the season of publication."""
    days = [each for days in (*without_year(facts.days), *facts.yearless) for each in days]
    months = {f"month {date.fromordinal(each).month}" for each in days}
    return months | (set() if day is None else {str(day // SEASON), str(day // SEASON + 1)})


def _elements(profile: Profile) -> list[Element]:
    """Rare words, roads and places, those first that the report is most about; names of people count for more."""
    named = {stem for name in profile.people for stem in stems(name)}
    found = {
        stem: (_weight(profile, stem) * (NAMED_MORE if stem in named else 1), rarity / 10)
        for stem, rarity in profile.rare.items()
    }
    found |= {name: (_weight(profile, name), rarity / 10) for name, rarity in profile.place_rarities.items()}
    found |= {road: (_weight(profile, road), NAME_RARITY) for road in profile.roads}
    ranked = sorted(found, key=lambda element: (-found[element][0], element))
    return [(element, found[element][1]) for element in ranked]


def _weight(profile: Profile, name: str) -> float:
    return float(sum(profile.terms.get(stem, 0) + profile.lead.get(stem, 0) for stem in stems(name)))


def _when(profile: Profile) -> int | None:
    """The day of publication or, where it is unknown, of what happened."""
    if profile.published is not None or not profile.main.days:
        return profile.published
    return profile.main.days[0][0]


def _hash(parts: tuple[str, ...]) -> int:
    return int.from_bytes(
        hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True
    )
