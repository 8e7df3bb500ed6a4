"""Who says that it did not happen. Comes in: accounts. Goes out: contradictions of kind "denial", or "update" where an outlet takes its own word back.

A denial stands beside what it denies and takes nothing away from it. It speaks of all types of event that tell of such a thing: "nobody was
detained" denies an arrest.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tumen.gathered import Contradiction, ContradictionKind, GatheredReading, Telling
from tumen.ledger.account import Account, Denial, ToldIncident, voices_by_claim
from tumen.ledger.fields import DEADLY, main_type
from tumen.ledger.sides import Case, contradict, later
from tumen.ledger.tables import coerced, denied_with, people

NAME = re.compile(
    r"\b(?!The\b|This|That|These|Those|His|Her|Their|Our|One|Two|Police|Some|Many|Most|Another|Second|Third)[A-Z][a-z]{2,}"
)
RELATIVE = re.compile(r"['’]s?\b|\b(?:of|with|for)\b")
"""Somebody told of by another's name ("Ri's driver") is another."""
CIVILIANS = re.compile(
    r"^(?:local |peaceful |civil)?(?:civilians?|residents?|villagers?|inhabitants?|people|population|ian)\b|^(?:peaceful|civilian|local)\b",
    re.IGNORECASE,
)
"""Those of whom a denial may speak alone: "no civilian was harmed" says nothing of the fighters who were killed."""
HAPPENED = ("happened", "possible")


class View(NamedTuple):
    """What a report gives on the incident: its incidents that tell of it, the main one first, and what it denies."""

    account: Account
    incidents: tuple[ToldIncident, ...]
    denials: tuple[Denial, ...]


def denied(case: Case, tellings: Sequence[tuple[Account, str]]) -> Iterator[Contradiction]:
    """Per group of types, those who deny against those who tell of it."""
    views = _views(tellings)
    main = main_type(tellings)
    by_kind: dict[tuple[frozenset[str], ContradictionKind], list[tuple[Account, Denial]]] = defaultdict(list)
    for view in views.values():
        for denial, types in _meant(case, view, views, main):
            by_kind[types, _kind(case, view.account, denial, views, types)].append((view.account, denial))
    for (types, kind), listed in sorted(by_kind.items(), key=lambda item: (sorted(item[0][0]), item[0][1])):
        deniers = {account.id: denial for account, denial in listed}
        is_against = any(one.is_against or not one.is_total for _, one in listed)
        positive = _tellings(views, types, count=None if is_against else 1)
        if not positive:
            continue
        negative = [Telling(account.id, denial.reading.claims, denial.reading.spans) for account, denial in listed]
        type_ = _commonest([one for one in positive if one[1].report not in deniers] or positive)
        told = GatheredReading({"type": type_, "status": "happened"}, ())
        not_told = GatheredReading(
            {"type": min(deniers.values(), key=lambda one: one.reading.value).reading.value, "status": "denied"}, ()
        )
        yield contradict(case, "what", kind, [(told, [one for _, one in positive]), (not_told, _joined(negative))])


def _views(tellings: Sequence[tuple[Account, str]]) -> dict[str, View]:
    """By report, in order. Of one that only mentions the incident, what it tells of that incident alone counts."""
    found: dict[str, View] = {}
    for account, id_ in sorted(tellings, key=lambda pair: (pair[0].id, pair[1])):
        own = account.incident(id_)
        if account.is_about(id_):
            found[account.id] = View(account, account.incidents, account.denials)
        elif own is not None and account.id not in found:
            types = denied_with().get(own.type, frozenset([own.type]))
            found[account.id] = View(
                account, (own,), tuple(one for one in account.denials if one.reading.value in {own.type, *types})
            )
    return found


def _meant(case: Case, view: View, views: dict[str, View], main: str | None) -> Iterator[tuple[Denial, frozenset[str]]]:
    """The denials of a report that speak of what the others tell. Once one of them does, so do its others of everybody."""
    answering = [
        (one, types)
        for one in view.denials
        if _is_there(one, view, views)
        and _answers(case, view.account, types := denied_with().get(one.reading.value, frozenset([one.reading.value])), views)
    ]
    is_any_meant = any(_is_meant(one, types, view, views, main) for one, types in answering)
    for one, types in answering:
        if _is_meant(one, types, view, views, main) or (is_any_meant and one.is_total and one.reading.value != coerced()):
            yield one, types


def _is_there(denial: Denial, view: View, views: dict[str, View]) -> bool:
    """Whether it is not said of another place than the one that the others tell of: one that nobody else names, beside one that somebody does. An official who names
    the place in another language names no other."""
    told = {key for other in views.values() if other is not view for key in _keys(other.account)}
    return not denial.places or bool(told & set(denial.places)) or not told & _keys(view.account)


def _keys(account: Account) -> set[str | None]:
    """Its places by id and name, but whole countries and provinces."""
    return {
        key for place in account.places if place.level not in ("country", "province") for key in (place.id, place.name) if key
    }


def _is_meant(denial: Denial, types: frozenset[str], view: View, views: dict[str, View], main: str | None) -> bool:
    """Whether a denial speaks of what the others tell: of everybody and of the main happening, or of what its own report is about, against what others say, or of
    somebody whom they name. "The officer was not hurt" denies nothing; "nobody is in custody" denies no arrest that came later."""
    own = view.incidents[0].type if view.incidents else None
    is_main = (
        main in types
        or own in types
        or any(
            reading.value in types & DEADLY
            for other in views.values()
            for incident in other.incidents[:1]
            if incident.type == main
            for reading in incident.readings("what")
        )
    )
    if denial.reading.value == coerced():
        return main in types or own in types
    if denial.whom and denial.is_total and CIVILIANS.search(denial.whom):
        return is_main and any(_names_civilians(other, types) for other in views.values() if other is not view)
    if denial.is_against or (denial.is_total and is_main):
        return True
    names = set() if RELATIVE.search(denial.whom) else set(NAME.findall(denial.whom))
    return any(
        names & set(NAME.findall(str(reading.value)))
        for other in views.values()
        for incident in other.incidents
        if incident.type in types
        for role in ("who", "patient")
        for reading in incident.readings(role)
    )


def _names_civilians(view: View, types: frozenset[str]) -> bool:
    """Whether those to whom it happened are called villagers, residents, civilians."""
    readings = (
        reading for one in view.incidents if one.type in types for reading in (*one.readings("who"), *one.readings("patient"))
    )
    return any(people()["civilian"].search(str(reading.value)) for reading in readings)


def _answers(case: Case, account: Account, types: frozenset[str], views: dict[str, View]) -> bool:
    """Whether somebody told of it before, or on the same day; where days are unknown, anybody did."""
    mine = [Telling(account.id, (), ())]
    return any(_told_in(other, types) and later(case, [Telling(id_, (), ())], mine) >= 0 for id_, other in views.items())


def _kind(case: Case, account: Account, denial: Denial, views: dict[str, View], types: frozenset[str]) -> ContradictionKind:
    """An outlet that says so itself after one of its own origin told of it takes its word back."""
    mine = [Telling(account.id, (), ())]
    for id_, other in views.items():
        is_of_origin = case.group(id_) is not None and case.group(id_) == case.group(account.id)
        denies_too = any(one.reading.value in types for one in other.denials)
        is_told = denial.is_narrated and id_ != account.id and is_of_origin and not denies_too and _told_in(other, types)
        if is_told and later(case, [Telling(id_, (), ())], mine) > 0:
            return "update"
    return "denial"


def _tellings(views: dict[str, View], types: frozenset[str], count: int | None) -> list[tuple[str, Telling]]:
    """In the first `count` incidents of each: who tells of it: each report with its type. One that denies it counts only if a voice other than the one that denies tells of it there."""
    found = []
    for view in views.values():
        told = _told_in(view, types, count)
        own = [one for one in view.denials if one.reading.value in types]
        if told and all(_has_other_voice(view.account, told[1], denial) for denial in own):
            found.append(told)
    return found


def _told_in(view: View, types: frozenset[str], count: int | None = None) -> tuple[str, Telling] | None:
    """The first incident of those types that a report tells of as one that happened, or an event of them in its main incident. Words that deny it tell nothing."""
    denying = {span for denial in view.account.denials for span in denial.reading.spans}
    for incident in view.incidents[:count]:
        readings = (
            incident.readings("status") if incident.type in types else incident.readings("what") if incident.is_main else ()
        )
        for reading in readings:
            spans = tuple(span for span in reading.spans if span not in denying)
            if spans and reading.value in (HAPPENED if incident.type in types else types & DEADLY):
                type_ = incident.type if incident.type in types else reading.value
                return type_, Telling(view.account.id, reading.claims, spans)
    return _counted_in(view, types)


def _counted_in(view: View, types: frozenset[str]) -> tuple[str, Telling] | None:
    """A number of dead says that people died."""
    counted = [reading for incident in view.incidents[:1] for reading in incident.readings("dead")]
    counted += [one.reading for one in view.account.counts if one.field == "dead"]
    if "die" in types and counted:
        return "die", Telling(view.account.id, counted[0].claims, counted[0].spans)
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
