"""Who says that it did not happen. Comes in: accounts. Goes out: contradictions of kind "denial", or "update" where an outlet takes its own word back.

A denial stands beside what it denies and takes nothing away from it. It speaks of all types of event that tell of such a thing: "nobody was
detained" denies an arrest.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tumen.gathered import Contradiction, ContradictionKind, GatheredReading, Telling
from tumen.ledger.account import Account, Denial, voices_by_claim
from tumen.ledger.fields import DEADLY, main_type
from tumen.ledger.sides import Case, contradict, later
from tumen.ledger.tables import denied_with

NAME = re.compile(
    r"\b(?!The\b|This|That|These|Those|His|Her|Their|Our|One|Two|Police|Some|Many|Most|Another|Second|Third)[A-Z][a-z]{2,}"
)
RELATIVE = re.compile(r"['’]s?\b|\b(?:of|with|for)\b")
"""Somebody told of by another's name ("Ri's driver") is another."""
HAPPENED = ("happened", "possible")


def denied(case: Case, tellings: Sequence[tuple[Account, str]]) -> Iterator[Contradiction]:
    """Per group of types, those who deny against those who tell of it."""
    mains = {account.id: account for account, id_ in tellings if account.is_about(id_)}
    main = main_type(tellings)
    by_kind: dict[tuple[frozenset[str], ContradictionKind], list[tuple[Account, Denial]]] = defaultdict(list)
    for _, account in sorted(mains.items()):
        for denial in account.denials:
            types = denied_with().get(denial.reading.value, frozenset([denial.reading.value]))
            if _is_meant(denial, types, mains, main) and _answers(case, account, types, mains):
                by_kind[types, _kind(case, account, denial, mains, types)].append((account, denial))
    for (types, kind), listed in sorted(by_kind.items(), key=lambda item: (sorted(item[0][0]), item[0][1])):
        deniers = {account.id: denial for account, denial in listed}
        is_against = any(one.is_against or not one.is_total for _, one in listed)
        positive = _tellings(mains, types, count=None if is_against else 1)
        if not positive:
            continue
        negative = [Telling(account.id, denial.reading.claims, denial.reading.spans) for account, denial in listed]
        type_ = _commonest(positive)
        told = GatheredReading({"type": type_, "status": "happened"}, ())
        not_told = GatheredReading(
            {"type": min(deniers.values(), key=lambda one: one.reading.value).reading.value, "status": "denied"}, ()
        )
        yield contradict(case, "what", kind, [(told, [one for _, one in positive]), (not_told, _joined(negative))])


def _is_meant(denial: Denial, types: frozenset[str], mains: dict[str, Account], main: str | None) -> bool:
    """Whether a denial speaks of what the others tell: of everybody and of the main happening, against what others say, or of somebody whom they name.
    "The officer was not hurt" denies nothing; "nobody is in custody" denies no arrest that came later."""
    is_main = main in types or any(
        reading.value in types & DEADLY
        for account in mains.values()
        for incident in account.incidents[:1]
        for reading in incident.readings("what")
    )
    if denial.is_against or (denial.is_total and is_main):
        return True
    names = set() if RELATIVE.search(denial.whom) else set(NAME.findall(denial.whom))
    return any(
        names & set(NAME.findall(str(reading.value)))
        for account in mains.values()
        for incident in account.incidents
        if incident.type in types
        for role in ("who", "patient")
        for reading in incident.readings(role)
    )


def _answers(case: Case, account: Account, types: frozenset[str], mains: dict[str, Account]) -> bool:
    """Whether somebody told of it before, or on the same day; where days are unknown, anybody did."""
    mine = [Telling(account.id, (), ())]
    return any(_told_in(other, types) and later(case, [Telling(id_, (), ())], mine) >= 0 for id_, other in mains.items())


def _kind(
    case: Case, account: Account, denial: Denial, mains: dict[str, Account], types: frozenset[str]
) -> ContradictionKind:
    """An outlet that says so itself after one of its own origin told of it takes its word back."""
    mine = [Telling(account.id, (), ())]
    for other in mains.values():
        is_of_origin = case.group(other.id) is not None and case.group(other.id) == case.group(account.id)
        is_told = denial.is_narrated and other.id != account.id and is_of_origin and _told_in(other, types)
        if is_told and later(case, [Telling(other.id, (), ())], mine) > 0:
            return "update"
    return "denial"


def _tellings(mains: dict[str, Account], types: frozenset[str], count: int | None) -> list[tuple[str, Telling]]:
    """In the first `count` incidents of each: who tells of it: each report with its type. One that denies it counts only if a voice other than the one that denies tells of it there."""
    found = []
    for _, account in sorted(mains.items()):
        told = _told_in(account, types, count)
        own = [one for one in account.denials if one.reading.value in types]
        if told and all(_has_other_voice(account, told[1], denial) for denial in own):
            found.append(told)
    return found


def _told_in(account: Account, types: frozenset[str], count: int | None = None) -> tuple[str, Telling] | None:
    """The first incident of those types that a report tells of as one that happened, or an event of them in its main incident."""
    for incident in account.incidents[:count]:
        readings = (
            incident.readings("status") if incident.type in types else incident.readings("what") if incident.is_main else ()
        )
        for reading in readings:
            if reading.value in (HAPPENED if incident.type in types else types & DEADLY):
                type_ = incident.type if incident.type in types else reading.value
                return type_, Telling(account.id, reading.claims, reading.spans)
    return None


def _has_other_voice(account: Account, told: Telling, denial: Denial) -> bool:
    voices = voices_by_claim(account)
    telling = {voices[claim].source for claim in told.claims if claim in voices}
    denying = {voices[claim].source for claim in denial.reading.claims if claim in voices}
    return not denial.is_narrated and bool(telling - denying)


def _commonest(positive: Sequence[tuple[str, Telling]]) -> str:
    types = [type_ for type_, _ in positive]
    return min(types, key=lambda type_: (-types.count(type_), type_))


def _joined(told: Sequence[Telling]) -> list[Telling]:
    """One telling a report."""
    by_report: dict[str, Telling] = {}
    for one in told:
        before = by_report.get(one.report)
        claims = tuple(dict.fromkeys((*(before.claims if before else ()), *one.claims)))
        spans = tuple(sorted({*(before.spans if before else ()), *one.spans}))
        by_report[one.report] = Telling(one.report, claims, spans)
    return list(by_report.values())
