"""Laws of echoes, whatever the texts are."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

import retold
from tumen.echo import align, compare, origins, standings
from tumen.echo.words import fold, words

WORDS = st.sampled_from(
    "guards left the town of Orle at night – “and” nobody, not one; said so. Reuters told don't Don’t\n".split(" ")
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=80)
POOL = [
    retold.a_print(text, outlet, day)
    for text, outlet, day in (
        (retold.ORIGINAL, "Harbour Lantern", "2017-05-11"),
        (retold.CREDITED, "Sea Wire", "2017-05-12"),
        (retold.SHORTENED, "Daily Sum", None),
        (retold.RETOLD, "Bay Tribune", "2017-05-13"),
        (retold.CITES, "The Quarterly", "2017-05"),
        (retold.WITNESS, "Northern Testimony", "2017-05-30"),
        (retold.DENIAL, None, "2017-05-17"),
        (retold.RUMOUR, "Bits", "2017-05-15"),
        (retold.SECOND, "Harbour Lantern", "2017-06-24"),
        (" ", None, None),
    )
]


@given(TEXTS, TEXTS)
def test_a_run_reads_the_same_in_both_texts(one: str, other: str) -> None:
    for run in align(one, other):
        first, second = one[run.first.start : run.first.end], other[run.second.start : run.second.end]
        assert fold(first) == fold(second)
        assert len(words(first)) >= 5


@given(TEXTS, TEXTS)
def test_aligning_the_other_way_round_gives_the_same_runs(one: str, other: str) -> None:
    assert {(run.first, run.second) for run in align(one, other)} == {(run.second, run.first) for run in align(other, one)}


@given(TEXTS, TEXTS)
def test_no_word_is_in_two_runs_and_the_longest_come_first(one: str, other: str) -> None:
    found = align(one, other)
    for mine in ([run.first for run in found], [run.second for run in found]):
        assert not any(a.overlaps(b) for a, b in combinations(mine, 2))
    lengths = [len(words(one[run.first.start : run.first.end])) for run in found]
    assert lengths == sorted(lengths, reverse=True)


@given(TEXTS)
def test_a_text_is_one_run_with_itself(text: str) -> None:
    found = align(text, text)
    assert len(found) == (len(words(text)) >= 5)


@settings(max_examples=60)
@given(st.permutations(POOL), st.integers(0, len(POOL)), st.randoms(use_true_random=False))
def test_standings_depend_on_no_order_and_lose_no_report(order: list[retold.Print], size: int, random: object) -> None:
    chosen = order[:size]
    echoes = [compare(a, b) for a, b in combinations(chosen, 2)]
    found = standings(chosen, echoes)
    shuffled = list(reversed(echoes))
    assert standings(sorted(chosen, key=lambda one: one.id), shuffled) == found
    assert [one.report for one in found] == sorted(one.id for one in chosen)
    ids = {one.report for one in found}
    for one in found:
        assert one.of in ids | {None}
        assert one.of != one.report
        assert one.origin_group in ids | {None}
    counted = origins(found)
    assert counted.independence_unknown == sum(one.origin_group is None for one in found)
    assert (counted.groups > 0) == bool(found)


@given(st.sampled_from(POOL), st.sampled_from(POOL))
def test_comparing_is_symmetric_and_a_share_is_a_share(one: retold.Print, other: retold.Print) -> None:
    echo = compare(one, other)
    assert echo == compare(other, one)
    assert all(0 <= part <= 1 for part in echo.shared)
