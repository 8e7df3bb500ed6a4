"""Two reports: whether they tell of one incident, and why."""

from math import log

import msgspec
import pytest

from build import a_record
from tumen.gathered import Link
from tumen.link import Profile, Thresholds, compare, compare_mention, keys, make_profile, probability
from tumen.link.features import NAMES
from tumen.link.model import shipped
from tumen.link.profile import Facts
from tumen.link.reasons import BIAS, sentence

FIRST = """Sixteen Flee Across Tumen From Hoeryong

Sixteen people of three families crossed the Tumen River near Hoeryong on the night of August 6, a source in North Hamgyong Province told Frontier Wire.

The families had sold a boiler and two bicycles to pay the broker. Border guards were questioned for days."""
AGAIN = """Hoeryong: Three Families Gone

Three families, sixteen people in all, crossed the river at Hoeryong on August 6, Frontier Wire has reported. They sold a boiler to pay a broker."""
LATER = """Hoeryong Families Reach Thailand

The sixteen people who crossed the Tumen at Hoeryong on August 6 have reached Thailand, a helper in China said. Nothing was left of the money for the
boiler and the bicycles."""
OTHER = """Nine Cross River Near Musan

Nine people crossed the Tumen near Musan on January 15, a trader said. The guards had been drinking."""


def profile(text: str, id_: str, published: str | None = "2018-08-10") -> Profile:
    return msgspec.structs.replace(make_profile(a_record(text, published=published)), id=id_)


@pytest.fixture(scope="module")
def told() -> dict[str, Profile]:
    return {
        "first": profile(FIRST, "report-a"),
        "again": profile(AGAIN, "report-b", "2018-08-11"),
        "later": profile(LATER, "report-c", "2018-11-02"),
        "other": profile(OTHER, "report-d", "2019-01-20"),
    }


def test_retold_and_followed_up_is_the_same(told: dict[str, Profile]) -> None:
    assert compare(told["first"], told["again"]).answer == "same"
    assert probability(told["first"], told["later"]) > 0.4


def test_another_crossing_is_different(told: dict[str, Profile]) -> None:
    assert compare(told["first"], told["other"]).answer == "different"


def test_no_report_tells_of_what_happened_after_it(told: dict[str, Profile]) -> None:
    before = msgspec.structs.replace(told["first"], published=told["first"].main.days[0][0] - 20)
    details = {reason.name: reason for reason in compare(before, told["again"]).reasons}
    assert details["foretold"].detail == "one came out 20 days before what the other tells of"
    assert details["foretold"].weight < 0
    assert probability(before, told["again"]) < probability(told["first"], told["again"])


def test_nothing_is_mentioned_of_a_report_in_which_nothing_happens() -> None:
    told = profile("Nine miners died at Kaechon on February 27. Fourteen were hurt at Kaechon on January 3.", "report-a")
    empty = profile("The miners of Kaechon exceeded the plan on February 27.", "report-b")
    assert not empty.main.type
    assert all(compare_mention(told, side, empty) == 0 for side in range(len(told.sides)))


def test_reasons_add_up_to_the_log_odds(told: dict[str, Profile]) -> None:
    link = compare(told["first"], told["again"])
    assert sum(reason.weight for reason in link.reasons) == pytest.approx(log(link.probability / (1 - link.probability)))
    assert [abs(reason.weight) for reason in link.reasons] == sorted(
        (abs(reason.weight) for reason in link.reasons), reverse=True
    )
    assert any(reason.detail == BIAS for reason in link.reasons)


def test_reasons_are_sentences(told: dict[str, Profile]) -> None:
    details = {reason.name: reason.detail for reason in compare(told["first"], told["other"]).reasons}
    assert details["event_days"] == "they happened 161 days apart: 2018-08-06 to 2018-08-07; 2019-01-15"
    assert details["lead"].startswith("title and opening are ")


def test_symmetric(told: dict[str, Profile]) -> None:
    for a in told.values():
        for b in told.values():
            assert probability(a, b) == probability(b, a)
            assert compare(a, b) == compare(b, a)


def test_thresholds_are_given(told: dict[str, Profile]) -> None:
    a, b = told["first"], told["again"]
    assert compare(a, b, Thresholds(same=1.1)).answer == "possibly_same"
    assert compare(a, b, Thresholds(same=1.1, possibly_same=1.1)).answer == "different"


def test_profiles_are_small_and_come_back(told: dict[str, Profile]) -> None:
    packed = msgspec.msgpack.encode(told["first"])
    assert len(packed) < 4000
    assert msgspec.msgpack.decode(packed, type=Profile) == told["first"]
    assert packed == msgspec.msgpack.encode(profile(FIRST, "report-a"))


@pytest.mark.parametrize("text", ["", "\n", "회령에서 열여섯 명이 강을 건넜다.", "???", "A", "THE END"])
def test_reports_without_anything_are_compared_too(text: str, told: dict[str, Profile]) -> None:
    empty = profile(text, "report-z", None)
    link = compare(empty, told["first"])
    assert isinstance(link, Link)
    assert link.answer == "different"
    assert compare(empty, empty).probability <= 1
    assert isinstance(keys(empty), frozenset)


def test_what_is_unknown_weighs_nothing() -> None:
    link = compare(Profile("report-a", language="en"), Profile("report-b", language="ko"))
    foreign = shipped().lines[NAMES.index("foreign")].at(1.0)
    assert sum(reason.weight for reason in link.reasons) == pytest.approx(shipped().bias + foreign, abs=1e-9)


def test_every_feature_has_a_sentence(told: dict[str, Profile]) -> None:
    for value in (-1.0, 0.0, 1.0, 2.0, 3.0):
        for name in NAMES:
            if value or name != "event_days":
                assert sentence(name, told["first"], told["again"], (value,) * len(NAMES))


def test_more_of_what_speaks_for_it_never_speaks_against_it() -> None:
    falling = {
        "other_roads",
        "apart",
        "event_days",
        "named_days",
        "looks_back",
        "foretold",
        "alike_no_name",
        "told_apart",
        "foreign",
    }
    for name, line in zip(NAMES, shipped().lines, strict=True):
        assert list(line.points) == sorted(line.points, reverse=name in falling), name
        assert line.at(-100) == line.points[0]
        assert line.at(100) == line.points[-1]


# ---------------------------------------------------------------------------------------------------------------- keys


def test_those_that_tell_of_one_incident_meet(told: dict[str, Profile]) -> None:
    assert keys(told["first"]) & keys(told["again"])
    assert keys(told["first"]) & keys(told["later"])


def test_keys_fit_a_database_and_last(told: dict[str, Profile]) -> None:
    found = keys(told["first"])
    assert all(-(2**63) <= key < 2**63 for key in found)
    assert found == keys(profile(FIRST, "report-a"))
    assert 10 < len(found) < 250


def test_strangers_do_not_meet(told: dict[str, Profile]) -> None:
    text = "Rice Up in Sinuiju\n\nRice rose by a fifth in Sinuiju in May, a trader told Yalu Monitor."
    assert not keys(profile(text, "report-x", "2015-05-20")) & keys(told["first"])


# ------------------------------------------------------------------------------------------------------------ mentions


def test_a_side_incident_is_found_in_the_report_that_is_about_it() -> None:
    day = (737000, 737000)
    side = Facts("cross", "movement", {"musan": "7"}, (), (day,), (), (("how_many", 9, 9),), {"musan": 60, "guard": 30})
    main = Facts("cross", "movement", {"musan": "7"}, (), (day,), (), (("how_many", 9, 9),))
    reporter = Profile("report-a", published=737100, sides=(side,))
    about = Profile("report-b", main=main, lead={"guard": 300, "musan": 700})
    assert compare_mention(reporter, 0, about) > 0.9
    elsewhere = msgspec.structs.replace(main, where={"hyesan": "8"}, days=((737050, 737050),))
    assert compare_mention(reporter, 0, msgspec.structs.replace(about, main=elsewhere)) < 0.3
    with pytest.raises(IndexError):
        compare_mention(reporter, 1, about)


def test_what_came_after_it_no_report_mentions() -> None:
    side = Facts("cross", "movement", {"musan": "7"}, (), (), (), (), {"musan": 60})
    about = Profile("report-b", main=Facts("cross", "movement", {"musan": "7"}, (), ((737000, 737000),)), lead={"musan": 900})
    assert compare_mention(Profile("report-a", published=736900, sides=(side,)), 0, about) < 0.3
