"""Judged sentences as the network learns from them."""

import json
from pathlib import Path

import pytest

from train.factuality import CORPORA, LONGEST, read_corpora, read_factuality


def write(folder: Path, corpus: str, count: int) -> Path:
    path = folder / corpus / "train.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    line = {"text": "The guards did n't leave .", "targets": [{"span1": [4, 5], "label": -2.6}]}
    path.write_text("".join(json.dumps({**line, "file_idx": number}) + "\n" for number in range(count)), "utf-8")
    return path


@pytest.mark.parametrize(("corpus", "texts"), [("uw", 2), ("uds_ih2", 2), ("meantime", LONGEST // 6 + 1)])
def test_windows_are_full_where_sentences_stand_in_order(tmp_path: Path, corpus: str, texts: int) -> None:
    examples = list(read_factuality(write(tmp_path, corpus, LONGEST // 6 + 1)))
    assert len(examples) == texts
    assert {example.scale for example in examples} == {CORPORA[corpus]}
    for example in examples:
        assert example.factuality
        assert {example.text[example.words[word].start : example.words[word].end] for word in example.factuality} == {"leave"}
        assert example.upos is example.heads is example.mentions is example.attributions is None


def test_all_corpora(tmp_path: Path) -> None:
    for corpus in CORPORA:
        write(tmp_path, corpus, 1)
    assert [example.scale for example in read_corpora(tmp_path, "train")] == ["uw", "meantime", "uds"]
