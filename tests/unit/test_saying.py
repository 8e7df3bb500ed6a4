"""Days on which something was said, and none on which it happened."""

import pytest

from tumen.records import Span
from tumen.saying import is_of_saying


def around(text: str, day: str) -> tuple[str, Span]:
    start = text.index(day)
    return text, Span(start, start + len(day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A spokesman on August 14 dismissed the rumour that people had left.", "August 14"),
        ("A source told Frontier Wire on August 6 that three families had left.", "August 6"),
        ("The ministry denied the report on Monday.", "Monday"),
        ("The list was published on 3 May.", "3 May"),
        ("The news emerged in June.", "June"),
    ],
)
def test_said_or_printed_on_that_day(text: str, day: str) -> None:
    assert is_of_saying(*around(text, day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Three families left on August 6, a source said.", "August 6"),
        ("He said nothing. On August 6 three families left.", "August 6"),
        ("On 3 May the jail burned.", "3 May"),
    ],
)
def test_happened_on_that_day(text: str, day: str) -> None:
    assert not is_of_saying(*around(text, day))
