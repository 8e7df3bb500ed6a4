"""Whether a report mentions what another is mainly about. Comes in: two profiles, and which incident of the first. Goes out: a probability.

There is too little gold to fit weights on: these are set by hand, so that only what agrees in several ways is likely. A report cannot mention what came
after it.
"""

from tumen.link.days import gap, without_year
from tumen.link.features import can_agree
from tumen.link.model import chance
from tumen.link.profile import Days, Facts, Profile
from tumen.link.where import shares_place

BIAS = -3.2
PLACE, OTHER_PLACE = 1.5, -1.5
ONE_DAY, OTHER_DAY = 2.0, -2.5
TYPE, FAMILY, OTHER_FAMILY = 1.0, 0.0, -1.0
COUNTS, OTHER_COUNTS = 0.8, -1.0
WORDS, MOST_WORDS = 12.0, 3.5  # for all of the other's opening; at most
LATER = -4.0
NEAR = 1  # days between two tellings of one day


def compare_mention(profile: Profile, side: int, other: Profile) -> float:
    """The chance, from 0 to 1, that the incident `profile.sides[side]` is the main one of `other`; 0 of a report in which nothing happens. Raises `IndexError` if
    there is no such side."""
    told, main = profile.sides[side], other.main
    if not main.type:
        return 0.0
    parts = (
        _place(told, main),
        _days(told, main),
        _type(told, main),
        _counts(told, main),
        _words(told, other),
        _time(profile, other),
    )
    return chance(BIAS + sum(parts))


def _place(told: Facts, main: Facts) -> float:
    if not told.where or not main.where:
        return 0.0
    return PLACE if shares_place(told.where, main.where) else OTHER_PLACE


def _days(told: Facts, main: Facts) -> float:
    apart = gap(told.days, main.days)
    if apart is None:
        apart = gap(_any_year(told.days, told.yearless), _any_year(main.days, main.yearless))
    return 0.0 if apart is None else ONE_DAY if apart <= NEAR else OTHER_DAY


def _any_year(days: tuple[Days, ...], yearless: tuple[Days, ...]) -> list[Days]:
    return [*without_year(days), *yearless]


def _type(told: Facts, main: Facts) -> float:
    if not told.type or not main.type:
        return 0.0
    return TYPE if told.type == main.type else FAMILY if told.family == main.family else OTHER_FAMILY


def _counts(told: Facts, main: Facts) -> float:
    fields = {one[0] for one in told.counts} & {one[0] for one in main.counts}
    return sum(COUNTS if can_agree(told, main, field) else OTHER_COUNTS for field in sorted(fields))


def _words(told: Facts, other: Profile) -> float:
    shared = sum(other.lead[stem] ** 2 for stem in other.lead.keys() & told.terms.keys()) / 1e6
    return min(WORDS * shared, MOST_WORDS)


def _time(profile: Profile, other: Profile) -> float:
    """What happened after a report came out is not in it."""
    if profile.published is None:
        return 0.0
    days = [first for first, _ in other.main.days]
    return LATER if days and min(days) > profile.published else 0.0
