"""Triggers -> who takes part, in which role. Comes in: a trigger and the tree it stands in. Goes out: the main word of each role.

By the tree: subject and object of a verb, turned round in the passive; the noun that a participle describes; "of", "by", possessors
and light verbs ("carried out an attack") of a noun; who is accused of it. Only agent, patient and thing: other roles of the scheme are
for people to fill.
"""

from collections.abc import Container, Mapping

from tumen.event.clause import NOMINAL, Tree
from tumen.event.forms import forms_of_verb, is_participle
from tumen.event.scheme import EventType
from tumen.event.triggers import Trigger
from tumen.ground import names_people
from tumen.ground.howmany import HOUSEHOLDS


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in forms_of_verb(verb))


LIGHT = _forms(
    "carry conduct make launch begin stage hold commit mount start impose order perform issue announce lead open continue plan wage "
    "undertake organise organize plot attempt do send offer pay throw sign resume deliver"
)
"""What is done to an event by whoever does it: "carried out an attack"."""
UNDERGO = _forms("face suffer undergo await avoid escape survive endure risk receive get serve evade")
ACCUSE = _forms("accuse charge suspect arrest detain want sentence convict jail imprison fine execute try punish hold")
"""Whose object did what is named behind them: "accused the men of arson"."""
CONSIST = _forms("consist constitute comprise involve include compose")
BLAMED = frozenset("of for with over on".split())
GIVEN = frozenset("to for among between".split())
AGAINST = frozenset("on against upon with into".split())
SAME_IN_PRESENT = frozenset("cut hit put set let run come become".split())  # "Gunmen hit market" is no passive


def find_roles(
    tree: Tree, trigger: Trigger, row: EventType, dated: Container[int], *, in_headline: bool
) -> Mapping[str, int]:
    """The number of the main word of each role that the sentence fills; words that are `dated` fill none."""
    is_noun = trigger.kind == "noun" or (tree.words[trigger.main].upos in ("NOUN", "PROPN") and not in_headline)
    found = _of_noun(tree, trigger, row) if is_noun else _of_verb(tree, trigger, row, in_headline=in_headline)
    if row.first_role == "agent" and found.get("agent") is None:
        found["agent"] = _accused(tree, trigger.main)
    return {
        role: number
        for role, number in found.items()
        if number is not None
        and role in row.roles
        and number != trigger.main
        and number not in dated
        and tree.words[number].upos in NOMINAL
    }


def _of_verb(tree: Tree, trigger: Trigger, row: EventType, *, in_headline: bool) -> dict[str, int | None]:
    verb = trigger.main
    word, form = tree.words[verb], tree.small[verb]
    undergoes = "patient" if _is_transitive(row) else row.first_role
    if trigger.pattern in row.undergone:
        return {row.undergone_role: tree.subject(verb)}
    if word.relation in ("amod", "acl") and not tree.having(verb, "nsubj", "aux"):
        if is_participle(form) and not tree.having(verb, "obj"):
            return {"agent": _by(tree, verb), undergoes: word.head}
        return {**_active(tree, trigger, row), **({} if word.relation == "acl" else {row.first_role: word.head})}
    is_bare = in_headline and is_participle(form) and form not in SAME_IN_PRESENT and tree.object(verb) is None
    if tree.is_passive(verb) or is_bare or (word.upos == "ADJ" and is_participle(form)):
        return {"agent": _by(tree, verb), undergoes: tree.subject(verb)}
    is_free = is_participle(form) and not tree.having(verb, "obj", "aux", "nsubj") and _by(tree, verb) is not None
    if is_free and tree.words[trigger.numbers[-1]].upos != "ADP":
        return {"patient": tree.subject(verb), "agent": _by(tree, verb)}
    return _active(tree, trigger, row)


def _active(tree: Tree, trigger: Trigger, row: EventType) -> dict[str, int | None]:
    subject, object_ = tree.subject(trigger.main), tree.object(trigger.main)
    if row.first_role == "agent" and (object_ is None or object_ in trigger.numbers):
        behind = _after(tree, trigger)
        behind = _given(tree, trigger) if behind is None else behind
        object_ = object_ if behind is None else behind
    if not _is_transitive(row) or (object_ is None and row.first_role == "patient"):
        return {row.first_role: subject}
    return {"agent": subject, "patient": object_}


def _after(tree: Tree, trigger: Trigger) -> int | None:
    """The noun behind a trigger's own preposition ("fired on anyone"), or behind "on" or "against"."""
    for number in reversed(trigger.numbers):
        for noun in tree.having(number, "obl", "nmod", "obj"):
            if noun > number and noun not in trigger.numbers and tree.words[noun].upos in ("NOUN", "PROPN", "PRON"):
                cases = [child for child in tree.having(noun, "case") if child < noun]
                if any(child in trigger.numbers or tree.small[child] in ("on", "against", "upon") for child in cases):
                    return noun
    last = tree.words[trigger.numbers[-1]]
    return last.head if last.upos == "ADP" and last.relation == "case" and last.head > trigger.numbers[-1] else None


def _given(tree: Tree, trigger: Trigger) -> int | None:
    """Those to whom a trigger's own object goes: "relayed money to 300 households", "distributed rice among families"."""
    verb = trigger.main
    for noun in sorted(child for number in trigger.numbers for child in tree.having(number, "obl", "nmod", "iobj")):
        is_people = names_people(tree.small[noun]) or tree.words[noun].lemma in HOUSEHOLDS
        if noun > verb and noun not in trigger.numbers and is_people and tree.case(noun) in GIVEN:
            return noun
    return None


def _of_noun(tree: Tree, trigger: Trigger, row: EventType) -> dict[str, int | None]:
    noun = trigger.main
    found: dict[str, int | None] = {}
    undergoes = "patient" if _is_transitive(row) else row.first_role
    for child in tree.children[noun]:
        word = tree.words[child]
        case = tree.case(child)
        if (word.relation == "nmod" and child < noun and tree.is_possessor(child)) or (
            word.relation == "det" and word.upos == "PRON"
        ):
            found.setdefault(row.counted or row.first_role, child)
        elif word.relation in ("nmod", "obl") and case == "by":
            found["agent"] = child
        elif word.relation == "nmod" and case == "of":
            found.setdefault(row.of or undergoes, child)
        elif word.relation == "nmod" and case in AGAINST and child > noun:
            found.setdefault("patient", child)
    head = tree.words[noun].head
    if row.first_role == "agent" and tree.case(noun) == "on":  # "forty are on strike", "Forty on Strike"
        is_said_of = head != noun and tree.words[head].upos in ("NOUN", "PROPN", "NUM", "PRON") and head < noun
        found.setdefault("agent", next(iter(tree.having(noun, "nsubj")), head if is_said_of else None))
    if head != noun and tree.words[head].upos == "VERB":
        case = tree.case(noun)
        if tree.words[noun].relation == "nsubj" and tree.small[head] in CONSIST:
            found.setdefault(row.counted or row.first_role, next(iter(tree.having(head, "obl", "obj")), None))
        if tree.words[noun].relation == "obl" and case == "for" and tree.small[head] in ACCUSE:
            found.setdefault(undergoes, tree.subject(head) if tree.is_passive(head) else tree.object(head))
        if tree.words[noun].relation == "obj" and tree.small[head] in LIGHT:
            found.setdefault("agent", tree.subject(head))
        elif tree.words[noun].relation == "obj" and tree.small[head] in UNDERGO:
            found.setdefault(undergoes, tree.subject(head))
        elif tree.words[noun].relation == "nsubj" and tree.is_passive(head):
            found.setdefault("agent", _by(tree, head))
    return found


def _accused(tree: Tree, number: int) -> int | None:
    """Who is accused of it, where that is how a sentence speaks of an event."""
    word = tree.words[number]
    if word.relation == "nmod" and tree.small[word.head] in ("suspicion", "charges", "charge", "accusations"):
        number, word = word.head, tree.words[word.head]
    verb = word.head
    if word.relation not in ("obl", "nmod", "advcl") or tree.small[verb] not in ACCUSE or tree.case(number) not in BLAMED:
        return None
    return tree.subject(verb) if tree.is_passive(verb) else tree.object(verb)


def _by(tree: Tree, verb: int) -> int | None:
    for child in tree.having(verb, "obl", "nmod"):
        if tree.case(child) == "by" and tree.words[child].upos in NOMINAL:
            return child
    return None


def _is_transitive(row: EventType) -> bool:
    return "agent" in row.roles and "patient" in row.roles
