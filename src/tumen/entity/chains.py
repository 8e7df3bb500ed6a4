"""Mentions -> entities. Comes in: the mentions of one report, and what the model gives for them. Goes out: which name the same thing.

Each mention is tied to one before it, or to none. The model is asked some windows back; proper names count over the whole
report. A mention of another report is never looked at: nobody is tied to anybody outside this text.
"""

from collections.abc import Sequence

import numpy as np

from tumen.entity.mentions import Mention
from tumen.entity.names import TITLES, name_of
from tumen.entity.views import shares
from tumen.model.pieces import Ints
from tumen.model.scan import Scan
from tumen.records import Span

BACK = 2
"""Windows before its own in which a mention looks for one of the same thing. A model without faults gets a CoNLL F1 of 86 on GUM's
development set with 0, 96 with 1, 98 with 2."""

NAMED = frozenset(("person", "organization", "place", "other"))
"""Of these, the same name means the same thing (in GUM in 95, 95, 93 and 81 of 100 cases; of groups in 45, of events in 60)."""


def tie(mentions: Sequence[Mention], text: str, words: Sequence[Span], upos: Sequence[str], scan: Scan) -> tuple[int, ...]:
    """The number of the entity of each mention, by first mention from 0 on. `mentions` are in the order of their main words."""
    if not mentions:
        return ()
    before = _before(scan.piece_of([words[mention.main] for mention in mentions]), scan)
    names = _Names()
    entities: list[int] = []
    count = 0
    for number, mention in enumerate(mentions):
        name = _name(mention, text, words, upos)
        entity = names.find(mention.kind, name) if name else None
        if entity is None:
            entity = entities[before[number]] if before[number] < number else count
        count = max(count, entity + 1)
        entities.append(entity)
        if name:
            names.add(mention.kind, name, entity)
    return tuple(entities)


class _Names:
    """The names of the entities so far: whole, and of persons each word of the name as well."""

    def __init__(self) -> None:
        self._whole: dict[tuple[str, tuple[str, ...]], int] = {}
        self._word: dict[str, int | None] = {}  # `None` if several persons have it in their names

    def find(self, kind: str, name: tuple[str, ...]) -> int | None:
        """The entity of this name; for one word of a person, the one person whose name has it (right in 94 of 100 cases in GUM)."""
        found = self._whole.get((kind, name))
        if found is None and kind == "person" and len(name) == 1:
            found = self._word.get(name[0])
        return found

    def add(self, kind: str, name: tuple[str, ...], entity: int) -> None:
        self._whole[kind, name] = entity
        for word in name if kind == "person" else ():
            self._word[word] = entity if self._word.setdefault(word, entity) == entity else None


def _name(mention: Mention, text: str, words: Sequence[Span], upos: Sequence[str]) -> tuple[str, ...]:
    """The words of the name, without capitals and points; empty where there is none, or only a title."""
    found = name_of(mention, text, words, upos) if mention.kind in NAMED else None
    if found is None:
        return ()
    name = tuple(text[span.start : span.end].casefold().replace(".", "") for span in words[found[0] : found[1] + 1])
    return () if set(name) <= TITLES else name


def _before(pieces: Ints, scan: Scan) -> list[int]:
    """For each of `pieces` (in order), which one of them it points to, itself or an earlier one."""
    before = np.arange(len(pieces))
    for own, view in shares(pieces, scan, ["before"], BACK):
        first = np.searchsorted(pieces, view.windows[0].start)
        candidates = np.arange(first, own[-1] + 1)
        scores = view.pairs("before", pieces[own], pieces[candidates])
        scores[candidates[None, :] > own[:, None]] = -np.inf
        before[own] = candidates[scores.argmax(1)]
    found: list[int] = before.tolist()
    return found
