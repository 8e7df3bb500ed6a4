"""By what a report knows. Comes in: its print, and that of another report. Goes out: knowledge of its own, or none that is shown.

A source shows knowledge if it may have been near what happened, somebody of this outlet spoke with it, and its description says something
that the other report's sources do not have. Two sources described alike may be one person or two: that cannot be known, and is not asked.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from tumen.echo.cited import LEAD
from tumen.echo.evidence import Own
from tumen.echo.prints import Print
from tumen.echo.words import hash_of, stem, unpack

OPENING = 0.45  # share of a text within which it says what it rests on
LEDE = 0.2  # share of a text that is its first sentences
CONTACT = 0.6  # share of a text within which somebody is met who is not described
FEWEST_OWN = 8  # telling words that the other does not have, below which a report has no particulars to speak of
MOST_SHARED = 0.3  # share of its telling words that the other may have too: the place, the day, what happened
MOST_NUMBERS = 1  # numbers with what they count that both may have
GENERIC = frozenset(
    hash_of(stem(word))
    for word in "source sources resident residents person people province provincial city county district region village local area inside another "
    "north south east west several some three four five official officials from said who that with their there the and for has had his her was were "
    "are one two spokesman spokeswoman spokesperson".split()
)
"""Words that describe a source no more closely than "a source in the province"."""


@dataclass(frozen=True)
class Knowledge:
    """`why` says it to people. `is_official`: it is an account of those in charge."""

    why: str
    is_official: bool = False


def knowledge_of(one: Print, other: Print) -> Knowledge | None:
    """What shows that the report knows by itself, beside what the other report rests on; `None` if nothing does."""
    mine = one.evidence
    if official := _official(one, other):
        return official
    if mine.disowned is not None and mine.contact is None and mine.looking is None:
        return None
    if mine.is_credited or (mine.is_translated and not _has_its_own(one, other)):
        return None
    if mine.looking is not None and "imagery" in mine.channels:
        return Knowledge("looked at images for itself")
    if mine.is_digest:
        return None
    near = [source for source in mine.sources if source.is_near]
    told = min(LEAD, mine.contact or 0.0)
    if any(at <= told for at in taken_from(one)) or (mine.hearsay is not None and mine.hearsay <= told):
        return None
    if _lets_speak(one, other):
        return Knowledge("lets people speak who may have been near, in words that the other report does not have")
    if mine.contact is not None and not _doubts_itself(one):
        if any(_says_more(source, other) for source in near):
            return Knowledge("rests on a source that spoke to it and that is described in another way")
        if not near and (mine.contact <= CONTACT or "eyewitness" in mine.channels or _has_its_own(one, other)):
            return Knowledge("says that somebody spoke to it")
    if (
        mine.public is not None
        and "eyewitness" in mine.channels
        and any(_says_more(source, other) for source in near if not source.is_official)
    ):
        return Knowledge("has what people near to it said in public")
    return None


def _lets_speak(one: Print, other: Print) -> bool:
    """It quotes people who are described, and most of what it tells is its own; it has nothing from an outlet or from nobody in particular."""
    mine = one.evidence
    passes_on = [*taken_from(one), *(at for at in (mine.hearsay, mine.disowned) if at is not None)]
    speak = [
        source
        for source in mine.sources
        if source.is_near and source.is_quoted and not source.is_official and _says_more(source, other)
    ]
    far = [source for source in mine.sources if not source.is_near and not source.is_official]
    return len(speak) > len(far) and not any(at <= LEAD for at in passes_on) and _has_its_own(one, other)


def offices_of(one: Print) -> set[int]:
    """The words by which those in charge are called who speak in it, or issue it."""
    described = (unpack(source.described).tolist() for source in one.evidence.sources if source.is_official)
    return set(unpack(one.evidence.issuer).tolist()).union(*described) - GENERIC


def _has_its_own(one: Print, other: Print) -> bool:
    """Most of what it tells is not in the other report."""
    ours = unpack(one.terms)
    shared = len(np.intersect1d(ours, unpack(other.terms), assume_unique=True))
    numbers = len(np.intersect1d(unpack(one.details), unpack(other.details), assume_unique=True))
    return len(ours) - shared >= FEWEST_OWN and shared <= MOST_SHARED * len(ours) and numbers <= MOST_NUMBERS


def taken_from(one: Print) -> list[float]:
    """Where it names an outlet, or speaks of one, as where the story is from."""
    places = [cited.at for cited in one.cited if cited.is_outlet]
    return places if one.evidence.second_hand is None else [*places, one.evidence.second_hand]


def has_source(one: Print) -> bool:
    """Somebody speaks in it who may know: who was near, or who speaks for those in charge."""
    return any(source.is_near or source.is_official for source in one.evidence.sources)


def _official(one: Print, other: Print) -> Knowledge | None:
    """An account of those in charge, unless the other report has the word of the same office: that may be one statement."""
    mine = one.evidence
    offices = [source for source in mine.sources if source.is_official and source.at <= OPENING]
    is_denial = denies(one, other)
    if not mine.issuer and offices and any(at < offices[0].at for at in taken_from(one)):
        return None
    if not mine.issuer and not (offices and (is_denial or _speak_alone(offices, mine.sources))):
        return None
    ours = set().union(*(unpack(source.described).tolist() for source in offices)) - GENERIC
    if not mine.issuer and not (mine.is_denial and not other.evidence.issuer) and ours & offices_of(other):
        return None
    return Knowledge("gives the account of those in charge, or of a body that speaks for itself", is_official=True)


def denies(one: Print, other: Print) -> bool:
    """Those in charge say in it that it is not so, or that what the other report tells did not happen."""
    mine = one.evidence
    told = np.intersect1d(unpack(mine.denies), unpack(other.evidence.tells), assume_unique=True)
    told = np.setdiff1d(told, unpack(mine.tells), assume_unique=True)
    return mine.is_denial or (
        len(told) > 0 and (bool(mine.issuer) or any(s.is_official and s.at <= LEDE for s in mine.sources))
    )


def _speak_alone(offices: Collection[Own], sources: Collection[Own]) -> bool:
    """The report begins with those in charge, and nobody else in it could know; or nobody else speaks at all."""
    if any(source.at <= LEDE for source in offices):
        return all(source.is_official or not source.is_near for source in sources)
    return bool(offices) and all(source.is_official for source in sources)


def _doubts_itself(one: Print) -> bool:
    """It was told, but says that it cannot know, and nothing but that."""
    return one.evidence.disowned is not None and (one.evidence.hearsay is not None or len(one.evidence.sources) < 2)


def _says_more(source: Own, other: Print) -> bool:
    described = set(unpack(source.described).tolist()) - GENERIC
    theirs = [set(unpack(their.described).tolist()) - GENERIC for their in other.evidence.sources if their.is_near]
    return bool(described) and not any(described <= their for their in theirs)
