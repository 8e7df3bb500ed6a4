"""Words that slip in translation. Comes in: the notes of accounts. Goes out: contradictions over kinship, weekdays, and what people are called.

A grandson who is a son in the translation, a Thursday that becomes a Tuesday of the same date. A kinship word is compared only between a derived report and
those of its origin, where their sentences share other words; a weekday only beside one and the same day of the calendar.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tumen.gathered import Contradiction, ContradictionKind, GatheredReading, Telling
from tumen.ledger.account import Account, Note
from tumen.ledger.fields import main_type
from tumen.ledger.sides import Case, contradict, is_slip, is_update
from tumen.ledger.tables import denied_with, kin
from tumen.ledger.values import times_agree

ASSAULTS = ("attack", "shoot", "bomb", "kill")
"""Types by which reports call one assault."""
Noted = tuple[Account, Note]


def slips(case: Case, tellings: Sequence[tuple[Account, str]]) -> Iterator[Contradiction]:
    """Of the reports that are mainly about the incident."""
    mains = {account.id: account for account, id_ in tellings if account.is_about(id_)}
    accounts = [mains[id_] for id_ in sorted(mains)]
    yield from _kin(case, accounts)
    yield from _weekdays(case, accounts)
    yield from _people(case, accounts)
    yield from _doers(case, accounts, main_type(tellings))
    yield from _named(case, accounts)


def _notes(accounts: Sequence[Account], kind: str) -> list[Noted]:
    return [(account, note) for account in accounts for note in account.notes if note.kind == kind]


def _telling(noted: Noted) -> Telling:
    account, note = noted
    return Telling(account.id, note.reading.claims, note.reading.spans)


def _one_a_report(notes: Sequence[Noted]) -> list[Telling]:
    return list({account.id: _telling((account, note)) for account, note in reversed(notes)}.values())[::-1]


def _kin(case: Case, accounts: Sequence[Account]) -> Iterator[Contradiction]:
    notes = _notes(accounts, "kin")
    words = {account.id: {note.reading.value for other, note in notes if other is account} for account in accounts}
    found: dict[tuple[str, str], tuple[list[Noted], list[Noted]]] = defaultdict(lambda: ([], []))
    for noted in notes:
        account, note = noted
        if not case.is_derived(account.id):
            continue
        for other, theirs in notes:
            is_of_origin = case.group(other.id) == case.group(account.id) and not case.is_derived(other.id)
            word, instead = note.reading.value, theirs.reading.value
            is_swapped = instead in kin().get(word, ()) and word not in words[other.id] and instead not in words[account.id]
            if is_of_origin and is_swapped and set(note.around) & set(theirs.around):
                pair = found[instead, word]
                pair[0].append((other, theirs))
                pair[1].append(noted)
    for (word, slip), (originals, derived) in sorted(found.items()):
        told, slipped = GatheredReading(word, ()), GatheredReading(slip, ())
        yield contradict(
            case, "who", "translation_slip", [(told, _one_a_report(originals)), (slipped, _one_a_report(derived))]
        )


def _weekdays(case: Case, accounts: Sequence[Account]) -> Iterator[Contradiction]:
    by_value: dict[tuple[str, str], list[Noted]] = defaultdict(list)
    for account, note in _notes(accounts, "weekday"):
        by_value[note.reading.value["edtf"], note.reading.value["weekday"]].append((account, note))
    listed = sorted(by_value)
    for at, (day, weekday) in enumerate(listed):
        for other_day, other in listed[at + 1 :]:
            if weekday == other or not times_agree(day, other_day):
                continue
            sides = [by_value[day, weekday], by_value[other_day, other]]
            is_derived = any(all(case.is_derived(account.id) for account, _ in side) for side in sides)
            what: ContradictionKind = "translation_slip" if is_derived else "other_date"
            pair = [(GatheredReading(side[0][1].reading.value, ()), _one_a_report(side)) for side in sides]
            yield contradict(case, "when", what, pair)


def _people(case: Case, accounts: Sequence[Account]) -> Iterator[Contradiction]:
    by_group: dict[str, list[Noted]] = defaultdict(list)
    for account, note in _notes(accounts, "people"):
        by_group[note.reading.value].append((account, note))
    both = {account.id for account, _ in by_group["civilian"]} & {account.id for account, _ in by_group["fighter"]}
    sides = [[noted for noted in by_group[group] if noted[0].id not in both] for group in ("civilian", "fighter")]
    if all(sides):
        pair = [(GatheredReading(f"{side[0][1].reading.value}s", ()), _one_a_report(side)) for side in sides]
        yield contradict(case, "who", "denial", pair)


def _doers(case: Case, accounts: Sequence[Account], main: str | None) -> Iterator[Contradiction]:
    """Who did it: forces of the state, or those who fight it. Only of the main happening, and of reports that blame one side alone."""
    types = {main, *denied_with().get(main or "", ()), *(ASSAULTS if main in ASSAULTS else ())}
    by_group: dict[str, list[Noted]] = defaultdict(list)
    for account, note in _notes(accounts, "doer"):
        by_group[note.reading.value].append((account, note))
    both = {account.id for account, _ in by_group["state"]} & {account.id for account, _ in by_group["rebel"]}
    sides = [
        [(account, note) for account, note in by_group[group] if account.id not in both and note.around[0] in types]
        for group in ("state", "rebel")
    ]
    if all(sides):
        pair = [(GatheredReading(side[0][1].around[1], ()), _one_a_report(side)) for side in sides]
        yield contradict(case, "who", "denial", pair)


def _named(case: Case, accounts: Sequence[Account]) -> Iterator[Contradiction]:
    """ "Dam No. 5" that is No. 3 in a correction; a town that lies in the North of a region in one report and in its South in the other."""
    by_value: dict[tuple[str, str, str], list[Noted]] = defaultdict(list)
    for seen in ("numbered", "side"):
        for account, note in _notes(accounts, seen):
            by_value[seen, note.reading.value["of"], note.reading.value["which"]].append((account, note))
    for one, other in combinations(sorted(by_value), 2):
        if one[:2] != other[:2] or (one[0] == "side" and one[2].split()[1:] != other[2].split()[1:]):
            continue
        sides = [_alone(by_value[one], by_value[other]), _alone(by_value[other], by_value[one])]
        if not all(sides):
            continue
        mine, theirs = (_one_a_report(side) for side in sides)
        kind: ContradictionKind
        if is_update(case, mine, theirs, is_growth=False) and any(account.grown for side in sides for account, _ in side):
            kind = "update"
        elif one[0] == "numbered":
            continue  # two dams, as far as anybody says
        else:
            kind = "translation_slip" if is_slip(case, mine, theirs) else "other_place"
        pair = [(GatheredReading(_in_words(found), ()), told) for found, told in ((one, mine), (other, theirs))]
        yield contradict(case, one[1].lower() if one[0] == "numbered" else "where", kind, pair)


def _alone(side: Sequence[Noted], other: Sequence[Noted]) -> list[Noted]:
    """Those of a side that do not name the other one too, but as what they correct: then the last that they name is what they stand for."""
    stands = []
    for account, note in side:
        theirs = [against for report, against in other if report is account]
        if not theirs or (account.grown and note.reading.spans > max(against.reading.spans for against in theirs)):
            stands.append((account, note))
    return stands


def _in_words(found: tuple[str, str, str]) -> str:
    kind, of, which = found
    return f"{of} No. {which}" if kind == "numbered" else f"{of}, {which}"
