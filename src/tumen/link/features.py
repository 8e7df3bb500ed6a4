"""Two profiles -> what speaks for and against one incident, as numbers. Comes in: two profiles. Goes out: one number a feature, `None` for unknown.

Symmetric: `measure(a, b)` is `measure(b, a)`. What each number means stands in docs/linking.md.
"""

import math
from collections.abc import Callable

from tumen.link.days import gap, without_year
from tumen.link.profile import Days, Facts, Profile
from tumen.link.where import shared_places, shares_place
from tumen.link.words import stems

NAMES = (
    "cosine", "lead", "within", "title", "rare", "people", "surnames", "roads", "other_roads", "others", "ages", "aged",
    "place", "rare_place", "lead_place", "region", "apart", "event_days", "named_days", "looks_back", "foretold", "type", "counts", "numbers",
    "refers", "alike_and_near", "alike_no_name", "told_apart", "foreign",
)  # fmt: skip
Values = tuple[float | None, ...]
MONTH = 30.0
LATER = 7  # days after which a report looks back


def measure(a: Profile, b: Profile) -> Values:
    """The features of a pair, in the order of `NAMES`."""
    is_readable = a.language == b.language or not a.language or not b.language
    people, surnames, strangers = _people(a, b)
    ages, aged = _ages(a, b)
    roads, other_roads = _roads(a, b)
    apart = abs(a.published - b.published) if a.published is not None and b.published is not None else None
    cosine = _dot(a.terms, b.terms) if is_readable else None
    return (
        cosine,
        _dot(a.lead, b.lead) if is_readable else None,
        max(_dot(a.lead, b.terms), _dot(a.terms, b.lead)) if is_readable else None,
        _title(a, b) if is_readable else None,
        _rare(a, b) if is_readable else None,
        people,
        surnames,
        roads,
        other_roads,
        _others(a, b),
        ages,
        aged,
        _place(a.main, b.main),
        *_rare_places(a, b),
        _region(a, b),
        _log(apart),
        *map(_log, _days(a, b)),
        _log(_looks_back(a, b)),
        _log(_foretold(a, b)),
        _type(a, b),
        _counts(a.main, b.main),
        _numbers(a, b),
        float(max(_refers(a, b), _refers(b, a))),
        None if cosine is None or apart is None else cosine * math.exp(-apart / MONTH),
        None if cosine is None else cosine * (strangers > 0 and people + surnames == 0),
        max(_told_apart(a, b), _told_apart(b, a)) if is_readable else None,
        None if is_readable else 1.0,
    )


def _log(days: int | None) -> float | None:
    return None if days is None else math.log1p(days)


# ------------------------------------------------------------------------------------------------------------ words


def _dot(ours: dict[str, int], theirs: dict[str, int]) -> float:
    return sum([ours[stem] * theirs[stem] for stem in ours.keys() & theirs.keys()]) / 1e6


def _title(a: Profile, b: Profile) -> float | None:
    if not a.title or not b.title:
        return None
    return len(set(a.title) & set(b.title)) / min(len(a.title), len(b.title))


def _told_apart(a: Profile, b: Profile) -> float:
    """How much more of the opening of `b` is in what `a` says of another incident than in its own opening, 0 to 1."""
    ours = sum([b.lead[stem] ** 2 for stem in b.lead.keys() & a.lead.keys()])
    other = max([sum([b.lead[stem] ** 2 for stem in b.lead.keys() & side.terms.keys()]) for side in a.sides], default=0)
    return max(other - ours, 0) / 1e6


def _rare(a: Profile, b: Profile) -> float:
    """Rare words in both, about 1 each."""
    return sum([min(a.rare[stem], b.rare[stem]) for stem in a.rare.keys() & b.rare.keys()]) / 60


# ------------------------------------------------------------------------------------------------------------ names


def _people(a: Profile, b: Profile) -> tuple[float, float, float]:
    """Full names in both, about 1 each; last names of the one in the other, where the full name is not; how many each names, where none is shared."""
    full = a.people.keys() & b.people.keys()
    last = (
        (a.surnames.keys() & b.terms.keys()) | (b.surnames.keys() & a.terms.keys()) | (a.surnames.keys() & b.surnames.keys())
    )
    loose = last - {name.rsplit(" ", 1)[-1] for name in full}
    strangers = 0 if full or loose else min(len(a.people), len(b.people))
    return sum([min(a.people[name], b.people[name]) for name in full]) / 120, float(len(loose)), float(strangers)


def _others(a: Profile, b: Profile) -> float | None:
    """Other names in both, about 1 each if they are as rare as can be."""
    if not a.others or not b.others:
        return None
    return sum([min(a.others[name], b.others[name]) for name in a.others.keys() & b.others.keys()]) / 90


def _roads(a: Profile, b: Profile) -> tuple[float, float]:
    """Roads in both; how many each names, where none is shared."""
    shared = len(set(a.roads) & set(b.roads))
    return float(shared), 0.0 if shared else float(min(len(a.roads), len(b.roads)))


def _ages(a: Profile, b: Profile) -> tuple[float | None, float]:
    """Ages in both, or less than 0 if both give ages and none is shared; last names whose ages agree, less those whose ages do not."""
    shared = None
    if a.ages and b.ages:
        shared = float(len(set(a.ages) & set(b.ages))) or -float(min(len(a.ages), len(b.ages), 3))
    agree = 0.0
    for name in a.surnames.keys() & b.surnames.keys():
        if a.surnames[name] and b.surnames[name]:
            agree += 1.0 if abs(a.surnames[name] - b.surnames[name]) <= 1 else -1.0
    return shared, agree


# ------------------------------------------------------------------------------------------------------------ places


def _place(ours: Facts, theirs: Facts) -> float | None:
    """Whether the main incidents share a place smaller than a province: 2; if not, 1 where they share a province, else 0."""
    if not ours.where or not theirs.where:
        return None
    if shares_place(ours.where, theirs.where):
        return 2.0
    provinces = ({region for region in one.regions if "-" in region} for one in (ours, theirs))
    return 1.0 if set.intersection(*provinces) else 0.0


def _rare_places(a: Profile, b: Profile) -> tuple[float | None, float | None]:
    """How rare the rarest place is that both name anywhere; that both name in title or opening, or as the place of their main incident."""
    if not a.places or not b.places:
        return None, None
    shared = shared_places(a.places, b.places)
    return max(map(_rarity_of(a, b), shared), default=0.0), max(
        (_rarity_of(a, b)(pair) for pair in shared if _leads(a, pair[0]) and _leads(b, pair[1])), default=0.0
    )


def _rarity_of(a: Profile, b: Profile) -> Callable[[tuple[str, str]], float]:
    return lambda pair: min(a.place_rarities[pair[0]], b.place_rarities[pair[1]]) / 10


def _leads(profile: Profile, place: str) -> bool:
    """Whether a report begins with a place, or its main incident was there."""
    return place in profile.main.where or all(stem in profile.lead for stem in stems(place))


def _region(a: Profile, b: Profile) -> float | None:
    """2 if they name a province that both have, 1 a country, 0 if neither."""
    if not a.regions or not b.regions:
        return None
    shared = set(a.regions) & set(b.regions)
    return 2.0 if any("-" in region for region in shared) else 1.0 if shared else 0.0


# ------------------------------------------------------------------------------------------------------------- days


def _days(a: Profile, b: Profile) -> tuple[int | None, int | None]:
    """How many days lie between what both say of when the main incident was; between any days that both name."""
    main = _gap(a.main.days, b.main.days, a.main.yearless, b.main.yearless)
    return main, _gap(a.days, b.days, a.yearless, b.yearless)


def _gap(
    ours: tuple[Days, ...], theirs: tuple[Days, ...], our_yearless: tuple[Days, ...], their_yearless: tuple[Days, ...]
) -> int | None:
    found = gap(ours, theirs)
    if not our_yearless and not their_yearless:
        return found
    across = gap((*without_year(ours), *our_yearless), (*without_year(theirs), *their_yearless))
    return across if found is None else found


def _looks_back(a: Profile, b: Profile) -> int | None:
    """How far the days that the later report names are from when the earlier came out, where at least a week lies between them."""
    if a.published is None or b.published is None or abs(a.published - b.published) < LATER:
        return None
    first, later = (a, b) if a.published < b.published else (b, a)
    return gap([(first.published or 0, first.published or 0)], later.days)


def _foretold(a: Profile, b: Profile) -> int | None:
    """How many days before its main incident can have happened, as the one dates it, the other came out; 0 where none lies between."""
    ahead = [
        max(min(first for first, _ in told.main.days) - other.published, 0)
        for told, other in ((a, b), (b, a))
        if told.main.days and other.published is not None
    ]
    return max(ahead, default=None)


def _refers(a: Profile, b: Profile) -> int:
    """1 if `a` names the outlet of `b` as one that was told or reported something, 2 if it also names the day on which `b` came out."""
    is_earlier = a.published is None or b.published is None or b.published <= a.published
    if not b.outlet or a.outlet == b.outlet or b.outlet not in a.outlets or not is_earlier:
        return 0
    return 2 if b.published is not None and gap([(b.published, b.published)], a.days) == 0 else 1


# --------------------------------------------------------------------------------------------------- types, numbers


def _type(a: Profile, b: Profile) -> float | None:
    """3 one type, 2 the type of one is among those of the other, 1 one family, 0 another; `None` where one has no incident."""
    if not a.main.type or not b.main.type:
        return None
    if a.main.type == b.main.type:
        return 3.0
    if a.main.type in b.types or b.main.type in a.types:
        return 2.0
    return 1.0 if a.main.family in (b.main.family, *b.families) or b.main.family in a.families else 0.0


def _counts(ours: Facts, theirs: Facts) -> float | None:
    """Of the fields that both count: those with readings that can both hold, less those that have none; `None` if there is no such field."""
    fields = {one[0] for one in ours.counts} & {one[0] for one in theirs.counts}
    if not fields:
        return None
    return float(sum([1 if can_agree(ours, theirs, field) else -1 for field in fields]))


def can_agree(ours: Facts, theirs: Facts, field: str) -> bool:
    """Whether a count of a field of the one and one of the other can both hold."""
    return any(
        (hi < 0 or other_lo <= hi) and (other_hi < 0 or lo <= other_hi)
        for name, lo, hi in ours.counts
        if name == field
        for other, other_lo, other_hi in theirs.counts
        if other == field
    )


def _numbers(a: Profile, b: Profile) -> float | None:
    """Exact numbers of people in both, or less than 0 if both give some and none is shared."""
    if not a.numbers or not b.numbers:
        return None
    return float(len(set(a.numbers) & set(b.numbers))) or -1.0
