"""GUM (Zeldes, 2017) -> gold entities. Comes in: a document with GUM's `Entity=` column. Goes out: who and what it mentions.

Kinds: GUM's `person` of one human is `person`, of several is `group` (see `_is_many`); `organization`, `place`, `time`, `event`
are GUM's own; `object`, `abstract`, `substance`, `plant`, `animal` are `other`. Only identity makes a chain: bridging and
split antecedents are left out. Format: the README of UD_English-GUM, section Entity.
"""

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from tumen.errors import SettingError
from tumen.measure.conllu import Document

KINDS = ("person", "group", "organization", "place", "time", "event", "other")
BRACKET = re.compile(r"\((?P<opened>[^-()]+)-(?P<kind>[a-z]+)-[^()]*(?P<single>\))?|(?P<closed>[^-()]+)\)")
ONE_PRONOUNS = frozenset("i me my mine myself he him his himself she her hers herself yourself".split())
MANY_PRONOUNS = frozenset("we us our ours ourselves 's ’s they them their theirs themselves em 'em ye these those".split())
MANY = frozenset(
    "all al. audience both bunch class couple crowd everybody everyone faculty family few generation group half handful humanity"
    " lot majority many minority most nobility number people percent population public rest several some staff team tribe"
    " workforce % elderly elite".split()
)
"""Words that stand for several people without being plural themselves."""


class Entity(NamedTuple):
    """Words `[first, last]` of the document that name something of `kind`; `head` is their main word. `chain` is the same for
    all that name the same thing."""

    first: int
    last: int
    head: int
    kind: str
    chain: str


def read_entities(document: Document) -> list[Entity]:
    """All mentions, in the order in which they open, nested ones included; none discontinuous. Raises `SettingError` if the
    brackets of the column do not match."""
    opened: dict[str, list[int]] = defaultdict(list)  # the numbers of those that are still open
    drafts: list[tuple[int, int, str, str]] = []
    for word, misc in enumerate(document.misc):
        column = misc.get("Entity", "")
        brackets = list(BRACKET.finditer(column))
        if "".join(each[0] for each in brackets) != column:
            raise SettingError(document.name, f"word {word} has an Entity column that cannot be read")
        for each in brackets:
            if each["opened"]:
                if not each["single"]:
                    opened[each["opened"]].append(len(drafts))
                drafts.append((word, word, each["kind"], each["opened"]))
            elif opened[each["closed"]]:
                number = opened[each["closed"]].pop()
                drafts[number] = (drafts[number][0], word, *drafts[number][2:])
            else:
                raise SettingError(document.name, f"word {word} closes a mention that is not open")
    if any(opened.values()):
        raise SettingError(document.name, "a mention is never closed")
    return _with_kinds(document, _with_heads(document, drafts))


def gold_mentions(document: Document) -> set[tuple[int, int, str]]:
    """First word, last word and kind of each mention that is not a pronoun."""
    return {(each.first, each.last, each.kind) for each in read_entities(document) if document.upos[each.head] != "PRON"}


def gold_chains(document: Document) -> list[set[tuple[int, int]]]:
    """The first and last words of the mentions of each thing, pronouns and things mentioned once included."""
    chains: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for each in read_entities(document):
        chains[each.chain].add((each.first, each.last))
    return list(chains.values())


def _with_heads(document: Document, drafts: list[tuple[int, int, str, str]]) -> list[Entity]:
    """Short mentions choose first, so that a longer one looks for a main word of its own."""
    heads: dict[int, int] = {}
    taken: set[int] = set()
    for number in sorted(range(len(drafts)), key=lambda number: drafts[number][1] - drafts[number][0]):
        first, last, _, _ = drafts[number]
        heads[number] = _head(document, first, last, taken)
        taken.add(heads[number])
    return [Entity(first, last, heads[number], kind, chain) for number, (first, last, kind, chain) in enumerate(drafts)]


def _head(document: Document, first: int, last: int, taken: set[int]) -> int:
    """The first word whose own head is outside. Where another mention has it: the next such word, or the "and" between two that
    are a mention together; else the word that is taken."""
    inside = range(first, last + 1)
    tops = [word for word in inside if not first <= document.heads[word] <= last or document.heads[word] == word]
    tops = [word for word in tops if document.upos[word] != "PUNCT"] or tops
    joined = {word for word in inside if document.heads[word] in tops and document.relations[word] == "conj"}
    marks = [word for word in inside if document.relations[word] == "cc" and document.heads[word] in joined]
    return next((word for word in (*tops, *reversed(marks)) if word not in taken), tops[0])


def _with_kinds(document: Document, entities: list[Entity]) -> list[Entity]:
    """`person` parted into `person` and `group`, the rest named as we name them. A pronoun goes with its chain."""
    votes: dict[str, Counter[bool]] = defaultdict(Counter)
    for each in entities:
        if each.kind == "person" and document.upos[each.head] != "PRON":
            votes[each.chain][_is_many(document, each)] += 1
    kinds: list[str] = []
    for each in entities:
        kind = each.kind
        if kind == "person":
            vote = votes[each.chain]
            by_chain = bool(vote) and document.upos[each.head] == "PRON" and _form(document, each.head) not in ONE_PRONOUNS
            kind = "group" if (vote[True] > vote[False] if by_chain else _is_many(document, each)) else "person"
        kinds.append(kind if kind in KINDS else "other")
    return [each._replace(kind=kind) for each, kind in zip(entities, kinds, strict=True)]


def _is_many(document: Document, person: Entity) -> bool:
    """More than one human: a plural, a word of number or amount, or several joined by "and"."""
    head, upos, lemma = person.head, document.upos[person.head], document.lemmas[person.head].lower()
    form = _form(document, head)
    if upos == "PRON":
        return form in MANY_PRONOUNS or lemma in MANY
    if upos in ("NOUN", "PROPN") and form != lemma:
        return True
    return upos == "CCONJ" or lemma in MANY or (upos == "NUM" and lemma not in ("one", "1"))


def _form(document: Document, word: int) -> str:
    span = document.words[word]
    return document.text[span.start : span.end].lower()
