"""Whether it happened, as the words around a trigger say."""

import pytest

from trees import tree_of
from tumen.event import scheme
from tumen.event.status import find_status
from tumen.event.triggers import Lexicon

LEXICON = Lexicon(scheme())


def status(block: str) -> str:
    tree = tree_of(block)
    trigger = next(
        one
        for one in LEXICON.find(tree.words, tree.forms, range(len(tree.words)), in_headline=False)
        if one.type not in ("threaten", "order")
    )
    found = find_status(tree, trigger)
    if found.is_negative:
        return "denied"
    if found.certainty != "certain":
        return "possible"
    return "ahead" if found.time_frame == "future" else "happened"


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        ("They PRON 2 nsubj\nfled VERB 0 root", "happened"),
        ("They PRON 4 nsubj\ndid AUX 4 aux\nnot PART 4 advmod\nflee VERB 0 root", "denied"),
        ("Nobody PRON 2 nsubj\nfled VERB 0 root", "denied"),
        ("No DET 2 det\narrests NOUN 4 nsubj\nwere AUX 4 aux\nmade VERB 0 root", "denied"),
        ("They PRON 4 nsubj\nwould AUX 4 aux\nnot PART 4 advmod\ndefect VERB 0 root", "denied"),
        ("They PRON 3 nsubj\nmay AUX 3 aux\nflee VERB 0 root", "possible"),
        ("They PRON 3 nsubj\nwill AUX 3 aux\nflee VERB 0 root", "ahead"),
        ("They PRON 2 nsubj\nplan VERB 0 root\nto PART 4 mark\nflee VERB 2 xcomp", "ahead"),
        ("They PRON 2 nsubj\nthreatened VERB 0 root\nto PART 4 mark\narrest VERB 2 xcomp\nus PRON 4 obj", "ahead"),
        ("They PRON 2 nsubj\ndenied VERB 0 root\nthat SCONJ 5 mark\nmen NOUN 5 nsubj\nfled VERB 2 ccomp", "denied"),
        ("They PRON 2 nsubj\nfear VERB 0 root\nmore ADJ 4 amod\narrests NOUN 2 obj", "possible"),
        ("orders NOUN 0 root\nto PART 3 mark\nhunt VERB 1 acl\ndown ADP 3 compound\nmen NOUN 3 obj", "ahead"),
        ("if SCONJ 3 mark\nthey PRON 3 nsubj\nflee VERB 5 advcl\nwe PRON 5 nsubj\nwait VERB 0 root", "ahead"),
        ("They PRON 3 nsubj\nare AUX 3 aux\nsaid VERB 0 root\nto PART 6 mark\nhave AUX 6 aux\nfled VERB 3 xcomp", "possible"),
        ("They PRON 3 nsubj\nallegedly ADV 3 advmod\nfled VERB 0 root", "possible"),
    ],
)
def test_status(block: str, wanted: str) -> None:
    assert status(block) == wanted
