"""Borders between countries, which are places of their own. Comes in: sentences, and the places that they name. Goes out: `Place` values.

"the border with China in North Hamgyong" has its two countries from the words. Where these name one or none, the country that the report
names most, and the neighbour of it that stands nearest before, are meant; if there is none, the border has a name and no id.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tumen.ground.again import Found
from tumen.ground.gazetteer import Entry, Gazetteer, fold
from tumen.records import Place
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
SINO = {"Sino": "CN", "Russo": "RU", "Indo": "IN", "Franco": "FR", "Afghan": "AF"}


def find_borders(sentences: Sequence[Sentence], found: Sequence[Found], known: Gazetteer) -> Iterator[Place]:
    """The borders that the words speak of. `found`: the places of the whole report, in text order."""
    for sentence in sentences:
        text = fold(sentence.view.text)
        for match in BORDER.finditer(text):
            sides = _sides(match["sides"] or "", known)
            if (not sides and match["sides"]) or (not sides and not match["whose"]):
                continue  # "Doctors Without Borders", "at border"
            if match["whose"] and match["whose"].endswith("'s"):
                sides = [*filter(None, [known.country(match["whose"].removesuffix("'s"))]), *sides]
            start, end = (
                match.span()
                if match["whose"] and (match["whose"][0] in "Tt" or sides)
                else (match.start("sides"), match.end())
            )
            end, named = _behind(sentence, text, end, found)
            sides += [one for place, one in named if one and one.level == "country" and one not in sides]
            if match["whose"] and match["whose"][0] in "Ii" and not sides:
                continue
            span = sentence.view.span(start, end)
            home, other = _pair(sides, span.start, found, known)
            if home:
                inside = next((place for place, one in named if one and one.level != "country"), None)
                within = None if inside is None else inside.id if inside.level == "province" else inside.within
                name = f"{home.name}-{other.name} border" if other else f"border of {home.name}"
                id_ = "/".join(sorted((home.country, other.country))) if other else None
                scheme = "border" if other else None
                yield Place(
                    span, name, id_, scheme, "border", home.country, within, rule="border" if len(sides) < 2 else "name"
                )


def _sides(words: str, known: Gazetteer) -> list[Entry]:
    """The countries that the words before "border" name: "North Korea-China ", "Thai ", "US–Mexico "."""
    if words.startswith("inter-Korean"):
        return [country for code in ("KP", "KR") if (country := known.country_of(code))]
    sides: list[Entry] = []
    for part in re.split(r"[–-]", words.strip()):
        tokens = part.split()
        for first in range(len(tokens)):  # the longest end of it that is a country
            name = " ".join(tokens[first:])
            if country := known.country(name) or known.country_of(SINO.get(name, "")):
                sides.append(country)
                break
    return sides


def _behind(sentence: Sentence, text: str, end: int, found: Sequence[Found]) -> tuple[int, list[Found]]:
    """Where the words for the border end, and the places among them: "with China in North Hamgyong"."""
    named: list[Found] = []
    for pattern in (OTHER, BETWEEN, AND, INSIDE):
        if (pattern is AND and not named) or not (match := pattern.match(text, end)):
            continue
        at = sentence.view.span(match.end(), len(text)).start if match.end() < len(text) else -1
        one = next((one for one in found if one.place.span.start == at), None)
        if one and one.entry and (one.entry.level == "country") == (pattern is not INSIDE):
            named.append(one)
            end = (sentence.view.find(one.place.span) or (0, end))[1]
    return end, named


def _pair(sides: list[Entry], at: int, found: Sequence[Found], known: Gazetteer) -> tuple[Entry | None, Entry | None]:
    """The report's own country and the other one."""
    if len(sides) > 1:
        return sides[0], sides[1]
    named = [(place.span.start, place.country) for place, one in found if place.country]
    count = Counter(country for _, country in named)
    neighbours = known.neighbours()
    if sides:
        bordering = [code for code, _ in count.most_common() if (code, sides[0].country) in neighbours]
        home = known.country_of(bordering[0]) if bordering else None
        return (home, sides[0]) if home else (sides[0], None)
    for code, _ in count.most_common():
        near = [country for start, country in named if start < at and (code, country) in neighbours]
        near = near or [country for start, country in named if (code, country) in neighbours]
        if near:
            return known.country_of(code), known.country_of(near[-1])
    home = known.country_of(count.most_common(1)[0][0]) if count else None
    return home, None
