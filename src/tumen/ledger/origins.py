"""On what a reading rests. Comes in: who gives it, how the reports stand. Goes out: origin groups, and the reports whose independence is unknown, apart.

Counted are origins, never reports: five outlets that print one story are one. A report that cites another outlet for what it says counts in that
outlet's origin, if a report of that outlet is among those gathered.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tumen.gathered import GatheredReading, Origins, Standing, Telling
from tumen.ledger.account import Account, voices_by_claim


def corroborate(
    value: Any, told: Sequence[Telling], standings: Mapping[str, Standing], accounts: Mapping[str, Account]
) -> GatheredReading:
    """The reading with its origins. `unknown` are reports whose independence is unknown; they are added to nothing."""
    origins, unknown = set(), []
    for telling in told:
        origin = _origin(telling, standings, accounts)
        if origin is None:
            unknown.append(telling.report)
        else:
            origins.add(origin)
    words = describe_corroboration(len(told), len(origins), len(unknown))
    return GatheredReading(value, tuple(told), tuple(sorted(origins)), tuple(unknown), words)


def _origin(telling: Telling, standings: Mapping[str, Standing], accounts: Mapping[str, Account]) -> str | None:
    """The origin group behind what one report says: that of the outlet that it cites for it, else its own."""
    account = accounts.get(telling.report)
    cited = _cited(telling, account) if account else ()
    if cited:
        outlets = {
            other.outlet.casefold(): other.id for other in accounts.values() if other.outlet and other.id != telling.report
        }
        for name in cited:
            standing = standings.get(outlets.get(name.casefold(), ""))
            if standing and standing.origin_group:
                return standing.origin_group
    standing = standings.get(telling.report)
    return standing.origin_group if standing else None


def _cited(telling: Telling, account: Account) -> tuple[str, ...]:
    """The outlets that all claims behind a telling came through."""
    voices = voices_by_claim(account)
    via = [set(voices[claim].via) for claim in telling.claims if claim in voices]
    return tuple(sorted(set.intersection(*via))) if via else ()


def describe_corroboration(reports: int, origins: int, unknown: int) -> str:
    """ "3 reports, 1 origin"; "2 reports, 1 origin; 1 more report, independence unknown"; "1 report, independence unknown"."""
    if not origins:
        return f"{_many(unknown, 'report')}, independence unknown"
    known = f"{_many(reports - unknown, 'report')}, {_many(origins, 'origin')}"
    return f"{known}; {_many(unknown, 'more report')}, independence unknown" if unknown else known


def describe_origins(reports: int, origins: Origins) -> str:
    """As `describe_corroboration`, for the main reports of an incident."""
    return describe_corroboration(reports, origins.groups, origins.independence_unknown)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
