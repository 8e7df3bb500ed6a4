"""What a report gives to the ledger: small, complete, and from the report alone."""

import msgspec
import pytest

from build import a_record
from tumen.ledger import Account, make_account

TOLL = """Toll Climbs to 22 in Mine Flood

Eighteen men drowned in a flooded pit near Musan on March 3, a miner told Frontier Wire on March 9. Four of them were under 18.

The number of dead has risen to 22. Officials have denied that anyone died. On Tuesday, March 3, the dam No. 5 broke, said the miner's son.
"""


@pytest.fixture(scope="module")
def account() -> Account:
    return make_account(a_record(TOLL, published="2015-03-10"))


def test_it_is_packed_and_unpacked_unchanged(account: Account) -> None:
    packed = msgspec.msgpack.encode(account)
    assert len(packed) < 8_000
    assert msgspec.msgpack.decode(packed, type=Account) == account


def test_a_bare_number_beside_words_for_the_dead_counts_them(account: Account) -> None:
    counted = {(one.field, one.reading.value["lo"]) for one in account.counts}
    assert ("dead", 22) in counted
    assert ("children", 4) in counted


def test_a_denial_says_of_what_and_by_whom(account: Account) -> None:
    (denial,) = [one for one in account.denials if one.reading.value == "die"]
    assert denial.is_total
    assert denial.is_against
    assert not denial.is_narrated


def test_what_nobody_saw_or_knows_is_not_denied() -> None:
    texts = ("He did not see the execution of his brother.", "The police refused to say whether anyone was arrested.")
    assert [make_account(a_record(text)).denials for text in texts] == [(), ()]


def test_words_that_slip_in_translation_are_noted(account: Account) -> None:
    notes = {(note.kind, str(note.reading.value)) for note in account.notes}
    assert ("kin", "son") in notes
    assert ("numbered", str({"of": "Dam", "which": "5"})) in notes
    assert ("weekday", str({"edtf": "2015-03-03", "weekday": "Tuesday"})) in notes


def test_a_day_of_saying_is_known_as_one(account: Account) -> None:
    assert [TOLL[span.start : span.end] for span in account.sayings] == ["March 9"]


@pytest.mark.parametrize("text", ["", " \n ", "No comment.", "脱北者が国境を越えた。", "<<>> [] 123", "16 16 16"])
def test_any_text_has_an_account(text: str) -> None:
    account = make_account(a_record(text, outlet=None))
    assert account.id == "report-test"
    assert account.published is None


def test_a_list_of_people_is_no_whole() -> None:
    record = a_record("Police arrested a priest, two seminarians and ten farmers on Monday.")
    assert make_account(record).counts == ()


def test_who_tells_of_it_is_not_counted() -> None:
    assert make_account(a_record("Three residents said that soldiers were killed.")).counts == ()
