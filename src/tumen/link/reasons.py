"""What speaks for and against one incident, in sentences. Comes in: two profiles, a feature and its value. Goes out: words for an editor.

Words are shown as the stems that are compared, with an asterisk where an ending may be gone: "execut*".
"""

import math
from collections.abc import Callable, Iterable
from datetime import date

from tumen.link.features import NAMES, Values
from tumen.link.profile import Facts, Profile
from tumen.link.where import shared_places, shares_place

MOST = 4
Said = Callable[[Profile, Profile, float], str]
BIAS = "two reports that have something rare in common are seldom of one incident"


def sentence(name: str, a: Profile, b: Profile, values: Values) -> str:
    """What a feature saw, for the feature of that name."""
    value = values[NAMES.index(name)]
    return _SAID[name](a, b, 0.0 if value is None else value)


def listed(words: Iterable[str], most: int = MOST) -> str:
    """The first words, in order, and how many more there are."""
    found = list(words)
    return ", ".join(found[:most]) + (f" and {len(found) - most} more" if len(found) > most else "")


def _stems(shared: Iterable[str], weight: dict[str, int]) -> str:
    return listed(f"{stem}*" for stem in sorted(shared, key=lambda stem: (-weight[stem], stem)))


def _names(found: Iterable[str]) -> str:
    return listed(name.title() for name in sorted(found))


def _rare(a: Profile, b: Profile, value: float) -> str:
    shared = a.rare.keys() & b.rare.keys()
    return f"rare words in both: {_stems(shared, a.rare)}" if shared else "no rare word is in both"


def _title(a: Profile, b: Profile, value: float) -> str:
    shared = set(a.title) & set(b.title)
    return (
        f"words of both titles: {listed(f'{stem}*' for stem in sorted(shared))}"
        if shared
        else "the titles have no word in common"
    )


def _people(a: Profile, b: Profile, value: float) -> str:
    shared = a.people.keys() & b.people.keys()
    return f"both name {_names(shared)}" if shared else "no full name is in both"


def _surnames(a: Profile, b: Profile, value: float) -> str:
    shared = (a.surnames.keys() & (b.terms.keys() | b.surnames.keys())) | (b.surnames.keys() & a.terms.keys())
    return f"names of the one stand in the other: {_names(shared)}" if shared else "no name of the one stands in the other"


def _roads(a: Profile, b: Profile, value: float) -> str:
    shared = set(a.roads) & set(b.roads)
    return f"both name {_names(shared)}" if shared else "no road is in both"


def _others(a: Profile, b: Profile, value: float) -> str:
    shared = a.others.keys() & b.others.keys()
    return f"both name {_names(shared)}" if shared else "of places and organisations, none is named by both"


def _ages(a: Profile, b: Profile, value: float) -> str:
    shared = set(a.ages) & set(b.ages)
    return f"ages in both: {listed(map(str, sorted(shared)))}" if shared else "both give ages, and none is the same"


def _aged(a: Profile, b: Profile, value: float) -> str:
    return (
        "the age of a person agrees"
        if value > 0
        else "the ages of a person do not agree"
        if value < 0
        else "no person's age is in both"
    )


def _place(a: Profile, b: Profile, value: float) -> str:
    ours, theirs = a.main.where, b.main.where
    if shares_place(ours, theirs):
        both = (ours.keys() & theirs.keys()) or {name for name, id_ in ours.items() if id_ and id_ in theirs.values()}
        return f"both happened in {_names(both)}"
    province = " of one province" if value else ""
    return f"they happened in other places{province}: {_names(ours)}; {_names(theirs)}"


def _places(a: Profile, b: Profile, value: float) -> str:
    shared = {name for name, _ in shared_places(a.places, b.places)}
    return f"places in both: {_names(shared)}" if shared else "no place is in both"


def _lead_place(a: Profile, b: Profile, value: float) -> str:
    return "the same place is in both openings" if value else "no place is in both openings"


def _region(a: Profile, b: Profile, value: float) -> str:
    return {2.0: "one province is in both", 1.0: "one country is in both"}.get(value, "not even a country is in both")


def days(value: float) -> str:
    """The days that the logarithm stands for, in words."""
    count = round(math.expm1(value))
    return "1 day" if count == 1 else f"{count} days"


def _apart(a: Profile, b: Profile, value: float) -> str:
    return f"published {days(value)} apart" if value else "published on one day"


def _event_days(a: Profile, b: Profile, value: float) -> str:
    if not value:
        return f"both can have happened on one day: {_day(a.main)}; {_day(b.main)}"
    return f"they happened {days(value)} apart: {_day(a.main)}; {_day(b.main)}"


def _day(facts: Facts) -> str:
    if facts.days:
        first, last = (date.fromordinal(day).isoformat() for day in facts.days[0])
    else:
        first, last = (date.fromordinal(day).isoformat().replace("2000-", "--") for day in facts.yearless[0])
    return first if first == last else f"{first} to {last}"


def _near(words: str) -> Said:
    return lambda a, b, value: words.format("the same day" if not value else f"{days(value)} apart")


def _type(a: Profile, b: Profile, value: float) -> str:
    one, other = (profile.main.type.replace("_", " ") for profile in (a, b))
    if value == 3:
        return f"both tell of one type of event: {one}"
    how = {2.0: "one of which the other tells, too", 1.0: "of one family"}.get(value, "that have nothing in common")
    return f"types of event {how}: {one}, {other}"


def _counts(a: Profile, b: Profile, value: float) -> str:
    fields = sorted({one[0] for one in a.main.counts} & {one[0] for one in b.main.counts})
    told = "; ".join(
        f"{field.replace('_', ' ')}: {_counted(a.main, field)} and {_counted(b.main, field)}" for field in fields
    )
    return f"counts {'can' if value > 0 else 'cannot all'} hold: {told}"


def _counted(facts: Facts, field: str) -> str:
    return " or ".join(
        f"{lo}" if lo == hi else f"at least {lo}" if hi < 0 else f"{lo} to {hi}"
        for name, lo, hi in facts.counts
        if name == field
    )


def _numbers(a: Profile, b: Profile, value: float) -> str:
    shared = set(a.numbers) & set(b.numbers)
    return f"numbers of people in both: {listed(map(str, sorted(shared)))}" if shared else "no number of people is in both"


_SAID: dict[str, Said] = {
    "cosine": lambda a, b, value: f"their words are {value:.0%} alike",
    "lead": lambda a, b, value: f"title and opening are {value:.0%} alike",
    "within": lambda a, b, value: f"title and opening of the one are {value:.0%} alike to the whole of the other",
    "title": _title,
    "rare": _rare,
    "people": _people,
    "surnames": _surnames,
    "roads": _roads,
    "other_roads": lambda a, b, value: "both name roads, and none is in both" if value else "no road speaks against it",
    "others": _others,
    "ages": _ages,
    "aged": _aged,
    "place": _place,
    "rare_place": _places,
    "lead_place": _lead_place,
    "region": _region,
    "apart": _apart,
    "event_days": _event_days,
    "named_days": _near("nearest days that both name: {}"),
    "looks_back": _near("days that the later one names, and when the earlier came out: {}"),
    "foretold": lambda a, b, value: (
        f"one came out {days(value)} before what the other tells of"
        if value
        else "none came out before what the other tells of"
    ),
    "type": _type,
    "counts": _counts,
    "numbers": _numbers,
    "refers": lambda a, b, value: (
        "one refers to the other by its outlet and its day"
        if value > 1
        else "one names the outlet of the other"
        if value
        else "neither names the outlet of the other"
    ),
    "alike_and_near": lambda a, b, value: f"alike, and published near each other: {value:.0%}",
    "told_apart": lambda a, b, value: (
        "what the one is about, the other tells as another incident" if value else "neither tells of the other's as another"
    ),
    "foreign": lambda a, b, value: "in two languages, of which no word can be compared" if value else "in one language",
    "alike_no_name": lambda a, b, value: (
        f"{value:.0%} alike, and yet nobody is named by both" if value else "nothing is alike but for the names"
    ),
}
