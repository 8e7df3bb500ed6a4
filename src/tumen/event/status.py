"""Triggers -> whether it happened, as the words around say. Comes in: a trigger and its tree. Goes out: certainty, polarity, time frame.

From the trigger up its tree: negation, modals, and what it hangs on ("planned to", "fear of", "denied that"). What the voices around say
(a source who believes, a denial) is added where claims are known (`detect.py`).
"""

from typing import NamedTuple

from tumen.event.clause import Tree
from tumen.event.forms import forms_of_noun, forms_of_verb
from tumen.event.triggers import Trigger
from tumen.records import Certainty, TimeFrame


def _forms(verbs: str, nouns: str = "", others: str = "") -> frozenset[str]:
    found = {form for verb in verbs.split() for form in forms_of_verb(verb)}
    return frozenset(found | {form for noun in nouns.split() for form in forms_of_noun(noun)} | set(others.split()))


NOT = frozenset("not n't n’t never neither nor no hardly without".split())
NOBODY = frozenset("nobody none nothing no-one neither".split())
MAY = frozenset("may might could".split())
WILL = frozenset("will would shall 'll ’ll 'd wo must should".split())
HEDGES = frozenset("allegedly reportedly apparently possibly probably perhaps likely supposedly presumably seemingly".split())
AHEAD = _forms(
    "plan intend threaten order instruct want hope wish prepare vow pledge promise decide aim seek expect demand urge call ask warn schedule "
    "allow permit propose consider discuss agree try attempt dare wait need oblige require authorise authorize forbid ban prohibit bar "
    "advise recommend undertake offer design",
    "plan threat order instruction intention hope promise demand attempt decision proposal call warning directive preparation permission "
    "deadline wish prospect risk danger authority right request",
    "set due ready about going willing able scheduled supposed bound desperate eager determined planned future upcoming impending",
)
"""What hangs on these is ahead, not done."""
DOUBTED = _forms(
    "fear believe suspect allege rumour rumor think appear seem worry suppose presume assume accuse speculate guess charge",
    "fear belief suspicion allegation rumour rumor worry accusation speculation likelihood possibility",
    "likely feared rumoured possible probable apparent unclear unconfirmed potential whether hard difficult easy impossible dangerous",
)
DENIED = _forms(
    "deny refute reject avoid prevent escape avert refuse decline fail", "denial", "untrue false unfounded baseless"
)
ASKED = _forms("ask establish confirm know tell say", "", "unclear unknown")
ROUNDS = frozenset("round rounds series wave report reports news".split())
SAID = frozenset("said reported understood rumored rumoured".split())
CLAUSES = frozenset(["ccomp", "xcomp", "acl", "advcl", "csubj"])
LONGEST = 8


class Status(NamedTuple):
    """What the words around a trigger say of whether, and when, it happened."""

    certainty: Certainty
    is_negative: bool
    time_frame: TimeFrame | None


def find_status(tree: Tree, trigger: Trigger) -> Status:
    """How the sentence presents the event."""
    found = _Climb(tree, trigger)
    return Status("possible" if found.is_doubted else "certain", found.is_negative, "future" if found.is_ahead else None)


class _Climb:
    """The way from a trigger up to the root of its sentence, and what is learnt on it."""

    def __init__(self, tree: Tree, trigger: Trigger) -> None:
        self._tree = tree
        self.is_doubted = self.is_negative = self.is_ahead = False
        at = trigger.main
        is_noun = tree.words[at].upos in ("NOUN", "PROPN")
        if is_noun:
            self._look_at_noun(at)
            at, is_open = self._up_from_noun(at)
        else:
            is_open = True
        steps = 0
        while is_open and steps < LONGEST:
            self._look_at_verb(at, is_first=steps == 0)
            at, is_open = self._up_from_verb(at)
            steps += 1

    def _beside(self, number: int, *relations: str) -> set[str]:
        return {self._tree.small[child] for child in self._tree.having(number, *relations)}

    def _look_at_noun(self, noun: int) -> None:
        relations = ("det", "amod", "compound", "advmod", "case")
        beside = self._beside(noun, *relations)
        if self._tree.words[noun].relation == "compound":  # "no deportation flight"
            beside |= self._beside(self._tree.words[noun].head, *relations)
        self.is_negative ^= bool(beside & NOT)
        self.is_doubted |= bool(beside & (DOUBTED | HEDGES) - {"charge", "charges"})
        self.is_ahead |= bool(
            beside
            & AHEAD
            & {"planned", "future", "upcoming", "impending", "scheduled", "threatened", "expected", "attempted"}
        )

    def _up_from_noun(self, noun: int) -> tuple[int, bool]:
        """The verb whose clause a noun opens up ("there was an outbreak"), or where the way ends."""
        word = self._tree.words[noun]
        head = word.head
        above = self._tree.small[head]
        if head == noun:
            self._look_at_verb(noun, is_first=True)  # "It was no accident"
            return noun, False
        if word.relation in ("nmod", "compound", "obj", "obl"):
            self._hangs_on(above, is_content=word.relation != "obl" or self._tree.case(noun) in ("with", "of"))
        if self._tree.words[head].upos in ("NOUN", "PROPN") and word.relation == "nmod" and above in AHEAD | DOUBTED | ROUNDS:
            return self._up_from_noun(head)
        if word.relation == "nsubj" and (self._tree.is_passive(head) or self._tree.words[head].upos == "ADJ"):
            self._hangs_on(above, is_content=True)  # "arrests are expected"
        return head, word.relation in ("nsubj", "obj", "cop", "ccomp", "conj") and self._tree.words[head].upos in (
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
        )

    def _look_at_verb(self, verb: int, *, is_first: bool) -> None:
        tree = self._tree
        beside = self._beside(verb, "aux", "advmod", "mark", "cc", "cop", "discourse")
        if is_first or tree.words[verb].upos == "AUX":
            self.is_negative ^= bool(beside & NOT) and not beside & {"only", "just", "long"}
            self.is_negative |= self._is_of_nobody(verb)
        self.is_doubted |= bool(beside & (MAY | HEDGES)) and not (beside & NOT and "could" in beside)
        self.is_ahead |= bool(beside & WILL) or (is_first and bool(beside & {"if", "unless", "until"}))
        is_to_be = "to" in beside and bool(beside & {"are", "is", "was", "were"}) and "have" not in beside
        self.is_ahead |= is_to_be and is_first

    def _up_from_verb(self, verb: int) -> tuple[int, bool]:
        tree = self._tree
        word = tree.words[verb]
        if word.head == verb:
            return verb, False
        above = tree.small[word.head]
        marks = self._beside(verb, "mark", "aux")
        is_infinitive = "to" in marks
        is_perfect = bool(marks & {"have"})
        if word.relation == "conj":
            return word.head, not self._beside(verb, "nsubj") and not is_infinitive
        if word.relation not in CLAUSES:
            return word.head, word.relation in ("nsubj", "obj") and tree.words[word.head].upos == "VERB" and tree.small[
                verb
            ].endswith("ing")
        if is_infinitive and any(tree.small[noun] in AHEAD for noun in tree.having(word.head, "obj")):
            self.is_ahead = True  # "received orders to hunt", hung on the verb
        if "whether" in marks and above in ASKED:
            self.is_doubted = True
        if is_infinitive and above in SAID:
            self.is_doubted = True
        elif word.relation in ("advcl", "acl") and is_infinitive and not is_perfect:
            self.is_ahead |= above not in DOUBTED
            self._hangs_on(above, is_content=True)
        elif word.relation != "advcl":
            self._hangs_on(above, is_content=True, is_clause=not is_infinitive and not tree.small[verb].endswith("ing"))
        if "if" in marks or "unless" in marks:
            self.is_ahead = True
        if word.relation in ("acl", "ccomp") and not is_infinitive and tree.words[word.head].upos == "NOUN":
            return word.head, above in DOUBTED | DENIED and self._is_said_untrue(word.head)
        return word.head, word.relation in ("xcomp", "ccomp") and above not in SAID | ASKED

    def _is_said_untrue(self, noun: int) -> bool:
        head = self._tree.words[noun].head
        if self._tree.words[noun].relation == "nsubj" and self._tree.small[head] in DENIED:
            self.is_negative = True
        return False

    def _hangs_on(self, above: str, *, is_content: bool, is_clause: bool = False) -> None:
        """`is_clause`: a clause with a verb of its own time: "ordered that" is ahead, "warned that they beat him" is not."""
        if not is_content:
            return
        if above in DENIED:
            self.is_negative = not self.is_negative
        elif above in DOUBTED:
            self.is_doubted = True
        elif above in AHEAD and not is_clause:
            self.is_ahead = True

    def _is_of_nobody(self, verb: int) -> bool:
        tree = self._tree
        return any(
            tree.small[subject] in NOBODY or self._beside(subject, "det") & {"no", "neither"}
            for subject in tree.having(verb, "nsubj")
        )
