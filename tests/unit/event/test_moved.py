"""Who takes whom, how and from where makes a seizure of "took", and who is taken makes it a displacement."""

import pytest

from build import a_record


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Soldiers carried off eleven fishermen from the pier.", "detain"),
        ("Six parishioners were taken from their homes during the night.", "detain"),
        ("Two nuns were put into a police car and have not come back.", "detain"),
        ("The militia came for the two brothers before the morning prayer.", "detain"),
        ("Eight porters were held for some hours at the gate.", "detain"),
        ("Forty families were loaded onto lorries and driven to the salt flats.", "displace"),
        ("Nine sailors were returned to Eritrea in May.", "repatriate"),
        ("About 300 people marched from the mill to the bank.", "protest"),
    ],
)
def test_people_who_are_moved_make_an_event(sentence: str, type_: str) -> None:
    assert type_ in {event.type for event in a_record(sentence).events}


@pytest.mark.parametrize(
    "sentence",
    [
        "Four wounded men were carried off to hospital by neighbours.",
        "Firefighters brought six children to safety.",
        "A bus took forty pupils to the museum.",
        "The floods carried away eleven houses.",
        "Officers carried a kettle of soup into the barrack.",
        "The police took three days to answer.",
        "Soldiers took the bridge on Monday.",
        "The ministers were held responsible for the delay.",
        "He reportedly returned to work the next morning.",
        "Soldiers marched from the barracks to the river.",
    ],
)
def test_nobody_is_seized_who_is_helped_carried_or_only_on_the_way(sentence: str) -> None:
    assert not {"detain", "displace", "repatriate", "protest"} & {event.type for event in a_record(sentence).events}
