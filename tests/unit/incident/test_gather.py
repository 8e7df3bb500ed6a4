"""One report's incidents: what belongs together, which is the main one, and nothing that the text does not say."""

import pytest

from build import a_record, words_of
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
    assert main.headline.startswith("Flight: 12 people or 14 people; ")
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
