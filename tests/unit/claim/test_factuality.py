"""How surely, and of when: from the words alone."""

import pytest

from tumen.claim.factuality import assess, find_hedges, find_time_frame


@pytest.mark.parametrize(
    ("content", "cue", "certainty", "polarity", "value"),
    [
        ("that nine people left", "said", "certain", "positive", 3.0),
        ("nine people may have left", "said", "possible", "positive", 1.0),
        ("they will probably start", "said", "probable", "positive", 2.0),
        ("the guards did not see them", "said", "certain", "negative", -3.0),
        ("none of them came back", "said", "certain", "negative", -3.0),
        ("nine people left", "believed", "probable", "positive", 2.0),
        ("nine people left", "denied", "certain", "negative", -3.0),
        ("nine people left", "claimed", "certain", "positive", 3.0),  # the writer's distance is not the source's doubt
        ("Just because they complained, we didn’t believe it", "said", "certain", "negative", -3.0),
        ("Because the guards did not come, they left", "said", "certain", "positive", 3.0),
    ],
)
def test_factuality(content: str, cue: str, certainty: str, polarity: str, value: float) -> None:
    factuality = assess(content, cue, is_sourced=True)
    assert (factuality.certainty, factuality.polarity, factuality.value) == (certainty, polarity, value)


def test_the_month_of_may_is_no_hedge() -> None:
    assert find_hedges("They left on May 8.") == []
    assert [certainty for _, _, certainty in find_hedges("They may leave.")] == ["possible"]


@pytest.mark.parametrize(
    ("content", "frame"),
    [
        ("Nine people fled the county.", "past"),
        ("Nine people have left the county.", "past"),
        ("that the families are in hiding", "ongoing"),
        ("none of whom have relatives there", "ongoing"),
        ("that the state will search every house", "future"),
        ("the harvest is likely to fail", "future"),
        ("If only we had brokers, many would leave.", "conditional"),
        ("Group of Nine", None),
    ],
)
def test_time_frame(content: str, frame: str | None) -> None:
    assert find_time_frame(content) == frame
