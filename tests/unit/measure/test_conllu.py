"""CoNLL-U becomes texts with words; what is not CoNLL-U is refused by the line."""

from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.measure.conllu import Document, read_conllu


def lines(*rows: str) -> str:
    """Rows `id form lemma upos head relation misc` as CoNLL-U; rows that begin with # stay as they are."""
    full = []
    for row in rows:
        if row.startswith("#"):
            full.append(row)
            continue
        number, form, lemma, upos, head, relation, misc = row.split()
        full.append("\t".join([number, form, lemma, upos, "_", "_", head, relation, "_", misc]))
    return "\n".join(full) + "\n\n"


FIRST = lines(
    "# newdoc id = ferry",
    "# newpar id = ferry-1",
    "1 Two two NUM 2 nummod _",
    "2 guards guard NOUN 4 nsubj:pass Entity=(1-person-new|Other=a=b",
    "3-4 weren't _ _ _ _ _",
    "3 were be AUX 4 aux:pass _",
    "4 n't not PART 0 root _",
    "4.1 seen see VERB _ _ _",
    "5 paid pay VERB 4 dep SpaceAfter=No",
    "6 . . PUNCT 4 punct _",
)
SECOND = lines("1 Why why ADV 0 root SpaceAfter=No", "2 ? ? PUNCT 1 punct _")
THIRD = lines("# newpar", "1-2 Cannot _ _ _ _ SpaceAfter=No", "1 Can can AUX 0 root _", "2 not not PART 1 advmod _")
OTHER = lines("# newdoc id = bridge", "1 Nobody nobody PRON 0 root _")


def read(folder: Path, content: str) -> list[Document]:
    path = folder / "made-up.conllu"
    path.write_text(content, encoding="utf-8")
    return list(read_conllu(path))


def forms(document: Document) -> list[str]:
    return [document.text[word.start : word.end] for word in document.words]


def test_the_text_is_put_together_again(tmp_path: Path) -> None:
    ferry, bridge = read(tmp_path, FIRST + SECOND + THIRD + OTHER)
    assert (ferry.name, ferry.text) == ("ferry", "Two guards weren't paid. Why?\n\nCannot")
    assert forms(ferry) == ["Two", "guards", "were", "n't", "paid", ".", "Why", "?", "Can", "not"]
    assert ferry.sentences == ((0, 6), (6, 8), (8, 10))
    assert (bridge.name, bridge.text) == ("bridge", "Nobody")


def test_heads_count_words_of_the_document_and_relations_lose_their_subtype(tmp_path: Path) -> None:
    document = read(tmp_path, FIRST + SECOND)[0]
    assert document.heads == (1, 3, 3, 3, 3, 3, 6, 6)
    assert document.relations == ("nummod", "nsubj", "aux", "root", "dep", "punct", "root", "punct")
    assert document.lemmas[:2] == ("two", "guard")
    assert document.upos[-1] == "PUNCT"


def test_the_last_column_is_kept(tmp_path: Path) -> None:
    document = read(tmp_path, FIRST)[0]
    assert document.misc[1] == {"Entity": "(1-person-new", "Other": "a=b"}
    assert document.misc[0] == {}


@pytest.mark.parametrize(
    ("surface", "words", "parts"),
    [("au", ["à", "le"], ["a", "u"]), ("Dunno", ["Do", "not", "know"], ["Du", "nn", "o"])],
)
def test_each_word_of_a_token_gets_a_part_of_it(tmp_path: Path, surface: str, words: list[str], parts: list[str]) -> None:
    rows = [f"{n} {word} {word} X {n - 1} {'dep' if n > 1 else 'root'} _" for n, word in enumerate(words, 1)]
    document = read(tmp_path, lines(f"1-{len(words)} {surface} _ _ _ _ _", *rows))[0]
    assert forms(document) == parts


def test_a_file_may_begin_without_newdoc_or_end_without_an_empty_line(tmp_path: Path) -> None:
    document = read(tmp_path, SECOND.rstrip())[0]
    assert (document.name, document.text) == ("", "Why?")


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no sentence"):
        read(tmp_path, "\n\n")


@pytest.mark.parametrize(
    "broken",
    [
        "no columns at all\n\n",
        "1\ttoo\tfew\n\n",
        "# only a comment\n\n",
        lines("1 a a X 2 dep _"),
        lines("1 a a X 1 root _"),
        lines("1 a a X _ root _"),
        lines("1 a a X 0 root _", "3 b b X 1 dep _"),
        lines("x a a X 0 root _"),
        lines("1-2 a _ _ _ _ _", "1 b b X 0 root _", "2 c c X 1 dep _"),
    ],
)
def test_what_is_not_conllu_is_refused_by_its_line(tmp_path: Path, broken: str) -> None:
    with pytest.raises(SettingError, match=r"made-up\.conllu:4: "):
        read(tmp_path, SECOND + broken)
