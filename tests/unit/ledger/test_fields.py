"""Readings of several reports: equal values are one reading, and what counts is on how many origins it rests."""

from msgspec.structs import replace

from tumen.event import scheme
from tumen.ledger import merge_fields
from tumen.ledger.account import ToldIncident

from .accounts import an_account, people, place, standing, standings, told

A = an_account("a", "2014-08-20", how_many=[people(16)], where=[place("Musan")])
B = an_account("b", "2014-08-21", how_many=[people(16)], where=[place("Musan")])
C = an_account("c", "2014-08-22", how_many=[people(12)], where=[place("Musan")])
D = an_account("d", "2014-08-23", how_many=[people(16)])
STANDINGS = standings(
    standing("a", "a", "original"), standing("b", "a", "reprint", "a"), standing("c", "c"), standing("d", None, "unknown")
)


def test_reports_of_one_origin_count_once_and_unknown_ones_apart() -> None:
    fields = merge_fields(told(A, B, C, D), STANDINGS, scheme())
    sixteen, twelve = fields["how_many"]
    assert sixteen.corroboration == "2 reports, 1 origin; 1 more report, independence unknown"
    assert sixteen.origins == ("report-a",)
    assert sixteen.unknown == ("report-d",)
    assert twelve.corroboration == "1 report, 1 origin"
    assert fields["where"][0].corroboration == "3 reports, 2 origins"


def test_the_order_of_the_reports_makes_no_difference() -> None:
    assert merge_fields(told(A, B, C, D), STANDINGS, scheme()) == merge_fields(told(D, C, B, A), STANDINGS, scheme())


def test_a_report_without_standing_is_of_unknown_independence() -> None:
    (reading,) = merge_fields(told(A), {}, scheme())["how_many"]
    assert reading.corroboration == "1 report, independence unknown"


def test_what_a_report_has_from_another_outlet_counts_in_its_origin() -> None:
    voices = tuple(replace(voice, via=("Outlet a",)) for voice in C.voices)
    citing = replace(C, voices=voices)
    (where,) = merge_fields(told(A, citing), STANDINGS, scheme())["where"]
    assert where.corroboration == "2 reports, 1 origin"


def test_a_follow_up_on_the_sentences_gives_the_arrests_from_its_other_incident() -> None:
    first = an_account("a", "2022-08-12", "detain", how_many=[people(13)])
    other = an_account("b", "2023-03-09", "sentence", how_many=[people(9)])
    side = ToldIncident("incident-side", "detain", None, False, first.incidents[0].fields)
    later = replace(other, incidents=(*other.incidents, side))
    again = an_account("c", "2022-08-14", "detain", how_many=[people(13)])
    fields = merge_fields(told(first, again, later), STANDINGS, scheme())
    assert [reading.value["lo"] for reading in fields["how_many"]] == [13]
    assert len(fields["how_many"][0].told) == 3
    assert fields["sentenced"][0].value["lo"] == 9


def test_nothing_told_no_fields() -> None:
    assert merge_fields([], {}, scheme()) == {}
    assert merge_fields([(replace(A, incidents=()), "")], {}, scheme()) == {}
