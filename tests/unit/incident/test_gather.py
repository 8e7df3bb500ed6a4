"""One report's incidents: what belongs together, which is the main one, and nothing that the text does not say."""

import pytest

from build import a_record, words_of
from tumen.event import scheme
from tumen.incident.group import group
from tumen.incident.told import Told
from tumen.records import Incident, ReportRecord

REPORT = """Twelve Flee Hyesan

Twelve residents have fled Hyesan, in Ryanggang Province, according to a source in the province. It was the largest escape since 2012.

"The 12 residents escaped across the ice," the source told Frontier Wire on March 3. "They are two families."

A second source said that 14 people escaped. Two guards were arrested in Musan on February 8.

The security department plans to search the houses along the river.
"""


@pytest.fixture(scope="module")
def record() -> ReportRecord:
    return a_record(REPORT, published="2018-03-05")


@pytest.fixture(scope="module")
def main(record: ReportRecord) -> Incident:
    return record.incidents[0]


def test_the_main_incident_is_what_headline_and_opening_tell_of(record: ReportRecord, main: Incident) -> None:
    assert main.type == "flee"
    assert [incident.is_main for incident in record.incidents] == [True] + [False] * (len(record.incidents) - 1)


def test_equal_counts_are_one_reading_with_two_spans_and_rival_counts_two_readings(
    record: ReportRecord, main: Incident
) -> None:
    counts = {(reading.value["lo"], reading.value["unit"]): len(reading.spans) for reading in main.fields["how_many"]}
    assert counts[12, "person"] >= 2
    assert counts[14, "person"] == 1


def test_the_reading_that_is_told_with_most_weight_comes_first(main: Incident) -> None:
    assert main.fields["how_many"][0].value["lo"] == 12


def test_a_day_of_saying_bounds_the_time_and_says_so(record: ReportRecord, main: Incident) -> None:
    (when,) = main.fields["when"]
    assert when.value == {"edtf": "../2018-03-03", "basis": "said"}
    assert words_of(record, when.spans) == ["March 3"]


def test_every_reading_rests_on_claims_and_words(record: ReportRecord) -> None:
    claims = {claim.id for claim in record.claims}
    for incident in record.incidents:
        for readings in incident.fields.values():
            for reading in readings:
                assert reading.spans
                assert reading.claims
                assert set(reading.claims) <= claims
                assert all(record.read(span) for span in reading.spans)


def test_every_event_that_is_not_denied_is_in_one_incident(record: ReportRecord) -> None:
    gathered = [event for incident in record.incidents for event in incident.events]
    assert len(gathered) == len(set(gathered))
    positive = {event.id for event in record.events if event.factuality.polarity == "positive"}
    assert positive <= set(gathered)


def test_what_was_done_elsewhere_or_lies_ahead_is_an_incident_of_its_own(record: ReportRecord) -> None:
    others = {incident.type: incident for incident in record.incidents[1:]}
    assert others["arrest"].fields["where"][0].value["name"] == "Musan"
    assert [reading.value for reading in others["search"].fields["status"]] == ["expected"]


def test_the_headline_is_made_of_values(main: Incident) -> None:
    assert main.headline.startswith("Flight: 12 people or 14 people (2 households); ")
    assert "on or before 3 March 2018" in main.headline


def test_a_report_without_events_has_no_incident() -> None:
    assert a_record("Weather\n\nIt was a warm day in the valley.\n").incidents == ()


def test_what_is_only_denied_is_no_incident() -> None:
    record = a_record("No arrests\n\nNobody was arrested, the source said.\n")
    assert record.incidents == ()


def test_another_year_is_another_incident() -> None:
    text = "Nine Arrested in Musan\n\nPolice arrested nine traders in Musan on May 2, 2018. In 2014, police arrested forty traders in Musan.\n"
    record = a_record(text, published="2018-05-05")
    (how_many,) = record.incidents[0].fields["how_many"]
    assert how_many.value["lo"] == 9
    assert [(one.type, one.relation) for one in record.incidents[1:]] == [("arrest", "background")]


def test_the_place_where_a_report_opens_is_told_apart() -> None:
    record = a_record("Trouble in Musan\n\nPolice arrested nine traders on Monday.\n", published="2018-05-05")
    (where,) = record.incidents[0].fields["where"]
    assert (where.value["name"], where.value["basis"]) == ("Musan", "opening")


def main_of(text: str) -> Incident:
    return a_record(text, published="2019-05-20").incidents[0]


def first(incident: Incident, field: str) -> object:
    return incident.fields[field][0].value[{"when": "edtf", "where": "name", "how_many": "lo"}[field]]


def test_others_at_another_time_are_another_incident() -> None:
    main = main_of(
        "Three Traders Arrested in Hyesan\n\nAgents arrested three traders in Hyesan, a source said.\n\n"
        "In April, five residents of Musan were arrested.\n"
    )
    assert first(main, "how_many") == 3
    assert not [reading for reading in main.fields.get("when", ()) if reading.value["basis"] == "text"]


def test_a_similar_one_is_another_incident() -> None:
    record = a_record(
        "Miners Protest in Musan\n\nMiners protested in Musan, a source said. There was a similar protest in 2016.\n",
        published="2019-05-20",
    )
    assert len([incident for incident in record.incidents if incident.type == "protest"]) == 2


def test_what_is_told_in_one_breath_shares_its_day() -> None:
    main = main_of(
        "Gunmen Abduct Pupils\n\nGunmen attacked a school at Kujama on Tuesday and abducted 27 pupils, parents said.\n"
    )
    assert main.type == "kidnap"
    assert first(main, "when") == "2019-05-14"


def test_the_town_that_a_report_opens_with_comes_before_its_province() -> None:
    main = main_of(
        "Fire Kills Eleven in Haeju\n\nEleven women died when a fire swept through a plant in South Hwanghae Province on May 19, "
        "a source said.\n"
    )
    assert first(main, "where") == "Haeju"


def test_a_town_of_the_county_is_the_same_place() -> None:
    main = main_of(
        "Homes Searched in Onsong\n\nOfficers searched 14 homes in Namyang on the night of May 2, a resident said.\n"
    )
    assert first(main, "when") == "2019-05-02T20:00:00/2019-05-03T06:00:00"


def test_who_is_gone_since_a_day_went_on_that_day() -> None:
    assert first(main_of("Two Missing\n\nTwo men have been missing since May 9, a source said.\n"), "when") == "2019-05-09"


def test_those_who_are_named_by_one_word() -> None:
    main = main_of("Neighbors Interrogated\n\nThe bureau interrogated neighbors in Hyesan, a source said.\n")
    assert "neighbors" in [reading.value for reading in main.fields["who"]]


def test_how_it_was_done_gives_the_day_where_the_opening_gives_none() -> None:
    main = main_of(
        "Musan Families Punished\n\nThe bureau has punished the families of five residents of Musan, two sources said.\n\n"
        "Three households were banished on May 2 to a farm in Paegam County.\n"
    )
    assert main.type == "punish_relatives"
    assert first(main, "when") == "2019-05-02"
    assert first(main, "where") == "Musan"


def test_where_a_journey_began_and_led_to_are_no_two_journeys() -> None:
    main = main_of(
        "Nine Slip Across the Tumen From Hoeryong\n\nTwo families crossed the Tumen into China on the night of May 2, a source said.\n"
    )
    assert first(main, "when") == "2019-05-02T20:00:00/2019-05-03T06:00:00"
    assert first(main, "where") == "Hoeryong"


def test_a_number_behind_those_who_died_in_an_attack_is_of_the_dead() -> None:
    text = "Armed men shot at the wells at dawn. There died Ali Fadul, his son and a guest. These are nine."
    found = a_record(text).incidents[0]
    assert [reading.value["lo"] for reading in found.fields["dead"]] == [9]


def test_what_is_told_of_a_year_before_is_not_the_main_incident() -> None:
    text = """13 dead and no one missing.

Most people were asleep when the flood of 18 July 2023 came down the valley. It is the second time on this river. In August 2022 soldiers killed two children at Phoulath."""
    assert a_record(text, published="2023-07-27").incidents[0].type == "disaster"


def test_of_types_that_weigh_the_same_the_one_told_first_is_the_main_one() -> None:
    record = a_record("A teacher was killed. A school was destroyed. Two farmers were tortured. Guards were attacked.")
    told = [Told(event, 1.0, None, None, is_opening=False, is_another=False, is_before=False) for event in record.events]
    assert len({one.event.type for one in told}) == 4
    assert group(told, scheme())[0].type == "kill"
