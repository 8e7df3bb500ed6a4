"""Triggers -> whether it happened, as the words around say. Comes in: a trigger and its tree. Goes out: certainty, polarity, time frame.

From the trigger up its tree: negation, modals, and what it hangs on ("planned to", "fear of", "denied that"). A clause with no time of its own,
such as most gerunds, takes over that of the clause around it (`around.py`). What the voices around say (a source who believes, a denial) is
added where claims are known (`detect.py`).
"""

from collections.abc import Container
from typing import NamedTuple

from tumen.event.around import clause_around, is_example
from tumen.event.clause import Tree
from tumen.event.forms import forms_of_noun, forms_of_verb, is_gerund
from tumen.event.triggers import Trigger
from tumen.records import Certainty, TimeFrame


def _forms(verbs: str, nouns: str = "", others: str = "") -> frozenset[str]:
    found = {form for verb in verbs.split() for form in forms_of_verb(verb)}
    return frozenset(found | {form for noun in nouns.split() for form in forms_of_noun(noun)} | set(others.split()))


NOT = frozenset("not n't n’t never neither nor no hardly without".split())
NOBODY = frozenset("nobody none nothing no-one neither".split())
MAY = frozenset("may might could".split())
WILL = frozenset("will would shall 'll ’ll 'd wo must should".split())
HEDGES = frozenset("allegedly reportedly apparently possibly perhaps supposedly seemingly".split())
LIKELY = frozenset("probably likely presumably probable".split())
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
    "feared rumoured possible apparent unclear unconfirmed potential whether hard difficult easy impossible dangerous",
)
CLAIMED = _forms("allege charge")
"""Doubt where somebody is alleged to have done it; what a voice itself alleges is certain for that voice, as what it claims."""
DENIED = _forms(
    "deny refute reject avoid prevent escape avert refuse decline fail", "denial", "untrue false unfounded baseless"
)
ASKED = _forms("ask establish confirm know tell say", "", "unclear unknown")
ROUNDS = frozenset("round rounds series wave report reports news".split())
SAID = frozenset("said reported understood rumored rumoured".split())
TOLD = _forms("publish disclose announce report mention acknowledge")
CLAUSES = frozenset(["ccomp", "xcomp", "acl", "advcl", "csubj"])
LONGEST = 8
DEEPEST = 4  # clauses that take over from each other


class Status(NamedTuple):
    """What the words around a trigger say of whether, and when, it happened."""

    certainty: Certainty
    is_negative: bool
    time_frame: TimeFrame | None


def find_status(tree: Tree, trigger: Trigger) -> Status:
    """How the sentence presents the event."""
    found = _Climb(tree, trigger.main, own=trigger.numbers)
    certainty: Certainty = "possible" if found.is_doubted else "probable" if found.is_likely else "certain"
    return Status(certainty, found.is_negative, "future" if found.is_ahead else None)


class _Climb:
    """The way from a word up to the root of its sentence, and what is learnt on it."""

    def __init__(self, tree: Tree, at: int, *, own: Container[int] = (), depth: int = 0) -> None:
        self._tree, self._own, self._depth = tree, own, depth
        self.is_doubted = self.is_likely = self.is_negative = self.is_ahead = False
        is_noun = tree.words[at].upos in ("NOUN", "PROPN")
        if is_noun:
            self._look_at_noun(at)
            at, is_open = self._up_from_noun(at)
        else:
            is_open = True
        steps = 0
        while is_open and steps < LONGEST:
            self._look_at_verb(at, is_first=steps == 0)
            above, is_open = self._up_from_verb(at)
            if not is_open and depth < DEEPEST and (clause := clause_around(tree, at)) is not None:
                self._take_over(clause)
            at = above
            steps += 1

    def _take_over(self, clause: int) -> None:
        """Takes over whether a clause lies ahead or is in doubt; not that it is denied, which says nothing of what hangs in it."""
        around = _Climb(self._tree, clause, depth=self._depth + 1)
        self.is_ahead |= around.is_ahead
        self.is_doubted |= around.is_doubted
        self.is_likely |= around.is_likely

    def _beside(self, number: int, *relations: str) -> set[str]:
        """The words that hang on one, but those of the trigger itself: "not been heard of since" is not denied."""
        return {self._tree.small[child] for child in self._tree.having(number, *relations) if child not in self._own}

    def _look_at_noun(self, noun: int) -> None:
        relations = ("det", "amod", "compound", "advmod", "case")
        beside = self._beside(noun, *relations)
        if self._tree.words[noun].relation == "compound":  # "no deportation flight"
            beside |= self._beside(self._tree.words[noun].head, *relations)
        self.is_negative ^= bool(beside & NOT)
        self.is_doubted |= bool(beside & (DOUBTED | HEDGES) - {"charge", "charges"})
        self.is_likely |= bool(beside & LIKELY)
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
        if is_example(self._tree, noun):  # "measures such as arrests" are what the measures are
            return self._up_from_example(noun)
        if word.relation == "conj" and head < noun and self._tree.words[head].upos in ("NOUN", "PROPN"):
            return self._up_from_noun(head)  # "fear arrests and evictions"
        if word.relation in ("nmod", "compound", "obj", "obl"):
            is_content = word.relation != "obl" or (noun > head and self._tree.case(noun) in ("with", "of"))
            self._hangs_on(above, is_content=is_content)
        if (
            self._tree.words[head].upos in ("NOUN", "PROPN")
            and word.relation == "nmod"
            and above in AHEAD | DOUBTED | LIKELY | ROUNDS
        ):
            return self._up_from_noun(head)
        if word.relation == "nsubj" and (self._tree.is_passive(head) or self._tree.words[head].upos == "ADJ"):
            self._hangs_on(above, is_content=True)  # "arrests are expected"
        if word.relation == "obj" and above in TOLD:  # "has never published a death toll" denies no death
            self.is_doubted |= bool(self._beside(head, "aux", "advmod") & NOT)
            return head, False
        return head, word.relation in ("nsubj", "obj", "cop", "ccomp", "conj") and self._tree.words[head].upos in (
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
        )

    def _up_from_example(self, noun: int) -> tuple[int, bool]:
        """As if the example stood where the noun does that it is an example of."""
        head = self._tree.words[noun].head
        at, is_open = self._up_from_noun(head) if self._tree.words[head].upos in ("NOUN", "PROPN") else (head, True)
        if not is_open and self._depth < DEEPEST and (clause := clause_around(self._tree, noun)) is not None:
            self._take_over(clause)
        return at, is_open

    def _look_at_verb(self, verb: int, *, is_first: bool) -> None:
        tree = self._tree
        beside = self._beside(verb, "aux", "advmod", "mark", "cc", "cop", "discourse")
        if is_first or tree.words[verb].upos == "AUX":
            self.is_negative ^= bool(beside & NOT) and not beside & {"only", "just", "long"}
            self.is_negative |= self._is_of_nobody(verb)
        self.is_doubted |= bool(beside & (MAY | HEDGES)) and not (beside & NOT and "could" in beside)
        self.is_likely |= bool(beside & LIKELY)
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
        is_infinitive = "to" in marks and not is_gerund(tree.small[verb])  # not "resort to beating"
        is_perfect = bool(marks & {"have"})
        if word.relation == "conj":
            return word.head, not self._beside(verb, "nsubj") and not is_infinitive
        if word.relation not in CLAUSES:
            return word.head, word.relation in ("nsubj", "obj") and tree.words[word.head].upos == "VERB" and is_gerund(
                tree.small[verb]
            )
        if is_infinitive and any(tree.small[noun] in AHEAD for noun in tree.having(word.head, "obj")):
            self.is_ahead = True  # "received orders to hunt", hung on the verb
        if "whether" in marks and above in ASKED:
            self.is_doubted = True
        self.is_ahead |= is_infinitive and not is_perfect and above in LIKELY  # "likely to be charged"
        if is_infinitive and above in SAID:
            self.is_doubted = True
        elif word.relation in ("advcl", "acl") and is_infinitive and not is_perfect:
            self.is_ahead |= above not in DOUBTED
            self._hangs_on(above, is_content=True)
        elif word.relation != "advcl" and not self._is_claimed(verb):
            self._hangs_on(above, is_content=True, is_clause=not is_infinitive and not is_gerund(tree.small[verb]))
        if "if" in marks or "unless" in marks:
            self.is_ahead = True
        if word.relation in ("acl", "ccomp") and not is_infinitive and tree.words[word.head].upos == "NOUN":
            return word.head, above in DOUBTED | DENIED and self._is_said_untrue(word.head)
        return word.head, word.relation in ("xcomp", "ccomp") and above not in SAID | ASKED

    def _is_claimed(self, verb: int) -> bool:
        """Whether a clause is what a voice alleges of its own: "the source alleged that they fled"."""
        head = self._tree.words[verb].head
        is_saying = self._tree.words[verb].relation == "ccomp" and not self._tree.is_passive(head)
        return is_saying and self._tree.small[head] in CLAIMED and bool(self._tree.having(head, "nsubj"))

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
        elif above in LIKELY:
            self.is_likely = True
        elif above in AHEAD and not is_clause:
            self.is_ahead = True

    def _is_of_nobody(self, verb: int) -> bool:
        tree = self._tree
        who = [*tree.having(verb, "nsubj"), *(one for one in tree.having(verb, "obj") if one > verb)]
        head = tree.words[verb].head
        if tree.words[verb].relation == "acl" and tree.words[head].head == head and not tree.having(verb, "nsubj", "aux"):
            who.append(head)  # "nobody detained", not "none of those arrested has come back"
        return any(self._is_nobody(one) for one in who)

    def _is_nobody(self, number: int) -> bool:
        """ "nobody", "no house", "not a single monk", "no one"."""
        tree = self._tree
        determiners = self._beside(number, "det")
        if tree.small[number] in NOBODY or (determiners & {"no", "neither"} and not determiners & {"a", "an", "the"}):
            return True  # not "a no-contact order"
        if tree.small[number] == "one":
            return number > 0 and tree.small[number - 1] in ("no", "not")
        first = tree.phrase(number)[0]
        return any(
            list(tree.small[at : at + 2]) in (["not", "a"], ["not", "one"]) for at in (first - 1, first) if at >= 0
        ) and ("single" in tree.small[first:number] or "one" in tree.small[first:number])
