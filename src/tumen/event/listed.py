"""Lists of people -> how many they are. Comes in: the words of a sentence, and which of them name a person. Goes out: the sum, its parts, and where the list stands.

"A bookbinder, his wife and their three children" are five, though no word says so. Read off the words, not the tree, which hangs long lists wrong. One
item of which nobody can say how many it is ("and several children") leaves the sum unknown.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from tumen.event.clause import Tree
from tumen.ground.howmany import singular
from tumen.ground.numbers import NUMBER, to_number

ONE = frozenset("a an the one his her its their my our your another".split())
INSIDE = frozenset(["ADJ", "NOUN", "PROPN", "PRON", "DET", "NUM", "ADV", "VERB"])
VAGUE = frozenset(
    "least most than about around some nearly almost over under several many few perhaps roughly approximately up".split()
)
JOINTS = frozenset([",", "and"])
BETWEEN = frozenset("from of in at near".split())
LONGEST_ITEM, LONGEST_LIST = 8, 12


class Listed(NamedTuple):
    """A list from word `first` to word `last`; its `parts` add up to `total`, which is 0 where a part is unknown."""

    first: int
    last: int
    total: int
    parts: tuple[int, ...]


class _Item(NamedTuple):
    last: int
    number: int
    is_name: bool


def read_list(tree: Tree, number: int, is_person: Callable[[int], bool]) -> Listed | None:
    """The list that begins with the phrase of a word; `None` where there is none."""
    first = min(_start(tree, number), tree.phrase(number)[0])
    item = _item(tree, first, is_person)
    if item is None:
        return None
    parts, last = [item.number], item.last
    while len(parts) < LONGEST_LIST:
        at, joint = _joint(tree, item, is_person)
        following = _item(tree, at, is_person) if joint else None
        if following is None:
            return None
        item = following
        parts.append(item.number)
        last = item.last
        if joint == "and":
            if last < number:
                return None
            total = sum(parts) if all(parts) else 0
            return Listed(first, last, total, tuple(parts) if total else ())
    return None


def _start(tree: Tree, number: int) -> int:
    """The first word of the phrase that ends with the one at `number`."""
    at = number
    while at > 0 and tree.words[at - 1].upos in ("DET", "ADJ", "NUM", "PRON") and at <= tree.words[at - 1].head <= number:
        at -= 1
    while at < number and tree.small[at] in ("they", "them", "him", "it"):
        at += 1
    return at


def _item(tree: Tree, first: int, is_person: Callable[[int], bool]) -> _Item | None:
    """The person or people that a list names at word `first`: `number` is 0 where nobody says how many."""
    counted, is_vague = 0, False
    stop = min(first + LONGEST_ITEM, len(tree.words))
    for at in range(first, stop):
        form, upos = tree.small[at], tree.words[at].upos
        is_name = upos == "PROPN" and is_person(at)
        if is_name and at == first:
            while at + 1 < len(tree.words) and tree.words[at + 1].upos == "PROPN":
                at += 1
            if at + 1 >= len(tree.words) or tree.small[at + 1] not in ("'s", "’s"):
                return _Item(at, 1, True)
            counted = 1
        elif upos == "PRON" and form not in ONE:
            return None  # "and then himself"
        elif form in VAGUE:
            is_vague = True
        elif form in ONE and not counted:
            counted = 1
        elif re.fullmatch(NUMBER, form):
            counted = to_number(form) + (counted if counted >= 20 and tree.small[at - 1] == "-" else 0)
        elif is_person(at) and not _goes_on(tree, at, is_person):
            is_single = singular(form) == form
            return _Item(at, counted if counted and not is_vague and is_single == (counted == 1) else 0, False)
        elif form not in ("-", "'s", "’s", "of") and (
            upos not in INSIDE or (upos == "VERB" and tree.words[at].relation != "amod")
        ):
            return None
    return None


def _goes_on(tree: Tree, at: int, is_person: Callable[[int], bool]) -> bool:
    """Whether the noun is only the first of two: "police officer", "a neighbour's son"."""
    if at + 1 >= len(tree.words):
        return False
    return tree.small[at + 1] in ("'s", "’s") or (tree.words[at + 1].upos in ("NOUN", "PROPN") and is_person(at + 1))


def _joint(tree: Tree, item: _Item, is_person: Callable[[int], bool]) -> tuple[int, str | None]:
    """The word behind the comma or "and" that follows an item, with its age and what explains a name left out; "and" ends a list."""
    at, small = item.last + 1, [*tree.small[item.last + 1 : item.last + 20], "", "", "", ""]
    skip = 0
    if small[0] in BETWEEN:
        while skip < LONGEST_ITEM and at + skip < len(tree.words) and small[skip] not in JOINTS:
            if is_person(at + skip) or tree.words[at + skip].upos not in (*INSIDE, "ADP"):
                return at, None
            skip += 1
    if small[skip] == "," and (small[skip + 1].isdigit() or small[skip + 1] == "aged"):
        skip += 3 if small[skip + 1] == "aged" else 2
    if item.is_name and small[skip] == "," and small[skip + 1] in ("a", "an", "the"):
        explained = _item(tree, at + skip + 1, is_person)
        if explained and tree.small[explained.last + 1 : explained.last + 2] == [","]:
            skip = explained.last + 1 - at
    joint = small[skip]
    if joint == "," and small[skip + 1] == "and":
        return at + skip + 2, "and"
    return at + skip + 1, joint if joint in JOINTS else None
