"""Whether a report knows by itself. Comes in: its print. Goes out: a chance, and what speaks for it.

Most of what can be known of that is in the one number that the reader gives of the whole text; the other features are what can be named. A report that
knows by itself may still be wrong, and two that do may have been told by one person.
"""

import math
from collections.abc import Iterable

from tumen.echo.prints import Print
from tumen.echo.weights import shipped

MANY = 4  # of what is counted, more says no more
SAYS = {
    "first_hand": "reads as told by those who know",
    "contact": "says that somebody spoke to it",
    "near": "names a source that may have been near",
    "near_quoted": "lets people speak who may have been near",
    "official": "gives the account of those in charge",
    "official_quoted": "lets those in charge speak",
    "issuer": "is issued by an office or a company",
    "denial": "denies what is told",
}
"""What a feature says to people, where it speaks for knowledge."""
TOLD = 2  # reasons


def measure_own(one: Print) -> dict[str, float]:
    """The features of one report. What stands somewhere is 1 at the beginning of the text and 0 at its end, or if it is not there; counts are logarithms."""
    mine = one.evidence
    near = [source for source in mine.sources if source.is_near]
    official = [source for source in mine.sources if source.is_official]
    outlets = [cited for cited in one.cited if cited.is_outlet]
    return {
        "first_hand": mine.first_hand or 0.0,
        "contact": _early([mine.contact]),
        "near": _early(source.at for source in near),
        "near_quoted": _count(sum(source.is_quoted for source in near)),
        "official": _early(source.at for source in official),
        "official_quoted": _count(sum(source.is_quoted for source in official)),
        "issuer": float(bool(mine.issuer)),
        "denial": float(mine.is_denial),
        "quotes": _count(len(one.quotes)),
        "known_outlet": float(bool(one.outlet)),
        "cited": _early(cited.at for cited in outlets),
        "outlets": _count(len(outlets)),
        "second_hand": _early([mine.second_hand]),
        "hearsay": _early([mine.hearsay]),
        "digest": float(mine.is_digest),
        "translated": float(mine.is_translated),
        "credited": float(mine.is_credited),
    }


def own_chance(one: Print) -> float:
    """The chance, from 0 to 1, that the report knows by itself; 0 of one in a language that is not read."""
    if one.evidence.first_hand is None:
        return 0.0
    return shipped("own").chance(measure_own(one))


def own_reasons(one: Print) -> list[str]:
    """What speaks most for its knowing by itself."""
    parts = shipped("own").parts(measure_own(one))
    return [SAYS[name] for name in sorted(SAYS, key=lambda name: -parts[name]) if parts[name] > 0][:TOLD]


def _early(places: Iterable[float | None]) -> float:
    return max((1.0 - at for at in places if at is not None), default=0.0)


def _count(number: int) -> float:
    return math.log1p(min(number, MANY))
