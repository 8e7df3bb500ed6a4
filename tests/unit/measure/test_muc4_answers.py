"""Incidents of a report as templates of MUC-4."""

from typing import Any

import pytest

from tumen.measure.muc4_answers import Victim, answers_of
from tumen.records import (
    Count,
    Event,
    Factuality,
    Incident,
    Participant,
    Place,
    Published,
    Reading,
    Report,
    ReportRecord,
    Span,
)

TEXT = "Rebels shot four farmers in Soyapango, El Salvador."
SOYAPANGO, SALVADOR = Span(28, 37), Span(39, 50)
FOUR = Count(4, 4, True, "person")
DONE, DENIED = Factuality("certain", "positive", 3.0), Factuality("certain", "negative", -3.0)


def an_event(name: str, type_: str, *participants: Participant, factuality: Factuality = DONE) -> Event:
    return Event(
        id=name,
        type=type_,
        trigger=Span(7, 11),
        claims=("c",),
        factuality=factuality,
        time=None,
        place=None,
        participants=participants,
    )


def a_patient(words: str, count: Count | None = None, role: str = "patient") -> Participant:
    return Participant(role, (Span(12, 24),), words, count)


def a_record(type_: str, *events: Event, **fields: list[tuple[Any, Span]]) -> ReportRecord:
    readings = {name: tuple(Reading(value, ("c",), (span,)) for value, span in found) for name, found in fields.items()}
    places = (
        Place(SOYAPANGO, "Soyapango", "1", "geonames", "locality", "SV", "SV-SS"),
        Place(SALVADOR, "El Salvador", "SV", "iso3166-1", "country", "SV"),
    )
    incident = Incident("i", type_, "", tuple(event.id for event in events), readings)
    report = Report("r", "f", "", TEXT, len(TEXT), published=Published("1990-01-03", "given"))
    return ReportRecord(report, places=places, events=events, incidents=(incident,))


@pytest.mark.parametrize(
    ("type_", "others", "wanted"),
    [
        ("kill", (), "ATTACK"),
        ("kill", ("bomb",), "BOMBING"),
        ("kidnap", ("bomb",), "KIDNAPPING"),
        ("negotiate", ("kill",), None),
    ],
)
def test_an_attack_with_a_bomb_is_a_bombing(type_: str, others: tuple[str, ...], wanted: str | None) -> None:
    events = [an_event(str(number), name, a_patient("four farmers")) for number, name in enumerate((type_, *others))]
    assert [answer.type for answer in answers_of(a_record(type_, *events))] == ([wanted] if wanted else [])


def test_victims_are_patients_with_one_head_and_what_became_of_them() -> None:
    events = [
        an_event("1", "shoot", a_patient("four farmers", FOUR), a_patient("Rebels", role="agent")),
        an_event("2", "kill", a_patient("the farmers"), a_patient("they"), a_patient("rebels", role="agent")),
        an_event("3", "injure", a_patient("the mayor of Alda"), factuality=DENIED),
    ]
    (answer,) = answers_of(a_record("shoot", *events))
    assert answer.victims == (
        Victim(("four farmers", "the farmers"), FOUR, ("DEATH",)),
        Victim(("the mayor of Alda",), None, ()),
    )
    assert answer.perpetrators == ("Rebels",)


def test_rival_counts_are_two_victims() -> None:
    events = [an_event("1", "kill", a_patient("four farmers", FOUR), a_patient("two farmers", Count(2, 2, True, "person")))]
    (answer,) = answers_of(a_record("kill", *events))
    assert [victim.count and victim.count.lo for victim in answer.victims] == [4, 2]


def test_who_is_counted_stands_in_where_no_event_has_a_patient() -> None:
    (answer,) = answers_of(a_record("kill", an_event("1", "kill"), how_many=[(FOUR.to_dict(), Span(12, 24))]))
    assert answer.victims == (Victim(("four farmers",), FOUR, ()),)


def test_the_most_exact_place_is_taken_with_its_country() -> None:
    where = [
        ({"name": "El Salvador", "id": "SV", "within": None}, SALVADOR),
        ({"name": "Soyapango", "id": "1", "within": "SV-SS"}, SOYAPANGO),
    ]
    (answer,) = answers_of(a_record("kill", an_event("1", "kill", a_patient("farmers")), where=where))
    assert (answer.exact, answer.wider) == ({"SOYAPANGO"}, {"EL SALVADOR"})


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        (None, (None, "1990-01-03")),
        ("1990-01-02", ("1990-01-02", "1990-01-02")),
        ("1989-12", ("1989-12-01", "1989-12-31")),
        ("../1990-01-01", (None, "1990-01-01")),
        ("1989-11-11/..", ("1989-11-11", "1990-01-03")),
        ("XXXX-01-02", ("XXXX-01-02", "XXXX-01-02")),
    ],
)
def test_nothing_happened_after_it_was_published(edtf: str | None, wanted: tuple[str | None, str]) -> None:
    when = [({"edtf": edtf, "basis": "text"}, Span(0, 6))] if edtf else []
    (answer,) = answers_of(a_record("kill", an_event("1", "kill", a_patient("farmers")), when=when))
    assert answer.days == wanted


def test_killings_in_general_are_no_answer() -> None:
    assert answers_of(a_record("kill", an_event("1", "kill"))) == []
