"""Which of the places of one name is meant. Comes in: the names of a report with their entries. Goes out: one entry each, and the rule that chose.

In this order: the province or country written beside the name; what else the report names; how large a place is. Where the place beside it
contradicts all that is known ("Hamhung, North Hamgyong"), both readings are kept.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tumen.ground.gazetteer import Entry, Level
from tumen.ground.named import Named
from tumen.records import Candidate, PlaceRule
from tumen.view import Sentence

INSIDE = re.compile(r"(?:,| \(|,? in| of|,? [가-힣() ]+,)? ")  # between a place and the one that holds it
HOLDS = re.compile(r"'s ")
LEVEL_WEIGHT: dict[Level | None, float] = {
    None: 9.0, "country": 9.0, "province": 6.6, "prefecture": 5.6, "county": 5.5, "district": 4.6, "locality": 4.4, "water": 3.9, "mountain": 3.9,
}  # fmt: skip
"""What a level weighs; towns and provinces weigh the logarithm of their people, where that is known."""
SAME_PROVINCE, PROVINCE_NAMED, COUNTRY_NAMED = 2.5, 1.5, 2.5
BY_HAND = 2.0  # for a place of our own tables, if the report speaks of the DPRK
CAPITAL = 1.5
NAMESAKE, SHARE = (
    1.0,
    0.25,
)  # for a town with that share of the people of the province that is named after it: "Aleppo" is the city
SECOND_NAME = 1.0  # what a place loses that is known better by another name
RIVAL = 1_000_000  # people of a province that a country of the same name does not outshine: Georgia
CREDIBLE = 100_000  # people of a town of GeoNames that contradicts the place beside it; a smaller one is another town


class Choice(NamedTuple):
    """An entry, `None` if no place that is known is meant; the others that could be; the rule."""

    entry: Entry | None
    others: tuple[Candidate, ...]
    rule: PlaceRule
    country: str = ""
    within: str | None = None


@dataclass(slots=True)
class Mention:
    """A name in its sentence."""

    sentence: Sentence
    named: Named


def choose(mentions: Sequence[Mention]) -> list[Choice | None]:
    """What each name means; `None` for one that nothing backs."""
    around = [_around(mentions, number) for number in range(len(mentions))]
    sure = [mention.named.entries[0] for mention in mentions if _is_sure(mention.named)]
    countries = Counter(entry.country for entry in sure if entry.country)
    countries += Counter(entry.country for entry in sure if entry.level == "country")
    provinces = {entry.id for entry in sure if entry.level == "province"}
    total = max(sum(countries.values()), 1)
    chosen: list[Choice | None] = []
    last: str | None = None  # the province named last
    for mention, holder in zip(mentions, around, strict=True):
        named = mention.named

        def weight(entry: Entry, named: Named = named, last: str | None = last) -> float:
            size = (
                math.log10(entry.people)
                if entry.people and entry.level in ("province", "locality")
                else LEVEL_WEIGHT.get(entry.level, 4.0)
            )
            size += COUNTRY_NAMED * (countries[entry.country] - (named.entries[0] is entry and _is_sure(named))) / total
            province = entry.id if entry.level == "province" else entry.within
            size += SAME_PROVINCE if province and province == last else PROVINCE_NAMED if province in provinces else 0.0
            size += CAPITAL * entry.is_capital + NAMESAKE * any(_is_heart(entry, one) for one in named.entries)
            size += (
                BY_HAND
                if countries["KP"] and entry.level != "country" and entry.scheme in ("whosonfirst", "gbt2260", "tumen")
                else 0.0
            )
            return size - (0.0 if entry.is_own else SECOND_NAME)

        if not named.is_backed and not holder and not any(countries[entry.country] for entry in named.entries):
            chosen.append(None)
            continue
        entries = named.entries if named.is_backed or holder else [one for one in named.entries if countries[one.country]]
        if named.kind:
            entries = [one for one in entries if one.level == entries[0].level]
        if not entries:
            chosen.append(Choice(None, (), "kind", holder.country if holder else "", _id_of_province(holder)))
            continue
        choice = _choose(sorted(entries, key=weight, reverse=True), holder, named, bool(countries))
        chosen.append(choice)
        if choice.entry and choice.entry.level == "province":
            last = choice.entry.id
    return chosen


def _choose(entries: Sequence[Entry], holder: Entry | None, named: Named, has_context: bool) -> Choice:
    rule: PlaceRule = "sound" if named.by_sound else "name"
    if holder:
        inside = [entry for entry in entries if _is_inside(entry, holder)]
        if inside:
            return _choice(inside[0], entries, "container" if len(inside) < len(entries) else rule)
        best = entries[0]
        if best.level in (None, "country", "province", "water", "mountain"):
            pass  # "Ukraine, Russia": a list
        elif best.scheme != "geonames" or (best.country == holder.country and best.people >= CREDIBLE):
            if best.country == holder.country:
                others = [Candidate(holder.id or "", holder.name)] if holder.id else []
                return Choice(best, (*others, *_choice(best, entries, rule).others), "conflict")
        else:
            others_ = tuple(Candidate(entry.id or "", entry.name) for entry in entries)
            return Choice(None, others_, "container", holder.country, _id_of_province(holder))
    if len(entries) == 1:
        return _choice(entries[0], entries, rule)
    return _choice(entries[0], entries, "report" if has_context else "size")


def _choice(entry: Entry, entries: Sequence[Entry], rule: PlaceRule) -> Choice:
    return Choice(entry, tuple(Candidate(one.id, one.name) for one in entries if one.id and one is not entry), rule)


def _around(mentions: Sequence[Mention], number: int) -> Entry | None:
    """The province or country that the words beside a name say it lies in."""
    mention = mentions[number]
    text = mention.sentence.view.text
    for step in (1, -1):
        if not 0 <= number + step < len(mentions) or mentions[number + step].sentence is not mention.sentence:
            continue
        other = mentions[number + step].named
        between = text[mention.named.end : other.start] if step > 0 else text[other.end : mention.named.start]
        if (INSIDE if step > 0 else HOLDS).fullmatch(between):
            holders = [entry for entry in other.entries if entry.level in ("country", "province")]
            inside = (one for one in holders if any(_is_inside(entry, one) for entry in mention.named.entries))
            if holder := next(inside, None) or next(iter(holders), None) if step > 0 else next(inside, None):
                return holder
    return None


def _is_inside(entry: Entry, holder: Entry) -> bool:
    if holder.level == "country":
        return entry.country == holder.country and entry is not holder and entry.level != "country"
    return entry.within == holder.id and entry.within is not None


def _is_heart(town: Entry, province: Entry) -> bool:
    return province.level == "province" and town.within == province.id and town.people >= SHARE * province.people > 0


def _is_sure(named: Named) -> bool:
    """Whether what is meant by a name is known before anything else of the report is."""
    first = named.entries[0] if named.entries else None
    if not first or not named.is_backed:
        return False
    rivals = any(one.level == "province" and one.is_own and one.people >= RIVAL for one in named.entries)
    return len(named.entries) == 1 or (first.level == "country" and first.is_own and not rivals)


def _id_of_province(holder: Entry | None) -> str | None:
    return holder.id if holder and holder.level == "province" else None
