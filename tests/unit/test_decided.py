"""Decisions taken together: what stands, what they ask for, what is refused."""

import pytest

from tumen.decided import check, constrain, standing
from tumen.errors import DecisionError
from tumen.gathered import Decision, DecisionKind


def decision(number: int, kind: DecisionKind, *groups: str, undoes: int | None = None) -> Decision:
    return Decision(number, "2026-01-01T00:00:00Z", "ada", kind, tuple(tuple(group) for group in groups), "why", undoes)


def test_same_ties_all_of_a_group() -> None:
    assert set(constrain([decision(1, "same", "abc")]).together) == {("a", "b"), ("b", "c")}


def test_different_parts_every_two() -> None:
    assert set(constrain([decision(1, "different", "ab", "c")]).apart) == {("a", "c"), ("b", "c")}


def test_split_keeps_those_that_move_together_and_apart_from_the_rest() -> None:
    both = constrain([decision(1, "split", "ab", "cd")])
    assert set(both.together) == {("a", "b")}
    assert set(both.apart) == {("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")}


def test_an_undo_takes_back_and_can_be_taken_back() -> None:
    first, undo = decision(1, "same", "ab"), decision(2, "undo", undoes=1)
    assert standing([first, undo]) == []
    assert standing([first, undo, decision(3, "undo", undoes=2)]) == [first]


def test_what_cannot_hold_is_refused_and_names_the_decisions_in_the_way() -> None:
    earlier = [decision(1, "same", "ab"), decision(2, "same", "bc"), decision(3, "same", "xy")]
    with pytest.raises(DecisionError, match=r"decision 1, 2; undo"):
        check(decision(4, "different", "a", "c"), earlier)
    check(decision(4, "different", "a", "x"), earlier)


def test_same_is_refused_where_others_are_held_apart() -> None:
    with pytest.raises(DecisionError, match="beside decision 1;"):
        check(decision(2, "same", "ab"), [decision(1, "different", "a", "b")])


def test_only_what_stands_can_be_undone() -> None:
    earlier = [decision(1, "same", "ab"), decision(2, "undo", undoes=1)]
    for gone in (1, 7):
        with pytest.raises(DecisionError, match="does not stand"):
            check(decision(3, "undo", undoes=gone), earlier)


def test_a_report_is_not_apart_from_itself() -> None:
    with pytest.raises(DecisionError, match="both sides"):
        check(decision(1, "different", "ab", "bc"), [])
