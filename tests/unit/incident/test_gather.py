"""One report's incident: readings, and nothing that the text does not say."""

from build import words_of
from marks import read_marked
from tumen.records import Incident, ReportRecord

REPORT = """Twelve Flee Hyesan

Twelve residents have fled Hyesan, in Ryanggang Province, in spite of an investigation into bribes.

{1t|“The 12 people escaped across the ice,”} {1s|a source in the province} {1c|told} {1a|Frontier Wire} {1d|on March 3}. \
{1t|“They are two families.”}

{2s|A second source} {2c|said} {2t|that 14 people escaped}.
"""


def incident_of(text: str) -> tuple[Incident, ReportRecord]:
    record = read_marked(text, published="2018-03-05")
    (incident,) = record.incidents
    return incident, record


def test_equal_counts_are_one_reading_with_two_spans_and_rival_counts_two_readings() -> None:
    incident, record = incident_of(REPORT)
    counts = {
        (reading.value["lo"], reading.value["unit"]): words_of(record, reading.spans)
        for reading in incident.fields["how_many"]
    }
    assert counts == {(12, "person"): ["Twelve residents", "12 people"], (14, "person"): ["14 people"]}


def test_the_incident_is_what_headline_and_opening_tell_of() -> None:
    incident, _ = incident_of(REPORT)
    assert incident.type == "flee"


def test_a_day_of_saying_bounds_the_time_and_says_so() -> None:
    incident, record = incident_of(REPORT)
    (when,) = incident.fields["when"]
    assert when.value == {"edtf": "../2018-03-03", "basis": "said"}
    assert words_of(record, when.spans) == ["March 3"]


def test_every_reading_rests_on_claims_and_words() -> None:
    incident, record = incident_of(REPORT)
    claims = {claim.id for claim in record.claims}
    for readings in incident.fields.values():
        for reading in readings:
            assert reading.spans
            assert set(reading.claims) <= claims
            assert all(record.read(span) for span in reading.spans)


def test_the_headline_is_made_of_values() -> None:
    incident, _ = incident_of(REPORT)
    assert incident.headline == "Flight: 12 people, 14 people; Hyesan; on or before 3 March 2018"


def test_a_report_without_events_has_no_incident() -> None:
    assert read_marked("The weather was fine.").incidents == ()


def test_what_is_only_denied_or_expected_is_no_incident() -> None:
    assert read_marked("{1s|A source} {1c|said} {1t|that no shot was fired}.").incidents == ()
    assert read_marked("{1t|The guards will be arrested}, {1s|a source} {1c|said}.").incidents == ()
