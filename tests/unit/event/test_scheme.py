"""The scheme of events: what every type must have, and whether Tumen reads what its examples say."""

import pytest

from build import a_record
from tumen.event import EventType, scheme
from tumen.event.written import BECAUSE, Elsewhere

TYPES = list(scheme().values())
OTHER_SENSES = frozenset(
    "detain interrogate imprison charge sentence kill torture attack fight bomb arson destroy illness pursue censor ban threaten "
    "punish_relatives inform_on bribe investigate smuggle guide aid hunger forced_labour price_shock disaster decree negotiate".split()
)
"""Types whose `not_example` still gives such an event: a trigger is used in another sense, and the reader knows none of them. Never add
one."""


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row.name)
def test_every_type_says_what_it_is(row: EventType) -> None:
    assert all(words.endswith(".") for words in (row.definition, row.example, row.not_example))
    assert row.label
    assert row.roles
    assert row.counted is None or row.counted in row.roles
    assert set(row.alike) <= scheme().keys() - {row.name}


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row.name)
def test_every_type_is_compared_with_six_schemes_and_says_what_does_not_fit(row: EventType) -> None:
    assert tuple(row.crosswalk) == Elsewhere.__args__  # type: ignore[attr-defined]
    for code in row.crosswalk.values():
        assert ("code" in code) == (code["fit"] != "none")
        if code["fit"] != "good":
            assert code["because"].startswith(BECAUSE[code["fit"]])


def test_no_trigger_stands_in_two_types() -> None:
    owners: dict[str, set[str]] = {}
    for row in TYPES:
        for trigger in (trigger for triggers in row.triggers.values() for trigger in triggers):
            owners.setdefault(trigger.lower(), set()).add(row.name)
    assert {trigger: names for trigger, names in owners.items() if len(names) > 1} == {}


def tells_of(row: EventType, sentence: str) -> bool:
    """Whether Tumen reads an event of that type in the sentence; one that is denied tells of none."""
    events = a_record(f"{sentence}\n").events
    return any(event.type == row.name and event.factuality.polarity == "positive" for event in events)


def test_every_example_tells_of_such_an_event() -> None:
    assert [row.name for row in TYPES if not tells_of(row, row.example)] == []


def test_what_only_looks_like_one_tells_of_none() -> None:
    wrong = {row.name for row in TYPES if tells_of(row, row.not_example)}
    assert wrong - OTHER_SENSES == set()
