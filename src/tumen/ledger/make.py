"""Record of one report -> what it gives to the ledger. Comes in: a `ReportRecord`. Goes out: an `Account`. Pure."""

import re

from tumen.ledger import notice
from tumen.ledger.account import Account, Counted, Denial, KnownPlace, Note, ToldIncident, ToldReading, Voice
from tumen.ledger.denials import denials as find_denials
from tumen.ledger.notes import notes as find_notes
from tumen.ledger.parts import parts, seen
from tumen.ledger.sentences import sayings
from tumen.records import Claim, Incident, ReportRecord, Source

TRANSLATED = re.compile(
    r"\b(?i:translat(?:ed|ions?|ors?)|our translation service|(?:put|rendered|turned|done|brought) into english|english (?:version|rendering) by)\b"
    r"|^\W*(?i:from) the [A-Z][a-z]+(?: by\b| original\b|[.,;]?$)",
    re.MULTILINE,
)
"""How a translation says that it is one: "translated by M.", "put into English by a reader", "From the Russian by V. Lund"."""


def make_account(record: ReportRecord) -> Account:
    """What the ledger has to know of a report; made once, from the report alone."""
    report = record.report
    claims = {claim.id: claim for claim in record.claims}
    sources = {source.id: source for source in record.sources}
    incidents = tuple(_incident(one) for one in record.incidents)
    denials = tuple(find_denials(record))
    holding = notice.Holding(record)
    counts = tuple(notice.counts(record, holding))
    notes = tuple(find_notes(record, holding))
    return Account(
        report.id,
        report.file,
        report.source_key,
        report.title,
        report.outlet,
        report.published.edtf,
        report.url,
        report.language,
        incidents,
        _voices(claims, sources, _claims_behind(incidents, denials, counts, notes)),
        denials,
        counts,
        notes,
        _days(record),
        tuple(sorted(set(notice.numbers(record)), key=lambda one: (one[0], one[1] or 0, one[2]))),
        _places(record),
        tuple(sayings(record)),
        tuple(notice.grown(record)),
        (*parts(record), *seen(record, counts)),
        tuple(notice.groups(record)),
        bool(TRANSLATED.search(report.text)),
    )


def _incident(one: Incident) -> ToldIncident:
    fields = tuple(
        (name, tuple(ToldReading(reading.value, reading.claims, reading.spans) for reading in readings))
        for name, readings in one.fields.items()
    )
    return ToldIncident(one.id, one.type, one.relation, one.is_main, fields)


def _claims_behind(
    incidents: tuple[ToldIncident, ...], denials: tuple[Denial, ...], counts: tuple[Counted, ...], notes: tuple[Note, ...]
) -> set[str]:
    readings = [reading for incident in incidents for _, listed in incident.fields for reading in listed]
    for beside in (denials, counts, notes):
        readings += [one.reading for one in beside]
    return {claim for reading in readings for claim in reading.claims}


def _voices(claims: dict[str, Claim], sources: dict[str, Source], wanted: set[str]) -> tuple[Voice, ...]:
    made = []
    for claim in claims.values():
        if claim.id not in wanted:
            continue
        source, fact = sources[claim.source_id], claim.factuality
        voice = (claim.id, source.id, source.kind, source.description, claim.via, fact.certainty, fact.polarity)
        made.append(Voice(*voice, claim.time_frame))
    return tuple(made)


def _days(record: ReportRecord) -> tuple[str, ...]:
    """The days that a report names; one that is only counted from another ("the next morning") is no other day of which it knows."""
    dated = (time for time in record.times if time.edtf and time.kind in ("date", "time"))
    named = (time for time in dated if time.basis != "text" or any(letter.isdigit() for letter in record.read(time.span)))
    return tuple(sorted({time.edtf for time in named if time.edtf}))


def _places(record: ReportRecord) -> tuple[KnownPlace, ...]:
    found = {(place.id or "", place.name): place for place in reversed(record.places)}
    return tuple(
        KnownPlace(one.id, one.name, one.within, one.level, one.country, one.lat, one.lon, one.radius_m)
        for _, one in sorted(found.items())
    )
