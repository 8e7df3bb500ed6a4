"""Events as the reader finds them in whole sentences."""

import pytest

from build import a_record, words_of
from tumen.records import Event, ReportRecord


def events_of(text: str) -> tuple[ReportRecord, dict[str, Event]]:
    """What is read in a report of one paragraph, and its events by type."""
    record = a_record(f"A report\n\n{text}\n", published="2019-05-04")
    return record, {event.type: event for event in record.events}


def happened(event: Event) -> str:
    if event.factuality.polarity == "negative":
        return "denied"
    if event.factuality.certainty != "certain":
        return "possible"
    return "ahead" if event.time_frame in ("future", "conditional") else "happened"


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        ("Police arrested two traders in Hyesan on Monday.", "arrest", "happened"),
        ("The family would not defect, the source said.", "defect", "denied"),
        ("Officers threatened to arrest the traders.", "arrest", "ahead"),
        ("Officers threatened to arrest the traders.", "threaten", "happened"),
        ("Soldiers received orders to hunt down the fugitives.", "pursue", "ahead"),
        ("Residents fear that soldiers will shoot the fugitives.", "shoot", "possible"),
        ("Officials denied that two prisoners had been executed.", "execute", "denied"),
        ("Nobody was arrested.", "arrest", "denied"),
        ("They will expand surveillance, such as tracking calls.", "surveil", "ahead"),
        ("The bureau will use methods like interrogating neighbors.", "interrogate", "ahead"),
        ("Police have used methods such as beating prisoners.", "torture", "happened"),
        ("He was punished for tracking calls.", "surveil", "happened"),
        ("He will be tried for smuggling copper.", "smuggle", "happened"),
        ("They will punish traders by confiscating their goods.", "confiscate", "ahead"),
        ("Anyone who flees will be shot.", "flee", "ahead"),
        ("Soldiers shot anyone who fled.", "flee", "happened"),
        ("The state plans harsher steps, including executions.", "execute", "ahead"),
        ("The two men are believed to have been executed.", "execute", "possible"),
    ],
)
def test_whether_it_happened(text: str, type_: str, wanted: str) -> None:
    _, events = events_of(text)
    assert happened(events[type_]) == wanted


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The measure has done little to arrest the decline of the market.", "arrest"),
        ("A film was shot in the same valley.", "shoot"),
        ("The detention centre has a new roof.", "detain"),
        ("The phrase has been coined by the market women.", "arrest"),
    ],
)
def test_what_only_looks_like_an_event(text: str, type_: str) -> None:
    _, events = events_of(text)
    assert type_ not in events


def test_who_where_and_when_with_their_words() -> None:
    record, events = events_of("Border guards shot two smugglers near Musan on April 29, a source in Hyesan said.")
    shot = events["shoot"]
    roles = {one.role: one for one in shot.participants}
    assert words_of(record, roles["agent"].spans) == ["Border guards"]
    assert words_of(record, roles["patient"].spans) == ["two smugglers"]
    count = roles["patient"].count
    assert count
    assert (count.lo, count.hi, count.exact, count.unit) == (2, 2, True, "person")
    assert shot.place
    assert record.read(shot.place).startswith("Musan")
    assert shot.time
    assert "April 29" in record.read(shot.time)


def test_a_group_counts_those_it_is_made_of() -> None:
    _, events = events_of("A group of 16 North Koreans has defected to China.")
    (agent,) = (one for one in events["defect"].participants if one.role == "agent")
    assert agent.count
    assert (agent.count.lo, agent.count.unit) == (16, "person")


def test_a_number_told_in_two_units() -> None:
    _, events = events_of("Three households, 13 people in all, were deported from Musan in March.")
    counts = {(one.count.lo, one.count.unit) for one in events["deport"].participants if one.count}
    assert counts == {(3, "household"), (13, "person")}


def test_every_event_rests_on_a_claim_and_on_words() -> None:
    record, events = events_of("Officials have threatened to arrest two men who fled from Hyesan, the source said on May 2.")
    claims = {claim.id for claim in record.claims}
    assert {"threaten", "arrest", "flee"} <= set(events)
    for event in record.events:
        assert set(event.claims) <= claims
        assert record.read(event.trigger).strip() == record.read(event.trigger) != ""


def test_no_words_no_events() -> None:
    assert events_of("The weather was fine.")[1] == {}


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        ("Agents arrested a trader and two couriers in Hyesan.", "arrest", 3),
        ("A pastor and his driver have been missing since June.", "disappear", 2),
        ("Police arrested a trader and several couriers in Hyesan.", "arrest", None),  # how many is not said
        ("Police arrested the leaders or a trader in Hyesan.", "arrest", None),
        ("The three were seized at a house in Musan.", "arrest", 3),
    ],
)
def test_how_many_are_joined(text: str, type_: str, wanted: int | None) -> None:
    _, events = events_of(text)
    counts = [one.count.lo for one in events[type_].participants if one.role == "patient" and one.count]
    assert counts == ([wanted] if wanted else [])


def test_one_in_five_is_no_number_of_people() -> None:
    _, events = events_of("One in five families has run out of food.")
    assert not [one.count for event in events.values() for one in event.participants if one.count and one.count.lo == 1]


def test_people_are_arrested_and_goods_confiscated() -> None:
    _, events = events_of("Agents seized two brokers. Inspectors seized eleven telephones.")
    assert set(events) == {"arrest", "confiscate"}


def test_those_to_whom_the_money_goes() -> None:
    record, events = events_of("Brokers relayed money to about 300 households in May.")
    (patient,) = (one for one in events["broker"].participants if one.role == "patient")
    assert record.read(patient.spans[0]) == "about 300 households"


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        ("The militia displaced 600 people from Hyesan.", "displace", "Hyesan"),
        ("Hundreds of believers have fled to Sudan.", "flee", "Sudan"),
        ("Traders in Hyesan protested on Monday.", "protest", "Hyesan"),
        ("Many have sought asylum in Spain; the exodus from Musan goes on.", "migrate", "Musan"),
    ],
)
def test_a_place_that_only_the_people_or_the_journey_name(text: str, type_: str, wanted: str) -> None:
    record = a_record(f"A report\n\n{text}\n", published="2019-05-04")
    places = [record.read(event.place) for event in record.events if event.type == type_ and event.place]
    assert places[-1] == wanted


def test_a_time_that_two_verbs_share_where_only_one_tells_of_an_event() -> None:
    record, events = events_of("Workers gathered at the yard in Sunchon on Monday and refused to work, a relative said.")
    time = events["protest"].time
    assert time
    assert record.read(time) == "Monday"
