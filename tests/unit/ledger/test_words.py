"""Headlines, timelines, grades and statements: made of values and counts only."""

from tumen.event import scheme
from tumen.gathered import Contradiction, GatheredIncident, GatheredReading, Member, Origins, Telling
from tumen.ledger import contradictions, headline, merge_fields, propose_grade, statement, timeline

from .accounts import an_account, day, people, place, standing, standings, told

A = an_account(
    "a", "2014-08-20", "defect",
    how_many=[people(16), people(3, unit="household")], when=[day("../2014-08-08", "said")], **{"from": [place("Musan")], "to": [place("China")]},
)  # fmt: skip
B = an_account("b", "2014-08-25", "defect", how_many=[people(12)], to=[place("Thailand")])
C = an_account("c", None, "defect", how_many=[people(16)])
STANDINGS = standings(standing("a", "a", "original"), standing("b", "b"), standing("c", None, "unknown"))
TELLINGS = told(A, B, C)
FIELDS = merge_fields(TELLINGS, STANDINGS, scheme())
CLASHES = contradictions(TELLINGS, STANDINGS, FIELDS)
ORIGINS = Origins(2, 1)


def test_a_headline_shows_what_cannot_both_hold() -> None:
    assert headline("defect", FIELDS, 3, ORIGINS, scheme()) == (
        "Defection: 16 people (3 households) or 12 people; from Musan to China or Thailand; on or before 8 August 2014; "
        "2 reports, 2 origins; 1 more report, independence unknown"
    )


def test_an_incident_of_no_known_type_has_a_headline() -> None:
    assert headline(None, {}, 1, Origins(1, 0), scheme()) == "Incident: 1 report, 1 origin"


def test_a_timeline_says_what_was_first_known_when_and_the_undated_last() -> None:
    moments = timeline(TELLINGS, FIELDS)
    assert [(one.published, one.field) for one in moments][-2:] == [("2014-08-25", "how_many"), ("2014-08-25", "to")]
    assert {one.report for one in moments} == {"report-a", "report-b"}
    assert moments == timeline(TELLINGS[::-1], FIELDS)


def incident() -> GatheredIncident:
    members = tuple(
        Member(f"report-{name}", f"{name}.txt", None, "main", origin, "unknown", None)
        for name, origin in (("a", "report-a"), ("b", "report-b"), ("c", None))
    )
    return GatheredIncident("incident-1", "defect", "", FIELDS, members, ORIGINS, CLASHES)


def test_a_statement_says_what_an_editor_would() -> None:
    said = statement(incident(), {account.id: account for account, _ in TELLINGS})
    assert said[0] == "One incident, 2 reports, 2 origins; 1 more report, independence unknown."
    assert "16 people: 1 report, 1 origin; 1 more report, independence unknown; 12 people: 1 report, other origin." in said
    assert "to: China: 1 report, 1 origin; Thailand: 1 report, other origin." in said
    assert said[-1] == "Unknown: who."
    assert any(sentence.startswith("Cannot both hold: 12 people (Outlet b") for sentence in said)


def reading(origins: int, unknown: int = 0, number: int = 16, name: str = "x") -> GatheredReading:
    listed = tuple(f"report-{name}{at}" for at in range(origins))
    apart = tuple(f"report-{name}u{at}" for at in range(unknown))
    return GatheredReading(people(number), tuple(Telling(one, (), ()) for one in (*listed, *apart)), listed, apart)


def test_no_grade_is_1_without_evidence_of_independence() -> None:
    assert propose_grade(reading(2)).number == 1
    assert propose_grade(reading(1, 3)).number == 2
    assert propose_grade(reading(1)).number == 3
    assert propose_grade(reading(0, 5)).number == 6


def test_what_another_origin_contradicts_is_graded_lower() -> None:
    rival = Contradiction("how_many", "rival_count", (reading(1), reading(1, number=12, name="y")))
    assert propose_grade(reading(1), [rival]).number == 4
    assert propose_grade(reading(3), [rival]).number == 2
    assert propose_grade(reading(1), [Contradiction("how_many", "update", rival.readings)]).number == 3


def test_a_slip_is_graded_below_its_original() -> None:
    original, slipped = reading(1), reading(1, number=30, name="t")
    slip = Contradiction("how_many", "translation_slip", (original, slipped))
    assert propose_grade(slipped, [slip]).number == 4


def test_a_denial_by_another_origin_counts_against_what_its_reports_tell() -> None:
    happened = GatheredReading({"type": "defect", "status": "happened"}, reading(1).told, ("report-x0",))
    denied = GatheredReading({"type": "defect", "status": "denied"}, reading(1, name="y").told, ("report-y0",))
    assert propose_grade(reading(1), [Contradiction("what", "denial", (happened, denied))]).number == 4


def test_no_words_for_chances() -> None:
    words = "likely probabl possibl certainly"
    reasons = [propose_grade(reading(*counts)).why for counts in ((2, 0), (1, 1), (1, 0), (0, 1))]
    assert not any(word in reason for word in words.split() for reason in reasons)
