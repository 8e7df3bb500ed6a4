"""Laws of the ledger: no order matters, nothing clashes with itself, nobody who tells is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tumen.event import scheme
from tumen.gathered import Standing
from tumen.ledger import contradictions, merge_fields, propose_grade, timeline
from tumen.ledger.account import Account, ToldIncident, ToldReading, Voice
from tumen.ledger.values import counts_agree, times_agree
from tumen.records import Span

DAYS = (
    "2014-08-08",
    "2014-08",
    "../2014-08-08",
    "XXXX-08-08",
    "2014-08-08~",
    "2014-08-08T20:00:00/2014-08-09T06:00:00",
    "2014-22",
    "2015",
)
TYPES = ("flee", "detain", "sentence", "kill", "bomb", "no_such_type")


@st.composite
def counted(draw: st.DrawFn) -> dict[str, object]:
    lo = draw(st.integers(0, 40))
    hi = draw(st.one_of(st.none(), st.integers(lo, 60)))
    return {"lo": lo, "hi": hi, "exact": lo == hi, "unit": draw(st.sampled_from(("person", "household")))}


@st.composite
def tellings(draw: st.DrawFn) -> list[tuple[Account, str]]:
    """A few reports, each with an incident of some type."""
    listed = []
    for name in "abcde"[: draw(st.integers(0, 5))]:
        values: dict[str, list[object]] = {
            "status": [draw(st.sampled_from(("happened", "denied")))],
            "how_many": draw(st.lists(counted(), max_size=2)),
            "when": [{"edtf": draw(st.sampled_from(DAYS)), "basis": "text"}],
            "where": [{"name": draw(st.sampled_from(("Musan", "Hyesan"))), "id": None, "within": None, "basis": "text"}],
        }
        fields = tuple(
            (field, tuple(ToldReading(value, ("claim-1",), (Span(at, at + 1),)) for at, value in enumerate(given_values)))
            for field, given_values in values.items()
        )
        incident = ToldIncident(f"incident-{name}", draw(st.sampled_from(TYPES)), None, draw(st.booleans()), fields)
        voice = Voice("claim-1", "source-1", "outlet", None, (), "certain", "positive", None)
        published = draw(st.sampled_from((None, "2014-08-10", "2014-08-12")))
        account = Account(f"report-{name}", "", None, None, None, published, None, None, (incident,), (voice,))
        listed.append((account, draw(st.sampled_from((incident.id, "")))))
    return listed


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[tuple[Account, str]], dict[str, Standing]]:
    told = draw(tellings())
    origins = st.sampled_from((None, "report-a", "report-b"))
    return told, {account.id: Standing(account.id, draw(origins), "unknown") for account, _ in told}


@given(judged(), st.randoms(use_true_random=False))
def test_the_order_of_reports_makes_no_difference(
    case: tuple[list[tuple[Account, str]], dict[str, Standing]], random
) -> None:  # type: ignore[no-untyped-def]
    told, standings = case
    shuffled = list(told)
    random.shuffle(shuffled)
    fields, again = merge_fields(told, standings, scheme()), merge_fields(shuffled, standings, scheme())
    assert (fields, list(fields)) == (again, list(again))
    assert contradictions(told, standings, fields) == contradictions(shuffled, standings, again)
    assert timeline(told, fields) == timeline(shuffled, again)


@given(judged())
def test_origins_and_unknown_reports_are_those_of_who_tells(
    case: tuple[list[tuple[Account, str]], dict[str, Standing]],
) -> None:
    told, standings = case
    for readings in merge_fields(told, standings, scheme()).values():
        for reading in readings:
            reports = {one.report for one in reading.told}
            assert set(reading.unknown) == {report for report in reports if standings[report].origin_group is None}
            assert set(reading.origins) == {origin for report in reports if (origin := standings[report].origin_group)}
            assert 1 <= propose_grade(reading).number <= 6
            assert propose_grade(reading).number > 1 or len(reading.origins) > 1


@given(judged())
def test_the_two_sides_of_a_contradiction_are_told_by_different_reports(
    case: tuple[list[tuple[Account, str]], dict[str, Standing]],
) -> None:
    told, standings = case
    for one in contradictions(told, standings, merge_fields(told, standings, scheme())):
        first, second = ({telling.report for telling in reading.told} for reading in one.readings)
        assert first
        assert second
        assert one.kind == "denial" or not first & second


@given(counted(), counted())
def test_agreeing_is_mutual_and_everything_agrees_with_itself(one: dict[str, object], other: dict[str, object]) -> None:
    assert counts_agree(one, one)
    assert counts_agree(one, other) == counts_agree(other, one)


@given(st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_days_agree_mutually(one: str, other: str) -> None:
    assert times_agree(one, one)
    assert times_agree(one, other) == times_agree(other, one)
