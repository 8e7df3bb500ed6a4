"""GUM to training examples, from a file made by hand."""

from pathlib import Path

from train.examples import Mention
from train.gum import mentions_of, read_gum
from tumen.measure.conllu import read_conllu

COLUMNS = [
    "The the DET 2 det (1-person-new-nnnnn-cf1-2-coref",
    "mayor mayor NOUN 5 nsubj _",
    "of of ADP 4 case _",
    "Onsan Onsan PROPN 2 nmod (2-place-new-nnnnn-cf2-1-sgl)1)",
    "said say VERB 0 root _",
    "she she PRON 7 nsubj (3-event-new-nnnnn-cf3-2-sgl(1-person-giv:act-nnnnn-cf1*-1-ana)",
    "left leave VERB 5 ccomp (4-event-new-nnnnn-cf4-1-sgl)3)",
]


def written(folder: Path) -> Path:
    lines = ["# newdoc id = made"]
    for number, row in enumerate(COLUMNS, 1):
        form, lemma, upos, head, relation, entity = row.split()
        misc = "_" if entity == "_" else f"Entity={entity}"
        lines.append("\t".join([str(number), form, lemma, upos, "_", "_", head, relation, "_", misc]))
    path = folder / "made.conllu"
    path.write_text("\n".join(lines) + "\n\n", "utf-8")
    return path


def test_each_mention_has_the_one_before_it_in_its_chain(tmp_path: Path) -> None:
    (example,) = read_gum(written(tmp_path))
    assert example.mentions == [
        Mention(0, 3, 1, "person"),
        Mention(3, 3, 3, "place"),
        Mention(5, 5, 5, "person", 1),
        Mention(6, 6, 6, "event"),
    ]


def test_of_two_mentions_with_one_head_the_shorter_stays_and_the_other_is_counted(tmp_path: Path) -> None:
    (document,) = read_conllu(written(tmp_path))
    assert mentions_of(document).lost == 1
