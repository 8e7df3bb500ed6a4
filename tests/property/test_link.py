"""Laws of links and clusters, whatever the reports are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tumen.errors import DecisionError
from tumen.link import Facts, Profile, Thresholds, cluster, cluster_around, compare, keys, probability

IDS = "abcdefgh"
PAIRS = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] < pair[1])
CHANCES = st.dictionaries(PAIRS, st.floats(0, 1))
WORDS = st.dictionaries(st.sampled_from(["tumen", "boiler", "guard", "정부", "9"]), st.integers(1, 1000))
DAYS = st.tuples(st.integers(730000, 730400), st.integers(0, 40)).map(lambda found: (found[0], found[0] + found[1]))
FACTS = st.builds(
    Facts,
    st.sampled_from(["", "cross", "arrest", "no such type"]),
    st.sampled_from(["", "movement"]),
    st.dictionaries(st.sampled_from(["musan", "hyesan"]), st.sampled_from(["", "1", "2"])),
    st.sampled_from([(), ("KP", "KP-10")]),
    st.lists(DAYS, max_size=2).map(tuple),
    st.lists(DAYS, max_size=2).map(tuple),
    st.lists(st.tuples(st.sampled_from(["how_many", "dead"]), st.integers(0, 5), st.integers(-1, 9)), max_size=2).map(tuple),
    WORDS,
)
PROFILES = st.builds(
    Profile,
    st.sampled_from(["report-1", "report-2"]),
    st.none() | st.integers(730000, 730400),
    main=FACTS,
    sides=st.lists(FACTS, max_size=2).map(tuple),
    terms=WORDS,
    lead=WORDS,
    rare=WORDS,
    people=st.dictionaries(st.sampled_from(["ri yong mok", "pak sun ok"]), st.integers(1, 270)),
    surnames=st.dictionaries(st.sampled_from(["mok", "ok"]), st.integers(0, 99)),
    days=st.lists(DAYS, max_size=3).map(tuple),
    ages=st.lists(st.integers(1, 99), max_size=3).map(tuple),
)


@given(PROFILES, PROFILES)
def test_links_are_symmetric_and_their_reasons_add_up(a: Profile, b: Profile) -> None:
    assert probability(a, b) == probability(b, a)
    assert 0 <= probability(a, b) <= 1
    link = compare(a, b)
    assert abs(link.probability - probability(a, b)) < 1e-9
    assert all(reason.detail for reason in link.reasons)
    if a.id != b.id:
        assert compare(b, a) == link


@given(PROFILES)
def test_a_report_meets_its_copy_if_it_meets_anybody(a: Profile) -> None:
    assert keys(a) == keys(a)
    assert all(-(2**63) <= key < 2**63 for key in keys(a))


@given(CHANCES, st.lists(PAIRS, max_size=4), st.lists(PAIRS, max_size=4), st.permutations(IDS))
def test_clusters_keep_decisions_and_lose_nobody_in_any_order(
    chances: dict[tuple[str, str], float],
    together: list[tuple[str, str]],
    apart: list[tuple[str, str]],
    order: list[str],
) -> None:
    try:
        clusters = cluster(IDS, chances, together, apart)
    except DecisionError:
        return
    of = {id_: number for number, each in enumerate(clusters) for id_ in each}
    assert sorted(id_ for each in clusters for id_ in each) == sorted(IDS)
    assert all(of[one] == of[other] for one, other in together)
    assert all(of[one] != of[other] for one, other in apart)
    turned = {pair: chances[pair] for pair in sorted(chances, key=lambda pair: order.index(pair[0]))}
    swapped = [(other, one) for one, other in reversed(together)]
    assert cluster(order, turned, swapped, reversed(apart)) == clusters  # type: ignore[arg-type]


NUMBERS = range(12)
LINKS = st.dictionaries(
    st.tuples(st.sampled_from(NUMBERS), st.sampled_from(NUMBERS)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.1, 0.3, 0.44, 0.46, 0.6, 0.75, 0.9, 0.97]) | st.floats(0, 1),
    max_size=40,
)


@given(LINKS, st.permutations(NUMBERS), st.integers(1, 4))
@settings(max_examples=400)
def test_clusters_that_grow_are_those_of_the_whole(links: dict[tuple[int, int], float], order: list[int], batch: int) -> None:
    name_of = {number: f"report-{number:02}" for number in NUMBERS}

    def among(numbers: set[int]) -> list[set[int]]:
        chances = {(name_of[a], name_of[b]): chance for (a, b), chance in links.items() if {a, b} <= numbers}
        return [{int(id_[-2:]) for id_ in each} for each in cluster([name_of[number] for number in numbers], chances)]

    kept: dict[int, frozenset[int]] = {}

    def whole(numbers: set[int]) -> set[int]:
        return numbers.union(*(kept.get(number, frozenset()) for number in numbers))

    def linked(numbers: set[int]) -> set[int]:
        likely = [pair for pair, chance in links.items() if chance >= Thresholds().joined and known.issuperset(pair)]
        return {number for pair in likely if numbers.intersection(pair) for number in pair}

    known: set[int] = set()
    for start in range(0, len(order), batch):
        added = set(order[start : start + batch])
        known |= added
        found = cluster_around(added, whole, linked, among)
        kept |= {number: frozenset(each) for each in found for number in each}
    assert {frozenset(each) for each in among(known)} == {*kept.values()}
