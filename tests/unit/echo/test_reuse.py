"""Runs of words that stand in two texts."""

import time

from tumen.echo import align
from tumen.echo.words import fold

ONE = "It was cold. “The guards were asleep in the hut,” she said — and nobody woke them until noon."
OTHER = 'According to her, "the guards were asleep in the HUT", which is why nobody\nwoke them until noon.'


def runs(one: str, other: str) -> list[tuple[str, str]]:
    return [(one[run.first.start : run.first.end], other[run.second.start : run.second.end]) for run in align(one, other)]


def test_runs_are_given_in_both_as_they_stand_there() -> None:
    assert runs(ONE, OTHER) == [
        ("The guards were asleep in the hut", "the guards were asleep in the HUT"),
        ("nobody woke them until noon.".removesuffix("."), "nobody\nwoke them until noon"),
    ]


def test_quotation_marks_dashes_and_white_space_do_not_part_a_run_but_other_marks_do() -> None:
    one, other = "one two — 'three' four five six", "One  two-three\nfour, five six seven"
    assert runs(one, other) == []
    assert runs(one.replace("four", "four,"), other) == [
        ("one two — 'three' four, five six", "One  two-three\nfour, five six")
    ]


def test_four_words_are_no_run() -> None:
    assert runs("the men went home early", "the men went home late") == []
    assert len(runs("all the men went home early", "all the men went home late")) == 1


def test_no_word_is_in_two_runs() -> None:
    one = "a b c d e f g h"
    other = "a b c d e f x c d e f g h"
    found = align(one, other)
    assert [one[run.first.start : run.first.end] for run in found] == ["a b c d e f"]


def test_what_stands_twice_in_one_text_is_matched_once_for_each_time_it_stands_in_the_other() -> None:
    run = "the same five words here"
    assert len(align(f"{run}. Then. {run}", run)) == 1
    assert len(align(f"{run}. Then. {run}", f"{run} or {run}")) == 2


def test_nothing_of_nothing() -> None:
    assert align("", "a b c d e f") == ()
    assert align("", "") == ()
    assert align("—", "“”") == ()


def test_long_and_repetitive_texts_are_aligned_in_little_time() -> None:
    long = " ".join(f"word{number % 977} and{number}" for number in range(8_000))
    start = time.process_time()
    found = align(long, f"Another beginning. {long}")
    assert [fold(long[run.first.start : run.first.end]) == fold(long) for run in found] == [True]
    same = "no " * 4_000
    assert align(same, same)[0].first == (0, len(same) - 1) or align(same, same)[0].first.end == len(same) - 1
    assert time.process_time() - start < 10
