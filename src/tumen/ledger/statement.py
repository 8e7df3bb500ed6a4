"""An incident in an editor's words. Comes in: a gathered incident and its accounts. Goes out: sentences, made of values and counts only."""

from collections.abc import Mapping, Sequence

from tumen.gathered import GatheredIncident, GatheredReading
from tumen.ledger.account import Account
from tumen.ledger.origins import describe_origins
from tumen.ledger.values import COUNTS, describe_value

NAMED = {
    "how_many": "", "dead": "dead: ", "injured": "injured: ", "detained": "detained: ", "missing": "missing: ", "released": "released: ", "sentenced": "sentenced: ",
    "charged": "charged: ", "executed": "executed: ", "fled": "fled: ", "ill": "ill: ", "purged": "purged: ", "where": "where: ", "from": "from: ", "to": "to: ",
    "when": "when: ",
}  # fmt: skip
ASKED = {"who": "who", "how_many": "how many", "where": "where", "when": "when"}


def statement(incident: GatheredIncident, accounts: Mapping[str, Account]) -> tuple[str, ...]:
    """Such as "One incident, 5 reports, 1 origin", "16 people: 4 reports, 1 origin; 12 people: 1 report, other origin", "Denied by ...", "Unknown: when".
    `accounts` are those of its reports by id."""
    mains = sum(member.role == "main" for member in incident.reports)
    sentences = [f"One incident, {describe_origins(mains, incident.origins)}."]
    sentences += [_field(field, incident.fields[field]) for field in NAMED if incident.fields.get(field)]
    sentences += _denials(incident, accounts)
    sentences += [f"Cannot both hold: {one.why}" for one in incident.contradictions if one.kind != "denial"]
    if unknown := [words for field, words in ASKED.items() if not _is_known(field, incident)]:
        sentences.append(f"Unknown: {'; '.join(unknown)}.")
    return tuple(sentences)


def _field(field: str, readings: Sequence[GatheredReading]) -> str:
    first = set(readings[0].origins)
    parts = []
    for reading in readings:
        words = reading.corroboration
        if reading is not readings[0] and reading.origins and not set(reading.origins) & first:
            words = (
                words.replace("1 origin", "other origin")
                if len(reading.origins) == 1
                else words.replace("origins", "other origins")
            )
        parts.append(f"{describe_value(reading.value)}: {words}")
    return f"{NAMED[field]}{'; '.join(parts)}."


def _is_known(field: str, incident: GatheredIncident) -> bool:
    if field == "how_many":
        return any(incident.fields.get(name) for name in COUNTS)
    names = ("where", "from", "to") if field == "where" else (field,)
    return any(incident.fields.get(name) for name in names)


def _denials(incident: GatheredIncident, accounts: Mapping[str, Account]) -> list[str]:
    """Who says that it did not happen, as the reports describe them."""
    sentences = []
    for clash in incident.contradictions:
        if clash.kind != "denial":
            continue
        denying = clash.readings[-1]
        voices = sorted({_voice(accounts[told.report], told.claims) for told in denying.told if told.report in accounts})
        sentences.append(f"Denied by {'; '.join(voices)}: {clash.why}")
    return sentences


def _voice(account: Account, claims: Sequence[str]) -> str:
    named = [
        voice.description
        for voice in account.voices
        if voice.claim in claims and voice.description and voice.kind != "outlet"
    ]
    return f"{named[0]} (in {account.name})" if named else account.name
