"""Which words of a mention are its name."""

import pytest

from tumen.entity import Mention, name_of
from tumen.records import Span


@pytest.mark.parametrize(
    ("tagged", "main", "kind", "name"),
    [
        ("the/DET old/ADJ town/NOUN", 2, "place", None),
        ("the/DET Tumen/PROPN river/NOUN", 1, "place", "Tumen"),
        ("the/DET Northern/ADJ Sea/PROPN", 2, "place", "Northern Sea"),
        ("Mr./PROPN Aldo/PROPN Brenn/PROPN ,/PUNCT a/DET Dane/PROPN", 1, "person", "Aldo Brenn"),
        ("President/PROPN", 0, "person", "President"),
        (
            "Ministry/PROPN of/ADP State/PROPN Order/PROPN of/ADP the/DET North/PROPN",
            0,
            "organization",
            "Ministry of State Order",
        ),
        ("Mayor/PROPN of/ADP Onsan/PROPN", 0, "person", "Mayor"),
        ("of/ADP Onsan/PROPN", 1, "place", "Onsan"),
        ("Onsan/PROPN of/ADP", 0, "place", "Onsan"),
        ("Ryo/PROPN~-/PUNCT~Han/PROPN", 2, "person", "Ryo-Han"),
        ("Ryo/PROPN -/PUNCT Han/PROPN", 0, "person", "Ryo"),
    ],
)
def test_the_name(tagged: str, main: int, kind: str, name: str | None) -> None:
    text, words, upos = "", [], []
    for token in tagged.replace("~", " ~").split():
        form, _, tag = token.lstrip("~").partition("/")
        text += " " * (bool(text) and not token.startswith("~"))
        words.append(Span(len(text), len(text) + len(form)))
        upos.append(tag or "X")
        text += form
    found = name_of(Mention(0, len(words) - 1, main, kind, 1.0), text, words, upos)
    assert (found and text[words[found[0]].start : words[found[1]].end]) == name


def test_a_name_does_not_reach_out_of_its_mention() -> None:
    words = [Span(0, 4), Span(5, 9), Span(10, 14)]
    assert name_of(Mention(1, 1, 1, "person", 1.0), "Anna Bela Cora", words, ["PROPN"] * 3) == (1, 1)
