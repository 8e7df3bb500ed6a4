"""`tumen eval` on corpora of one or two sentences, made here."""

import json
from pathlib import Path
from typing import Any

import pytest

from command import Ran, Tumen
from real.threads import load

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
TREE = """# newdoc id = made
# sent_id = made-1
# text = Guards left Onsan.
1\tGuards\tguard\tNOUN\t_\t_\t2\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-sgl)
2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_
3\tOnsan\tOnsan\tPROPN\t_\t_\t2\tobj\t_\tEntity=(2-place-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""
NAMES = """# newdoc id = made
# sent_id = made-1
# text = Guards left Onsan .
1\tGuards\tO\t-\t-
2\tleft\tO\t-\t-
3\tOnsan\tB-LOC\t-\tx
4\t.\tO\t-\t-
"""
JUDGED = '{"text": "Guards left Onsan .", "targets": [{"span1": [1, 2], "label": 3.0}], "file_idx": 1}\n'
FILES = {"syntax": TREE, "entities": TREE, "names": NAMES, "factuality": JUDGED}
MUC_TEXT = """DEV-MUC3-0001 (NOWHERE)

   SAN SALVADOR, 3 JAN 90 -- [TEXT] REBELS KILLED FOUR FARMERS IN SAN SALVADOR ON 2 JANUARY.
"""
MUC_KEY = """0.  MESSAGE: ID                     DEV-MUC3-0001 (NOWHERE)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  02 JAN 90
3.  INCIDENT: LOCATION              EL SALVADOR: SAN SALVADOR (CITY)
4.  INCIDENT: TYPE                  ATTACK
9.  PERP: INDIVIDUAL ID             "REBELS"
19. HUM TGT: DESCRIPTION            "FARMERS"
21. HUM TGT: NUMBER                 4: "FARMERS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "FARMERS"
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "a_0001.ann").write_text(STANDOFF, encoding="utf-8")
    (tmp_path / "attributions" / "a_0002.ann").write_text("", encoding="utf-8")  # a second annotator does not count
    return tmp_path


def rows_of(ran: Ran) -> dict[str, dict[str, Any]]:
    assert (ran.code, ran.err) == (0, "")
    return {row["measure"]: row for row in map(json.loads, ran.out.splitlines())}


def test_a_pipe_gets_one_measure_a_line(tumen: Tumen, corpus: Path) -> None:
    rows = rows_of(tumen("eval", "polnear", corpus))
    relaxed = rows["relaxed"]
    assert (relaxed["wanted"], relaxed["recall"]) == (2, relaxed["right"] / 2)
    assert 1 <= relaxed["right"] <= relaxed["found"]
    assert relaxed["humans_f1"] == 0.748
    assert rows["other cues"]["wanted"] == 1
    assert 0 <= rows["calibration error"]["error"] <= 1


def test_a_table_has_them_too(tumen: Tumen, corpus: Path) -> None:
    ran = tumen("eval", "polnear", corpus, "--table")
    assert "relaxed" in ran.out
    assert "74.8%" in ran.out


@pytest.mark.parametrize(
    ("task", "measures"),
    [
        ("syntax", {"upos", "lemma", "uas", "las"}),
        ("entities", {"mentions", "spans", "coreference MUC", "coreference B3", "coreference CEAFe", "coreference CoNLL"}),
        ("names", {"names"}),
        ("factuality", {"mean absolute error", "Pearson r", "error of always saying +3", "error on doubted events"}),
    ],
)
def test_every_task_has_its_measures(tumen: Tumen, tmp_path: Path, task: str, measures: set[str]) -> None:
    file = tmp_path / "dev"
    file.write_text(FILES[task], "utf-8")
    rows = rows_of(tumen("eval", task, file))
    assert {name for name in rows if not name.startswith("kind ")} == measures
    assert tumen("eval", task, file, "--table").code == 0
    counted = {"syntax": ("upos", "found", 4), "entities": ("mentions", "wanted", 2), "names": ("names", "wanted", 1)}
    name, key, count = counted.get(task, ("mean absolute error", "found", 1))
    assert rows[name][key] == count


def test_incidents_are_held_against_keys(tumen: Tumen, tmp_path: Path) -> None:
    (tmp_path / "dev-muc3-0001").write_text(MUC_TEXT, "utf-8")
    (tmp_path / "key-dev-0001.muc4").write_text(MUC_KEY, "utf-8")
    rows = rows_of(tumen("eval", "muc4", tmp_path))
    slots = {"type", "date", "place", "victim", "victim number", "victim effect", "perpetrator"}
    assert set(rows) >= {"incidents", *slots, "all slots", "all slots, aligned"}
    assert {rows[name]["wanted"] for name in slots} == {1}
    assert rows["incidents"]["right"] == 1
    assert rows["type"]["best_1992_f1"] == 0.749
    assert "best of 1992" in tumen("eval", "muc4", tmp_path / "dev-muc3-0001", "--table").out


def test_echoes_are_built_and_held_against_what_they_were_built_as(tumen: Tumen, tmp_path: Path) -> None:
    lines = [f"On day {number} the gate at Orle stood open for {number} hours, and {name} walked in, said Pak Il." for number, name in enumerate(
        "Ann Bo Cho Dan Eve Fay Gil Han Ida Jon Kim Lee".split(), 3
    )]  # fmt: skip
    text = {"id": "a", "text": "\n\n".join(lines), "outlet": "Hill Letter", "published": "2019-05-06"}
    (tmp_path / "texts.jsonl").write_text(json.dumps(text) + "\n", "utf-8")
    rows = rows_of(tumen("eval", "echo", tmp_path / "texts.jsonl", "--pairs", "1"))
    assert set(rows) >= {"abridged", "reordered", "cited", "relation", "which goes back to which", "echo called independent"}
    assert rows["reordered"]["right"] == rows["cited"]["right"] == 1
    assert rows["echo called independent"]["error"] == 0


@pytest.mark.parametrize("task", [*FILES, "muc4", "echo"])
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\0", b"1\tx\n", b'{"text": 3}\n'])
def test_a_file_that_is_no_corpus_is_wrong_use_and_named(
    tumen: Tumen, tmp_path: Path, task: str, content: bytes | None
) -> None:
    file = tmp_path / "dev.none"
    if content is not None:
        file.write_bytes(content)
    ran = tumen("eval", task, file)
    assert (ran.code, ran.out) == (2, "")
    assert str(file) in ran.err
    assert ran.err.count("\n") == 1


def test_a_folder_that_is_no_corpus_is_wrong_use(tumen: Tumen, tmp_path: Path) -> None:
    ran = tumen("eval", "polnear", tmp_path)
    assert ran.code == 2
    assert "text/" in ran.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("text/a.txt", b"\xff\xfe"),
        ("attributions/a_0001.ann", b"\xff\xfe"),
        ("attributions/a_0001.ann", b"E1\tAttribution:T4 Source:T1\n"),
        ("attributions/a_0001.ann", b"T1\tSource 0 7000\tAnn\nT2\tCue 8 12\tsaid\nE1\tAttribution:T2 Source:T1 Cue:T2\n"),
    ],
)
def test_a_broken_file_of_a_corpus_is_wrong_use_and_named(tumen: Tumen, corpus: Path, name: str, content: bytes) -> None:
    (corpus / name).write_bytes(content)
    ran = tumen("eval", "polnear", corpus)
    assert ran.code == 2
    assert str(corpus / name) in ran.err


def test_a_task_that_is_none_is_wrong_use(tumen: Tumen, tmp_path: Path) -> None:
    assert tumen("eval", "horoscopes", tmp_path).code == 2


def test_linking_is_measured_end_to_end(tumen: Tumen, tmp_path: Path) -> None:
    thread = next(one for one in load() if one.key == "07-sunchon-market")
    file = tmp_path / "filed.jsonl"
    lines = [
        {"id": name, "incident": thread.main_of()[name], "text": thread.files[name].read_text("utf-8")}
        for name in ("a-original.txt", "b-reprint.txt", "g-lookalike.txt")
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    rows = {row["measure"]: row for row in tumen("eval", "linking", file, "--json").lines}
    assert (rows["B3"]["f1"], rows["pairs"]["f1"], rows["pairs lost by keys"]["error"]) == (1.0, 1.0, 0.0)


def test_a_file_that_files_nothing_under_incidents_is_named(tumen: Tumen, tmp_path: Path) -> None:
    file = tmp_path / "filed.jsonl"
    file.write_text('{"id": "a", "text": "No incident."}\n', "utf-8")
    ran = tumen("eval", "linking", file)
    assert (ran.code, f"{file}:1" in ran.err) == (2, True)
