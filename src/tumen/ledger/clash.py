"""Readings of one incident -> those that cannot all hold. Comes in: accounts, standings, fields. Goes out: contradictions, two readings each.

Each is typed and says who gives which reading, and why both cannot hold. Whatever can be true together is no contradiction (`values.py`), nor is
what a report tells of something else (`sides.py`). Which reading is right is never said.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tumen.gathered import Contradiction, ContradictionKind, GatheredReading, Standing, Telling
from tumen.ledger.account import Account, KnownPlace
from tumen.ledger.copied import copied
from tumen.ledger.deny import denied
from tumen.ledger.fields import Tellings
from tumen.ledger.sides import SOON_DAYS, TOLLS, Case, contradict, is_slip, is_update, later, sides, without_slips
from tumen.ledger.slips import slips
from tumen.ledger.values import PLACES, counts_agree, is_far, key_of, places_agree, times_agree, year_alone_differs

PARTS = ("children",)
"""Numbers that are parts of another one by what they count."""
KILLED = (["kill"], ["die"])


def contradictions(
    tellings: Tellings, standings: Mapping[str, Standing], fields: Mapping[str, Sequence[GatheredReading]]
) -> tuple[Contradiction, ...]:
    """What cannot all hold, in the order of the fields. `fields` are those that `merge_fields` makes of the same tellings. The order of `tellings` makes
    no difference."""
    case = Case({account.id: account for account, _ in tellings}, standings)
    found = without_slips(case, [*_counts(case, fields), *_times(case, fields), *_places(case, fields)])
    found += [one for one in _corrected(case, fields) if not _is_told(one, found)]
    found += [one for one in copied(case, tellings) if not _is_told(one, found)]
    found += [*denied(case, tellings), *slips(case, tellings)]
    order = {field: at for at, field in enumerate(fields)}
    return tuple(sorted(found, key=lambda one: (order.get(one.field, len(order)), one.field, _key(one))))


def _is_told(one: Contradiction, found: Sequence[Contradiction]) -> bool:
    """Whether the same two numbers of the same reports clash already in a field of the incident."""
    sides = _told(one)
    return any(set(sides) == set(other) and all(sides[key] & other[key] for key in sides) for other in map(_told, found))


def _told(one: Contradiction) -> dict[object, set[str]]:
    """By its number, or what else it is, who gives each side."""
    return {
        reading.value.get("lo", key_of(reading.value)) if isinstance(reading.value, Mapping) else reading.value: {
            told.report for told in reading.told
        }
        for reading in one.readings
    }


def _key(one: Contradiction) -> tuple[str, ...]:
    return (one.kind, *(key_of(reading.value) for reading in one.readings))


# ------------------------------------------------------------------------------------------------------------ counts


def _counts(case: Case, fields: Mapping[str, Sequence[GatheredReading]]) -> Iterator[Contradiction]:
    is_deadly = [reading.value for reading in fields.get("what", ())][:1] in KILLED
    for field, readings in fields.items():
        counted = [one for one in readings if isinstance(one.value, Mapping) and "lo" in one.value]
        counted.sort(key=lambda one: (one.value["lo"], key_of(one.value)))
        for one, other in combinations(counted, 2):
            if counts_agree(one.value, other.value):
                yield from _grown(case, field, one, other)
                continue
            is_toll = field in TOLLS or (field == "how_many" and is_deadly)

            def knows(
                account: Account,
                reading: GatheredReading,
                pair: tuple[GatheredReading, GatheredReading] = (one, other),
                *,
                grows: bool = is_toll,
            ) -> bool:
                return _knows_number(account, reading) and not (grows and reading is pair[0] and _explains(account, *pair))

            mine, theirs = sides(case, one, other, knows)
            if field not in PARTS:
                mine, theirs = _whole(case, mine), _whole(case, theirs)
            if mine and theirs:
                kind = _kind_of_count(case, mine, theirs, is_toll=is_toll)
                yield contradict(case, field, kind, [(one, mine), (other, theirs)])


def _groups(case: Case, told: Sequence[Telling]) -> set[str]:
    """Of whom the numbers are, as far as their nouns say."""
    found = set()
    for one in told:
        for span, groups in case.accounts[one.report].groups:
            if any(span.overlaps(words) for words in one.spans):
                found |= set(groups)
    return found


def _are_others(mine: set[str], theirs: set[str]) -> bool:
    """Whether two numbers are of people who cannot be the same: women and men, children and adults, soldiers and civilians."""
    kinds = {group.partition(".")[0] for group in mine} & {group.partition(".")[0] for group in theirs}
    return any(not any(group in theirs for group in mine if group.startswith(f"{kind}.")) for kind in kinds)


def _whole(case: Case, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """Those whose words stand for a whole number, and in no list."""
    parts = {report: case.accounts[report].parts for report in (one.report for one in told)}
    return tuple(one for one in told if not all(any(span.overlaps(part) for part in parts[one.report]) for span in one.spans))


def _grown(case: Case, field: str, one: GatheredReading, other: GatheredReading) -> Iterator[Contradiction]:
    """Two numbers that may both hold, where a report says that the one has grown to be the other: "from 14 to nearly thirty" after "at least 14"."""
    mine = tuple(told for told in one.told if not _grew(case, told.report, one, other))
    theirs = tuple(told for told in other.told if _grew(case, told.report, one, other))
    if mine and theirs:
        yield contradict(case, field, "update", [(one, mine), (other, theirs)])


def _grew(case: Case, report: str, one: GatheredReading, other: GatheredReading) -> bool:
    notes = [note.reading.value for note in case.accounts[report].notes if note.kind == "grew"]
    return any(
        grew["was"] == one.value["lo"] and (grew["lo"], grew["hi"]) == (other.value["lo"], other.value["hi"])
        for grew in notes
    )


def _corrected(case: Case, fields: Mapping[str, Sequence[GatheredReading]]) -> Iterator[Contradiction]:
    """What a report takes back in so many words ("three, and not two, as we reported"): of the first field in which an earlier report of the same origin gives that number."""
    for id_, account in sorted(case.accounts.items()):
        for note in account.notes:
            if note.kind != "corrected":
                continue
            mine = Telling(id_, note.reading.claims, note.reading.spans)
            for field, readings in fields.items():
                found = next((one for one in readings if _was(one, note.reading.value["was"])), None)
                theirs = [told for told in found.told if _is_before(case, told, mine)] if found else []
                if found and theirs:
                    value = {**found.value, **{key: note.reading.value[key] for key in ("lo", "hi", "exact")}}
                    yield contradict(case, field, "update", [(found, theirs), (GatheredReading(value, ()), [mine])])
                    break


def _was(one: GatheredReading, number: int) -> bool:
    return isinstance(one.value, Mapping) and one.value.get("lo") == one.value.get("hi", -1) == number


def _is_before(case: Case, told: Telling, mine: Telling) -> bool:
    is_of_origin = case.group(told.report) is not None and case.group(told.report) == case.group(mine.report)
    return told.report != mine.report and is_of_origin and later(case, [told], [mine]) >= 0


def _knows_number(account: Account, other: GatheredReading) -> bool:
    """Whether a report names that number too, in whatever sense."""
    value = other.value
    return (value["lo"], value["hi"], value["unit"]) in account.numbers


def _explains(account: Account, lower: GatheredReading, higher: GatheredReading) -> bool:
    """Whether a report that gives the higher number also tells by how many it has grown: twelve graves, of which nine are in one row and three were dug later."""
    more = higher.value["lo"] - lower.value["lo"]
    exact = lower.value["lo"] == lower.value["hi"] and higher.value["lo"] == higher.value["hi"]
    return bool(exact and more != lower.value["lo"] and any((lo, hi) == (more, more) for lo, hi, _ in account.numbers))


def _kind_of_count(case: Case, lower: Sequence[Telling], higher: Sequence[Telling], *, is_toll: bool) -> ContradictionKind:
    if is_slip(case, lower, higher):
        return "translation_slip"
    if _are_others(_groups(case, lower), _groups(case, higher)):
        return "different_subset"
    is_growth = is_toll and 0 < later(case, lower, higher) <= SOON_DAYS
    return "update" if is_update(case, lower, higher, is_growth=is_growth) else "rival_count"


# ------------------------------------------------------------------------------------------------------------- times


def _times(case: Case, fields: Mapping[str, Sequence[GatheredReading]]) -> Iterator[Contradiction]:
    readings = [one for one in fields.get("when", ()) if isinstance(one.value, Mapping)]
    readings.sort(key=lambda one: key_of(one.value))
    for one, other in combinations(readings, 2):
        is_of_year = (
            _is_dated(case, one) and _is_dated(case, other) and year_alone_differs(one.value["edtf"], other.value["edtf"])
        )
        if not is_of_year and (
            times_agree(one.value["edtf"], other.value["edtf"]) or is_far(one.value["edtf"], other.value["edtf"])
        ):
            continue
        mine, theirs = sides(case, one, other, _has_day if is_of_year else _knows_day)
        if mine and theirs:
            kind: ContradictionKind = "translation_slip" if is_slip(case, mine, theirs) else "other_date"
            yield contradict(case, "when", kind, [(one, mine), (other, theirs)])


def _is_dated(case: Case, one: GatheredReading) -> bool:
    """Whether all who give a day write its year too: one that is worked out may be out by one."""
    return all(
        any(span in note.reading.spans for note in case.accounts[told.report].notes if note.kind == "dated")
        for told in one.told
        for span in told.spans[:1]
    )


def _has_day(account: Account, other: GatheredReading) -> bool:
    return other.value["edtf"] in account.days


def _knows_day(account: Account, other: GatheredReading) -> bool:
    """Whether a report names some day, as exact as a day, that may be the other one."""
    return any(
        len(day) >= len("XXXX-01-01") and ".." not in day and times_agree(day, other.value["edtf"]) for day in account.days
    )


# ------------------------------------------------------------------------------------------------------------ places


def _places(case: Case, fields: Mapping[str, Sequence[GatheredReading]]) -> Iterator[Contradiction]:
    known = {place.id: place for account in case.accounts.values() for place in account.places if place.id}
    for field in PLACES:
        readings = sorted(fields.get(field, ()), key=lambda one: key_of(one.value))
        for one, other in combinations(readings, 2):
            if places_agree(one.value, other.value, known):
                continue
            mine, theirs = sides(case, one, other, lambda account, reading: _knows_place(account, reading, known))
            if mine and theirs:
                kind: ContradictionKind = "translation_slip" if is_slip(case, mine, theirs) else "other_place"
                yield contradict(case, field, kind, [(one, mine), (other, theirs)])


def _knows_place(account: Account, other: GatheredReading, known: Mapping[str, KnownPlace]) -> bool:
    """Whether a report names the other place, or one that lies in it."""
    wanted = other.value["id"]
    return any(place.id == wanted or place.within == wanted for place in account.places)
