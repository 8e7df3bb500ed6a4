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
from tumen.ground.named import OURS, Named
from tumen.records import Candidate, PlaceRule
from tumen.view import Sentence

INSIDE = re.compile(r"(?:,| \(|,? in| of|,? [가-힣() ]+,)? ")  # between a place and the one that holds it
HOLDS = re.compile(r"'s ")
LEVEL_WEIGHT: dict[Level | None, float] = {
    None: 8.7, "country": 8.7, "province": 6.6, "prefecture": 5.6, "county": 5.5, "district": 4.6, "locality": 4.4, "water": 3.9, "mountain": 3.9,
}  # fmt: skip
"""What a level weighs; towns and provinces weigh the logarithm of their people, where that is known."""
SAME_PROVINCE, PROVINCE_NAMED, COUNTRY_NAMED = 2.5, 1.5, 2.5
BY_HAND = 2.0  # for a place of our own tables, if the report speaks of the DPRK
CAPITAL = 1.5
NAMESAKE, SHARE = (
    1.0,
    0.25,
)  # for a town with that share of the people of the province that is named after it: "Aleppo" is the city
SECOND_NAME = 1.5  # what a place loses that is known better by another name
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
    report = Report([mention.named for mention in mentions])
    chosen: list[Choice | None] = []
    for number, mention in enumerate(mentions):
        choice = _choose(mention.named, _around(mentions, number), report)
        chosen.append(choice)
        if choice and choice.entry and choice.entry.level == "province":
            report.last = choice.entry.id
    return chosen


class Report:
    """What a report names that can mean one place only: how often which country, and which provinces. `last`: the province named last."""

    def __init__(self, names: Sequence[Named]) -> None:
        sure = [named.entries[0] for named in names if _is_sure(named)]
        self.countries = Counter(entry.country for entry in sure if entry.country)
        self.countries += Counter(entry.country for entry in sure if entry.level == "country")
        self.provinces = {entry.id for entry in sure if entry.level == "province"}
        self.last: str | None = None

    def weight(self, entry: Entry, named: Named) -> float:
        """How likely `entry` is meant by `named`, on the scale of `LEVEL_WEIGHT`."""
        counted = entry.level in ("province", "locality") and entry.people
        weight = math.log10(entry.people) if counted else LEVEL_WEIGHT[entry.level]
        others = self.countries[entry.country] - (entry is named.entries[0] and _is_sure(named))
        weight += COUNTRY_NAMED * others / max(self.countries.total(), 1)
        province = entry.id if entry.level == "province" else entry.within
        if province and province == self.last:
            weight += SAME_PROVINCE
        elif province in self.provinces:
            weight += PROVINCE_NAMED
        if entry.is_capital and entry.is_own:
            weight += CAPITAL
        if any(_is_heart(entry, one) for one in named.entries):
            weight += NAMESAKE
        if self.countries["KP"] and entry.scheme in OURS:
            weight += BY_HAND
        return weight if entry.is_own else weight - SECOND_NAME


def _choose(named: Named, holder: Entry | None, report: Report) -> Choice | None:
    entries = list(named.entries)
    if not named.is_backed and not holder:
        entries = [entry for entry in entries if report.countries[entry.country]]
        if not entries:
            return None
    if not entries:
        return Choice(None, (), "kind", holder.country if holder else "", _id_of_province(holder))
    if named.kind:
        entries = [entry for entry in entries if entry.level == entries[0].level]
    entries.sort(key=lambda entry: report.weight(entry, named), reverse=True)
    best = entries[0]
    rule: PlaceRule = "sound" if named.by_sound else "name"
    if holder and (inside := [entry for entry in entries if _is_inside(entry, holder)]):
        return _choice(inside[0], entries, "container" if len(inside) < len(entries) else rule)
    if holder and best.level not in (None, "country", "province", "water", "mountain"):  # those: "Ukraine, Russia", a list
        if best.country == holder.country and (best.scheme in OURS or best.people >= CREDIBLE):
            choice = _choice(best, entries, "conflict")
            return choice._replace(others=(Candidate(holder.id or "", holder.name), *choice.others))
        if best.scheme not in OURS:
            others = tuple(Candidate(entry.id or "", entry.name) for entry in entries)
            return Choice(None, others, "container", holder.country, _id_of_province(holder))
    if len(entries) > 1:
        rule = "report" if report.countries else "size"
    return _choice(best, entries, rule)


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
            wide = [entry for entry in other.entries if entry.level in ("country", "province")]
            holders = sorted(wide, key=lambda entry: (entry.level != "country", -entry.people))
            inside = (one for one in holders if any(_is_inside(entry, one) for entry in mention.named.entries))
            if holder := next(inside, None):
                return holder
            if step > 0 and holders and holders[0].people >= max(entry.people for entry in other.entries):
                return holders[0]
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
