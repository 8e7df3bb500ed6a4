"""Borders between countries, which are places of their own. Comes in: sentences, and the places that they name. Goes out: `Place` values.

"the border with China in North Hamgyong" has its two countries from the words. Where these name one or none, the country that the report
names most, and the neighbour of it that stands nearest before, are meant; if there is none, the border has a name and no id.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tumen.ground.again import Found
from tumen.ground.gazetteer import Entry, Gazetteer, fold
from tumen.records import Place, PlaceRule, Span
from tumen.view import Sentence

BORDER = re.compile(
    r"(?:\b(?P<whose>[Tt]he|[Ii]ts|[Tt]heir|(?:[A-Z]\w+ ){0,2}[A-Z]\w+'s) )?"
    r"\b(?P<sides>(?:(?:[A-Z][\w']*|inter)[ –-]){1,5})?(?:land |common |shared )?"
    r"border(?: (?:area|region|zone|line))?\b"
    r"(?! (?:guard|patrol|polic|force|troop|soldier|securit|agent|offic|wall|crossing|checkpoint|post|fence|control|trade|town|cit|village|count|"
    r"provinc|blockade|closure|market|garrison|brigade|command|bridge|district|dispute|clash|conflict|war\b|worker|resident|regulation|between [a-z]))"
)
OTHER = re.compile(r" (?:with|to) (?:the )?")
BETWEEN = re.compile(r" (?:between|of) (?:the )?")
AND = re.compile(r" and (?:the )?")
INSIDE = re.compile(r" (?:in|of|at) (?:the )?")
IN_BORDERS = {"Sino": "CN", "Russo": "RU", "Indo": "IN", "Korean": "KP"}  # parts of "the Sino-Korean border"


def find_borders(sentences: Sequence[Sentence], found: Sequence[Found], known: Gazetteer) -> Iterator[Place]:
    """The borders that the words speak of. `found`: the places of the whole report, in text order."""
    named = [(place.span.start, place.country) for place, _ in found if place.country]
    count = Counter(country for _, country in named)
    at = {one.place.span.start: one for one in found}
    for sentence in sentences:
        text = fold(sentence.view.text) if "border" in sentence.view.text else ""
        for match in BORDER.finditer(text):
            whose, words = match["whose"] or "", match["sides"] or ""
            sides = _sides(words, known)
            if not sides and (words or not whose):
                continue  # "Doctors Without Borders", "at border"
            if whose.endswith("'s") and (owner := known.country(whose.removesuffix("'s"))):
                sides.insert(0, owner)
            end, behind = _behind(sentence, text, match.end(), at)
            sides += [one for _, one in behind if one and one.level == "country" and one not in sides]
            if not sides and whose not in ("the", "The"):
                continue  # "its border"
            start = match.start() if whose in ("", "the", "The") else match.end("whose") + 1
            span = sentence.view.span(start, end)
            home, other = _pair(sides, span.start, named, count, known)
            if home:
                inside = next((place for place, one in behind if one and one.level != "country"), None)
                yield _border(span, home, other, inside, "name" if len(sides) > 1 else "border")


def _border(span: Span, home: Entry, other: Entry | None, inside: Place | None, rule: PlaceRule) -> Place:
    """A border, in the province that `inside` is or lies in."""
    within = None if inside is None else inside.id if inside.level == "province" else inside.within
    if other is None:
        return Place(span, f"border of {home.name}", None, None, "border", home.country, within, rule=rule)
    id_ = "/".join(sorted((home.country, other.country)))
    return Place(span, f"{home.name}-{other.name} border", id_, "border", "border", home.country, within, rule=rule)


def _sides(words: str, known: Gazetteer) -> list[Entry]:
    """The countries that the words before "border" name: "North Korea-China ", "Thai ", "US–Mexico "."""
    if words.startswith("inter-Korean"):
        return [country for code in ("KP", "KR") if (country := known.country_of(code))]
    sides: list[Entry] = []
    for part in re.split(r"[–-]", words.strip()):
        tokens = part.split()
        for first in range(len(tokens)):  # the longest end of it that is a country
            name = " ".join(tokens[first:])
            if country := known.country(name) or known.country_of(IN_BORDERS.get(name, "")):
                sides.append(country)
                break
    return sides


def _behind(sentence: Sentence, text: str, end: int, found: Mapping[int, Found]) -> tuple[int, list[Found]]:
    """Where the words for the border end, and the places among them: "with China in North Hamgyong"."""
    named: list[Found] = []
    for pattern in (OTHER, BETWEEN, AND, INSIDE):
        if (pattern is AND and not named) or not (match := pattern.match(text, end)):
            continue
        one = found.get(sentence.view.span(match.end(), len(text)).start) if match.end() < len(text) else None
        if one and one.entry and (one.entry.level == "country") == (pattern is not INSIDE):
            named.append(one)
            end = (sentence.view.find(one.place.span) or (0, end))[1]
    return end, named


def _pair(
    sides: list[Entry], at: int, named: list[tuple[int, str]], count: Counter[str], known: Gazetteer
) -> tuple[Entry | None, Entry | None]:
    """The report's own country and the other one. `named`: where which country is spoken of; `count`: how often."""
    if len(sides) > 1:
        return sides[0], sides[1]
    pairs = known.neighbours()
    if sides:
        home = next((code for code, _ in count.most_common() if (code, sides[0].country) in pairs), None)
        return (known.country_of(home), sides[0]) if home else (sides[0], None)
    for home, _ in count.most_common():
        if any((home, code) in pairs for code in count):
            before = bisect_left(named, (at, ""))
            near = (code for _, code in (*reversed(named[:before]), *named[before:]) if (home, code) in pairs)
            return known.country_of(home), known.country_of(next(near))
    return (known.country_of(count.most_common(1)[0][0]) if count else None), None
