"""Places as linking compares them. Comes in: the places of a record. Goes out: those smaller than a province by folded name, and regions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tumen.link.words import fold
from tumen.records import Place, Span

WIDE = ("country", "province")
KINDS = frozenset(
    "county city township town village district prefecture municipality province state region area the of".split()
)
"""What a place is, is no part of its name: "Samjiyon County" is Samjiyon."""
MOST = 24


class Where(NamedTuple):
    """`names` has the id of each place, "" where none is known."""

    names: dict[str, str]
    regions: tuple[str, ...]


def folded(name: str) -> str:
    """A name of several words, folded."""
    return " ".join(filter(None, map(fold, name.split())))


def bare(name: str) -> str:
    """A place's name, folded, without what kind of place it is."""
    words = [word for word in folded(name).split() if word not in KINDS]
    return " ".join(words) or folded(name)


def where_of(places: Iterable[Place], weights: Mapping[Span, int] | None = None) -> Where:
    """The places named, those told most first kept; `weights` say how much a mention counts, 1 if nothing does."""
    count: Counter[str] = Counter()
    ids: dict[str, str] = {}
    regions: set[str] = set()
    for place in places:
        regions.update(filter(None, (place.country, place.within if _is_region(place) else None)))
        if place.level in WIDE:
            regions.update(filter(None, (place.id,)))
        elif place.level not in ("water", "mountain", "border") and (name := bare(place.name)):
            count[name] += (weights or {}).get(place.span, 1)
            ids[name] = ids.get(name) or place.id or ""
    kept = sorted(count, key=lambda name: (-count[name], name))[:MOST]
    return Where({name: ids[name] for name in sorted(kept)}, tuple(sorted(regions)))


def _is_region(place: Place) -> bool:
    """Whether what it lies in is a province: a town may lie in a county."""
    return place.within is not None and "-" in place.within


def shared_places(ours: Mapping[str, str], theirs: Mapping[str, str]) -> list[tuple[str, str]]:
    """The places that are in both, by their two names: one id, or one name where one of them has no id."""
    by_id = {id_: name for name, id_ in theirs.items() if id_}
    found = [(name, by_id[id_]) for name, id_ in ours.items() if id_ in by_id]
    return found + [(name, name) for name in ours if name in theirs and not (ours[name] and theirs[name])]


def shares_place(ours: Mapping[str, str], theirs: Mapping[str, str]) -> bool:
    """Whether one place is in both."""
    return bool(shared_places(ours, theirs))


def among(places: Sequence[Place], spans: Sequence[Span]) -> list[Place]:
    """The places within one of `spans`."""
    return [place for place in places if any(span.holds(place.span) for span in spans)]
