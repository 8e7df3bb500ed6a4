"""The built set of echoes, and its scores, counted by hand."""

import json
from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.measure.echo import read_texts, score_echoes
from tumen.measure.echo_set import KINDS, BuiltPair, Text, build_pairs, contained

LINES = [
    "The market at Orle opened late on Monday because its {number} gates had rusted shut during the long and very wet winter.",
    "Workers with hammers came from the depot, police said.",
    "“We stood there with forty baskets of plums and nobody knew whom to ask about it,” a trader from Teth said.",
    "Several people near the gates shouted that they would rather climb over.",
    "After an hour, the first of the gates gave way and the crowd ran inside.",
    "Officers arrested one man, who had broken a window of the office.",
    "The mayor has asked for {number} new gates, and for paint.",
    "According to the depot, the hammers will be kept at hand from now on.",
]


def a_text(key: str, number: int, incident: str | None = None) -> Text:
    return Text(key, "\n\n".join(LINES).format(number=number), f"www.paper{key}.example", "2019-05-06", incident)


@pytest.fixture(scope="module")
def pairs() -> list[BuiltPair]:
    other = Text(
        "z",
        "It rained. " + " ".join(f"Word{number} stood alone there." for number in range(40)),
        "b.example",
        "2019-05-06",
        "i",
    )
    return build_pairs([a_text("a", 3, "i"), a_text("b", 4), other], 2)


def test_every_kind_is_built(pairs: list[BuiltPair]) -> None:
    assert {pair.kind for pair in pairs} == set(KINDS)
    assert [pair.kind for pair in pairs].count("cited") == 2


def test_the_same_texts_give_the_same_set_in_whatever_order_they_come() -> None:
    texts = [a_text(key, number) for key, number in (("a", 3), ("b", 4), ("c", 5))]
    assert build_pairs(texts, 3) == build_pairs(texts[::-1], 3)


def test_each_kind_keeps_of_the_words_what_it_should(pairs: list[BuiltPair]) -> None:
    for pair in pairs:
        kept, left = contained(pair.other.text, pair.first.text), contained(pair.first.text, pair.other.text)
        if pair.kind == "abridged":
            assert kept > 0.6
            assert left < 0.8
        elif pair.kind == "reordered":
            assert min(kept, left) > 0.6
        elif pair.kind == "reworded":
            assert kept <= 0.7
        elif pair.kind in ("cited", "other hands"):
            assert kept < 0.1


def test_a_copy_is_of_another_outlet_and_not_earlier(pairs: list[BuiltPair]) -> None:
    for pair in pairs:
        assert pair.first.outlet != pair.other.outlet
        if pair.kind != "other hands":
            assert (pair.first.published or "") <= (pair.other.published or "")
            assert pair.first.key != pair.other.key


def test_scores_are_counted_by_kind() -> None:
    one, other = a_text("a", 3), a_text("b", 4)
    told = {"abridged": ("abridged", True), "cited": ("independent", None), "other hands": ("unknown", None), "quoted": None}
    pairs = [BuiltPair(kind, Text(kind, "", ""), other) for kind in told]  # type: ignore[arg-type]
    scores = score_echoes(pairs, lambda first, _: told[first.key])
    assert one.text != other.text
    assert dict(scores.pairs) == {"abridged": 1, "cited": 1, "other hands": 1}
    assert dict(scores.right) == {"abridged": 1, "cited": 0, "other hands": 1}
    assert (scores.echoes, scores.independent, scores.directed, scores.directed_right) == (2, 1, 1, 1)


def test_texts_are_read_with_what_is_known_of_them(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    rows = [
        {
            "id": "a",
            "text": "x",
            "url": "https://web.example/web/2019id_/http://www.paper.example/a",
            "published": "2019-05-06",
        },
        {"text": "y", "url": "https://other.example/b", "published": "May", "incident": "i"},
    ]
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert read_texts(file) == [
        Text("a", "x", "www.paper.example", "2019-05-06"),
        Text("2", "y", "other.example", None, "i"),
    ]


@pytest.mark.parametrize("content", ["", "1\n", '{"text": 3}\n', "{"])
def test_what_is_no_text_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(content, "utf-8")
    with pytest.raises(SettingError, match="texts"):
        read_texts(file)
