"""UNER's files, one made by hand."""

from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.measure.uner import read_uner

MADE = """# newdoc id = one
# sent_id = one-1
# text = Aldo Brenn did n't see  Onsan .
1\tAldo\tB-PER\t-\tx
2\tBrenn\tI-PER\t-\tx
3\tdid\tO\t-\t-
4\tn't\tO\t-\t-
5\tsee\tO\t-\t-
6\tOnsan\tB-LOC\t-\tx
7\t.\tO\t-\t-

# sent_id = one-2
# text = (Grain Bureau)
1\t(\tO\t-\t-
2\tGrain\tB-ORG\t-\tx
3\tBureau\tI-ORG\t-\tx
4\t)\tO\t-\t-

# newdoc id = two
# sent_id = two-1
# text = Something else
1\tOnsan\tB-LOC\t-\tx
2\tCora\tB-PER\t-\tx
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "made.iob2"
    path.write_text(MADE, "utf-8")
    return path


def test_documents_have_text_words_sentences_and_names(path: Path) -> None:
    one, two = read_uner(path)
    assert one.text == "Aldo Brenn didn't see Onsan . (Grain Bureau)"
    assert one.sentences == ((0, 7), (7, 11))
    assert one.gold == ((0, 1, "person"), (5, 5, "place"), (8, 9, "organization"))
    assert [one.text[span.start : span.end] for span in one.words[:4]] == ["Aldo", "Brenn", "did", "n't"]
    assert [each.name for each in (one, two)] == ["one", "two"]


def test_words_unlike_the_comment_are_kept(path: Path) -> None:
    two = list(read_uner(path))[1]
    assert [two.text[span.start : span.end] for span in two.words] == ["Onsan", "Cora"]
    assert two.gold == ((0, 0, "place"), (1, 1, "person"))


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.iob2"
    path.write_text("# text = Onsan\n1\tOnsan\n", "utf-8")
    with pytest.raises(SettingError, match=r"broken\.iob2:2"):
        list(read_uner(path))
