"""The sources of two reports beside each other. Comes in: prints. Goes out: whether they are described alike; where outlets are spoken of.

Two sources described alike may be one person or two: that cannot be known, and is not asked.
"""

from tumen.echo.evidence import Own
from tumen.echo.pair import Pair
from tumen.echo.prints import Print
from tumen.echo.words import hash_of, stem, unpack

GENERIC = frozenset(
    hash_of(stem(word))
    for word in "source sources resident residents person people province provincial city county district region village local area inside another "
    "north south east west several some three four five official officials from said who that with their there the and for has had his her was were "
    "are one two spokesman spokeswoman spokesperson".split()
)
"""Words that describe a source no more closely than "a source in the province"."""


def are_alike(pair: Pair) -> bool:
    """Both have sources that may have been near, and no description of the one says what none of the other does, or the other way round."""
    near = [[source for source in one.evidence.sources if source.is_near] for one, _ in pair.both]
    return all(near) and not any(_says_more(source, theirs) for mine, theirs in (near, near[::-1]) for source in mine)


def taken_from(one: Print) -> list[float]:
    """Where it names an outlet, or speaks of one, as where the story is from."""
    places = [cited.at for cited in one.cited if cited.is_outlet]
    return places if one.evidence.second_hand is None else [*places, one.evidence.second_hand]


def has_source(one: Print) -> bool:
    """Somebody speaks in it who may know: who was near, or who speaks for those in charge."""
    return any(source.is_near or source.is_official for source in one.evidence.sources)


def _says_more(source: Own, others: list[Own]) -> bool:
    described = set(unpack(source.described).tolist()) - GENERIC
    theirs = [set(unpack(other.described).tolist()) - GENERIC for other in others]
    return bool(described) and not any(described <= each for each in theirs)
