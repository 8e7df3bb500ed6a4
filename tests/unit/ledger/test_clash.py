"""Contradictions: only what cannot hold together, of which kind, and who says what."""

from msgspec.structs import replace

from tumen.event import scheme
from tumen.gathered import Contradiction, Standing
from tumen.ledger import contradictions, merge_fields
from tumen.ledger.account import Account, Note, ToldReading
from tumen.records import Span

from .accounts import an_account, day, people, standing, standings, told

STANDINGS = standings(standing("a", "a", "original"), standing("b", "b"), standing("f", "a", "follow_up", "a"))
DERIVED = standings(standing("a", "a", "original"), Standing("report-t", "report-a", "derived", "report-a", "derived"))


def clashes(*accounts: Account, by: dict[str, Standing] = STANDINGS) -> tuple[Contradiction, ...]:
    fields = merge_fields(told(*accounts), by, scheme())
    return contradictions(told(*accounts), by, fields)


def test_two_numbers_of_two_origins_are_rivals_and_both_sides_are_named() -> None:
    (one,) = clashes(
        an_account("a", "2019-06-20", how_many=[people(16)]), an_account("b", "2019-06-25", how_many=[people(15)])
    )
    assert (one.field, one.kind) == ("how_many", "rival_count")
    assert [reading.value["lo"] for reading in one.readings] == [15, 16]
    assert [reading.told[0].report for reading in one.readings] == ["report-b", "report-a"]
    assert one.why == (
        "15 people (Outlet b, 25 June 2019) against 16 people (Outlet a, 20 June 2019): both cannot be the number of one group."
    )


def test_what_can_hold_together_is_none() -> None:
    assert clashes(an_account("a", how_many=[people(11, more=True)]), an_account("b", how_many=[people(16)])) == ()
    assert clashes(an_account("a", how_many=[people(16)]), an_account("b", how_many=[people(3, unit="household")])) == ()


def test_a_later_number_of_the_same_origin_is_an_update() -> None:
    (one,) = clashes(
        an_account("a", "2024-02-10", "bomb", dead=[people(16)]), an_account("f", "2024-02-17", "bomb", dead=[people(22)])
    )
    assert one.kind == "update"


def test_a_toll_that_grows_within_weeks_is_an_update_and_one_that_shrinks_a_rival() -> None:
    first = an_account("a", "2024-02-10", "bomb", dead=[people(16)])
    (higher,) = clashes(first, an_account("b", "2024-02-12", "bomb", dead=[people(23)]))
    (lower,) = clashes(first, an_account("b", "2024-02-13", "bomb", dead=[people(12)]))
    assert (higher.kind, lower.kind) == ("update", "rival_count")


def test_a_translation_that_differs_from_its_original_slips_perhaps() -> None:
    translation = replace(an_account("t", "2022-08-14", how_many=[people(30)]), is_translation=True)
    (one,) = clashes(an_account("a", "2022-08-12", how_many=[people(130)]), translation, by=DERIVED)
    assert one.kind == "translation_slip"
    assert [reading.value["lo"] for reading in one.readings] == [130, 30]


def test_a_slip_is_no_rival_of_others() -> None:
    translation = replace(an_account("t", "2022-08-14", how_many=[people(30)]), is_translation=True)
    third = an_account("b", "2022-08-20", how_many=[people(14)])
    by = DERIVED | standings(standing("b", "b"))
    found = clashes(an_account("a", "2022-08-12", how_many=[people(13)]), translation, third, by=by)
    assert [[reading.value["lo"] for reading in one.readings] for one in found] == [[13, 14], [13, 30]]


def test_numbers_of_women_and_of_men_are_of_different_people() -> None:
    women, men = an_account("a", how_many=[people(2)]), an_account("b", how_many=[people(3)])
    women = replace(women, groups=((Span(10, 15), ("sex.women",)),))
    men = replace(men, groups=((Span(10, 15), ("sex.men",)),))
    (one,) = clashes(women, men)
    assert one.kind == "different_subset"


def test_a_report_that_names_the_other_number_too_contradicts_it_not() -> None:
    part_and_whole = replace(an_account("b", how_many=[people(15)]), numbers=((13, 13, "person"), (15, 15, "person")))
    assert clashes(an_account("a", how_many=[people(13)]), part_and_whole) == ()


def test_a_second_number_of_one_report_is_no_rival() -> None:
    assert clashes(an_account("a", how_many=[people(16)]), an_account("b", how_many=[people(16), people(9)])) == ()


def test_days() -> None:
    first = an_account("a", when=[day("2022-10-06")])
    (one,) = clashes(first, an_account("b", when=[day("2022-10-04")]))
    assert (one.field, one.kind) == ("when", "other_date")
    assert clashes(first, an_account("b", when=[day("2022-10")])) == ()
    assert clashes(first, an_account("b", when=[day("../2022-10-08", "said")])) == ()
    assert clashes(first, replace(an_account("b", when=[day("2022-10-04")]), days=("2022-10-06",))) == ()


def test_a_denial_stands_beside_what_is_told() -> None:
    (one,) = clashes(
        an_account("a", "2021-10-26", "execute", how_many=[people(2)]),
        an_account("b", "2021-11-08", "flee", denies="execute"),
    )
    assert (one.field, one.kind) == ("what", "denial")
    assert [reading.value["status"] for reading in one.readings] == ["happened", "denied"]
    assert one.readings[1].told[0].claims == ("claim-2",)


def test_nobody_denies_what_was_told_only_later() -> None:
    earlier = an_account("b", "2021-10-20", "flee", denies="arrest")
    assert clashes(an_account("a", "2021-10-26", "arrest", how_many=[people(2)]), earlier) == ()


def kin(account: Account, word: str) -> Account:
    note = Note("kin", ToldReading(word, ("claim-1",), (Span(0, 5),)), ("sacristan",))
    return replace(account, notes=(note,))


def test_a_son_who_is_a_grandson_in_the_translation() -> None:
    (one,) = clashes(kin(an_account("a"), "son"), kin(an_account("t"), "grandson"), by=DERIVED)
    assert (one.field, one.kind) == ("who", "translation_slip")
    assert [reading.value for reading in one.readings] == ["son", "grandson"]


def test_two_witnesses_may_speak_of_two_sons() -> None:
    assert clashes(kin(an_account("a"), "son"), kin(an_account("b"), "grandson")) == ()


def test_nothing_told_no_contradictions() -> None:
    assert contradictions([], {}, {}) == ()
