"""Scores of places, counted by hand."""

from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.measure.places import (
    Gold,
    Mention,
    PlaceText,
    Resolved,
    Toponym,
    apart_km,
    read_gold,
    read_toponyms,
    score_found,
    score_places,
    score_spellings,
    score_toponyms,
)
from tumen.records import Place, Span

GOLD = """
[[text]]
split = "tune"
text = "From Haeju to Haeju in May."
mentions = [
  {words = "Haeju", nth = 2, name = "Haeju", level = "county", province = "KP-05", country = "KP"},
  {words = "From", name = "From", level = "locality", unknown = true},
]
lookalikes = [{words = "May"}]

[[text]]
split = "last"
text = "Nothing."
mentions = []

[[spelling]]
words = "Haejoo"
name = "Haeju"
level = "county"
split = "tune"

[[negative]]
words = "Hunchun"
split = "tune"
"""
TOPONYMS = """<articles><article><text>They saw Ankara.  Then Kars.</text><toponyms>
<toponym><phrase>Ankara</phrase><start>9</start><end>15</end>
<gaztag geonameid="323786"><name>Ankara</name><lat>39.92</lat><lon>32.85</lon></gaztag></toponym>
<toponym><phrase>Kars</phrase><start>19</start><end>23</end><gaztag geonameid="743952"><lat>40.6</lat><lon>43.1</lon></gaztag></toponym>
<toponym><phrase>They</phrase><start>0</start><end>4</end></toponym>
</toponyms></article></articles>
"""


def a_place(start: int, end: int, name: str, id_: str | None, within: str | None, country: str = "KP") -> Place:
    return Place(Span(start, end), name, id_, "whosonfirst", "county", country, within)


def test_gold_is_read_one_split_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "gold.toml"
    file.write_text(GOLD)
    gold = read_gold(file, "tune")
    assert gold.texts == [
        PlaceText("From Haeju to Haeju in May.", [Mention(Span(14, 19), "Haeju", "county", "KP-05", "KP")], [Span(23, 26)])
    ]
    assert (gold.spellings, gold.negatives) == ([("Haejoo", "Haeju")], ["Hunchun"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[text]]\nsplit =", "not TOML"),
        ("[[text]]\nsplit = 'tune'", "no gold"),
        ("text = 3", "no gold"),
        ("", "no text and no spelling"),
    ],
)
def test_what_is_no_gold_is_refused(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "gold.toml"
    file.write_text(text)
    with pytest.raises(SettingError, match=why):
        read_gold(file, "tune")


@pytest.mark.parametrize(
    ("place", "right", "provinces"),
    [
        (a_place(14, 19, "Haeju", "1", "KP-05"), 1, 1),
        (a_place(14, 19, "Haeju", "1", "KP-06"), 0, 0),
        (a_place(14, 19, "Haeju", "1", "KP-05", country="CN"), 0, 1),
        (a_place(14, 19, "Haeju", None, "KP-05"), 0, 1),
        (a_place(14, 19, "Sariwon", "1", "KP-05"), 0, 1),
    ],
)
def test_a_mention_is_right_if_name_country_and_province_are(place: Place, right: int, provinces: int) -> None:
    gold = PlaceText("", [Mention(Span(14, 19), "Haeju", "county", "KP-05", "KP")], [Span(23, 26)])
    scores = score_places([(gold, [place])])
    assert (scores.mentions, scores.found, scores.right, scores.provinces, scores.taken) == (1, 1, right, provinces, 0)


def test_a_lookalike_is_taken_if_any_place_overlaps_it() -> None:
    scores = score_places([(PlaceText("", [], [Span(23, 26)]), [a_place(20, 24, "May", None, None)])])
    assert (scores.taken, scores.lookalikes) == (1, 1)


def test_of_places_inside_each_other_the_one_with_these_words_counts() -> None:
    inner, outer = a_place(14, 19, "Haeju", "1", "KP-05"), a_place(2, 30, "border", None, None)
    scores = score_places([(PlaceText("", [Mention(Span(14, 19), "Haeju", "county", "", "")], []), [outer, inner])])
    assert scores.right == 1


def test_spellings_and_negatives_are_counted_apart() -> None:
    gold = Gold([], [("Haejoo", "Haeju"), ("Hijoo", "Hyeju")], ["Hunchun", "Tumen"])
    scores = score_spellings(gold, {"Haejoo": "Haeju"}.get, {"Tumen"}.__contains__, str.__eq__)
    assert (scores.spellings, scores.found, scores.right, scores.negatives, scores.negatives_found) == (2, 1, 1, 2, 1)


def test_toponyms_are_where_their_words_are(tmp_path: Path) -> None:
    file = tmp_path / "made.xml"
    file.write_text(TOPONYMS)
    ((text, toponyms),) = read_toponyms(file)
    assert [(text[one.span.start : one.span.end], one.geonames) for one in toponyms] == [("Ankara", 323786), ("Kars", 743952)]


@pytest.mark.parametrize("text", ["", "<articles>", "<articles/>", "no xml"])
def test_what_is_no_file_of_toponyms_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "made.xml"
    file.write_text(text)
    with pytest.raises(SettingError):
        list(read_toponyms(file))


def test_toponyms_are_right_by_number_or_near_by_point() -> None:
    gold = Toponym(Span(0, 6), 323786, 39.92, 32.85)
    right, near, far = Resolved(323786, 39.92, 32.85), Resolved(1, 40.5, 33.0), Resolved(2, 41.0, 29.0)
    scores = score_toponyms([(gold, right), (gold, near), (gold, far), (gold, None)], lambda number: number != 323786)
    assert (scores.toponyms, scores.right, scores.within_25_km, scores.within_161_km) == (4, 1, 1, 2)
    assert (scores.known, scores.missing) == (0, [323786] * 4)


def test_places_that_are_found_are_held_against_all_toponyms() -> None:
    toponyms = [Toponym(Span(0, 6), 1, 0.0, 0.0), Toponym(Span(10, 14), 2, 0.0, 0.0), Toponym(Span(20, 24), 3, 0.0, 0.0)]
    again = Place(Span(30, 40), "Haeju", "1", "whosonfirst", "county", "KP", rule="again")
    tally, met = score_found([(toponyms, [a_place(0, 14, "Ankara", "1", None), a_place(16, 18, "May", None, None), again])])
    assert (tally.right, tally.found, tally.wanted, met) == (1, 2, 3, 2)


def test_distances_are_over_a_round_earth() -> None:
    assert apart_km((39.02, 125.75), (37.57, 126.98)) == pytest.approx(193, abs=2)
    assert apart_km((0, 180), (0, -180)) == pytest.approx(0, abs=1e-6)
