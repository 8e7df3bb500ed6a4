"""Values of events and words of a content, put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.claim.certainty import HIGHEST, LOWEST, Valued, judge, main_event
from tumen.records import Factuality, Span, Spans


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def judged(content: str, word: str, value: float, cue: str = "said", *, is_sourced: bool = True) -> Factuality:
    text = f"Before. {content} After."
    return judge(text, (span(text, content),), [Valued(span(text, word), value)], cue, is_sourced=is_sourced)


@pytest.mark.parametrize(
    ("content", "word", "value", "cue", "wanted"),
    [
        ("nine people left the county", "left", 2.8, "said", Factuality("certain", "positive", 2.8)),
        ("they may leave", "leave", 1.1, "said", Factuality("possible", "positive", 1.1)),
        ("they may leave", "leave", 1.9, "said", Factuality("possible", "positive", 1.3)),  # the hedge is plain
        ("nine people left", "left", 1.2, "claimed", Factuality("certain", "positive", 2.2)),  # the writer's distance
        ("nobody left", "left", 2.6, "said", Factuality("certain", "negative", -2.6)),
        ("nine people left", "left", 0.9, "believed", Factuality("probable", "positive", 1.4)),
        ("nine people left", "left", 1.4, "denied", Factuality("certain", "negative", -2.2)),
    ],
)
def test_the_words_decide_and_the_value_stays_within(
    content: str, word: str, value: float, cue: str, wanted: Factuality
) -> None:
    assert judged(content, word, value, cue) == wanted


def test_hearsay_is_as_sure_as_its_word() -> None:
    assert judged("to have left", "left", 2.6, "is believed", is_sourced=False) == Factuality("probable", "positive", 2.1)


def test_without_an_event_the_words_decide() -> None:
    text = "Perhaps nine."
    assert judge(text, (Span(0, len(text)),), [], "", is_sourced=False) == Factuality("possible", "positive", 1.0)


def test_the_main_event_is_the_one_nearest_the_root_and_in_the_content() -> None:
    text = "He said those who fled were caught, a guard added."
    content: Spans = (span(text, "those who fled were caught"),)
    said, fled, caught = (Valued(span(text, word), 3.0, depth) for word, depth in (("said", 1), ("fled", 4), ("caught", 2)))
    assert main_event(content, [said, fled, caught]) == caught
    assert main_event(content, [said]) is None
    first = [event._replace(depth=0) for event in (caught, fled)]
    assert main_event(content, first) == first[1]


CONTENTS = ["they left", "they may leave", "they will leave", "they did not leave"]
CUES = ["said", "have repeatedly claimed", "believed", "is feared", "denied", "are worried", "allegedly", ""]


@given(st.floats(-3, 3), st.sampled_from(CONTENTS), st.sampled_from(CUES), st.booleans())
def test_value_certainty_and_polarity_never_disagree(value: float, content: str, cue: str, is_sourced: bool) -> None:
    factuality = judged(content, "le", value, cue, is_sourced=is_sourced)
    assert LOWEST[factuality.certainty] <= abs(factuality.value) <= HIGHEST[factuality.certainty]
    assert factuality.value * (1 if factuality.polarity == "positive" else -1) >= 0
