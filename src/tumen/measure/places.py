"""Places of annotated texts -> how well they are found and resolved. Comes in: gold, and what Tumen found. Goes out: scores.

Three kinds of gold: our own texts, TOML with mentions and lookalikes (`tests/data/places`), where finding and resolving are measured; our own
spellings (`tests/data/spellings.toml`), looked up alone; and toponyms in XML (TR-News, GeoVirus), whose words are given.
"""

import math
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from tumen.errors import SettingError
from tumen.measure.files import read_text
from tumen.measure.tally import Tally
from tumen.records import Place, Span

EARTH_KM = 6371.0
MILES_100_KM, NEAR_KM = 161.0, 25.0
MISPLACED = 40  # how far, in code points, the words of a toponym may stand from where its offsets say
FREE = ("country", "border", "water")  # levels that lie in no province


class Mention(NamedTuple):
    """Words for a place, and which place: its name, level, province (ISO 3166-2, "" if not said) and country ("" if not said)."""

    span: Span
    name: str
    level: str
    province: str
    country: str


class PlaceText(NamedTuple):
    """A text with its mentions of places that gazetteers know, and words that only look like places."""

    text: str
    mentions: Sequence[Mention]
    lookalikes: Sequence[Span]


class Toponym(NamedTuple):
    """Words for a place with its number in GeoNames, if that is known, and its point in degrees."""

    span: Span
    geonames: int | None
    lat: float
    lon: float


@dataclass(slots=True)
class PlaceScores:
    """Counts of mentions: found, right; of those found whose province gold says, the right ones. Of lookalikes: taken."""

    mentions: int = 0
    found: int = 0
    right: int = 0
    with_province: int = 0
    provinces: int = 0
    lookalikes: int = 0
    taken: int = 0


@dataclass(slots=True)
class ToponymScores:
    """Counts of toponyms: with a number in GeoNames (`numbered`), whose place the gazetteer has (`known`), resolved to it (`right`), resolved
    to a place whose point lies near. `missing` are the numbers that the gazetteer lacks."""

    toponyms: int = 0
    numbered: int = 0
    known: int = 0
    right: int = 0
    within_161_km: int = 0
    within_25_km: int = 0
    missing: list[int] = field(default_factory=list)


@dataclass(slots=True)
class SpellingScores:
    """Counts of spellings: found, right. Of words that are no place's: found all the same."""

    spellings: int = 0
    found: int = 0
    right: int = 0
    negatives: int = 0
    negatives_found: int = 0


class Gold(NamedTuple):
    """What one TOML file holds: texts, or spellings (words, name) and words that are no place's."""

    texts: Sequence[PlaceText]
    spellings: Sequence[tuple[str, str]]
    negatives: Sequence[str]


def read_gold(file: Path, split: str) -> Gold:
    """What a TOML file of ours holds for one split. Raises `SettingError` if it is none of ours."""
    try:
        tables = tomllib.loads(read_text(file))
        rows = {
            name: [row for row in tables.get(name, ()) if row["split"] == split] for name in ("text", "spelling", "negative")
        }
        texts = [_text(row) for row in rows["text"]]
        spellings = [(row["words"], row["name"]) for row in rows["spelling"] if row["level"] != "locality"]
        gold = Gold(texts, spellings, [row["words"] for row in rows["negative"]])
    except tomllib.TOMLDecodeError as err:
        raise SettingError(str(file), f"it is not TOML: {err}") from err
    except (AttributeError, KeyError, TypeError, ValueError) as err:
        raise SettingError(str(file), f"it is no gold of places: {type(err).__name__} {err}") from err
    if not gold.texts and not gold.spellings:
        raise SettingError(str(file), f"there is no text and no spelling of the split {split} in it")
    return gold


def _text(row: Mapping[str, Any]) -> PlaceText:
    mentions = [_mention(row["text"], one) for one in row["mentions"] if not one.get("unknown")]
    return PlaceText(row["text"], mentions, [_span(row["text"], one) for one in row.get("lookalikes", ())])


def _mention(text: str, row: Mapping[str, Any]) -> Mention:
    return Mention(_span(text, row), row["name"], row["level"], row.get("province", ""), row.get("country", ""))


def _span(text: str, row: Mapping[str, Any]) -> Span:
    at = -1
    for _ in range(row.get("nth", 1)):
        at = text.index(row["words"], at + 1)
    return Span(at, at + len(row["words"]))


def score_places(
    pairs: Iterable[tuple[PlaceText, Sequence[Place]]], is_same: Callable[[Place, Mention], bool] | None = None
) -> PlaceScores:
    """Gold and found of each text. `is_same` says whether a place bears the name of gold; without it the names have to be equal."""
    is_same = is_same or (lambda place, mention: place.name == mention.name)
    scores = PlaceScores()
    for gold, places in pairs:
        scores.mentions += len(gold.mentions)
        for mention in gold.mentions:
            if place := _at(places, mention.span):
                scores.found += 1
                in_country = not mention.country or place.country in (mention.country, None) or mention.level in FREE
                has_province = bool(mention.province) and mention.level not in FREE
                in_province = (place.id if place.level == "province" else place.within) == mention.province
                scores.right += (
                    place.id is not None and is_same(place, mention) and in_country and (in_province or not has_province)
                )
                scores.with_province += has_province
                scores.provinces += has_province and in_province
        scores.lookalikes += len(gold.lookalikes)
        scores.taken += sum(any(place.span.overlaps(span) for place in places) for span in gold.lookalikes)
    return scores


def _at(places: Sequence[Place], span: Span) -> Place | None:
    """The place whose words differ least from `span`, of those that overlap it."""
    there = [place for place in places if place.span.overlaps(span)]
    return min(there, key=lambda place: abs(place.span.start - span.start) + abs(place.span.end - span.end), default=None)


def score_spellings(
    gold: Gold, look_up: Callable[[str], str | None], is_heard: Callable[[str], bool], is_same: Callable[[str, str], bool]
) -> SpellingScores:
    """`look_up`: the name of the place that a spelling is found as; `is_heard`: whether words sound like a place that is known; `is_same`:
    whether two names are one."""
    found = [(look_up(words), name) for words, name in gold.spellings]
    return SpellingScores(
        len(found), sum(one is not None for one, _ in found), sum(one is not None and is_same(one, name) for one, name in found),
        len(gold.negatives), sum(map(is_heard, gold.negatives)),
    )  # fmt: skip


def read_toponyms(file: Path) -> Iterator[tuple[str, Sequence[Toponym]]]:
    """The texts of an XML file as TR-News and GeoVirus have them, with their toponyms. Raises `SettingError` if it is none.

    A toponym without a point is left out, and so is one whose words are not where its offsets say, nor near.
    """
    try:
        root = ElementTree.fromstring(read_text(file))
    except ElementTree.ParseError as err:
        raise SettingError(str(file), f"it is not XML: {err}") from err
    texts = [(article.findtext("text") or "", article) for article in root.iter("article")]
    if not any(text for text, _ in texts):
        raise SettingError(str(file), "there is no article with a text in it")
    for text, article in texts:
        rows = [_toponym(text, one) for one in (*article.iter("toponym"), *article.iter("location"))]
        yield text, [row for row in rows if row]


def _toponym(text: str, element: ElementTree.Element) -> Toponym | None:
    place = element.find("gaztag")
    place = element if place is None else place
    words = element.findtext("phrase") or element.findtext("name") or ""
    try:
        start, lat, lon = (
            int(element.findtext("start", "")),
            float(place.findtext("lat", "")),
            float(place.findtext("lon", "")),
        )
        number = int(place.get("geonameid", 0)) or None
    except ValueError:
        return None
    near = text.find(words, max(start - MISPLACED, 0), start + len(words) + MISPLACED)
    start = start if text.startswith(words, start) else near
    return Toponym(Span(start, start + len(words)), number, lat, lon) if words and start >= 0 else None


class Resolved(NamedTuple):
    """The place that a toponym was resolved to: its number in GeoNames and its point; `None` if to none."""

    number: int
    lat: float | None
    lon: float | None


def score_toponyms(
    pairs: Iterable[tuple[Toponym, Resolved | None]], is_known: Callable[[int], bool] = lambda number: True
) -> ToponymScores:
    """Gold and what was made of it. `is_known`: whether the gazetteer has the place with this number of GeoNames."""
    scores = ToponymScores()
    for gold, place in pairs:
        scores.toponyms += 1
        if gold.geonames is not None:
            scores.numbered += 1
            scores.right += place is not None and place.number == gold.geonames
            if is_known(gold.geonames):
                scores.known += 1
            else:
                scores.missing.append(gold.geonames)
        if place and place.lat is not None and place.lon is not None:
            apart = apart_km((gold.lat, gold.lon), (place.lat, place.lon))
            scores.within_161_km += apart <= MILES_100_KM
            scores.within_25_km += apart <= NEAR_KM
    return scores


def score_found(pairs: Iterable[tuple[Sequence[Toponym], Sequence[Place]]]) -> tuple[Tally, int]:
    """How well toponyms are found when they are not given: places that overlap one, of all; and how many toponyms a place overlaps."""
    tally, met = Tally(), 0
    for toponyms, places in pairs:
        named = [place for place in places if place.rule != "again" and place.level != "border"]
        tally.found += len(named)
        tally.wanted += len(toponyms)
        tally.right += sum(any(place.span.overlaps(one.span) for one in toponyms) for place in named)
        met += sum(any(place.span.overlaps(one.span) for place in named) for one in toponyms)
    return tally, met


def apart_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance between two points in degrees, over a round earth."""
    lat, lon, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
