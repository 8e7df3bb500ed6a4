"""Record of one report -> what it gives to the ledger. Comes in: a `ReportRecord`. Goes out: an `Account`. Pure."""

import re
from collections.abc import Iterator

from tumen.ledger import notice
from tumen.ledger.account import Account, Counted, Denial, KnownPlace, Note, ToldIncident, ToldReading, Voice
from tumen.ledger.notes import notes as find_notes
from tumen.ledger.tables import words
from tumen.records import Claim, Event, Incident, ReportRecord, Source, Span

SURE = ("certain", "probable")
CLOSE = 25  # letters between "no" and what did not happen
TRANSLATED = re.compile(r"\btranslat(?:ed|ion|or)\b|\bour translation service\b", re.IGNORECASE)


def make_account(record: ReportRecord) -> Account:
    """What the ledger has to know of a report; made once, from the report alone."""
    report = record.report
    claims = {claim.id: claim for claim in record.claims}
    sources = {source.id: source for source in record.sources}
    incidents = tuple(_incident(one) for one in record.incidents)
    denials = tuple(_denials(record, claims, sources))
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
        tuple(sorted({time.edtf for time in record.times if time.edtf and time.kind in ("date", "time")})),
        tuple(sorted(set(notice.numbers(record)), key=lambda one: (one[0], one[1] or 0, one[2]))),
        _places(record),
        tuple(notice.sayings(record)),
        tuple(notice.grown(record)),
        tuple(notice.parts(record)),
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


def _denials(record: ReportRecord, claims: dict[str, Claim], sources: dict[str, Source]) -> Iterator[Denial]:
    """The events that are said not to have happened. What a voice does not know, refuses to say or foresees denies nothing."""
    for event in record.events:
        if event.factuality.polarity != "negative" or event.factuality.certainty not in SURE or event.aside:
            continue
        if event.time_frame in ("future", "conditional") or _is_unsaid(record, event):
            continue
        claim = claims[event.claims[0]]
        source = sources[claim.source_id]
        reading = ToldReading(event.type, event.claims, (event.trigger,))
        whom = " ".join(one.description for one in event.participants if one.role == "patient")
        is_against = _has(record, "denying", event.trigger)
        yield Denial(reading, source.kind == "outlet", source.description, _is_total(record, event, whom), is_against, whom)


def _is_unsaid(record: ReportRecord, event: Event) -> bool:
    """Whether it is asked, or the sentence only says that somebody does not know or tell."""
    span = notice.sentence(record.report.text, event.trigger)
    return "?" in record.read(span) or _has(record, "unsaid", event.trigger)


def _has(record: ReportRecord, name: str, at: Span) -> bool:
    """Whether the sentence around some words has one of a list."""
    span = notice.sentence(record.report.text, at)
    return bool(words(name).search(record.report.text, span.start, span.end))


def _is_total(record: ReportRecord, event: Event, whom: str) -> bool:
    """Whether it is denied of everybody: "no public execution", "nobody died", "any church"."""
    before = record.report.text[max(event.trigger.start - CLOSE, 0) : event.trigger.start]
    return bool(words("total").match(whom) or words("total").search(re.split(r"[.,;:]", before)[-1]))


def _places(record: ReportRecord) -> tuple[KnownPlace, ...]:
    found = {(place.id, place.name): place for place in reversed(record.places) if place.id}
    return tuple(
        KnownPlace(one.id, one.name, one.within, one.level, one.country, one.lat, one.lon, one.radius_m)
        for _, one in sorted(found.items())
    )
