"""Who does what to whom, by the tree."""

import pytest

from trees import tree_of
from tumen.event import scheme
from tumen.event.roles import find_roles
from tumen.event.triggers import Lexicon

LEXICON = Lexicon(scheme())


def roles(block: str, *, in_headline: bool = False) -> dict[str, str]:
    """By role, the phrase of the first trigger's participant."""
    tree = tree_of(block)
    trigger = LEXICON.find(tree.words, tree.forms, range(len(tree.words)), in_headline=in_headline)[0]
    found = find_roles(tree, trigger, scheme()[trigger.type], (), in_headline=in_headline)

    def phrase(number: int) -> str:
        first, last = tree.phrase(number)
        return " ".join(tree.forms[first : last + 1])

    return {role: phrase(number) for role, number in found.items()}


ACTIVE = "Border NOUN 2 compound\nguards NOUN 3 nsubj\narrested VERB 0 root\ntwo NUM 5 nummod\nmen NOUN 3 obj"
PASSIVE = "Two NUM 2 nummod\nmen NOUN 4 nsubj\nwere AUX 4 aux\narrested VERB 0 root\nby ADP 6 case\nguards NOUN 4 obl"
PARTICIPLE = "the DET 3 det\narrested VERB 3 amod\nmen NOUN 4 nsubj\nslept VERB 0 root"
REDUCED = "men NOUN 4 nsubj\narrested VERB 1 acl\nthere ADV 2 advmod\nslept VERB 0 root"
OF = "The DET 2 det\narrest NOUN 6 nsubj\nof ADP 5 case\ntwo NUM 5 nummod\nmen NOUN 2 nmod\nsurprised VERB 0 root"
POSSESSED = "Their PRON 2 nmod\narrest NOUN 3 nsubj\nsurprised VERB 0 root"
LIGHT = "Soldiers NOUN 2 nsubj\ncarried VERB 0 root\nout ADP 2 compound\na DET 5 det\nsearch NOUN 2 obj"
ON = "a DET 2 det\ncrackdown NOUN 0 root\non ADP 4 case\nsmugglers NOUN 2 nmod"
ACCUSED = "They PRON 2 nsubj\naccused VERB 0 root\nthe DET 4 det\nmen NOUN 2 obj\nof ADP 6 case\narson NOUN 2 obl"
UNDERGONE = "The DET 2 det\nmen NOUN 3 nsubj\nstood VERB 0 root\ntrial NOUN 3 obj"
FIRST = "Three NUM 2 nummod\nmen NOUN 3 nsubj\nvanished VERB 0 root"
CONTROL = "Guards NOUN 2 nsubj\nforced VERB 0 root\nthe DET 4 det\nmen NOUN 2 obj\nto PART 6 mark\nflee VERB 2 xcomp"
JOINED = "Guards NOUN 2 nsubj\nshot VERB 0 root\nand CCONJ 4 cc\nwounded VERB 2 conj\ntwo NUM 6 nummod\nmen NOUN 2 obj"
HEADLINE = "Three NUM 2 nummod\nOfficials NOUN 3 nsubj\nArrested VERB 0 root\nin ADP 5 case\nHyesan PROPN 3 obl"
ORDERS = "orders NOUN 0 root\nto PART 3 mark\narrest VERB 1 acl\neveryone PRON 3 obj"


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        (ACTIVE, {"agent": "Border guards", "patient": "two men"}),
        (PASSIVE, {"patient": "Two men", "agent": "guards"}),
        (PARTICIPLE, {"patient": "the arrested men"}),
        (REDUCED, {"patient": "men"}),
        (OF, {"patient": "two men"}),
        (POSSESSED, {"patient": "Their"}),
        (LIGHT, {"agent": "Soldiers"}),
        (ON, {"patient": "smugglers"}),
        (ACCUSED, {"agent": "the men"}),
        (UNDERGONE, {"patient": "The men"}),
        (FIRST, {"patient": "Three men"}),
        (CONTROL, {"agent": "the men"}),
        (JOINED, {"agent": "Guards", "patient": "two men"}),
        (ORDERS, {"patient": "everyone"}),
    ],
)
def test_roles(block: str, wanted: dict[str, str]) -> None:
    tree = tree_of(block)
    triggers = LEXICON.find(tree.words, tree.forms, range(len(tree.words)), in_headline=False)
    wanted_type = next(one for one in triggers if one.type not in ("order",)) if block == ORDERS else triggers[0]
    found = find_roles(tree, wanted_type, scheme()[wanted_type.type], (), in_headline=False)
    phrases = {role: " ".join(tree.forms[slice(tree.phrase(n)[0], tree.phrase(n)[1] + 1)]) for role, n in found.items()}
    assert phrases == wanted


def test_a_headline_leaves_out_the_auxiliary() -> None:
    assert roles(HEADLINE, in_headline=True) == {"patient": "Three Officials"}


def test_a_time_plays_no_part() -> None:
    tree = tree_of("Guards NOUN 2 nsubj\narrested VERB 0 root\nMonday PROPN 2 obj")
    (trigger,) = LEXICON.find(tree.words, tree.forms, range(3), in_headline=False)
    assert find_roles(tree, trigger, scheme()["arrest"], {2}, in_headline=False) == {"agent": 0}
