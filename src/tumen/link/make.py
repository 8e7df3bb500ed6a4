"""A report record -> its Profile. Comes in: what was read in one report, with its text. Goes out: what linking needs of it."""

import math
from collections import Counter
from collections.abc import Iterable

from tumen.link.days import day_of, days_of
from tumen.link.facts import family_of, main_facts, side_facts
from tumen.link.frequencies import Frequencies, shipped
from tumen.link.names import PLAIN, Names, find_names
from tumen.link.profile import Profile
from tumen.link.where import folded, where_of
from tumen.link.words import stems
from tumen.records import ReportRecord, Span

LEAD_WORDS = 60  # of the body; with the title they are the lead
OPENING = 400  # code points of the body in which day and place of the main incident are looked for, if it has none
MOST_TERMS, MOST_LEAD, MOST_RARE = 160, 50, 60
MOST_NAMES, MOST_DAYS, MOST_SIDES, MOST_NUMBERS = 24, 16, 6, 12
COMMON = 1.2  # rarity below which a word says nothing of what a report is about
RARE = 4.0  # rarity from which a word is a particular
LEAST_NUMBER = 3  # people; one and two are counted everywhere
IN_TITLE, IN_OPENING = 4, 2  # how much more a place counts there


def make_profile(record: ReportRecord, frequencies: Frequencies | None = None) -> Profile:
    """What linking needs of a report; `frequencies` are those that ship, unless others are given."""
    rarity = frequencies or shipped()
    report = record.report
    published = day_of(report.published.edtf)
    text = {kind: _pieces(record, kind) for kind in ("headline", "body", "caption")}
    title = list(stems(" ".join(text["headline"]) or report.title or ""))
    body = [stem for piece in text["body"] for stem in stems(piece)]
    captions = [stem for piece in text["caption"] for stem in stems(piece)]
    opening = _opening(record)
    where = where_of(record.places, _weights_of_places(record, opening))
    outlets = _outlets(record)
    names = find_names(text["body"], frozenset(folded(place.name) for place in record.places) | outlets)
    days, yearless = days_of((time.edtf for time in record.times if time.kind in ("date", "time")), published)
    types = sorted({event.type for event in record.events if not event.aside})
    main = next((incident for incident in record.incidents if incident.is_main), None)
    sides = [incident for incident in record.incidents if not incident.is_main][:MOST_SIDES]
    return Profile(
        id=report.id,
        published=published,
        outlet=folded(report.outlet or ""),
        language=report.language or "",
        main=main_facts(record, main, opening, published),
        sides=tuple(side_facts(record, one, published, rarity) for one in sides),
        terms=_weights(title + body + captions, rarity, MOST_TERMS),
        lead=_weights(title + body[:LEAD_WORDS], rarity, MOST_LEAD),
        rare=_rare({*title, *body}, rarity, {place.name for place in record.places} | outlets),
        title=tuple(sorted(stem for stem in set(title) if rarity.rarity(stem) >= COMMON)),
        people=_people(names, rarity),
        surnames=_surnames(names),
        roads=tuple(sorted(names.roads))[:MOST_NAMES],
        others=_others(names, rarity),
        ages=tuple(sorted(set(names.ages) | set(names.aged.values())))[:MOST_NAMES],
        places=where.names,
        place_rarities={name: _rarest(name, rarity) for name in where.names},
        regions=where.regions,
        days=days[:MOST_DAYS],
        yearless=yearless[:MOST_DAYS],
        types=tuple(types),
        families=tuple(sorted({family_of(type_) for type_ in types} - {""})),
        numbers=_numbers(record),
        outlets=tuple(sorted(outlets)),
    )


def _pieces(record: ReportRecord, kind: str) -> list[str]:
    return [record.report.text[one.span.start : one.span.end] for one in record.passages if one.kind == kind]


def _opening(record: ReportRecord) -> list[Span]:
    """The title, the dateline and the first code points of the body."""
    spans = [one.span for one in record.passages if one.kind in ("headline", "dateline")]
    left = OPENING
    for one in record.passages:
        if one.kind == "body" and left > 0:
            spans.append(Span(one.span.start, min(one.span.start + left, one.span.end)))
            left -= len(one.span)
    return spans


def _weights_of_places(record: ReportRecord, opening: list[Span]) -> dict[Span, int]:
    titles = [one.span for one in record.passages if one.kind == "headline"]
    found = {place.span: IN_OPENING for place in record.places if any(span.holds(place.span) for span in opening)}
    return found | {place.span: IN_TITLE for place in record.places if any(span.holds(place.span) for span in titles)}


def _rarest(name: str, frequencies: Frequencies) -> int:
    """The rarity of the rarest word of a name, in tenths."""
    return round(10 * max((frequencies.rarity(stem) for stem in stems(name)), default=0.0))


def _weights(found: Iterable[str], frequencies: Frequencies, most: int) -> dict[str, int]:
    """TF-IDF with the logarithm of how often a stem stands there, of length 1000; the heaviest `most`."""
    weights = {
        stem: (1 + math.log(count)) * frequencies.rarity(stem)
        for stem, count in Counter(found).items()
        if frequencies.rarity(stem) >= COMMON and (len(stem) > 1 or not stem.isascii())
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    kept = sorted(weights, key=lambda stem: (-weights[stem], stem))[:most]
    return {stem: round(1000 * weights[stem] / length) for stem in sorted(kept)}


def _rare(found: set[str], frequencies: Frequencies, names: Iterable[str]) -> dict[str, int]:
    """The rarest stems, but those of places and outlets: many reports have these."""
    known = {stem for name in names for stem in stems(name)}
    rare = {
        stem: round(10 * frequencies.rarity(stem))
        for stem in found - known
        if frequencies.rarity(stem) >= RARE and len(stem) > 1
    }
    kept = sorted(rare, key=lambda stem: (-rare[stem], stem))[:MOST_RARE]
    return {stem: rare[stem] for stem in sorted(kept)}


def _people(names: Names, frequencies: Frequencies) -> dict[str, int]:
    """Full names, with the sum of the rarities of their words in tenths; the most told of them."""
    kept = sorted(names.people, key=lambda name: (-names.people[name], name))[:MOST_NAMES]
    found = {" ".join(name): round(10 * sum(frequencies.rarity(stem) for stem in stems(" ".join(name)))) for name in kept}
    return dict(sorted(found.items()))


def _surnames(names: Names) -> dict[str, int]:
    kept = sorted(names.people, key=lambda name: (-names.people[name], name))[:MOST_NAMES]
    return dict(sorted((name[-1], names.aged.get(name[-1], 0)) for name in kept))


def _others(names: Names, frequencies: Frequencies) -> dict[str, int]:
    """Other names, but single words that are everyday ones."""
    told = [
        name
        for name in names.others
        if " " in name or (name not in PLAIN and frequencies.rarity(next(stems(name), name)) >= 2 * COMMON)
    ]
    kept = sorted(told, key=lambda name: (-names.others[name], name))[:MOST_NAMES]
    return {name: _rarest(name, frequencies) for name in sorted(kept)}


def _outlets(record: ReportRecord) -> frozenset[str]:
    """Outlets that the report names: itself, those that were told something, and those that it cites."""
    spans = [span for claim in record.claims for span in claim.addressee]
    spans += [span for source in record.sources if source.kind == "outlet" for span in source.mentions]
    named = {folded(record.report.text[span.start : span.end]) for span in spans} | {folded(record.report.outlet or "")}
    return frozenset(name for name in named if name and name not in PLAIN)


def _numbers(record: ReportRecord) -> tuple[int, ...]:
    """Exact numbers of people."""
    found = {one.lo for one in record.quantities if one.unit == "person" and one.lo == one.hi and one.lo >= LEAST_NUMBER}
    return tuple(sorted(found))[:MOST_NUMBERS]
