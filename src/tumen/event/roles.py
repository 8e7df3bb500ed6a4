"""Triggers -> who takes part, in which role. Comes in: a trigger and the tree it stands in. Goes out: the main word of each role.

By the tree: subject and object of a verb, turned round in the passive; the noun that a participle describes; "of", "by", possessors
and light verbs ("carried out an attack") of a noun. Only agent and patient: other roles of the scheme are for people to fill.
"""

from collections.abc import Mapping

from tumen.event.clause import NOMINAL, Tree
from tumen.event.forms import is_participle
from tumen.event.scheme import EventType
from tumen.event.triggers import Trigger

LIGHT = frozenset(
    "carry conduct make launch begin stage hold commit mount start impose order perform issue announce lead open step continue plan wage "
    "undertake organise organize plot attempt call do have".split()
)
UNDERGO = frozenset("face suffer undergo await avoid escape fear survive endure risk receive get serve evade".split())
AGAINST = frozenset("on against upon at".split())


def find_roles(tree: Tree, trigger: Trigger, row: EventType) -> Mapping[str, int]:
    """The number of the main word of each role that the sentence fills."""
    is_noun = trigger.kind == "noun" or tree.words[trigger.main].upos in ("NOUN", "PROPN")
    found = _of_noun(tree, trigger, row) if is_noun else _of_verb(tree, trigger, row)
    return {
        role: number
        for role, number in found.items()
        if number is not None and role in row.roles and number not in trigger.numbers and tree.words[number].upos in NOMINAL
    }


def _of_verb(tree: Tree, trigger: Trigger, row: EventType) -> dict[str, int | None]:
    verb = trigger.main
    word = tree.words[verb]
    form = tree.small[verb]
    last = trigger.numbers[-1]
    if trigger.pattern in row.undergone:
        return {"patient": tree.subject(verb)}
    if word.relation in ("amod", "acl") and not tree.having(verb, "nsubj", "aux"):
        if is_participle(form) and not tree.having(verb, "obj"):
            return {"patient" if _is_transitive(row) else row.first_role: word.head, "agent": _by(tree, verb)}
        return {**_active(tree, verb, row, trigger), **({} if word.relation == "acl" else {row.first_role: word.head})}
    if tree.is_passive(verb) or (word.upos == "ADJ" and is_participle(form)):
        subject = tree.subject(verb)
        return {"patient" if _is_transitive(row) else row.first_role: subject, "agent": _by(tree, verb)}
    if (
        is_participle(form)
        and not tree.having(verb, "obj", "aux", "nsubj")
        and tree.words[last].upos != "ADP"
        and _by(tree, verb) is not None
    ):
        return {"patient": tree.subject(verb), "agent": _by(tree, verb)}
    return _active(tree, verb, row, trigger)


def _active(tree: Tree, verb: int, row: EventType, trigger: Trigger) -> dict[str, int | None]:
    subject, object_ = tree.subject(verb), tree.object(verb)
    if object_ in trigger.numbers:
        object_ = None
    if object_ is None:
        object_ = _after(tree, trigger)
    if not _is_transitive(row) or (object_ is None and row.first_role == "patient"):
        return {row.first_role: subject}
    return {"agent": subject, "patient": object_}


def _after(tree: Tree, trigger: Trigger) -> int | None:
    """The noun behind a trigger's own preposition ("fired on anyone"), or behind "on" or "against"."""
    for number in trigger.numbers[::-1]:
        for noun in tree.children[number]:
            if tree.words[noun].relation in ("obl", "nmod", "obj") and noun > number and noun not in trigger.numbers:
                cases = [child for child in tree.having(noun, "case") if child < noun]
                if any(child in trigger.numbers for child in cases) or any(
                    tree.small[child] in ("on", "against", "upon") for child in cases
                ):
                    if tree.words[noun].upos in ("NOUN", "PROPN", "PRON"):
                        return noun
    last = trigger.numbers[-1]
    if tree.words[last].upos == "ADP" and tree.words[last].relation == "case" and tree.words[last].head > last:
        return tree.words[last].head
    return None


def _of_noun(tree: Tree, trigger: Trigger, row: EventType) -> dict[str, int | None]:
    noun = trigger.main
    found: dict[str, int | None] = {}
    undergoes = "patient" if _is_transitive(row) else row.first_role
    for child in tree.children[noun]:
        word = tree.words[child]
        if word.relation == "nmod":
            case = tree.case(child)
            if child < noun and tree.is_possessor(child):
                found.setdefault(row.counted or row.first_role, child)
            elif case == "by":
                found["agent"] = child
            elif case == "of" and word.upos in NOMINAL:
                found.setdefault(undergoes, child)
            elif case in AGAINST and child > noun:
                found.setdefault("patient", child)
        elif word.relation == "det" and word.upos == "PRON":
            found.setdefault(row.counted or row.first_role, child)
    head = tree.words[noun].head
    if head != noun and tree.words[head].upos == "VERB" and tree.words[noun].relation in ("obj", "nsubj", "obl"):
        lemma = _light(tree, head)
        if tree.words[noun].relation == "obj" and lemma in LIGHT:
            found.setdefault("agent", tree.subject(head))
        elif tree.words[noun].relation == "obj" and lemma in UNDERGO:
            found.setdefault(undergoes, tree.subject(head))
        elif tree.words[noun].relation == "nsubj" and tree.is_passive(head):
            found.setdefault("agent", _by(tree, head))
    return found


def _light(tree: Tree, verb: int) -> str:
    """The light or undergoing verb of which this is a form, or ""."""
    from tumen.event.forms import forms_of_verb

    return next((lemma for lemma in (*LIGHT, *UNDERGO) if tree.small[verb] in forms_of_verb(lemma)), "")


def _by(tree: Tree, verb: int) -> int | None:
    for child in tree.having(verb, "obl", "nmod"):
        if tree.case(child) == "by" and tree.words[child].upos in NOMINAL:
            return child
    return None


def _is_transitive(row: EventType) -> bool:
    return "agent" in row.roles and "patient" in row.roles
