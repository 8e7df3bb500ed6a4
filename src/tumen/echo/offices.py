"""Those in charge, as a report lets them speak. Comes in: prints. Goes out: whether it gives their account, denies, or has the same statement as another."""

from collections.abc import Collection

import numpy as np

from tumen.echo.evidence import Own
from tumen.echo.pair import Pair
from tumen.echo.prints import Print
from tumen.echo.sources import GENERIC, taken_from
from tumen.echo.words import unpack

OPENING = 0.45  # share of a text within which it says what it rests on
LEDE = 0.2  # share of a text that is its first sentences


def is_of_office(one: Print) -> bool:
    """It gives the account of those in charge: it is issued by them, or begins with them and has it from no outlet and nobody near."""
    mine = one.evidence
    offices = [source for source in mine.sources if source.is_official and source.at <= OPENING]
    if mine.issuer:
        return True
    if not offices or any(at < offices[0].at for at in taken_from(one)):
        return False
    return mine.is_denial or _speak_alone(offices, mine.sources)


def denies(one: Print, other: Print) -> bool:
    """Those in charge say in it that it is not so, or that what the other report tells did not happen."""
    mine = one.evidence
    told = np.intersect1d(unpack(mine.denies), unpack(other.evidence.tells), assume_unique=True)
    told = np.setdiff1d(told, unpack(mine.tells), assume_unique=True)
    return mine.is_denial or (
        len(told) > 0 and (bool(mine.issuer) or any(s.is_official and s.at <= LEDE for s in mine.sources))
    )


def is_same_office(pair: Pair) -> bool:
    """A word by which those in charge are called stands in both, where one is issued by them."""
    return any(one.evidence.issuer for one, _ in pair.both) and bool(_offices_of(pair.first) & _offices_of(pair.second))


def may_be_one_statement(pair: Pair) -> bool:
    """Both give what those in charge say: other offices only if one of them issues its text, and no word of its name stands in the other's."""
    is_other = any(one.evidence.issuer for one, _ in pair.both) and not is_same_office(pair)
    return not is_other and all(is_of_office(one) or _has_only_offices(one) for one, _ in pair.both)


def _has_only_offices(one: Print) -> bool:
    sources = one.evidence.sources
    return bool(_offices_of(one)) and not any(source.is_near and not source.is_official for source in sources)


def _offices_of(one: Print) -> set[int]:
    """The words by which those in charge are called who speak in it, or issue it."""
    described = (unpack(source.described).tolist() for source in one.evidence.sources if source.is_official)
    return set(unpack(one.evidence.issuer).tolist()).union(*described) - GENERIC


def _speak_alone(offices: Collection[Own], sources: Collection[Own]) -> bool:
    """The report begins with those in charge, and nobody else in it could know; or nobody else speaks at all."""
    if any(source.at <= LEDE for source in offices):
        return all(source.is_official or not source.is_near for source in sources)
    return all(source.is_official for source in sources)
