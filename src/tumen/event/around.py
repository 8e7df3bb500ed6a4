"""Clauses with no time of their own -> the clause around them. Comes in: a verb and its tree. Goes out: the verb whose time it shares.

"They will pay attention to details like tracking calls": the tracking lies ahead as the paying does. "Punished for tracking calls" came before, and
shares nothing. Says nothing of what the time is: that is read off the clause around (`status.py`).
"""

from tumen.event.clause import Tree
from tumen.event.forms import is_gerund
from tumen.event.roles import ACCUSE

BEFORE = frozenset("for after since over despite following upon because without".split())
"""A gerund behind these came before what its clause tells ("punished for tracking calls"), or did not happen."""
MEANS = frozenset("by through".split())
WHEN = frozenset("when whenever once before until till after".split())
"""Behind these the present stands for what is to come ("will be arrested when they return")."""
ANYBODY = frozenset("anyone anybody whoever any".split())
PRESENT = frozenset("am is are 's ’s 're ’re do does".split())


def is_example(tree: Tree, number: int) -> bool:
    """Whether a word is named as an example of a noun before it: "methods like tracking", "measures, such as arrests"."""
    marks = [child for child in tree.having(number, "case", "mark") if child < number]
    return any(
        tree.small[mark] in ("like", "including") or (tree.small[mark] == "such" and tree.small[mark + 1] == "as")
        for mark in marks
    )


def clause_around(tree: Tree, verb: int) -> int | None:
    """The verb of the clause whose time a clause shares; `None` where it has a time of its own, or nothing above it."""
    word = tree.words[verb]
    head = word.head
    if head == verb:
        return None
    if is_example(tree, verb):
        return _verb_above(tree, verb)
    if word.relation == "acl" and ({tree.small[head]} | {tree.small[child] for child in tree.having(head, "det")}) & ANYBODY:
        return _verb_above(tree, head)  # "anyone who flees will be shot"
    if word.relation in ("advcl", "acl", "csubj") and (_is_gerund_inside(tree, verb) or _is_present_for_future(tree, verb)):
        return head
    return None


def _is_gerund_inside(tree: Tree, verb: int) -> bool:
    """Whether a verb is a gerund that is part of what its clause tells: "by seizing phones", "resort to beating", ", seizing phones"."""
    if not is_gerund(tree.small[verb]) or tree.having(verb, "aux", "nsubj"):
        return False
    marks = {tree.small[child] for child in tree.having(verb, "mark", "case")}
    is_charge = tree.small[tree.words[verb].head] in ACCUSE and not marks & MEANS
    if marks & BEFORE or is_charge:
        return False
    if tree.words[verb].relation == "acl":  # "men carrying rice" carry it, whatever will be done to them
        return bool(marks)
    return verb > tree.words[verb].head


def _is_present_for_future(tree: Tree, verb: int) -> bool:
    if not WHEN & {tree.small[child] for child in tree.having(verb, "mark", "advmod", "case")}:
        return False
    if auxiliaries := {tree.small[child] for child in tree.having(verb, "aux", "cop")}:
        return bool(auxiliaries & PRESENT) and "been" not in auxiliaries
    if is_gerund(tree.small[verb]):  # "after fleeing"
        return False
    return tree.small[verb] in (tree.words[verb].lemma, f"{tree.words[verb].lemma}s", f"{tree.words[verb].lemma}es")


def _verb_above(tree: Tree, number: int) -> int | None:
    """The verb that a noun hangs on; `None` where its clause speaks of what was done before, as accusations do."""
    for above in (number, *tree.above(number)):
        word = tree.words[above]
        if above != number and word.upos in ("VERB", "AUX", "ADJ"):
            return None if tree.small[above] in ACCUSE and _is_reason(tree, number) else above
    return None


def _is_reason(tree: Tree, number: int) -> bool:
    """Whether a noun, or what it is an example of, says for what people are accused or punished."""
    chain = [number, *tree.above(number)][:3]
    return any(tree.case(one) in BEFORE or tree.words[one].relation == "obj" for one in chain)
