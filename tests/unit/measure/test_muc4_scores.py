"""Points of answers against templates."""

import pytest

from tumen.measure.heads import head_of, is_plural
from tumen.measure.muc4 import Days, Fill, Location, Template
from tumen.measure.muc4_answers import Answer, Victim
from tumen.measure.muc4_scores import align, points_of, same_days, same_number, same_place, same_type, score_incidents
from tumen.measure.tally import Tally
from tumen.records import Count

DAY = ("1990-01-02", "1990-01-02")
TEMPLATE = Template(
    ("ATTACK",), False, (DAY,), (Location(("TORALIA",), ("PORT ALDA",)),),
    (Fill(("FARMERS",)), Fill(("ALDO BRENN", "MAYOR"))),
    (Fill(("4",), ("FARMERS",)), Fill(("1",), ("ALDO BRENN", "MAYOR"))),
    (Fill(("DEATH",), ("FARMERS",)), Fill(("INJURY",), ("ALDO BRENN", "MAYOR"))),
    (Fill(("ARMED MEN",)),), (Fill(("FRONT",), (), True),), (Fill(("BRIDGE",)),),
)  # fmt: skip
FARMERS = Victim(("four farmers",), Count(4, 4, True, "person"), ("DEATH",))
MAYOR = Victim(("the mayor of Alda",), None, ("INJURY",))
ANSWER = Answer("ATTACK", DAY, frozenset({"PORT ALDA"}), frozenset({"TORALIA"}), (FARMERS, MAYOR), ("armed men",))


def shares(points: dict[str, Tally]) -> dict[str, tuple[float, int, int]]:
    return {name: (each.right, each.found, each.wanted) for name, each in points.items()}


def test_an_answer_that_says_all_is_all_right() -> None:
    assert shares(points_of(TEMPLATE, ANSWER)) == {
        "type": (1, 1, 1), "date": (1, 1, 1), "place": (1, 1, 1), "victim": (2, 2, 2), "victim number": (2, 2, 2),
        "victim effect": (2, 2, 2), "perpetrator": (1, 1, 1),
    }  # fmt: skip


def test_the_right_number_and_effect_of_another_victim_are_half_right() -> None:
    answer = ANSWER._replace(victims=(Victim(("four soldiers",), Count(4, 4, True, "person"), ("DEATH",)),))
    points = shares(points_of(TEMPLATE, answer))
    assert [points[name] for name in ("victim", "victim number", "victim effect")] == [(0, 1, 2), (0.5, 1, 2), (0.5, 1, 2)]


def test_a_thing_that_was_hit_is_no_victim() -> None:
    points = shares(points_of(TEMPLATE, ANSWER._replace(victims=(FARMERS, Victim(("a bridge",), None, ())))))
    assert points["victim"] == (1, 1, 2)


def test_templates_without_a_partner_count_in_full_unless_optional() -> None:
    scores = score_incidents([([TEMPLATE], []), ([TEMPLATE._replace(is_optional=True)], []), ([], [ANSWER])])
    assert (scores.incidents.right, scores.incidents.found, scores.incidents.wanted) == (0, 1, 1)
    assert shares(scores.slots)["victim number"] == (0, 2, 2)
    assert (scores.all.found, scores.all.wanted, scores.aligned.found) == (10, 10, 0)
    assert scores.organisations.wanted == 0
    assert scores.individuals.wanted == 1


def test_alignment_takes_the_best_of_all() -> None:
    other = TEMPLATE._replace(victims=(Fill(("TEACHER",)),), numbers=(), effects=(), individuals=())
    teacher = ANSWER._replace(victims=(Victim(("a teacher",), None, ()),))
    pairs = align([other, TEMPLATE], [ANSWER, teacher])
    assert [pair.answer for pair in pairs] == [teacher, ANSWER]


@pytest.mark.parametrize(
    "answer",
    [
        ANSWER._replace(type="KIDNAPPING"),
        ANSWER._replace(exact=frozenset(), victims=(), perpetrators=()),  # a type and a day are not enough
    ],
)
def test_too_little_in_common_is_no_pair(answer: Answer) -> None:
    assert [(pair.template is None, pair.answer is None) for pair in align([TEMPLATE], [answer])] == [
        (False, True),
        (True, False),
    ]


def test_scores_are_shares_of_what_was_answered_and_of_the_key() -> None:
    scores = score_incidents([([TEMPLATE], [ANSWER._replace(type="BOMBING", victims=(FARMERS,))])])
    assert (scores.slots["type"].precision, scores.slots["type"].recall) == (0.5, 0.5)
    assert (scores.slots["victim"].precision, scores.slots["victim"].recall) == (1.0, 0.5)
    assert scores.slots["victim"].f1 == pytest.approx(2 / 3)
    assert Tally().f1 == 0


@pytest.mark.parametrize(
    ("wanted", "own", "points"),
    [
        ("ATTACK", "ATTACK", 1),
        ("ATTACK", "ARSON", 0.5),
        ("BOMBING", "ATTACK", 0.5),
        ("BOMBING", "ARSON", 0),
        ("ATTACK", "KIDNAPPING", 0),
    ],
)
def test_types(wanted: str, own: str, points: float) -> None:
    assert same_type(wanted, own) == points


@pytest.mark.parametrize(
    ("wanted", "own", "points"),
    [
        ((None, "1990-01-03"), (None, "1990-01-03"), 1),
        ((None, "1990-01-03"), ("1990-01-03", "1990-01-03"), 0.5),
        ((None, "1990-01-03"), ("1990-01-02", "1990-01-02"), 0),
        ((None, "1990-01-03"), (None, "1990-01-02"), 0),
        (("1990-01-01", "1990-01-31"), ("1990-01-02", "1990-01-02"), 0.5),
        (("XXXX-01-02", "XXXX-01-02"), DAY, 1),
        (("XXXX-01-01", "XXXX-01-03"), DAY, 0),
    ],
)
def test_days(wanted: Days, own: Days, points: float) -> None:
    assert same_days(wanted, own) == points


@pytest.mark.parametrize(
    ("exact", "wider", "points"),
    [("Port Aldá", "", 1), ("NORTH ALDA", "", 0.5), ("BRENNA", "TORALIA", 0.5), ("BRENNA", "", 0), ("ALDA", "", 0)],
)
def test_places(exact: str, wider: str, points: float) -> None:
    wanted = Location(("TORALIA", "NORTH ALDA"), ("PORT ALDA CITY",))
    assert same_place(wanted, (frozenset({exact}), frozenset({wider} - {""}))) == points


@pytest.mark.parametrize(
    ("wanted", "lo", "hi", "points"),
    [
        ("4", 4, 4, 1), ("4", 2, 4, 0.5), ("4", 3, 3, 0), ("~50", 45, 55, 1), ("50", 45, 55, 1),
        ("5-", 5, None, 1), ("5-", 6, None, 1), ("5-", 5, 5, 0.5), ("-26", 1, 26, 1), ("-26", 26, 26, 0.5),
        ("PLURAL", 2, None, 1), ("PLURAL", 4, 4, 0.5), ("PLURAL", 1, 1, 0),
    ],
)  # fmt: skip
def test_numbers(wanted: str, lo: int, hi: int | None, points: float) -> None:
    assert same_number(wanted, Count(lo, hi, lo == hi, "person"), ()) == points


@pytest.mark.parametrize(
    ("wanted", "words", "points"),
    [
        ("1", "the mayor", 1),
        ("1", "farmers", 0),
        ("PLURAL", "farmers", 1),
        ("PLURAL", "the mayor", 0),
        ("6", "the police", 0.5),
    ],
)
def test_who_is_not_counted_is_one_or_several(wanted: str, words: str, points: float) -> None:
    assert same_number(wanted, None, (words,)) == points


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("six farmers of the village", "FARMER"), ("THE POLICEMEN", "POLICEMAN"), ("Judge María Sáenz, 40", "SAENZ"), ("The boss", "BOSS"),
        ("of them", "THEM"), ("...", ""),
    ],
)  # fmt: skip
def test_heads(words: str, head: str) -> None:
    assert head_of(words) == head


def test_plurals() -> None:
    assert [words for words in ("a boss", "the men", "people of Alda", "a man with bombs", "") if is_plural(words)] == [
        "the men",
        "people of Alda",
    ]
