"""Scores: counted by hand on one sentence."""

import pytest

from tumen.measure.attribution import Article, Attribution, is_relaxed_match, score_attributions
from tumen.records import Span, Spans

TEXT = "The guards left at night, a source in Hyesan claimed."


def span(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


GOLD = Attribution(span("a source in Hyesan"), span("claimed"), span("The guards left at night"))


def score(*found: Attribution, gold: tuple[Attribution, ...] = (GOLD,)):  # type: ignore[no-untyped-def]
    return score_attributions([Article(TEXT, gold, found)])


def test_the_same_attribution_is_right_by_every_measure() -> None:
    scores = score(GOLD)
    tallies = (scores.relaxed, scores.strict, *scores.exact.values(), *scores.tokens.values())
    assert [tally.f1 for tally in tallies] == [1.0] * 8
    assert scores.other_cues.recall == 1.0
    assert scores.calibration_error == 0.0


def test_a_shorter_source_is_right_when_relaxed_and_wrong_when_strict() -> None:
    scores = score(GOLD._replace(source=span("a source")))
    assert (scores.relaxed.f1, scores.strict.f1) == (1.0, 0.0)
    assert (scores.exact["source"].f1, scores.exact["content"].f1) == (0.0, 1.0)
    assert (scores.tokens["source"].precision, scores.tokens["source"].recall) == (1.0, 0.5)


@pytest.mark.parametrize(
    ("changed", "is_match"),
    [
        ({"content": span("The guards left")}, True),
        ({"content": span("The guards")}, False),  # less than half
        ({"cue": span("in")}, False),
        ({"source": ()}, False),
        ({"source": span("The guards")}, False),
    ],
)
def test_relaxed_match(changed: dict[str, Spans], is_match: bool) -> None:
    assert is_relaxed_match(GOLD._replace(**changed), GOLD) is is_match


def test_sources_that_are_both_absent_overlap() -> None:
    assert is_relaxed_match(GOLD._replace(source=()), GOLD._replace(source=()))


def test_one_gold_attribution_has_one_partner() -> None:
    scores = score(GOLD, GOLD._replace(source=span("a source")))
    assert (scores.relaxed.right, scores.relaxed.found, scores.relaxed.wanted) == (1, 2, 1)


def test_sure_and_wrong_is_a_calibration_error() -> None:
    wrong = GOLD._replace(content=span("at"), confidence=0.9)
    assert score(wrong).calibration_error == pytest.approx(0.9)


def test_nothing_found_and_nothing_wanted_is_no_division_by_zero() -> None:
    assert score(gold=()).relaxed.f1 == 0.0


def test_a_narrated_sentence_is_right_if_nobody_is_cited_in_it() -> None:
    narrated = [Attribution((), (), span("The guards")), Attribution((), (), span("Hyesan"))]
    scores = score_attributions([Article(TEXT, [GOLD], [], narrated)])
    assert (scores.narrated.right, scores.narrated.found) == (1, 2)


def test_shares_are_told_by_confidence_surest_first() -> None:
    scores = score(GOLD._replace(confidence=0.5), GOLD._replace(content=span("at"), confidence=0.9))
    assert {confidence: tally.precision for confidence, tally in scores.by_confidence.items()} == {0.9: 0.0, 0.5: 1.0}
