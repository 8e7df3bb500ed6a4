"""Laws of mentions and chains, whatever the scores are."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from scans import KINDS, one_piece_a_word
from tumen.entity import Mention, find_mentions, tie
from tumen.entity.mentions import uncrossed
from tumen.model import Scan, Scored, windows
from tumen.model.scan import BUCKETS
from tumen.records import Span

LENGTHS = st.integers(0, 30) | st.integers(200, 700)
HEADS = ("first", "last", "before")


def anything(length: int, seed: int) -> tuple[list[Span], list[tuple[int, int]], list[str], Scan]:
    """Words of one letter, sentences of any length, and scores without sense."""
    random = np.random.default_rng(seed)
    words = [Span(2 * number, 2 * number + 1) for number in range(length)]
    cuts = sorted({0, length, *random.integers(0, length + 1, length // 15 + 1).tolist()})
    sentences = list(itertools.pairwise(cuts))
    upos = random.choice(["PROPN", "NOUN", "PRON"], length).tolist()
    starts = np.array([first for first, _ in sentences], np.int64)
    scored = []
    for start, end in windows(length, starts) if length else ():
        vectors = [random.normal(size=(end - start, 4)).astype(np.float32) for _ in range(6)]
        tags = random.normal(size=(end - start, len(KINDS))).astype(np.float32)
        tags[:, 0] += 2.0
        queries, keys = dict(zip(HEADS, vectors[:3], strict=True)), dict(zip(HEADS, vectors[3:], strict=True))
        scored.append(Scored(start, end, tags, queries, keys))
    distances = dict.fromkeys(HEADS, np.zeros(BUCKETS, np.float32))
    return words, sentences, upos, Scan(one_piece_a_word(words), scored, {"mention": KINDS}, distances)


@settings(max_examples=40)
@given(LENGTHS, st.integers(0, 2**32))
def test_mentions_lie_in_their_sentence_and_do_not_cross(length: int, seed: int) -> None:
    words, sentences, _, scan = anything(length, seed)
    mentions = find_mentions(words, sentences, scan)
    assert [mention.main for mention in mentions] == sorted({mention.main for mention in mentions})
    for each in mentions:
        assert any(first <= each.first <= each.main <= each.last < stop for first, stop in sentences)
        assert 0.0 <= each.score <= 1.0
        assert each.kind in KINDS[1:]
    assert not _cross(mentions)


@settings(max_examples=40)
@given(LENGTHS, st.integers(0, 2**32))
def test_chains_are_a_partition_numbered_by_first_mention_and_the_same_each_time(length: int, seed: int) -> None:
    words, sentences, upos, scan = anything(length, seed)
    mentions = find_mentions(words, sentences, scan)
    text = "".join("abc"[number % 3] + " " for number in range(length))
    entities = tie(mentions, text, words, upos, scan)
    assert len(entities) == len(mentions)
    assert list(dict.fromkeys(entities)) == list(range(len(set(entities))))
    assert find_mentions(words, sentences, scan) == mentions
    assert tie(mentions, text, words, upos, scan) == entities


@given(
    st.lists(
        st.tuples(*[st.integers(0, 12)] * 3, st.sampled_from([0.1, 0.5, 0.9])), max_size=12, unique_by=lambda each: each[1]
    )
)
def test_uncrossing_only_shortens_and_keeps_main_words(drawn: list[tuple[int, int, int, float]]) -> None:
    mentions = [Mention(max(main - left, 0), main + right, main, "other", score) for left, main, right, score in drawn]
    left = uncrossed(mentions)
    assert not _cross(left)
    by_main = {mention.main: mention for mention in mentions}
    assert sorted(by_main) == [mention.main for mention in left]
    for each in left:
        assert by_main[each.main].first <= each.first <= each.main <= each.last <= by_main[each.main].last


def _cross(mentions: tuple[Mention, ...]) -> bool:
    return any(one.first < two.first <= one.last < two.last for one, two in itertools.permutations(mentions, 2))
