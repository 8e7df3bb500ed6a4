"""A report's incidents -> templates as MUC-4 has them. Comes in: what Tumen read. Goes out: answers, to be held against a key.

What an incident becomes, slot by slot, is in docs/measures.md. An incident whose type has no row in `TYPE_OF` is no answer. Never
adds what was not read, but for the day of publication: nothing that is told as happened did so after it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tumen import edtf
from tumen.measure.heads import fold, head_of
from tumen.measure.muc4 import Days
from tumen.records import Count, Event, Incident, Participant, Place, Reading, ReportRecord

TYPE_OF = {
    "attack": "ATTACK",
    "shoot": "ATTACK",
    "kill": "ATTACK",  # in MUC-4 a murder is an attack whose effect is a death
    "execute": "ATTACK",  # in this corpus by guerrillas and death squads, not by courts
    "injure": "ATTACK",
    "torture": "ATTACK",
    "sexual_violence": "ATTACK",
    "bomb": "BOMBING",
    "kidnap": "KIDNAPPING",
    "disappear": "KIDNAPPING",  # people who are taken and not heard of again; "missing" alone is told so too
    "arson": "ARSON",
    "defraud": "ROBBERY",  # the scheme's type of theft and robbery
}
"""Not here: `fight`, as a clash of guerrillas and soldiers is no incident of MUC-4; `die`, which has no doer; `threaten` and `protest`,
of which only bombs threatened and strikes forced would be; `destroy`, which says nothing of how."""
NARROWER = ("BOMBING", "ARSON")  # an attack in which there is a bomb or a fire is called by it
EFFECT_OF = {
    "kill": "DEATH", "execute": "DEATH", "die": "DEATH", "injure": "INJURY", "torture": "INJURY", "sexual_violence": "INJURY",
    "release": "REGAINED FREEDOM",
}  # fmt: skip
COUNTRIES = {
    "AR": "ARGENTINA", "BO": "BOLIVIA", "BR": "BRAZIL", "CL": "CHILE", "CO": "COLOMBIA", "CR": "COSTA RICA", "CU": "CUBA",
    "DO": "DOMINICAN REPUBLIC", "EC": "ECUADOR", "ES": "SPAIN", "GT": "GUATEMALA", "HN": "HONDURAS", "JM": "JAMAICA",
    "MX": "MEXICO", "NI": "NICARAGUA", "PA": "PANAMA", "PE": "PERU", "PY": "PARAGUAY", "SV": "EL SALVADOR", "US": "UNITED STATES",
    "UY": "URUGUAY", "VE": "VENEZUELA",
}  # fmt: skip
PRONOUNS = frozenset(
    "I ME WE US YOU HE HIM SHE HER IT THEY THEM THIS THAT THESE THOSE WHO WHOM WHICH WHAT ITSELF HIMSELF HERSELF THEMSELVES".split()
)
LEVELS = (
    "country",
    "border",
    "province",
    "prefecture",
    "county",
    "district",
    "water",
    "mountain",
    "locality",
)  # from wide to exact


@dataclass(frozen=True, slots=True)
class Victim:
    """Somebody to whom it was done: the words for them, how many they are if that is said, and what became of them."""

    words: tuple[str, ...]
    count: Count | None
    effects: tuple[str, ...]


class Answer(NamedTuple):
    """An incident in the form of a template. `exact` are names of the narrowest place, `wider` of those it lies in."""

    type: str
    days: Days | None
    exact: frozenset[str]
    wider: frozenset[str]
    victims: tuple[Victim, ...]
    perpetrators: tuple[str, ...]


def answers_of(record: ReportRecord) -> list[Answer]:
    """The incidents of a report that have a type of MUC-4."""
    by_id = {event.id: event for event in record.events}
    found = []
    for incident in record.incidents:
        events = [by_id[event] for event in incident.events if event in by_id]
        if type_ := _type_of(incident, events):
            exact, wider = _where(record, incident)
            days = _days(incident.fields.get("when", ()), record.report.published.edtf)
            victims = _victims(events, record.places) or tuple(_counted(record, incident.fields.get("how_many", ())))
            agents = (one.description for event in events for one in event.participants if one.role == "agent")
            answer = Answer(type_, days, exact, wider, victims, tuple(_each_once(agents)))
            if _is_particular(incident, answer):
                found.append(answer)
    return found


def _type_of(incident: Incident, events: Iterable[Event]) -> str | None:
    own = TYPE_OF.get(incident.type)
    if own != "ATTACK":
        return own
    others = {TYPE_OF.get(event.type) for event in events}
    return next((narrower for narrower in NARROWER if narrower in others), own)


def _is_particular(incident: Incident, answer: Answer) -> bool:
    """Whether it is one happening rather than such happenings in general, of which MUC-4 has no templates: somebody did it or suffered it,
    and a day or place is named, or it is what the report is about."""
    is_dated = any(reading.value["basis"] == "text" for reading in incident.fields.get("when", ()))
    return bool(answer.victims or answer.perpetrators) and (is_dated or bool(answer.exact) or incident.is_main)


def _best(readings: Sequence[Reading]) -> Reading | None:
    """The one that most words speak for; of several, the first."""
    return max(readings, key=lambda reading: len(reading.spans), default=None)


def _days(readings: Sequence[Reading], published: str | None) -> Days | None:
    """First and last day of what is said to be the time, else up to the day of publication."""
    written = [one for one in readings if one.value.get("basis") == "text"]
    best = _best(written or readings)
    value = best.value["edtf"] if best else None
    if value and re.fullmatch(r"XXXX-\d\d-\d\d", value):
        return value, value
    earliest, latest = edtf.bounds(value)
    latest = latest or edtf.bounds(published)[1]
    return (earliest, latest) if latest else None


def _where(record: ReportRecord, incident: Incident) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the most exact place, and those of what it lies in."""
    place_at = {place.span: place for place in record.places}
    readings = incident.fields.get("where", ())
    if not readings:
        return frozenset(), frozenset()
    named = ((one, next((place_at[span] for span in one.spans if span in place_at), None)) for one in readings)
    reading, place = max(named, key=lambda one: (_exactness(one[1]), len(one[0].spans)))
    exact = {fold(reading.value["name"]), *(fold(record.read(span)) for span in reading.spans)}
    wider = {fold(other.name) for other in record.places if other.id and other.id == reading.value.get("within")}
    if place and (country := COUNTRIES.get(place.country or "")):
        (exact if place.level == "country" else wider).add(country)
    return frozenset(exact), frozenset(wider - exact)


def _exactness(place: Place | None) -> int:
    return LEVELS.index(place.level) if place and place.level else 0


def _victims(events: Iterable[Event], places: Sequence[Place]) -> tuple[Victim, ...]:
    """Patients of all events, but places; those with one head and no rival count are the same."""
    found: list[Victim] = []
    areas = {place.span for place in places}
    for event in events:
        for patient in event.participants:
            if (
                patient.role == "patient"
                and patient.spans[0] not in areas
                and (head := head_of(patient.description))
                and head not in PRONOUNS
            ):
                effects = (EFFECT_OF[event.type],) if event.type in EFFECT_OF and _has_happened(event) else ()
                _add(found, head, patient, effects)
    return tuple(found)


def _add(found: list[Victim], head: str, patient: Participant, effects: tuple[str, ...]) -> None:
    for number, victim in enumerate(found):
        is_same_count = not (patient.count and victim.count) or patient.count == victim.count
        if is_same_count and any(head == head_of(words) for words in victim.words):
            words = tuple(dict.fromkeys((*victim.words, patient.description)))
            found[number] = Victim(words, victim.count or patient.count, tuple(dict.fromkeys((*victim.effects, *effects))))
            return
    found.append(Victim((patient.description,), patient.count, effects))


def _has_happened(event: Event) -> bool:
    return event.factuality.polarity == "positive" and event.time_frame not in ("future", "conditional")


def _counted(record: ReportRecord, readings: Sequence[Reading]) -> Iterator[Victim]:
    """Who was counted, where no event says to whom it was done."""
    best = _best(readings)
    if best:
        count: dict[str, Any] = best.value
        words = tuple(record.read(span) for span in best.spans)
        yield Victim(words, Count(count["lo"], count["hi"], count["exact"], count["unit"]), ())


def _each_once(descriptions: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for words in descriptions:
        if (head := head_of(words)) and head not in seen | PRONOUNS:
            seen.add(head)
            yield words
