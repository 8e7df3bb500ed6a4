"""Whom a report names as where it has something from. Comes in: the text below the head, as a view. Goes out: names, and outlets cited."""

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from tumen.echo.cues import cues
from tumen.echo.words import common_words, fold_word, hash_of, pack, unpack, words
from tumen.masthead import is_outlet

LONGEST_NAME = 6  # words
CAPITAL = re.compile(
    r"(?:[A-Z][\w’'&/-]*\.?|[A-Z]{2,})(?:(?: (?:of|and|the|for|from|del|de|du|da|do|di|la|el))* [A-Z][\w’'&/-]*)*"
)
HOST = re.compile(r"\b(?:[\w-]+\.)+(?:[a-z]{2,6})\b")
NO_NAMES = frozenset("www m com co org net info uk us au news blogs blog".split())
IN_BRACKETS = re.compile(r"[(\[]([A-Z][^()\[\]\d]{1,40})[)\]]")
"""As in "(Reuters)"."""
PARTS = 255
LEAD = 0.5
"""An outlet that is first named behind this share of a text is not where the story is from."""


class Names(msgspec.Struct, frozen=True, array_like=True):
    """Hashes of all names in a text, sorted, and of each where it first stands, in parts of 255 of the text."""

    hashes: bytes
    places: bytes


class Cited(msgspec.Struct, frozen=True, array_like=True):
    """Whom a report says it has something from: folded, as written, and where first, as a share of the text.

    `is_outlet`: the name, or the words around it, say that it is an outlet; it may be a person or a body otherwise.
    """

    outlet: str
    name: str
    at: float
    is_outlet: bool


def find_names(text: str) -> Names:
    """The names in a text, with every part of each, and in the forms that outlets go by: of "Radio Free Asia" also "Free Asia", "RFA" and
    "radiofreeasia", as in the name of a site."""
    first: dict[int, int] = {}
    for match in CAPITAL.finditer(text):
        place = PARTS * match.start() // max(len(text), 1)
        run = [fold_word(word) for word in re.findall(r"\w+(?:['’]\w+)*", match[0].replace("’s", "").replace("'s", ""))]
        for begin in range(len(run)):
            for end in range(begin + 1, min(begin + LONGEST_NAME, len(run)) + 1):
                for form in forms(run[begin:end]):
                    first.setdefault(hash_of(form), place)
    for match in HOST.finditer(text):
        if label := site_name(match[0]):
            first.setdefault(hash_of(label), PARTS * match.start() // max(len(text), 1))
    hashes = sorted(first)
    return Names(pack(hashes), bytes(first[one] for one in hashes))


def site_name(host: str) -> str:
    """The part of a host that names the site: "kwch" of "www.kwch.com"."""
    labels = host.casefold().split(".")
    return max((label for label in labels[:-1] if label not in NO_NAMES), key=len, default="").replace("-", " ")


def forms(name: Sequence[str]) -> list[str]:
    """The words of a name as they stand, as one word, and where there are three or more, their first letters."""
    found = [" ".join(name)]
    if len(name) > 1:
        found.append("".join(name))
    if len(name) > 2:
        found.append("".join(word[0] for word in name))
    return found


def is_same_outlet(one: str, other: str) -> bool:
    """Whether two outlets, folded, have a form of their name in common; not if one is unknown."""
    return bool(one and other) and not set(forms(one.split())).isdisjoint(forms(other.split()))


def is_first_named(names: Names, outlet: str) -> float | None:
    """Where in the text the outlet (folded) is first named, in any form, as a share of it; `None` if it is not.

    A name that is one common word ("Sun") is not told from the word.
    """
    if not outlet or outlet in common_words():
        return None
    hashes = unpack(names.hashes)
    places = []
    for form in forms(outlet.split()):
        at = int(hashes.searchsorted(hash_of(form)))
        if at < len(hashes) and hashes[at] == hash_of(form):
            places.append(names.places[at])
    return min(places) / PARTS if places else None


def find_cited(text: str, outlet: str | None, places: Collection[str] = ()) -> tuple[Cited, ...]:
    """Those whose names stand with a word such as "according to" or "reported", in text order; neither the report's own outlet nor `places`."""
    own = " ".join(words(outlet or "")).removeprefix("the ")
    taken = {" ".join(words(place)) for place in places}
    found: dict[str, Cited] = {}
    for at, name, is_published in sorted(_candidates(text)):
        folded = " ".join(words(name)).removeprefix("the ")
        if not folded or folded in taken or _is_own(folded, own):
            continue
        if all(len(word) < 3 or word in common_words() for word in folded.split()) and not is_outlet(
            name
        ):  # "They had published"
            continue
        one = Cited(folded, name, round(at / max(len(text), 1), 2), is_published or is_outlet(name))
        if folded not in found or (one.is_outlet and not found[folded].is_outlet):
            found[folded] = one
    return tuple(found.values())


def _is_own(folded: str, own: str) -> bool:
    """Whether a name is the outlet's own, shortened, or with more behind it: "RFA", "RFA's Korean Service" in Radio Free Asia; "Yonhap News Agency" in Yonhap."""
    if not own:
        return False
    is_part = folded == own or own.endswith(f" {folded}") or own.startswith(f"{folded} ")
    first, _, _ = folded.partition(" ")
    return is_part or folded.startswith(f"{own} ") or first.removesuffix("s").rstrip("'’") in forms(own.split())[1:]


def _candidates(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where, the name, and whether only what is published is cited so."""
    for pattern, is_published in cues().citing:
        for match in pattern.finditer(text):
            yield match.start(), re.sub(r"['’]s?$", "", match["name"]), is_published
    for match in IN_BRACKETS.finditer(text):
        if not match[1].lower().startswith("source") and is_outlet(match[1]):
            yield match.start(), match[1], True
