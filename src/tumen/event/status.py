"""Triggers -> whether it happened, as the words around say. Comes in: a trigger and its tree. Goes out: certainty, polarity, time frame.

From the trigger up to the root of its sentence: negation, modals, and what it hangs on ("planned to", "fear of", "denied that"). What
surrounding claims say (a source who believes, a denial) is added where claims are known (`detect.py`).
"""

from typing import NamedTuple

from tumen.event.clause import Tree
from tumen.event.forms import forms_of_noun, forms_of_verb
from tumen.event.triggers import Trigger
from tumen.records import Certainty, TimeFrame

NOT = frozenset("not n't n’t never neither nor no nobody none nothing hardly without nowhere".split())
MAY = frozenset("may might could can".split())
WILL = frozenset("will would shall 'll ’ll 'd wo must should".split())
HEDGES = frozenset(
    "allegedly reportedly apparently possibly probably perhaps likely supposedly presumably seemingly rumoured rumored".split()
)
NEVER_NOUNS = frozenset("no any neither".split())


def _forms(verbs: str, nouns: str = "", adjectives: str = "") -> frozenset[str]:
    found = frozenset(form for verb in verbs.split() for form in forms_of_verb(verb))
    return found | frozenset(form for noun in nouns.split() for form in forms_of_noun(noun)) | frozenset(adjectives.split())


AHEAD = _forms(
    "plan intend threaten order instruct want hope wish prepare vow pledge promise decide aim seek expect demand urge call ask warn "
    "schedule allow permit propose consider discuss agree try attempt refuse dare wait need oblige require urge encourage authorise authorize "
    "forbid ban prohibit bar advise recommend undertake",
    "plan threat order instruction intention hope promise demand attempt decision proposal call warning directive preparation permission "
    "deadline wish ban prospect risk danger possibility authority right request",
    "set due ready about going willing able likely scheduled supposed bound eager determined planned future upcoming impending",
)
"""What hangs on these is ahead, not done."""
DOUBTED = _forms(
    "fear believe suspect allege rumour rumor think appear seem worry suppose presume assume accuse speculate feel guess charge",
    "fear belief suspicion allegation rumour rumor worry concern charge accusation speculation talk likelihood sign",
    "likely believed feared alleged suspected rumoured rumored thought possible probable apparent unclear unconfirmed presumed potential",
)
DENIED = _forms(
    "deny refute reject dismiss avoid prevent escape avert rule fail refuse",
    "denial failure",
    "untrue false unfounded baseless wrong",
)
SAID_TO_BE = frozenset("said reported understood known".split())
LIFTED = _forms("lift cancel abolish suspend call halt stop end scrap")


class Status(NamedTuple):
    """What the words around a trigger say of whether, and when, it happened."""

    certainty: Certainty
    is_negative: bool
    time_frame: TimeFrame | None


def find_status(tree: Tree, trigger: Trigger) -> Status:
    """How the sentence presents the event."""
    certainty: Certainty = "certain"
    negative, ahead = False, False
    at, via = trigger.main, ""
    steps = 0
    while True:
        small = {
            tree.small[child]
            for child in tree.children[at]
            if tree.words[child].relation in ("aux", "advmod", "det", "amod", "cc", "mark", "case", "compound", "cop")
        }
        is_first = steps == 0
        if is_first or via in ("xcomp", "clause-raising"):
            negative ^= bool(small & NOT and not (small & {"only", "just"} and "not" in small)) or _subject_is_none(tree, at)
        if small & MAY and not negative:
            certainty = "possible"
        if small & WILL:
            ahead = True
        if small & HEDGES:
            certainty = "possible"
        if is_first and small & (DOUBTED - {"charge", "charges"}) and trigger.kind == "noun":
            certainty = "possible"
        if is_first and small & AHEAD and trigger.kind == "noun":
            ahead = True
        if "if" in small or "unless" in small:
            ahead = True
        word = tree.words[at]
        if word.head == at or steps > 8:
            break
        head, relation = word.head, word.relation
        above = tree.small[head]
        infinitive = any(tree.small[child] == "to" for child in tree.having(at, "mark", "aux"))
        perfect = infinitive and any(tree.small[child] in ("have", "be") for child in tree.having(at, "aux"))
        if relation in ("xcomp", "ccomp", "acl", "advcl", "csubj", "obj", "nmod", "obl", "nsubj", "compound", "amod"):
            is_content = relation in ("xcomp", "ccomp", "acl", "csubj") or (is_first and trigger.kind == "noun")
            if is_content and above in DENIED and relation != "nsubj":
                negative = not negative
            elif is_content and above in DOUBTED and relation not in ("nsubj", "advcl"):
                certainty = "possible"
            elif (
                is_content
                and above in AHEAD
                and (
                    infinitive
                    or relation in ("obj", "nmod", "compound")
                    or tree.small[at].endswith("ing")
                    or above in ("warned", "warn", "threatened", "threaten")
                )
            ):
                ahead = True
            elif is_content and above in SAID_TO_BE and infinitive:
                certainty = "possible"
            elif relation in ("advcl", "acl") and infinitive and not perfect:
                ahead = True
            elif relation == "obj" and above in LIFTED:
                pass
        via = relation
        if relation in ("nsubj", "obl", "nmod", "obj", "advcl", "conj", "parataxis") and not (
            relation == "conj" or (relation == "obj" and is_first)
        ):
            if relation == "nsubj" and above in DENIED:
                negative = not negative
            if relation != "conj":
                break
        if relation == "acl" and not infinitive and tree.words[at].upos == "VERB" and above not in DOUBTED | AHEAD | DENIED:
            break
        if relation == "ccomp" and above not in DOUBTED | AHEAD | DENIED:
            break
        at = head
        steps += 1
    frame: TimeFrame | None = "future" if ahead else None
    return Status(certainty, negative, frame)


def _subject_is_none(tree: Tree, verb: int) -> bool:
    for subject in tree.having(verb, "nsubj"):
        if tree.small[subject] in ("nobody", "none", "nothing", "no-one"):
            return True
        if any(tree.small[child] in ("no", "neither", "none") for child in tree.having(subject, "det")):
            return True
    return False
