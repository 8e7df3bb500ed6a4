"""Two readings that cannot both hold: which reports stand on which side, and of what kind the clash is. Pure helpers of `clash.py`.

A report contradicts no other that it knows of: one that names the other number or day too (13 of the 15; the raid of the week before) may well mean
something else by it, and is left out of the clash, unless it says that the one takes the place of the other.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tumen.edtf import days_from, reach
from tumen.gathered import Contradiction, ContradictionKind, GatheredReading, Standing, Telling
from tumen.ledger.account import Account, ToldReading, first_day
from tumen.ledger.origins import corroborate
from tumen.ledger.values import describe_value

TOLLS = ("dead", "injured", "missing", "ill")
"""Fields of numbers that grow as the days go by."""
SOON_DAYS = 60
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SHOWN = 3  # reports named on one side
KINDS: Mapping[ContradictionKind, str] = {
    "rival_count": "both cannot be the number of one group",
    "update": "the later report puts it in the place of the earlier one",
    "different_subset": "they count different people",
    "other_place": "neither place lies in the other",
    "other_date": "no day lies in both",
    "denial": "one says that it happened, the other that it did not",
    "translation_slip": "the report that goes back to another one differs from it, perhaps by a slip in translation",
}


@dataclass(frozen=True)
class Case:
    """What the clashes of one incident are judged by."""

    accounts: Mapping[str, Account]
    standings: Mapping[str, Standing]

    def group(self, report: str) -> str | None:
        """The origin group of a report; `None` if its independence is unknown."""
        standing = self.standings.get(report)
        return standing.origin_group if standing else None

    def groups(self, told: Sequence[Telling]) -> set[str]:
        """The origin groups known behind these."""
        return {group for one in told if (group := self.group(one.report))}

    def is_derived(self, report: str) -> bool:
        """Whether a report is written after another one, as a translation is."""
        standing = self.standings.get(report)
        return standing is not None and (standing.relation == "derived" or standing.step == "derived")

    def narrow(self, reading: GatheredReading, told: Sequence[Telling]) -> GatheredReading:
        """The reading, with those alone who stand on its side."""
        return corroborate(reading.value, tuple(told), self.standings, self.accounts)


def sides(
    case: Case, one: GatheredReading, other: GatheredReading, knows: Callable[[Account, GatheredReading], bool]
) -> tuple[tuple[Telling, ...], tuple[Telling, ...]]:
    """The tellings of both readings that stand against each other; empty where none do."""
    mine = tuple(told for told in one.told if _stands(case, told, other, knows))
    theirs = tuple(told for told in other.told if _stands(case, told, one, knows))
    return mine, theirs


def _stands(case: Case, told: Telling, other: GatheredReading, knows: Callable[[Account, GatheredReading], bool]) -> bool:
    account = case.accounts[told.report]
    if is_aside(account, told) or any(theirs.report == told.report for theirs in other.told):
        return False
    is_count = isinstance(other.value, Mapping) and "lo" in other.value
    return (is_count and bool(account.grown)) or not knows(account, other)


def is_aside(account: Account, told: Telling) -> bool:
    """Whether the report gives another value of that field with more weight: then this one may be of a part, or of something else."""
    for incident in account.incidents:
        for _, readings in incident.fields:
            for at, reading in enumerate(readings):
                if at and set(reading.spans) & set(told.spans) and _same_kind(readings[0], reading):
                    return True
    return False


def _same_kind(one: ToldReading, other: ToldReading) -> bool:
    if isinstance(one.value, Mapping) and isinstance(other.value, Mapping):
        return bool(one.value.get("unit") == other.value.get("unit"))
    return False


# -------------------------------------------------------------------------------------------------------------- kinds


def is_slip(case: Case, mine: Sequence[Telling], theirs: Sequence[Telling]) -> bool:
    """Whether one side stands in translations alone, and the report that one of these goes back to is on the other side."""
    for side, other in ((mine, theirs), (theirs, mine)):
        reports = {told.report for told in other}
        if all(is_translation(case, told.report) for told in side) and any(
            case.standings[told.report].of in reports for told in side
        ):
            return True
    return False


def is_translation(case: Case, report: str) -> bool:
    """Whether a report is derived from another one, and says that it is translated."""
    return case.is_derived(report) and case.accounts[report].is_translation


def without_slips(case: Case, found: Sequence[Contradiction]) -> list[Contradiction]:
    """Without clashes of a translation's slip with what others say: its value rests on nothing but the original, which says something else."""
    slipped = {
        repr(reading.value)
        for one in found
        if one.kind == "translation_slip"
        for reading in one.readings
        if all(is_translation(case, told.report) for told in reading.told)
    }

    def rests_on_slip(one: Contradiction) -> bool:
        return one.kind not in ("translation_slip", "denial") and any(
            repr(reading.value) in slipped and all(is_translation(case, told.report) for told in reading.told)
            for reading in one.readings
        )

    return [one for one in found if not rests_on_slip(one)]


def is_update(case: Case, mine: Sequence[Telling], theirs: Sequence[Telling], *, is_growth: bool) -> bool:
    """Whether the later report takes the place of the earlier one: of one origin, or by its own words, or, where `is_growth`, because such numbers
    grow. `theirs` is the side whose number is higher."""
    order = later(case, mine, theirs)
    if not order:
        return False
    if case.groups(mine) & case.groups(theirs):
        return True
    return is_growth and order > 0


def later(case: Case, mine: Sequence[Telling], theirs: Sequence[Telling]) -> int:
    """By how many days `theirs` was first published after `mine`, below zero if before; 0 if that is not known, or too long ago to tell."""
    days = [_first_day(case, side) for side in (mine, theirs)]
    if days[0] is None or days[1] is None:
        return 0
    return days_from(days[0], days[1])


def _first_day(case: Case, side: Sequence[Telling]) -> str | None:
    found = [day for told in side if (day := _written(case.accounts[told.report]))]
    return min(found, default=None)


def _written(account: Account) -> str | None:
    """The day of publication, else the last day, written with its year, that a report names: before that it was not written."""
    if published := reach(account.published):
        return published[0]
    return max((day for day in account.days if DAY.fullmatch(day)), default=None)


# --------------------------------------------------------------------------------------------------------- in words


def contradict(
    case: Case, field: str, kind: ContradictionKind, pair: Sequence[tuple[GatheredReading, Sequence[Telling]]]
) -> Contradiction:
    """The contradiction, and why in a sentence. Where a translation slips, its original comes first."""
    if kind == "translation_slip":
        pair = sorted(pair, key=lambda side: all(case.is_derived(told.report) for told in side[1]))
    readings = tuple(case.narrow(reading, told) for reading, told in pair)
    said = " against ".join(f"{describe_value(reading.value)} ({_who(case, reading.told)})" for reading in readings)
    return Contradiction(field, kind, readings, f"{said}: {KINDS[kind]}.")


def _who(case: Case, told: Sequence[Telling]) -> str:
    """Up to three of them by name, the earliest first."""
    accounts = sorted((case.accounts[one.report] for one in told), key=lambda one: (first_day(one.published), one.id))
    more = f"; {len(accounts) - SHOWN} more" if len(accounts) > SHOWN else ""
    return "; ".join(map(_named, accounts[:SHOWN])) + more


def _named(account: Account) -> str:
    return f"{account.name}, {describe_value({'edtf': account.published})}" if account.published else account.name
