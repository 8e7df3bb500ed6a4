"""Sentences in which people are taken somewhere by others -> triggers. Comes in: trees, and who is somebody. Goes out: triggers of `detain` and `displace`.

No verb says it alone: "took" and "brought" are said of anything. It is who takes ("police"), how ("away", "into a van"), from where ("from their
homes") or to where ("to a police station") that makes a seizure of it; and who is taken, that of a village emptied. The words are in `moved.toml`.
"""

import tomllib
from collections.abc import Callable, Container, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tumen.event.clause import Tree
from tumen.event.forms import forms_of_noun, forms_of_verb
from tumen.event.triggers import Trigger

MARCHED = frozenset("from to through on against towards toward past along down for".split())
COME = frozenset(["come", "came"])
THEY = frozenset(["they", "men", "he"])
FROM, INTO, TO = (
    frozenset(["from", "of", "out"]),
    frozenset(["in", "into", "on", "onto", "aboard"]),
    frozenset(["to", "into", "in", "towards"]),
)
PHRASES = ("obl", "nmod", "obj", "advmod", "xcomp")


class Moved(NamedTuple):
    """The words of `moved.toml`, in all their forms."""

    verbs: frozenset[str]
    away: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    seizing: frozenset[str]
    loading: frozenset[str]
    force: frozenset[str]
    vehicles: frozenset[str]
    homes: frozenset[str]
    held: frozenset[str]
    care: frozenset[str]
    settled: frozenset[str]
    dwellers: frozenset[str]
    whole: frozenset[str]
    holding: frozenset[str]
    not_held: frozenset[str]
    bare: frozenset[str]
    not_bare: frozenset[str]
    marching: frozenset[str]
    sending: frozenset[str]
    not_marching: frozenset[str]
    returning: frozenset[str]


@cache
def _words() -> Moved:
    table = tomllib.loads(files("tumen.event").joinpath("moved.toml").read_text("utf-8"))

    def forms(name: str, of: Callable[[str], frozenset[str]]) -> frozenset[str]:
        return frozenset(form for word in table[name] for form in of(word))

    verbs = {
        name: forms(name, forms_of_verb)
        for name in ("verbs", "seizing", "loading", "holding", "returning", "bare", "marching", "sending")
    }
    nouns = {
        name: forms(name, forms_of_noun)
        for name in ("force", "vehicles", "homes", "held", "care", "settled", "dwellers", "not_marching")
    }
    pairs = frozenset((form, particle) for verb, particle in table["pairs"] for form in forms_of_verb(verb))
    return Moved(
        away=frozenset(table["away"]),
        whole=frozenset(table["whole"]),
        not_held=frozenset(table["not_held"]),
        not_bare=frozenset(table["not_bare"]),
        pairs=pairs,
        **verbs,
        **nouns,
    )


def find_moved(
    tree: Tree, sentence: range, taken: Container[int], names_somebody: Callable[[int], bool]
) -> Iterator[Trigger]:
    """The triggers in a sentence, a range of the words of `tree`; words that are `taken` belong to another trigger."""
    words = _words()
    for verb in sentence:
        form = tree.small[verb]
        is_pair = any(form == first for first, _ in words.pairs)
        if (
            (form not in words.verbs | words.holding | words.returning | words.marching | COME and not is_pair)
            or verb in taken
            or tree.words[verb].upos != "VERB"
        ):
            continue
        numbers = (verb, *_particle(tree, verb, sentence.stop))
        if is_pair and form not in words.verbs and len(numbers) == 1:
            continue
        if form in words.marching and _marches(tree, verb, names_somebody):
            yield Trigger("protest", numbers, verb, form, "verb")
            continue
        if came_for := _come_for(tree, verb, names_somebody):
            yield came_for
            continue
        patient = tree.subject(verb) if tree.is_passive(verb) else tree.object(verb)
        if patient is None or not (names_somebody(patient) or tree.small[patient] in words.settled):
            continue
        if form in words.returning:
            agent = _agent(tree, verb, is_passive=tree.is_passive(verb))
            if tree.is_passive(verb) or (agent is not None and not names_somebody(agent)):
                yield Trigger("repatriate", numbers, verb, form, "verb")
            continue
        if form in words.holding:
            if _is_done_to(tree, verb) and not words.not_held & set(tree.small[verb + 1 : verb + 4]):
                yield Trigger("detain", numbers, verb, form, "verb")
            continue
        is_emptied = is_settled(tree, patient, verb) and _is_done_to(tree, verb) and not _named(tree, verb, TO) & words.care
        if is_emptied or _is_seizure(tree, verb, patient, has_particle=len(numbers) > 1):
            is_transferred = form in words.sending and _named(tree, verb, TO) & words.held
            type_ = "displace" if is_settled(tree, patient, verb) else "transfer" if is_transferred else "detain"
            yield Trigger(type_, numbers, verb, form, "verb")


def is_settled(tree: Tree, patient: int, verb: int) -> bool:
    """Whether those who are moved are households or all who live in a place, and it is no prison that they are brought to."""
    words = _words()
    first, last = tree.phrase(patient)
    nouns = {tree.small[number] for number in range(first, last + 1)}
    is_whole = bool(nouns & words.dwellers and nouns & words.whole)
    return (is_whole or bool(nouns & words.settled)) and not _named(tree, verb, TO) & words.held


def _marches(tree: Tree, verb: int, names_somebody: Callable[[int], bool]) -> bool:
    """ "About 300 people marched from a bakery to the bank": not soldiers, and not those who are marched off."""
    agent = tree.subject(verb)
    if agent is None or tree.is_passive(verb) or tree.object(verb) is not None or len(_particle(tree, verb, verb + 3)) > 0:
        return False
    first, last = tree.phrase(agent)
    words = set(tree.small[first : last + 1])
    is_on_foot = bool({tree.preposition(child) for child in tree.having(verb, "obl", "nmod")} & MARCHED)
    return names_somebody(agent) and is_on_foot and not words & _words().not_marching and not _is_force(tree, agent)


def _come_for(tree: Tree, verb: int, names_somebody: Callable[[int], bool]) -> Trigger | None:
    """ "The police had come for both": whom they come for they take."""
    agent = tree.subject(verb)
    if tree.small[verb] not in COME or agent is None or not _is_force(tree, agent):
        return None
    for noun in tree.having(verb, "obl"):
        cases = [child for child in tree.having(noun, "case") if tree.small[child] == "for"]
        if cases and noun > verb and names_somebody(noun):
            return Trigger("detain", (verb, cases[-1]), verb, "come for", "phrase")
    return None


def _particle(tree: Tree, verb: int, stop: int) -> tuple[int, ...]:
    """The "away" or "off" that belongs to a verb, right behind it or behind its object."""
    words = _words()
    for child in range(verb + 1, min(verb + 6, stop)):
        form = tree.small[child]
        if (form in words.away and tree.words[child].head == verb) or (
            (tree.small[verb], form) in words.pairs and child <= verb + 4
        ):
            return (child,)
        if tree.words[child].upos in ("PUNCT", "CCONJ", "VERB") or (form in words.away and child == verb + 1):
            return (child,) if form in words.away else ()
    return ()


def _is_seizure(tree: Tree, verb: int, patient: int, *, has_particle: bool) -> bool:
    words, form, goal = _words(), tree.small[verb], _named(tree, verb, TO)
    is_forced = _is_forced(tree, verb)
    if goal & words.care or not _is_done_to(tree, verb):
        return False
    if has_particle or goal & words.held:
        return True
    is_loaded = form in words.loading and bool(_named(tree, verb, INTO) & words.vehicles)
    is_from_home = form in words.seizing and bool(_named(tree, verb, FROM) & words.homes)
    is_bare = (
        form in words.bare
        and tree.is_passive(verb)
        and not set(tree.small[verb + 1 : verb + 2]) & words.not_bare
        and not goal
    )
    first, last = tree.phrase(patient)
    is_of_all = form in words.bare and bool(set(tree.small[first : last + 1]) & words.whole)
    return is_loaded or is_from_home or is_bare or is_of_all or (is_forced and form in words.seizing)


def _is_forced(tree: Tree, verb: int) -> bool:
    agent = _agent(tree, verb, is_passive=tree.is_passive(verb))
    return agent is not None and _is_force(tree, agent)


def _is_done_to(tree: Tree, verb: int) -> bool:
    """Whether police or soldiers do it, or nobody says who does."""
    is_passive = tree.is_passive(verb)
    agent = _agent(tree, verb, is_passive=is_passive)
    is_nobodys = (agent is None and is_passive) or (agent is not None and not is_passive and tree.small[agent] in THEY)
    return is_nobodys or _is_forced(tree, verb)


def _agent(tree: Tree, verb: int, *, is_passive: bool) -> int | None:
    if not is_passive:
        return tree.subject(verb)
    return next((child for child in tree.having(verb, "obl", "nmod") if tree.case(child) == "by"), None)


def _is_force(tree: Tree, agent: int) -> bool:
    first, last = tree.phrase(agent)
    return any(tree.small[number] in _words().force for number in {*range(first, last + 1), agent})


def _named(tree: Tree, verb: int, cases: frozenset[str]) -> set[str]:
    """The words of the phrases that hang on a verb, or on its object, behind one of `cases`."""
    found: set[str] = set()
    for at in (verb, *tree.having(verb, "obj", "xcomp", "conj")):
        for child in tree.having(at, *PHRASES):
            if child > verb and tree.preposition(child) in cases:
                first, last = tree.phrase(child)
                found.update(tree.small[first : last + 1])
    return found
