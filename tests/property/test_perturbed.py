"""Laws of spoiling a text: spans go along with their words, whatever is done to the text around and inside them."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from real.perturbed import COLUMNS, WAYS, Edit, Way, hard_wraps, moved, spoil
from tumen.measure.attribution import Attribution
from tumen.records import Span

WORDS = st.sampled_from(
    "“We left,” the Organization neighbors said that a program, in the center, died \"recently\" ``yes'' it’s McCoy ß İ 회령 of".split()
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text("ab “”\"'\n.the", max_size=60)


def folded(text: str) -> str:
    """What no way but noise and rewriting changes."""
    text = re.sub("[“”„«»\"'`‘’]", "", text)
    return "".join(text.upper().split()).replace("\u0307", "").replace("İ", "I")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@given(text=TEXTS, seed=st.integers(0, 9))
def test_a_span_of_words_reads_what_the_edits_make_of_them(way: Way, text: str, seed: int) -> None:
    edits = list(way(text, random.Random(seed)))
    spoiled = spoil(text, edits)
    assert list(way(text, random.Random(seed))) == edits
    for found in re.finditer(r"\S+(?: \S+)?", text):
        span = Span(*found.span())
        inside = [
            Edit(max(edit.start - span.start, 0), min(edit.end, span.end) - span.start, edit.words)
            for edit in edits
            if edit.start < span.end and edit.end > span.start
        ]
        now = spoiled.span(span)
        wanted = spoil(found.group(), inside).text
        assert (spoiled.text[now.start : now.end] if now else "") == wanted
        if way.__name__ not in ("scanned_paper", "british_spelling", "korean_english"):
            assert folded(wanted) == folded(found.group())


@given(TEXTS)
def test_no_line_that_can_be_broken_is_longer_than_the_page(text: str) -> None:
    for line in spoil(text, hard_wraps(text, random.Random(0))).text.split("\n"):
        assert len(line) <= COLUMNS or " " not in line.strip(" ")


@given(st.text(max_size=20))
def test_nothing_done_is_nothing_changed(text: str) -> None:
    spoiled = spoil(text, ())
    assert spoiled == (text, list(range(len(text) + 1)), list(range(len(text) + 1)))


def test_gold_goes_along_and_what_is_lost_is_lost() -> None:
    text = "“We left,” the guard said."
    gold = Attribution((Span(11, 20),), (Span(21, 25),), (Span(0, 1), Span(0, 10)))
    spoiled = spoil(text, [Edit(0, 1, ""), Edit(9, 10, ""), Edit(11, 15, ""), Edit(21, 25, "SAYS SO")])
    found = moved(gold, spoiled)
    assert [[spoiled.text[s.start : s.end] for s in spans] for spans in found[:3]] == [["guard"], ["SAYS SO"], ["We left,"]]
