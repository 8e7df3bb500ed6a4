"""Incidents: one in full, with all its readings and events, or many, one row each, by how they stand to the main one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tumen.cli.tables.lists import short
from tumen.cli.tables.numbers import NumberedClaim, list_voices
from tumen.cli.tables.words import UNKNOWN, describe, fold, list_words, quote
from tumen.describe import describe_count
from tumen.event import EventType
from tumen.records import Event, Incident, Participant, Reading, ReportRecord

FIELDS = ("what", "who", "how_many", "from", "to", "where", "when", "helpers")
"""In this order; other fields follow."""
OF_MOVEMENT = ("from", "to", "helpers")
PEOPLE = {"agent", "patient", "recipient"}

BASES = {"said": "the day it was said", "opening": "the report opens with it"}
"""What a value rests on where no words tie it to the incident."""

RELATIONS = {
    "response": "Responses to it",
    "follow_up": "What followed",
    "background": "Background",
    None: "Relation unknown",
}
NARROW = 80
"""Below this many columns, a reading, its words and its voices stand under each other."""

Types = Mapping[str, EventType]


def show_incidents_of(console: Console, record: ReportRecord, claims: Sequence[NumberedClaim], types: Types) -> None:
    """Prints the main incident of a report in full, and the others one row each."""
    for incident in record.incidents:
        if incident.is_main:
            console.print(Text("Main incident", "label"))
            show_incident(console, incident, record, claims, types)
    if others := [incident for incident in record.incidents if not incident.is_main]:
        console.print(Text("\nOther incidents", "label"))
        _show_others(console, others, record, claims)


def show_incident(
    console: Console, incident: Incident, record: ReportRecord, claims: Sequence[NumberedClaim], types: Types
) -> None:
    """Prints what is known, a row a reading, and names what is not."""
    console.print(Text(fold(incident.headline), "title"))
    console.print(Text(incident.id, "faint"))
    table = _table(console, "Field", "Reading", "Its words", "Voices [claims]")
    for name in sorted(incident.fields, key=lambda name: FIELDS.index(name) if name in FIELDS else len(FIELDS)):
        for number, reading in enumerate(incident.fields[name]):
            words, voices = list_words(record, reading.spans), _voices(claims, reading.claims)
            _add(table, "" if number else _plain(name), _value(name, reading, types), words, voices)
    console.print(table)
    if unsaid := [_plain(name) for name in _asked(types.get(incident.type)) if not incident.fields.get(name)]:
        console.print(Text(f"not said: {', '.join(unsaid)}", "faint"))


def show_setting(console: Console, incident: Incident, record: ReportRecord) -> None:
    """Prints in which report an incident is told, and how it stands to the main incident of it."""
    of_report = f"{fold(record.report.title or 'title unknown')} ({short(record.report.id)})"
    if incident.is_main:
        console.print(f"The main incident of {of_report}")
        return
    main = next((one for one in record.incidents if one.is_main), None)
    relation = _plain(incident.relation) if incident.relation else "relation unknown"
    console.print(f"In {of_report}; to the main incident: {relation}")
    if main:
        console.print(Text(f"{short(main.id)}  {fold(main.headline)}", "faint"))


def show_events(
    console: Console, incident: Incident, record: ReportRecord, claims: Sequence[NumberedClaim], types: Types
) -> None:
    """Prints the events that an incident is made of, in text order."""
    console.print(Text("\nIts events", "label"))
    table = _table(console, "Event", "Its words", "Who takes part", "When, where, how surely", "Voices [claims]")
    for event in sorted(record.events, key=lambda event: event.trigger):
        if event.id in incident.events:
            words, voices = quote(record, [event.trigger]), _voices(claims, event.claims)
            who = "\n".join(_participant(one) for one in event.participants)
            _add(table, _label(event.type, types), words, who, "\n".join(_setting(record, event)), voices)
    console.print(table)


def _show_others(
    console: Console, incidents: Iterable[Incident], record: ReportRecord, claims: Sequence[NumberedClaim]
) -> None:
    by_id = {event.id: event for event in record.events}
    ranked = sorted(incidents, key=lambda one: list(RELATIONS).index(one.relation))
    table = _table(console, "Incident", "Status", "Its words", "Voices [claims]")
    for relation, related in groupby(ranked, key=lambda one: one.relation):
        table.add_row(Text(RELATIONS[relation], "label"))
        for one in related:
            events = [by_id[event] for event in one.events if event in by_id]
            status = ", ".join(describe(reading.value) for reading in one.fields.get("status", ())) or UNKNOWN
            words = list_words(record, [event.trigger for event in events])
            voices = _voices(claims, (claim for event in events for claim in event.claims))
            _add(table, Text(fold(one.headline)).append(f"\n{short(one.id)}", "faint"), status, words, voices)
    console.print(table)


def _table(console: Console, *columns: str) -> Table:
    """A table of these columns; where it is narrow, all but the first stand in one."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="head", border_style="rule")
    shown = columns if console.width >= NARROW else (columns[0], ", ".join(columns[1:]).capitalize())
    for name in shown:
        table.add_column(name, overflow="fold", style="label" if name == "Field" else "")
    return table


def _add(table: Table, first: str | Text, *cells: str) -> None:
    if len(table.columns) > 2:
        table.add_row(first, *cells)
    else:
        top, *rest = cells
        below = [Padding(cell, (0, 0, 0, 2)) for cell in dict.fromkeys(rest) if cell not in ("", top)]
        table.add_row(first, Group(top, *below))


def _voices(claims: Iterable[NumberedClaim], ids: Iterable[str]) -> str:
    behind = set(ids)
    return list_voices(numbered for numbered in claims if numbered.claim.id in behind)


def _participant(one: Participant) -> str:
    """ "patient: the two men (2 people)"."""
    count = ""
    if one.count:
        known = describe_count({"lo": one.count.lo, "hi": one.count.hi, "unit": one.count.unit})
        count = f" ({known}{', of a larger group' if one.count.part else ''})"
    return f"{one.role}: {fold(one.description)}{count}"


def _setting(record: ReportRecord, event: Event) -> Iterator[str]:
    if event.time:
        yield f"when: {quote(record, [event.time])}"
    if event.place:
        yield f"where: {quote(record, [event.place])}"
    sure = event.factuality.certainty + (", negative" if event.factuality.polarity == "negative" else "")
    yield f"{sure}, {event.time_frame}" if event.time_frame else sure


def _asked(row: EventType | None) -> Iterator[str]:
    """What one asks of an incident of that type: of some nobody is a part, of some nothing is counted."""
    for name in FIELDS:
        is_asked = name not in OF_MOVEMENT or (row is not None and row.family == "movement")
        if row and name == "who":
            is_asked = bool(PEOPLE & row.roles.keys())
        elif row and name == "how_many":
            is_asked = row.counted is not None
        if is_asked:
            yield name


def _value(name: str, reading: Reading, types: Types) -> str:
    value = reading.value
    if name == "what":
        return _label(value, types)
    if isinstance(value, Mapping) and value.get("basis") in BASES:
        return f"{describe(value)} ({BASES[value['basis']]})"
    return describe(value)


def _label(type_: str, types: Types) -> str:
    return types[type_].label if type_ in types else _plain(describe(type_))


def _plain(name: str) -> str:
    return name.replace("_", " ")
