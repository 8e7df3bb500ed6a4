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


TRACKING = """They PRON 3 nsubj
will AUX 3 aux
watch VERB 0 root
details NOUN 3 obl
like SCONJ 6 mark
tracking VERB 4 acl
calls NOUN 6 obj"""
PAST = TRACKING.replace("will AUX", "have AUX").replace("watch ", "watched ")


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        (TRACKING, "ahead"),
        (PAST, "happened"),
        (TRACKING.replace("acl", "advcl").replace("6 mark", "6 case"), "ahead"),
        (
            "He PRON 3 nsubj\nwas AUX 3 aux\npunished VERB 0 root\nfor SCONJ 5 mark\ntracking VERB 3 advcl\ncalls NOUN 5 obj",
            "happened",
        ),
        ("He PRON 3 nsubj\nwill AUX 3 aux\ntestify VERB 0 root\nafter SCONJ 5 mark\nfleeing VERB 3 advcl", "happened"),
        ("They PRON 3 nsubj\nwill AUX 3 aux\nresort VERB 0 root\nto ADP 5 mark\nshooting VERB 3 advcl", "ahead"),
        ("They PRON 2 nsubj\nresorted VERB 0 root\nto ADP 4 mark\nshooting VERB 2 advcl", "happened"),
        ("They PRON 3 nsubj\nmay AUX 3 aux\nresort VERB 0 root\nto ADP 5 mark\nshooting VERB 3 advcl", "possible"),
        ("He PRON 3 nsubj\nwill AUX 3 aux\nfall VERB 0 root\n, PUNCT 5 punct\nfleeing VERB 3 advcl", "ahead"),
        ("men NOUN 5 nsubj\nfleeing VERB 1 acl\nwill AUX 5 aux\nbe AUX 5 aux\nfined VERB 0 root", "happened"),
        ("anyone PRON 5 nsubj\nfleeing VERB 1 acl\nwill AUX 5 aux\nbe AUX 5 aux\nfined VERB 0 root", "ahead"),
        (
            "they PRON 3 nsubj\nwill AUX 3 aux\nwait VERB 0 root\nwhen ADV 6 advmod\nwe PRON 6 nsubj\nflee VERB 3 advcl",
            "ahead",
        ),
        (
            "they PRON 3 nsubj\nwill AUX 3 aux\nwait VERB 0 root\nsince SCONJ 6 mark\nwe PRON 6 nsubj\nfled VERB 3 advcl",
            "happened",
        ),
        (
            "They PRON 3 nsubj\nwill AUX 3 aux\ntake VERB 0 root\nsteps NOUN 3 obj\nsuch ADJ 7 case\nas ADP 7 case\narrests NOUN 4 nmod",
            "ahead",
        ),
        ("They PRON 2 nsubj\nfear VERB 0 root\nfloods NOUN 2 obj\nand CCONJ 5 cc\narrests NOUN 3 conj", "possible"),
        ("With ADP 2 case\narrests NOUN 4 obl\nthey PRON 4 nsubj\ntry VERB 0 root", "happened"),
        ("They PRON 4 nsubj\nwill AUX 4 aux\nprobably ADV 4 advmod\nflee VERB 0 root", "possible"),
        ("We PRON 2 nsubj\nalleged VERB 0 root\nthat SCONJ 5 mark\nmen NOUN 5 nsubj\nfled VERB 2 ccomp", "happened"),
        ("We PRON 3 nsubj\nare AUX 3 aux\nalleged VERB 0 root\nto PART 5 mark\nflee VERB 3 xcomp", "possible"),
    ],
)
def test_what_a_clause_takes_over_from_the_one_around_it(block: str, wanted: str) -> None:
    assert status(block) == wanted
