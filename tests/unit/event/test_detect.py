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
