"""What two texts have in common word for word. Comes in: two texts. Goes out: the runs of words that stand in both.

Greedy string tiling (Wise, 1993): the longest run that both texts have is a tile, then the longest of what is left. Candidates are found by
runs of `SHORTEST` tokens and grown to both sides, so the time goes with the length of the texts, not with its square.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from tumen.echo.words import Token, tokens
from tumen.gathered import Reused
from tumen.records import Span

SHORTEST = 5  # words of a run
MOST_PAIRS = 500_000  # places where a run could begin; beyond, the runs that stand in most places no longer start one


def align(first: str, second: str) -> tuple[Reused, ...]:
    """The runs of at least five words that stand in both texts, the longest first, then in the order of `first`; no word is in two of them.

    Case, quotation marks, dashes and white space may differ inside a run (`words.fold` gives the same for both spans); nothing else does.
    `align(b, a)` gives the same runs the other way round.
    """
    if second < first:  # ties are settled in one direction only
        return _in_order((Reused(run.second, run.first), length) for run, length in _runs(second, first))
    return _in_order(_runs(first, second))


def _in_order(runs: Iterator[tuple[Reused, int]]) -> tuple[Reused, ...]:
    return tuple(run for run, _ in sorted(runs, key=lambda one: (-one[1], one[0].first, one[0].second)))


def _runs(first: str, second: str) -> Iterator[tuple[Reused, int]]:
    """Each run with the number of its words."""
    one, other = tokens(first), tokens(second)
    for start, begin, length in _tiles(one, other):
        yield (
            Reused(
                Span(one[start].start, one[start + length - 1].end), Span(other[begin].start, other[begin + length - 1].end)
            ),
            sum(token.is_word for token in one[start : start + length]),
        )


def _tiles(one: Sequence[Token], other: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Where a run begins in the one, in the other, and how many tokens it has; it begins and ends with a word."""
    taken_one, taken_other = bytearray(len(one)), bytearray(len(other))
    waiting = [(-length, start, begin) for start, begin, length in _candidates(one, other)]
    heapify(waiting)
    while waiting:
        length, start, begin = heappop(waiting)
        free = list(_free(taken_one, taken_other, start, begin, -length))
        if free != [(start, begin, -length)]:
            for piece in free:
                if trimmed := _trim(one, *piece):
                    heappush(waiting, (-trimmed[2], trimmed[0], trimmed[1]))
            continue
        for offset in range(-length):
            taken_one[start + offset] = taken_other[begin + offset] = 1
        yield start, begin, -length


def _free(
    taken_one: bytearray, taken_other: bytearray, start: int, begin: int, length: int
) -> Iterator[tuple[int, int, int]]:
    """The pieces of a run of which no token is taken."""
    since = 0
    for offset in range(length + 1):
        if offset == length or taken_one[start + offset] or taken_other[begin + offset]:
            if offset > since:
                yield start + since, begin + since, offset - since
            since = offset + 1


def _trim(one: Sequence[Token], start: int, begin: int, length: int) -> tuple[int, int, int] | None:
    """The run from its first word to its last; `None` if it has too few."""
    while length and not one[start].is_word:
        start, begin, length = start + 1, begin + 1, length - 1
    while length and not one[start + length - 1].is_word:
        length -= 1
    if sum(one[start + offset].is_word for offset in range(length)) < SHORTEST:
        return None
    return start, begin, length


def _candidates(one: Sequence[Token], other: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Runs that cannot grow to either side."""
    mine, theirs = [token.form for token in one], [token.form for token in other]
    grown: dict[int, int] = {}  # how far the run on a diagonal reaches
    for start, begin in _anchors(mine, theirs):
        if start < grown.get(begin - start, 0):
            continue
        end = start
        while end < len(mine) and end + begin - start < len(theirs) and mine[end] == theirs[end + begin - start]:
            end += 1
        head = start
        while head and head + begin - start and mine[head - 1] == theirs[head - 1 + begin - start]:
            head -= 1
        grown[begin - start] = end
        if trimmed := _trim(one, head, head + begin - start, end - head):
            yield trimmed


def _anchors(mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Where the same `SHORTEST` tokens begin in both, in the order of the first."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for begin in range(len(theirs) - SHORTEST + 1):
        places[tuple(theirs[begin : begin + SHORTEST])].append(begin)
    starts: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(mine) - SHORTEST + 1):
        if (run := tuple(mine[start : start + SHORTEST])) in places:
            starts[run].append(start)
    pairs: list[tuple[int, int]] = []
    for run in sorted(starts, key=lambda run: (len(starts[run]) * len(places[run]), run)):
        if len(pairs) + len(starts[run]) * len(places[run]) > MOST_PAIRS:
            break
        pairs += [(start, begin) for start in starts[run] for begin in places[run]]
    if (
        len(theirs) >= SHORTEST <= len(mine)
    ):  # what two texts of nothing but repetition still share: how they begin and how they end
        pairs += [(0, 0)] * (mine[0] == theirs[0])
        pairs += [(len(mine) - 1, len(theirs) - 1)] * (mine[-1] == theirs[-1])
    return sorted(pairs)
