"""Headlines are put together from values."""

from tumen.incident.headline import compose_headline
from tumen.records import Reading, Source, Span


def readings(*values: object) -> tuple[Reading, ...]:
    return tuple(Reading(value, ("claim-1",), (Span(0, 1),)) for value in values)


def people(number: int, unit: str = "person") -> dict[str, object]:
    return {"lo": number, "hi": number, "exact": True, "unit": unit}


SOURCE = Source("source-1", "anonymous_person", "a source", (Span(0, 1),))


def test_people_with_their_households_a_journey_a_day_and_who_claims_it() -> None:
    fields = {
        "how_many": readings(people(16), people(3, "household")),
        "where": readings({"name": "North Hamgyong", "id": "KP-09"}),
        "to": readings({"name": "China", "id": None}),
        "when": readings({"edtf": "../2014-08-08", "basis": "said"}),
    }
    wanted = "Defection: 16 people (3 households); from North Hamgyong to China; on or before 8 August 2014; claimed by 1 anonymous source"
    assert compose_headline("defection", fields, [SOURCE]) == wanted


def test_readings_that_differ_are_all_shown() -> None:
    assert compose_headline("arrest", {"how_many": readings(people(12), people(14))}, []) == "Arrest: 12 people or 14 people"


def test_what_has_not_happened_is_not_told_as_if() -> None:
    assert compose_headline("manhunt", {"status": readings("expected")}, []) == "Manhunt (expected)"
    assert compose_headline("manhunt", {"status": readings("possible", "happened")}, []) == "Manhunt (possible)"


def test_nothing_known_nothing_said() -> None:
    assert compose_headline("arrest", {}, []) == "Arrest"
