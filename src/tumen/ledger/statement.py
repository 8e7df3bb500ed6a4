"""An incident in an editor's words. Comes in: a gathered incident and its accounts. Goes out: sentences, made of values and counts only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tumen.gathered import Contradiction, GatheredIncident, GatheredReading
from tumen.ledger.account import Account
from tumen.ledger.origins import describe_origins
from tumen.ledger.values import COUNTS, PLACES, describe_value

SHOWN = ("how_many", *(name for name in COUNTS if name != "how_many"), "arrived", "children", "where", "from", "to", "when")
MOST_VOICES = 2
CLASHES = {"update": "Changed over time", "translation_slip": "Perhaps a slip"}
ASKED = {"who": "who", "how_many": "how many", "where": "where", "when": "when"}


def statement(incident: GatheredIncident, accounts: Mapping[str, Account]) -> tuple[str, ...]:
    """Such as "One incident, 5 reports, 1 origin.", "16 people: 4 reports, 1 origin; 12 people: 1 report, other origin.", "Denied by ...", "Unknown: when."
    `accounts` are those of its reports by id. "Other origin": not the one that most reports go back to."""
    mains = sum(member.role == "main" for member in incident.reports)
    chain = _main_origin(incident)
    sentences = [f"One incident, {describe_origins(mains, incident.origins)}."]
    for field in SHOWN:
        for listed in _by_unit(incident.fields.get(field, ())):
            sentences.append(_field(field, listed, chain))
    sentences += _followed(incident, accounts)
    sentences += [_clash(one, accounts) for one in incident.contradictions]
    if unknown := list(_unknown(incident)):
        sentences.append(f"Unknown: {'; '.join(unknown)}.")
    return tuple(sentences)


def _main_origin(incident: GatheredIncident) -> str | None:
    counted = Counter(member.origin_group for member in incident.reports if member.role == "main" and member.origin_group)
    return min(counted, key=lambda origin: (-counted[origin], origin), default=None)


def _by_unit(readings: Sequence[GatheredReading]) -> list[list[GatheredReading]]:
    """People and households apart, each in the order of the field."""
    found: dict[Any, list[GatheredReading]] = {}
    for reading in readings:
        unit = reading.value.get("unit") if isinstance(reading.value, Mapping) else None
        found.setdefault(unit, []).append(reading)
    return list(found.values())


def _field(field: str, readings: Sequence[GatheredReading], chain: str | None) -> str:
    parts = [f"{describe_value(reading.value)}: {_rests(reading, chain)}" for reading in readings]
    name = "" if field == "how_many" else f"{field.replace('_', ' ')}: "
    return f"{name}{'; '.join(parts)}."


def _rests(reading: GatheredReading, chain: str | None) -> str:
    words = reading.corroboration
    if not reading.origins or chain is None or chain in reading.origins:
        return words
    return (
        words.replace("1 origin", "other origin", 1)
        if len(reading.origins) == 1
        else words.replace("origins", "other origins", 1)
    )


def _followed(incident: GatheredIncident, accounts: Mapping[str, Account]) -> Iterator[str]:
    """What only a later report of an outlet tells: its sources may be others than those of the first, so it is one origin and perhaps a second chain."""
    for member in incident.reports:
        if member.relation != "follow_up" or member.id not in accounts:
            continue
        new = [
            (field, reading)
            for field in SHOWN
            for reading in incident.fields.get(field, ())
            if {told.report for told in reading.told} == {member.id}
        ]
        if new:
            account = accounts[member.id]
            values = "; ".join(f"{field.replace('_', ' ')} {describe_value(reading.value)}" for field, reading in new)
            voices = dict.fromkeys(
                voice.description for voice in account.voices if voice.kind != "outlet" and voice.description
            )
            word = f", on the word of {' and '.join(list(voices)[:MOST_VOICES])}" if voices else ""
            yield f"Only in a follow-up ({account.name}{word}): {values}. Whether its sources are those of the first report cannot be known."


def _clash(one: Contradiction, accounts: Mapping[str, Account]) -> str:
    """A denial with who denies it, as their report describes them; anything else with why."""
    if one.field != "what" or one.kind != "denial":
        return f"{CLASHES.get(one.kind, 'Cannot both hold')}: {one.why}"
    told, denied = one.readings
    voices = sorted({_voice(accounts[each.report], each.claims) for each in denied.told if each.report in accounts})
    return f"Denied by {'; '.join(voices)}: {denied.value['type'].replace('_', ' ')}. Told by {told.corroboration}."


def _voice(account: Account, claims: Sequence[str]) -> str:
    voices = [voice for voice in account.voices if voice.claim in claims and voice.kind != "outlet" and voice.description]
    return f"{voices[0].description} ({account.name})" if voices else account.name


def _unknown(incident: GatheredIncident) -> Iterator[str]:
    for field, words in ASKED.items():
        names = COUNTS if field == "how_many" else PLACES if field == "where" else (field,)
        if not any(incident.fields.get(name) for name in names):
            yield words
    ends = {name: bool(incident.fields.get(name)) for name in ("from", "to")}
    yield from (f"{name} where" for name, is_known in ends.items() if not is_known and any(ends.values()))
