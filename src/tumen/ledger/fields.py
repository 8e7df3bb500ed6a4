"""What several reports tell of one incident -> its fields. Comes in: accounts, standings. Goes out: readings, each with who gives it and on how many
origins it rests.

Values that say the same are one reading. A report that is mainly about something else (the sentences of those who were arrested) gives what it
tells of this incident from its incident of that type; the number of its own main incident goes to a field of its own, "sentenced".
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tumen.event import EventType
from tumen.gathered import GatheredReading, Standing, Telling
from tumen.ledger.account import Account, ToldIncident, ToldReading, first_day, voices_by_claim
from tumen.ledger.origins import corroborate
from tumen.ledger.tables import coerced, denied_with, field_of_type
from tumen.ledger.values import key_of
from tumen.records import Span

Tellings = Sequence[tuple[Account, str]]
"""Accounts, each with the id of its incident that tells of this one; "" where it tells of it in no incident."""
FIRST = ("what", "who", "how_many", "dead", "injured", "detained", "from", "to", "where", "when", "status")
VICTIMS = ("dead", "executed", "injured", "missing", "ill")
SETTING = ("where", "when", "from", "to")
DEADLY = frozenset(["kill", "die", "execute"])
TAKEN = frozenset(["detain", "kidnap", "disappear"])
"""Types whose number counts the same people where a report names the taking otherwise: who is abducted for one is led away for another."""
MOVED = frozenset(["displace", "deport", "repatriate", "transfer"])
"""The same of those who are put out: expelled for one, handed over for another."""
SHOT = frozenset(["execute", "shoot"])
"""Types whose number counts the same victims: those shot by a firing squad; else more are shot than die."""


def merge_fields(
    tellings: Tellings, standings: Mapping[str, Standing], scheme: Mapping[str, EventType]
) -> dict[str, tuple[GatheredReading, ...]]:
    """The fields of the incident, each reading with the reports that give it. Those that rest on most origins come first, then those that most
    reports give, then by value, those of derived reports alone last; the order of `tellings` makes no difference."""
    type_ = main_type(tellings)
    collected: dict[str, dict[str, list[tuple[Account, ToldReading]]]] = defaultdict(lambda: defaultdict(list))
    for account, id_ in sorted(tellings, key=lambda pair: (pair[0].id, pair[1])):
        for field, reading in _readings(account, account.incident(id_), type_, scheme):
            collected[field][key_of(reading.value)].append((account, reading))
    accounts = {account.id: account for account, _ in tellings}
    merged = {}
    for field in (*(name for name in FIRST if name in collected), *sorted(set(collected) - set(FIRST))):
        readings = [_gather(told, standings, accounts) for told in collected[field].values()]
        merged[field] = tuple(sorted(readings, key=lambda reading: _rank(reading, standings)))
    return merged


def main_type(tellings: Tellings) -> str | None:
    """What most reports take it for, main incidents alone if there are any; of equally many, what others call by another name, else what the first of them by day of publication does."""
    ordered = sorted(tellings, key=lambda pair: (first_day(pair[0].published), pair[0].id, pair[1]))
    told = [one for account, id_ in ordered if (one := account.incident(id_))]
    types = [one.type for one in told if one.is_main] or [one.type for one in told]
    return max(types, key=lambda type_: (types.count(type_), _namesakes(type_, types), -types.index(type_)), default=None)


def _namesakes(type_: str, types: Sequence[str]) -> int:
    """How many others can be another name of it."""
    return sum(other in group for group in (DEADLY, MOVED, TAKEN) if type_ in group for other in types if other != type_)


def _rank(reading: GatheredReading, standings: Mapping[str, Standing]) -> tuple[int, int, bool, str]:
    """Of readings that rest on as much, those that stand in derived reports alone come last."""
    relations = {standings[told.report].relation for told in reading.told if told.report in standings}
    return -len(reading.origins), -len(reading.told), relations == {"derived"}, key_of(reading.value)


def _gather(
    told: Iterable[tuple[Account, ToldReading]], standings: Mapping[str, Standing], accounts: Mapping[str, Account]
) -> GatheredReading:
    """One reading of all that say the same. Of the ways in which it is written, the one that most reports give stands for it."""
    by_report: dict[str, tuple[dict[str, None], set[Any]]] = {}
    written: Counter[str] = Counter()
    values: dict[str, Any] = {}
    for account, reading in told:
        claims, spans = by_report.setdefault(account.id, ({}, set()))
        claims.update(dict.fromkeys(reading.claims))
        spans.update(reading.spans)
        written[repr(reading.value)] += 1
        values[repr(reading.value)] = reading.value
    value = values[min(written, key=lambda form: (-written[form], -len(form), form))]
    tellings = tuple(
        Telling(report, tuple(claims), tuple(sorted(spans))) for report, (claims, spans) in sorted(by_report.items())
    )
    return corroborate(value, tellings, standings, accounts)


# ------------------------------------------------------------------------------------- what a report tells of it


def _readings(
    account: Account, own: ToldIncident | None, type_: str | None, scheme: Mapping[str, EventType]
) -> Iterator[tuple[str, ToldReading]]:
    """The readings of this incident that a report gives, by field. A number of dead that is its only number of people stands among the dead alone."""
    found = list(_all_readings(account, own, type_, scheme))
    dead = [(reading.value, reading.spans) for field, reading in found if field == "dead"]
    sums = _sums(account, type_)
    taken_back = [note.reading.spans[-1] for note in account.notes if note.kind == "corrected"]
    return (
        (field, one)
        for field, one in found
        if not any(span.overlaps(back) for span in one.spans for back in taken_back)
        and (field != "how_many" or (one.value, one.spans) not in dead)
        and not (field in sums and _unit(one) == "person" and (one.value["hi"] or sys.maxsize) < min(sums[field]))
    )


def _sums(account: Account, type_: str | None) -> dict[str, set[int]]:
    """By field, the number of all: "the number of those seized is 14". A lower one in the same report is of some; a higher one is somebody else's."""
    found: dict[str, set[int]] = defaultdict(set)
    for note in account.notes:
        if note.kind == "total":
            found[_field_of(note.reading.value["of"], type_)].add(note.reading.value["lo"])
    return found


def _all_readings(
    account: Account, own: ToldIncident | None, type_: str | None, scheme: Mapping[str, EventType]
) -> Iterator[tuple[str, ToldReading]]:
    counted = set()
    if own:
        is_kin = _is_kin(own.type, type_, scheme)
        others = list(_others(account, own, type_, scheme)) if own.type != type_ and own.is_main else []
        for incident in (own, *others):
            if is_denial(account, incident):
                for reading in incident.readings("status"):
                    if reading.value == "denied":
                        yield "status", reading
                continue
            for field, reading in _of_incident(
                account, incident, type_, scheme, has_setting=is_kin or incident is not own or not others
            ):
                if not _is_part(account, reading):
                    counted.add((field, _unit(reading)))
                yield field, reading
    if own is None or own.is_main:
        yield from _beside(account, type_, counted, scheme)


def _beside(
    account: Account, type_: str | None, counted: set[tuple[str, str | None]], scheme: Mapping[str, EventType]
) -> Iterator[tuple[str, ToldReading]]:
    """The numbers that stand in no incident, of what no incident counts. The one with which a report opens is that of the incident, if nothing else is, and if it is not
    one whose victims are counted: "300 people marched" are not the dead."""
    found = [(_field_of(one.field, type_), one.reading) for one in account.counts if one.field and one.field != coerced()]
    freely = [one.reading for one in account.counts if one.field == coerced()]
    if type_ in denied_with()[coerced()]:
        found += [("how_many", reading) for reading in freely if ("how_many", _unit(reading)) not in counted]
    sums = _sums(account, type_)
    yield from (
        (field, reading)
        for field, reading in found
        if (field, _unit(reading)) not in counted or reading.value["lo"] in sums.get(field, ())
    )
    known = {*counted, *((field, _unit(reading)) for field, reading in found)}
    if type_ is not None and field_of_type().get(type_, VICTIMS[0]) in VICTIMS:
        return
    for one in account.counts:
        is_of_it = all(_is_kin(beside, type_, scheme) for beside in one.beside)
        if not one.field and is_of_it and ("how_many", _unit(one.reading)) not in known:
            yield "how_many", one.reading


def _is_part(account: Account, reading: ToldReading) -> bool:
    """Whether it is a number of some only ("nine of those taken"), so that the whole may stand elsewhere in the report."""
    return bool(reading.spans) and all(any(span.overlaps(part) for part in account.parts) for span in reading.spans)


def _unit(reading: ToldReading) -> str | None:
    return reading.value.get("unit") if isinstance(reading.value, Mapping) else None


def is_denial(account: Account, incident: ToldIncident) -> bool:
    """Whether a report tells of an incident only to deny it: in its own voice, or by nobody but who tells of it."""
    voices = voices_by_claim(account)

    def sources(claims: Iterable[str]) -> set[str]:
        return {voices[claim].source for claim in claims if claim in voices}

    denials = [one for one in account.denials if one.reading.value == incident.type]
    told = [reading for reading in incident.readings("status") if reading.value != "denied"]
    telling = sources(claim for reading in told for claim in reading.claims)
    return any(one.is_narrated or telling <= sources(one.reading.claims) for one in denials)


def _others(
    account: Account, own: ToldIncident, type_: str | None, scheme: Mapping[str, EventType]
) -> Iterator[ToldIncident]:
    """Incidents of a report whose main one is of another type that tell of this one. Those of the type of its own main incident are others: a report
    tells them apart."""
    for incident in account.incidents:
        if (
            incident.id != own.id
            and incident.type != own.type
            and incident.relation != "background"
            and _is_kin(incident.type, type_, scheme)
        ):
            yield incident


def _of_incident(
    account: Account, incident: ToldIncident, type_: str | None, scheme: Mapping[str, EventType], *, has_setting: bool
) -> Iterator[tuple[str, ToldReading]]:
    is_kin = _is_kin(incident.type, type_, scheme)
    for field, readings in incident.fields:
        if field in SETTING and not has_setting:
            continue
        into = _count_field(field, incident.type, type_, scheme)
        if field == "how_many" and _is_taken_too(account, incident, type_):
            into = field
        if into is None or (field == "status" and not is_kin):
            continue
        for reading in readings:
            if not (into == "injured" and reading.spans in _spans_of_dead(account)) and (
                field != "when" or not _is_of_saying(account, reading)
            ):
                yield into, reading


def _spans_of_dead(account: Account) -> list[tuple[Span, ...]]:
    """Where those stand who died: nobody of them is counted among the hurt."""
    return [
        reading.spans
        for incident in account.incidents
        for name in ("dead", *(["how_many"] if incident.type in DEADLY else []))
        for reading in incident.readings(name)
    ]


def _is_of_saying(account: Account, reading: ToldReading) -> bool:
    """Whether it was only said or printed on that day; as a bound ("on or before") it stays."""
    return not reading.value["edtf"].startswith("..") and set(reading.spans) <= set(account.sayings)


def _is_kin(one: str, other: str | None, scheme: Mapping[str, EventType]) -> bool:
    """Whether two types can tell of the same happening."""
    if one == other or other is None or _counts_same(one, other):
        return True
    return (one in scheme and other in scheme[one].alike) or (other in scheme and one in scheme[other].alike)


def _count_field(field: str, of: str, type_: str | None, scheme: Mapping[str, EventType]) -> str | None:
    """Where a field of an incident of type `of` belongs in one of type `type_`."""
    if field == "dead":
        return _field_of("dead", type_)
    if field != "how_many" or of == type_ or type_ is None:
        return field
    if _counts_same(of, type_):
        return field
    named = field_of_type().get(of)
    return field if _is_kin(of, type_, scheme) and named == field_of_type().get(type_) else "dead" if of in DEADLY else named


def _is_taken_too(account: Account, incident: ToldIncident, type_: str | None) -> bool:
    """Whether a report that is mainly about it names the taking or putting out of people otherwise than most do, and gives no other number of those; of people first taken and then
    put out it counts the same if it tells of both."""
    told = [one for one in account.incidents if one is not incident and (one.type == type_ or {one.type, type_} <= MOVED)]
    if not incident.is_main or any(one.readings("how_many") for one in told):
        return False
    pair = {incident.type, type_}
    return (
        (pair <= TAKEN and not any(one.type == type_ for one in told))
        or pair <= MOVED
        or (bool(told) and pair <= TAKEN | MOVED)
    )


def _counts_same(one: str, other: str) -> bool:
    """Whether the numbers of two types of violence count the same victims."""
    return {one, other} <= DEADLY or {one, other} <= SHOT


def _field_of(named: str, type_: str | None) -> str:
    """A number that says what it counts is that of the incident, if it counts what the type does."""
    if type_ is not None and (field_of_type().get(type_) == named or (named == "dead" and type_ in DEADLY)):
        return "how_many"
    return named
