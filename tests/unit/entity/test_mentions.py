"""Scores to mentions: made-up scores, and the mentions that they say."""

from dataclasses import replace

import numpy as np
import pytest

from scans import KINDS, Marked, reading_of
from tumen.entity import Mention, find_mentions
from tumen.entity.mentions import uncrossed
from tumen.model import Scan
from tumen.records import Span

TEXT = "The mayor of Onsan told a neighbour . She left ."


def words_of(text: str) -> list[Span]:
    words: list[Span] = []
    for word in text.split():
        start = text.index(word, words[-1].end if words else 0)
        words.append(Span(start, start + len(word)))
    return words


WORDS = words_of(TEXT)
SENTENCES = [(0, 8), (8, 11)]
MAYOR, ONSAN, NEIGHBOUR, SHE = (
    Marked(0, 3, 1, "person"),
    Marked(3, 3, 3, "place"),
    Marked(5, 6, 6, "group"),
    Marked(8, 8, 8, "person", 1),
)
ALL = [MAYOR, ONSAN, NEIGHBOUR, SHE]


def places(mentions: tuple[Mention, ...]) -> list[tuple[int, int, int, str]]:
    return [mention[:4] for mention in mentions]


def test_mentions_are_as_the_scores_say_nested_ones_included() -> None:
    found = find_mentions(WORDS, SENTENCES, reading_of(WORDS, ALL))
    assert places(found) == [each[:4] for each in ALL]
    assert all(mention.score > 0.99 for mention in found)


def test_no_words_no_mentions() -> None:
    assert find_mentions([], [], reading_of([], [])) == ()


def test_words_without_pieces_are_in_no_mention() -> None:
    assert find_mentions([Span(0, 1)], [(0, 1)], reading_of([], [])) == ()


def test_ends_lie_in_the_sentence_whatever_the_scores_say() -> None:
    scan = reading_of(WORDS, [Marked(1, 9, 6, "person")])
    (found,) = find_mentions(WORDS, SENTENCES, scan)
    assert found.last < 8


def test_the_first_word_is_not_after_the_main_word() -> None:
    (found,) = find_mentions(WORDS, SENTENCES, reading_of(WORDS, [Marked(6, 4, 5, "person")]))
    assert found.first <= found.main <= found.last


def test_a_word_in_no_sentence_is_no_mention() -> None:
    found = find_mentions(WORDS, [(8, 11)], reading_of(WORDS, ALL))
    assert [mention.main for mention in found] == [8]


def test_a_word_may_be_a_mention_though_no_kind_is_likelier_than_none() -> None:
    scan = reading_of(WORDS, [ONSAN])
    tags = np.zeros_like(scan.windows[0].tags)
    tags[:, 0] = 9.0
    tags[3, [0, KINDS.index("place"), KINDS.index("organization")]] = 2.0, 2.0, 1.5
    (found,) = find_mentions(WORDS, SENTENCES, _with_tags(scan, tags))
    assert found.kind == "place"
    assert found.score == pytest.approx(0.305, abs=0.001)


def _with_tags(scan: Scan, tags: np.ndarray) -> Scan:  # type: ignore[type-arg]
    return replace(scan, windows=[replace(scan.windows[0], tags=tags)])


def test_of_words_that_share_a_piece_the_first_counts() -> None:
    words = [Span(0, 3), Span(3, 5), Span(5, 8)]
    whole = reading_of([Span(0, 5), Span(5, 8)], [Marked(0, 0, 0, "person")])
    assert places(find_mentions(words, [(0, 3)], whole)) == [(0, 0, 0, "person")]


def test_a_sentence_longer_than_any_window() -> None:
    text = "word " * 900
    words = words_of(text)
    marked = [Marked(number, number + 9, number + 3, "other") for number in range(5, 880, 20)]
    found = find_mentions(words, [(0, 900)], reading_of(words, marked))
    assert [mention.main for mention in found] == [each.main for each in marked]
    assert (
        sum(mention[:4] == each[:4] for mention, each in zip(found, marked, strict=True)) >= len(marked) - 4
    )  # cut by a window


@pytest.mark.parametrize(
    ("surer", "other", "left"),
    [
        (Mention(0, 4, 1, "person", 0.9), Mention(3, 7, 6, "place", 0.5), (5, 7)),
        (Mention(0, 4, 1, "person", 0.9), Mention(3, 7, 4, "place", 0.5), (3, 4)),
        (Mention(3, 7, 6, "place", 0.9), Mention(0, 4, 1, "person", 0.5), (0, 2)),
        (Mention(3, 7, 6, "place", 0.9), Mention(0, 4, 3, "person", 0.5), (3, 4)),
    ],
)
def test_where_two_cross_the_less_likely_one_gives_way(surer: Mention, other: Mention, left: tuple[int, int]) -> None:
    found = {mention.main: mention for mention in uncrossed([surer, other])}
    assert found[surer.main] == surer
    assert found[other.main][:2] == left
