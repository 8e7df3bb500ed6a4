"""Values of the main incident that stand away from its events: how many, what it cost, which day, from where; and what is of something else."""

from typing import Any

import pytest

from build import a_record


def field(text: str, name: str) -> list[Any]:
    """The values of a field of the main incident."""
    return [reading.value for reading in a_record(text).incidents[0].fields.get(name, ())]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The miners were arrested at the gate on 3 May 2022. There were seventeen of them.", 17),
        ("The teachers were abducted from the school on 5 May 2019. They were fourteen, the headmaster said.", 14),
        ("A group of conscripts fled across the river on 2 May 2020. The group numbered 26.", 26),
        ("Workers at the brickworks went on strike on Tuesday. Ninety men are taking part, two of them said.", 90),
        ("Fishermen were arrested off Jaffna on Monday. All nine were brought before a magistrate.", 9),
    ],
)
def test_a_number_told_after_the_event_is_that_of_the_incident(text: str, number: int) -> None:
    assert [value["lo"] for value in field(text, "how_many")] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested the editor on 3 May 2022. There are 4,000 people in the camp.",
        "The monks were arrested on 3 May 2022. There were forty policemen, a witness said.",
        "Two other people walked up and shot him in Lom on 3 May 2022.",
    ],
)
def test_a_number_of_others_is_not(text: str) -> None:
    assert field(text, "how_many") == []


def test_a_protest_has_the_dead_and_detained_that_it_cost() -> None:
    text = "Hundreds of people protested in Omdurman on 3 May 2022. Five were shot dead, and at least 40 were arrested."
    assert [value["lo"] for value in field(text, "dead")] == [5]
    assert [value["lo"] for value in field(text, "detained")] == [40]


def test_the_dead_of_another_year_are_not_its_own() -> None:
    text = "Traders protested in Kassala on Monday. In 2019, four traders were shot dead in a like protest."
    assert field(text, "dead") == []


def test_the_only_day_told_is_the_day_and_says_on_what_it_rests() -> None:
    text = "It was market day in Lom. Nine porters were arrested. It happened on 3 May 2022."
    assert field(text, "when") == [{"edtf": "2022-05-03", "basis": "near"}]
    assert field(f"{text} The police chief was moved on 7 May 2022.", "when") == [{"edtf": "2022-05-03", "basis": "near"}]


def test_the_day_on_which_a_strike_ended_is_not_its_day() -> None:
    assert field("The strike at the colony ended on February 21, 2023, a lawyer said.", "when") == []


def test_a_journey_began_where_its_people_set_out() -> None:
    text = "Nine trainees crossed into Sudan on 3 May 2022. The group set out from Omhajer after dark."
    assert [value["name"] for value in field(text, "from")] == ["Omhajer"]
