"""What stands in a report beside its incidents. Comes in: the record of a report. Goes out: numbers whose words say what they count, and of whom;
days of saying; words by which a number has risen.

Only words in the same sentence count, and only the nearest; a number beside which nothing says what it counts is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from tumen.ledger import tables
from tumen.ledger.account import Counted, ToldReading
from tumen.ledger.tolls import tolls
from tumen.records import Quantity, ReportRecord, Span
from tumen.spanindex import SpanIndex

BREAK = re.compile(
    r"(?<!\b[A-Z])(?<!Mr)(?<!Dr)(?<!Oct)(?<!Sept)(?<!Nov)(?<!Dec)(?<!Feb)(?<!Jan)(?<!Aug)(?<!No)[.!?][”\"’')]*\s+|\n\s*\n"
)
WINDOW = 600  # letters: no sentence is looked for beyond
BEFORE, AFTER = 40, 70  # letters between a number and the words that say what it counts
PERSONS = ("person", "household")
GENERIC = frozenset(
    "people persons person men women villagers residents farmers traders vendors builders others miners workers children".split()
)
PART_BEFORE = re.compile(
    r"\b(?:among (?:them|those|whom)|including|include[sd]?|of (?:them|whom)|not|by|to)[,:]? (?:at least |only )?$",
    re.IGNORECASE,
)
PART_AFTER = re.compile(r",? (?:were |are |was )?(?:among (?:them|those|whom)|of (?:them|whom))\b", re.IGNORECASE)
"""A number beside these is a part of one that stands elsewhere, counts nobody ("not one civilian"), or those who told of it ("by two people")."""
ANOTHER = re.compile(
    r"\b(?:another|second such|earlier|previous|similar|last year|neighbou?ring|since \d{4})\b", re.IGNORECASE
)
FIRED = re.compile(r"\s+(?:opened fire|fired)\b", re.IGNORECASE)
LISTED = re.compile(r"[^.;:\n]{0,60}: [^.;\n]{0,80}")
AND_BEFORE = re.compile(r"\b(?:and|plus|or)\s+(?:the |his |her |their |another |other )?$", re.IGNORECASE)
AND_AFTER = re.compile(
    rf"[^.;,:]{{0,25}},? and (?:an? (?:man|woman|boy|girl|child|unborn child|teen\w*|baby|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|another"
    rf"|\d+|{'|'.join(sorted(tables.numerals()))})\b(?! (?:more|most|half|third|percent|per cent))",
    re.IGNORECASE,
)


def sentence(text: str, span: Span) -> Span:
    """The sentence around some words, as punctuation has it."""
    floor = max(span.start - WINDOW, 0)
    breaks = [found.end() for found in BREAK.finditer(text, floor, span.start)]
    after = BREAK.search(text, span.end, min(span.end + WINDOW, len(text)))
    return Span(breaks[-1] if breaks else floor, after.start() + 1 if after else min(span.end + WINDOW, len(text)))


class Holding:
    """The claims of a report by the words in them."""

    def __init__(self, record: ReportRecord) -> None:
        self._claims = SpanIndex((piece, claim) for claim in record.claims for piece in claim.content)

    def claims(self, span: Span) -> tuple[str, ...]:
        """The innermost claims in whose content the words stand, in the order of the report's."""
        holding = [claim for claim in self._claims.overlapping(span) if any(piece.holds(span) for piece in claim.content)]
        parents = {claim.parent for claim in holding}
        return tuple(dict.fromkeys(claim.id for claim in holding if claim.id not in parents))


def counts(record: ReportRecord, holding: Holding) -> Iterator[Counted]:
    """The numbers of people whose sentence says what they count, each once for a field and a value, in text order."""
    seen = set()
    for field, value, span in sorted([*_quantities(record), *_tolls(record)], key=lambda found: (found[2], found[0])):
        key = (field, value["lo"], value["hi"], value["unit"])
        if key not in seen:
            seen.add(key)
            yield Counted(field, ToldReading(value, holding.claims(span), (span,)))


def _quantities(record: ReportRecord) -> Iterator[tuple[str, dict[str, object], Span]]:
    text = record.report.text
    speaking = SpanIndex((span, span) for source in record.sources for span in source.mentions)
    found: dict[tuple[str, Span, str], list[tuple[Span, dict[str, object]]]] = defaultdict(list)
    for one in record.quantities:
        if (
            one.part
            or one.hi == 1
            or not _is_of_people(record, one)
            or speaking.overlapping(one.span)
            or _is_part(text, one.span)
        ):
            continue
        around = sentence(text, one.span)
        if ANOTHER.search(text, around.start, around.end):
            continue
        if field := _nearest_field(text, around, one.span):
            unit = one.unit if one.unit in PERSONS else "person"
            found[field, around, unit].append((one.span, {"lo": one.lo, "hi": one.hi, "exact": one.exact, "unit": unit}))
    for (field, _, _), listed in found.items():
        is_listed = (
            len(listed) > 1 and ":" in text[listed[0][0].end : listed[1][0].start]
        )  # "three households: two families and a couple"
        if len(listed) == 1 or is_listed:  # "two seminarians and ten lay people" are never added, and neither is the whole
            yield field, listed[0][1], listed[0][0]


def _is_part(text: str, span: Span) -> bool:
    before = text[max(span.start - 30, 0) : span.start]
    return bool(PART_BEFORE.search(before) or PART_AFTER.match(text, span.end))


def _is_of_people(record: ReportRecord, one: Quantity) -> bool:
    noun = record.read(one.group).split()[-1].lower() if one.group else ""
    return one.unit in PERSONS or noun in GENERIC


def _nearest_field(text: str, around: Span, span: Span) -> str | None:
    """The field of the words nearest to a number; none if two fields are equally near."""
    found = []
    for field, pattern in tables.counting().items():
        for match in pattern.finditer(text, max(around.start, span.start - BEFORE), min(around.end, span.end + AFTER)):
            gap = span.gap(Span(*match.span()))
            found.append((gap, field))
    found.sort()
    if not found or (len(found) > 1 and found[1][0] == found[0][0] and found[1][1] != found[0][1]):
        return None
    return found[0][1]


def _tolls(record: ReportRecord) -> Iterator[tuple[str, dict[str, object], Span]]:
    """Bare numbers: "the toll has risen to 22", but those that are of something else, or that quantities have already."""
    text = record.report.text
    known = {one.span.start for one in record.quantities if one.group}
    for field, value, span in tolls(text):
        around = sentence(text, span)
        is_known = span.start in known and field != "children"
        if not is_known and not ANOTHER.search(text, around.start, around.end):
            yield field, value, span


def sayings(record: ReportRecord) -> Iterator[Span]:
    """Times on which something was said or published."""
    text = record.report.text
    said = {claim.said.span for claim in record.claims if claim.said}
    for time in record.times:
        before = text[max(time.span.start - 40, 0) : time.span.start]
        last = re.split(r"[.;:\n]", before)[-1]
        if time.span in said or re.search(
            rf"{tables.words('saying').pattern}(?: [\w’']+){{0,4}} (?:on |in )?$", last, re.IGNORECASE
        ):
            yield time.span


def grown(record: ReportRecord) -> Iterator[Span]:
    """The words by which a number has risen, or takes the place of an earlier one."""
    for match in tables.words("grown").finditer(record.report.text):
        yield Span(*match.span())


def numbers(record: ReportRecord) -> Iterator[tuple[int, int | None, str]]:
    """All numbers of people and households that a report names, parts of a group too."""
    before: Span | None = None
    for one in record.quantities:
        if not one.part and not _is_of_people(record, one):
            continue
        is_listed = before is not None and LISTED.fullmatch(record.report.text, before.end, one.span.start)
        if not is_listed:  # "three households: two families and a couple" are not two
            yield one.lo, one.hi, one.unit if one.unit in PERSONS else "person"
            before = one.span


def parts(record: ReportRecord) -> Iterator[Span]:
    """Numbers that stand for no whole: in a list with other people ("a father and two children", "two women and one man"), in a sentence on another happening or
    a whole year, of happenings ("two shootings"), of those who did it or of others than those counted before. One alone is an example."""
    text = record.report.text
    for one in record.quantities:
        before, after = text[max(one.span.start - 12, 0) : one.span.start], text[one.span.end : one.span.end + 60]
        is_listed = one.hi == 1 or AND_BEFORE.search(before) or AND_AFTER.match(after) or _is_part(text, one.span)
        around = sentence(text, one.span)
        is_elsewhere = tables.words("elsewhere").search(text, around.start, around.end)
        noun = record.read(one.group) if one.group else record.read(one.span)
        is_other = tables.words("happenings").search(noun) or tables.words("doers").search(noun) or FIRED.match(after)
        if is_listed or is_elsewhere or is_other:
            yield one.span


def groups(record: ReportRecord) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Numbers whose noun says of whom they are: "five women"."""
    for one in record.quantities:
        noun = record.read(one.group) if one.group else ""
        if found := tuple(group for group, pattern in tables.groups().items() if pattern.search(noun)):
            yield one.span, found
