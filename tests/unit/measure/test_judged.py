"""Judged sentences: what is read, what is put together, and what a malformed line is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from tumen.errors import SettingError
from tumen.measure.judged import read_judged


def line(text: str, *targets: tuple[int, int, float], number: int = 0) -> dict[str, Any]:
    return {"text": text, "targets": [{"span1": [a, b], "label": label} for a, b, label in targets], "file_idx": number}


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def write(*lines: dict[str, Any] | str) -> Path:
        path = tmp_path / "dev.jsonl"
        path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines), "utf-8")
        return path

    return write


def test_words_are_where_they_stand_in_the_text(write: Any) -> None:
    (judged,) = read_judged(write(line("They did n't leave .", (3, 4, -2.8))))
    assert judged.text == "They didn't leave."
    assert [judged.text[word.start : word.end] for word in judged.words] == ["They", "did", "n't", "leave", "."]
    assert (judged.sentences, judged.values) == (((0, 5),), {3: -2.8})


def test_of_several_words_the_last_counts_and_of_several_values_the_mean(write: Any) -> None:
    (judged,) = read_judged(write(line("A car bombing had been planned .", (5, 6, 3), (1, 3, 1), (2, 3, 2))))
    assert list(judged.values.items()) == [(2, 1.5), (5, 3.0)]


def test_sentences_that_follow_one_another_are_put_together(write: Any) -> None:
    sentences = [("We left .", 4), ("They know .", 5), ("Nobody came .", 6), ("It rained .", 60), ("It snowed .", 7)]
    path = write(*(line(text, (1, 2, 3.0), number=number) for text, number in sentences))
    texts = list(read_judged(path, longest=6))
    assert [text.text for text in texts] == ["We left. They know.", "Nobody came.", "It rained.", "It snowed."]
    assert (texts[0].sentences, texts[0].values) == (((0, 3), (3, 6)), {1: 3.0, 4: 3.0})
    assert [texts[0].text[texts[0].words[word].start :][:4] for word in texts[0].values] == ["left", "know"]
    assert len(list(read_judged(path))) == 5


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "not a judged sentence"),
        ('{"text": "We left ."}', "not a judged sentence"),
        (line("We left .", (2, 4, 3.0)), "span1"),
        (line("We left .", (1, 1, 3.0)), "span1"),
        (line("We left .", (1, 2, 3.5)), "label"),
        (line(" "), "no words"),
    ],
)
def test_a_malformed_line_is_named(write: Any, bad: dict[str, Any] | str, why: str) -> None:
    path = write(line("We left ."), bad)
    with pytest.raises(SettingError, match=why) as caught:
        list(read_judged(path))
    assert caught.value.name == f"{path}:2"
    assert "left" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="cannot be opened"):
        list(read_judged(tmp_path / "none.jsonl"))
