"""`tumen eval` on a corpus of two sentences, made here."""

import json
from pathlib import Path

import pytest

from command import Tumen

TEXT = "Ann Lee said that rice was short. Bo Kim mused aloud that it was not.\n"
STANDOFF = """E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
T1\tSource 0 7\tAnn Lee
T2\tCue 8 12\tsaid
T3\tContent 13 32\tthat rice was short
T4\tAttribution 8 12\tsaid
T5\tSource 34 40\tBo Kim
T6\tCue 41 52\tmused aloud
T7\tContent 53 68\tthat it was not
T8\tAttribution 41 52\tmused aloud
E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7
#1\tAnnotatorNotes T8\ta note
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "a_0001.ann").write_text(STANDOFF, encoding="utf-8")
    (tmp_path / "attributions" / "a_0002.ann").write_text("", encoding="utf-8")  # a second annotator does not count
    return tmp_path


def test_a_pipe_gets_one_measure_a_line(tumen: Tumen, corpus: Path) -> None:
    ran = tumen("eval", "polnear", corpus)
    rows = {row["measure"]: row for row in map(json.loads, ran.out.splitlines())}
    assert ran.code == 0
    assert (rows["relaxed"]["right"], rows["relaxed"]["found"], rows["relaxed"]["wanted"]) == (1, 1, 2)
    assert (rows["relaxed"]["precision"], rows["relaxed"]["recall"]) == (1.0, 0.5)
    assert rows["relaxed"]["humans_f1"] == 0.748
    assert rows["other cues"]["recall"] == 0.0
    assert 0 <= rows["calibration error"]["error"] <= 1


def test_a_table_has_them_too(tumen: Tumen, corpus: Path) -> None:
    ran = tumen("eval", "polnear", corpus, "--table")
    assert "relaxed" in ran.out
    assert "50.0%" in ran.out


def test_a_folder_that_is_no_corpus_is_wrong_use(tumen: Tumen, tmp_path: Path) -> None:
    ran = tumen("eval", "polnear", tmp_path)
    assert ran.code == 2
    assert "text/" in ran.err


def test_a_task_that_is_none_is_wrong_use(tumen: Tumen, tmp_path: Path) -> None:
    assert tumen("eval", "horoscopes", tmp_path).code == 2
