"""Origin groups: who goes back to whom, and what stays unknown."""

from collections.abc import Mapping
from itertools import combinations, permutations

import pytest

import retold
from tumen.echo import Print, compare, origins, standings
from tumen.gathered import Origins, Standing

TOLD = {
    "original": (retold.ORIGINAL, "Harbour Lantern", "2017-05-11"),
    "credited": (retold.CREDITED, "Sea Wire", "2017-05-12"),
    "short": (retold.SHORTENED, "Daily Sum", "2017-05-13"),
    "retold": (retold.RETOLD, "Bay Tribune", "2017-05-13"),
    "cites": (retold.CITES, "The Quarterly", "2017-05-20"),
    "witness": (retold.WITNESS, "Northern Testimony", "2017-05-30"),
    "denial": (retold.DENIAL, "Central Organ", "2017-05-17"),
    "rumour": (retold.RUMOUR, "Bits", "2017-05-15"),
    "second": (retold.SECOND, "Harbour Lantern", "2017-06-24"),
}


@pytest.fixture(scope="module")
def prints() -> dict[str, Print]:
    return {name: retold.a_print(*told) for name, told in TOLD.items()}


def stand(prints: Mapping[str, Print]) -> dict[str, Standing]:
    """How each stands, by its name here."""
    names = {one.id: name for name, one in prints.items()}
    found = standings(list(prints.values()), [compare(a, b) for a, b in combinations(prints.values(), 2)])
    return {names[one.report]: one for one in found}


def some(prints: Mapping[str, Print], *names: str) -> dict[str, Print]:
    return {name: prints[name] for name in names}


def test_copies_and_follow_ups_belong_to_their_origin(prints: dict[str, Print]) -> None:
    found = stand(prints)
    origin = prints["original"].id
    copies = {"credited": "reprint", "short": "abridged", "retold": "derived", "cites": "cites", "second": "follow_up"}
    assert {name: found[name].relation for name in copies} == copies
    assert {(found[name].origin_group, found[name].of) for name in copies} == {(origin, origin)}
    assert (found["original"].relation, found["original"].origin_group, found["original"].of) == ("original", origin, None)


def test_a_witness_and_a_denial_are_origins_of_their_own_and_a_rumour_is_unknown(prints: dict[str, Print]) -> None:
    found = stand(prints)
    for name in ("witness", "denial"):
        assert (found[name].relation, found[name].origin_group) == ("independent", prints[name].id)
    assert (found["rumour"].relation, found["rumour"].origin_group) == ("unknown", None)
    assert origins(found.values()) == Origins(groups=3, independence_unknown=1)


def test_every_standing_says_why(prints: dict[str, Print]) -> None:
    assert all(one.reasons for one in stand(prints).values())


def test_a_report_alone_is_its_own_origin_whatever_it_says(prints: dict[str, Print]) -> None:
    found = stand(some(prints, "rumour"))
    assert (found["rumour"].relation, found["rumour"].origin_group) == ("original", prints["rumour"].id)
    assert standings([], []) == ()
    assert origins([]) == Origins(0, 0)


def test_a_report_without_a_source_is_no_origin_where_another_has_one(prints: dict[str, Print]) -> None:
    found = stand(some(prints, "rumour", "witness"))  # the rumour came first
    assert found["witness"].relation == "original"
    assert found["rumour"].relation == "unknown"


def test_two_that_cite_one_outlet_that_is_not_there_share_an_origin() -> None:
    one = "Forty tents burned in the camp at Orle on Monday, Reuters reported. The wind had been strong since noon, and there was no water.\n"
    other = "According to Reuters, tents were destroyed by a blaze in Orle. Aid groups have asked for blankets before the cold comes in October.\n"
    prints = {
        "one": retold.a_print(one, "Ice Post", "2019-05-05"),
        "other": retold.a_print(other, "Hill Letter", "2019-05-06"),
    }
    found = stand(prints)
    assert {standing.origin_group for standing in found.values()} == {prints["one"].id}
    assert found["other"].relation == "cites"
    assert found["other"].reasons == ("has it, as another report here, from Reuters, which is not among these reports",)


def test_an_outlet_that_first_repeats_and_then_finds_its_own_witness_is_no_follow_up_of_the_other(
    prints: dict[str, Print],
) -> None:
    own = retold.a_print(retold.WITNESS.replace("Northern Testimony", "Sea Wire"), "Sea Wire", "2017-05-30")
    found = stand({**some(prints, "original", "credited"), "own": own})
    assert found["credited"].of == prints["original"].id
    assert (found["own"].relation, found["own"].origin_group) == ("independent", own.id)


def test_a_pair_that_was_never_compared_is_unknown(prints: dict[str, Print]) -> None:
    pair = [prints["original"], prints["witness"]]
    assert [one.relation for one in standings(pair, [])].count("unknown") == 1


def test_the_order_of_prints_and_echoes_does_not_matter(prints: dict[str, Print]) -> None:
    chosen = [prints[name] for name in ("credited", "original", "witness", "rumour")]
    echoes = [compare(a, b) for a, b in combinations(chosen, 2)]
    results = {standings(order, echoes[::step]) for order in permutations(chosen) for step in (1, -1)}
    assert len(results) == 1
