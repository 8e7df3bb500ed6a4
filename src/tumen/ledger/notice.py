"""What stands in a report beside its incidents. Comes in: the record of a report. Goes out: numbers whose words say what they count, and of whom;
days of saying; words by which a number has risen.

Only words in the same sentence count, and only the nearest; a number beside which nothing says what it counts is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from tumen.event import scheme
from tumen.ledger import tables
from tumen.ledger.account import Counted, ToldReading
from tumen.ledger.elsewhere import Elsewhere
from tumen.ledger.freely import went_freely
from tumen.ledger.parts import is_part, parts
from tumen.ledger.tied import Tied, tied
from tumen.ledger.tolls import NUMBER, number_of, of_one_sex, sums, tolls
from tumen.records import Quantity, ReportRecord, Span
from tumen.spanindex import SpanIndex
from tumen.view import sentence_around

CONTEXT = 150  # letters before a number in which what befell people is told
BEFORE, AFTER = 40, 70  # letters between a number and the words that say what it counts
PERSONS = ("person", "household")
CREDITS = 3  # passages among which a report opens
GENERIC = frozenset(
    "people persons person men women villagers residents farmers traders vendors builders others miners workers children".split()
)
ANOTHER = re.compile(
    r"\b(?:another|second such|earlier|previous|similar|last year|neighbou?ring|since \d{4})\b", re.IGNORECASE
)
APPOSED = re.compile(r",?\s+(?:with|or|and|comprising|totalling|numbering|in all,?|a total of|–|-|\()?\s*", re.IGNORECASE)
PEOPLE_BY_NAME = re.compile(
    r"(?:[\w-]+ )+?[A-Z][\w'’]+s\b"
)  # "28 Pentecostals": a noun that no table has, written as those of peoples and faiths are
DEADLY = frozenset(["kill", "die", "execute"])
TELLING = re.compile(
    r"[^.;,”\"]{0,60}?\b(?:said|told|says?|tells?|were told|heard|confirmed|recalled|described)\b", re.IGNORECASE
)
THERE = re.compile(
    r"\b(?:[Tt]here (?:were|are)|[Aa]ll|in all,?|[Aa]ltogether,?|a total of|numbering) (?:some |about |around )?$"
)
LISTED = re.compile(r"[^.;:\n]{0,60}: [^.;\n]{0,80}")
AUXILIARIES = re.compile(r"\s+(?:(?:were|was|are|is|have|had|has|been|be|also|reportedly)\s+)*")
"""What alone may stand between a number and its verb: "one was killed and three men were wounded"."""


class Holding:
    """The claims of a report by the words in them."""

    def __init__(self, record: ReportRecord) -> None:
        self._record = record
        self._claims = SpanIndex((piece, claim) for claim in record.claims for piece in claim.content)

    @cached_property
    def tied(self) -> tuple[Tied, ...]:
        """Numbers that their place alone ties to what they count; found once, since it takes a while."""
        return tuple(tied(self._record))

    def claims(self, span: Span) -> tuple[str, ...]:
        """The innermost claims in whose content the words stand, in the order of the report's."""
        holding = [claim for claim in self._claims.overlapping(span) if any(piece.holds(span) for piece in claim.content)]
        parents = {claim.parent for claim in holding}
        return tuple(dict.fromkeys(claim.id for claim in holding if claim.id not in parents))


def counts(record: ReportRecord, holding: Holding) -> Iterator[Counted]:
    """The numbers of people whose sentence says what they count, each once for a field and a value, in text order; of those whose sentence does not, the one with which
    the report opens, under ""."""
    seen = set()
    is_elsewhere = Elsewhere(record)
    text = record.report.text
    found = [*_of_events(record), *_quantities(record), *_tolls(record), *_bodies(text), *_answers(text)]
    found += [
        (tables.coerced(), {"lo": one.lo, "hi": one.hi, "exact": one.exact, "unit": one.unit}, one.span)
        for one in went_freely(record)
    ]
    found = [each for each in found if not (is_elsewhere(sentence_around(text, each[2])) or _is_called_false(text, each[2]))]
    found += _apposed(record, found)
    found += [each for each in _tied(record, found, holding) if not is_elsewhere(sentence_around(text, each[2]))]
    taken = [span for _, _, span in found]
    found += [each for each in _opening(record, taken) if not is_elsewhere(sentence_around(text, each[2]))]
    for field, value, span in sorted(found, key=lambda each: (each[2], each[0])):
        key = (field, value["lo"], value["hi"], value["unit"])
        if key not in seen:
            seen.add(key)
            beside = () if field else _types_in(record, sentence_around(text, span))
            yield Counted(field, ToldReading(value, holding.claims(span), (span,)), beside)


TALE = re.compile(
    r"\b(?:claims?|rumou?rs?|reports?|allegations?|news|stor(?:y|ies)|tales?)\b (?:that|of|about) [^.;,]*$", re.IGNORECASE
)
THIS_IS_FALSE = re.compile(
    r"\b[Tt]h(?:is|ese|at|ose) (?:claims?|rumou?rs?|reports?|allegations?|tales?|stor(?:y|ies)) (?:is|are|was|were) (?:an? )?(?:rumou?rs?|false|untrue|lies?)\b"
)


def _is_called_false(text: str, span: Span) -> bool:
    """Whether a number stands in a tale that its sentence, or the one after it, calls false: "spread the claim that 26 people died. This claim is a rumor"."""
    around = sentence_around(text, span)
    if not TALE.search(text[around.start : span.start]):
        return False
    after = _sentence_after(text, around)
    return bool(
        tables.words("rejecting").search(text, around.start, after.end) or THIS_IS_FALSE.search(text, after.start, after.end)
    )


BODIES = re.compile(
    rf"(?<!of the )\b(?P<number>{NUMBER})(?: more)? (?:dead )?(?:bodies|corpses|coffins)\b(?! bags?)(?=[^.;]{{0,20}}\b(?:found|recovered|brought|pulled|retrieved|laid|buried|returned|counted|dug|exhumed|lie|lay)\b)"
    rf"|\b(?:bodies|corpses|coffins|remains) of (?:all )?(?P<number_>{NUMBER}) (?!years?|months?|weeks?|days?|other|more)[a-z]+",
    re.IGNORECASE,
)
HOW_MANY = re.compile(
    rf"\bhow many(?: (?:people|men|of (?:them|you)|(?:were|are) (?:there|they|you)|did they take|were taken))*\?[\"”’]?\s+(?:[-–—]+\s*|[\"“])?"
    rf"(?:[^.?\n]{{1,80}}\.\s+)?(?P<about>about |around |some |perhaps |maybe )?(?P<number>{NUMBER})(?: or so)?(?: (?:people|men|of (?:us|them)))?[.,\"”]",
    re.IGNORECASE,
)
SHARE = 10  # "about 40" is 36 to 44
Found = tuple[str, dict[str, object], Span]


def _types_in(record: ReportRecord, around: Span) -> tuple[str, ...]:
    return tuple(sorted({event.type for event in record.events if around.holds(event.trigger)}))


def _tied(record: ReportRecord, found: list[Found], holding: Holding) -> Iterator[Found]:
    """Numbers that their place alone ties to a field, where nothing else counts it; sums in any case."""
    known = {(field, str(value["unit"])) for field, value, _ in found}
    starts = {span.start for _, _, span in found}
    listed = list(parts(record))
    for one in holding.tied:
        key = (one.field, one.value["unit"])
        if one.span.start in starts or (key in known and not one.is_sum):
            continue
        if not one.field and not one.is_sum and any(part.overlaps(one.span) for part in listed):
            continue
        around = sentence_around(record.report.text, one.span)
        if not ANOTHER.search(record.report.text, around.start, around.end):
            known.add(key)
            starts.add(one.span.start)
            yield one.field, one.value, one.span


def _apposed(record: ReportRecord, found: list[Found]) -> Iterator[Found]:
    """Families and the people in them, said in one breath, count the same: "61 households with 279 persons", "66 families, or some 310 people"."""
    text = record.report.text
    people = [one for one in record.quantities if one.unit in PERSONS and not one.part]
    for one, other in pairwise(people):
        if {one.unit, other.unit} != set(PERSONS) or not APPOSED.fullmatch(text[one.span.end : other.span.start]):
            continue
        fields = {span.start: field for field, _, span in found}
        for known, new in ((one, other), (other, one)):
            if new.span.start not in fields:
                value: dict[str, object] = {"lo": new.lo, "hi": new.hi, "exact": new.exact, "unit": new.unit}
                yield fields.get(known.span.start, ""), value, new.span


def _of_events(record: ReportRecord) -> Iterator[Found]:
    """Of the events that are told as having happened: how many did or suffered it."""
    text, types = record.report.text, scheme()
    listed = list(parts(record))
    deadly = {span for event in record.events if event.type in DEADLY for one in event.participants for span in one.spans}
    for event in record.events:
        field = tables.field_of_type().get(event.type)
        if field is None or event.aside or event.factuality.polarity == "negative" or event.time_frame == "future":
            continue
        if ANOTHER.search(text, (around := sentence_around(text, event.trigger)).start, around.end):
            continue
        for one in event.participants:
            count = one.count
            if (
                event.type not in types
                or one.role != types[event.type].counted
                or count is None
                or count.part
                or count.hi == 1
            ):
                continue
            if field == "injured" and deadly & set(one.spans):
                continue  # "seven were killed and 31 wounded"
            is_people = count.unit in PERSONS or PEOPLE_BY_NAME.match(one.description)
            is_listed = any(part.overlaps(span) for part in listed for span in one.spans) or is_part(text, one.spans[0])
            if is_people and not is_listed and not tables.words("doers").search(one.description):
                unit = count.unit if count.unit in PERSONS else "person"
                value: dict[str, object] = {"lo": count.lo, "hi": count.hi, "exact": count.exact, "unit": unit}
                yield field, value, one.spans[0]


def _sentence_after(text: str, around: Span) -> Span:
    """The sentence that follows one; at the end of the text that one itself."""
    return sentence_around(text, Span(around.end + 1, around.end + 2)) if around.end + 2 < len(text) else around


def _opening(record: ReportRecord, taken: list[Span]) -> Iterator[Found]:
    """The first number of people in the headlines, and in the first two sentences: what a report opens with it is about."""
    text = record.report.text
    speaking = SpanIndex((span, span) for source in record.sources for span in source.mentions)
    body = _first_that_tells(record)
    first = sentence_around(text, Span(body.start, body.start + 1))
    after = _sentence_after(text, first)
    opening = [passage.span for passage in record.passages if passage.kind == "headline"] + [Span(first.start, after.end)]
    units = set()
    listed = list(parts(record))
    for one in record.quantities:
        if one.unit not in PERSONS or one.unit in units or one.part or one.hi == 1 or one.group is None:
            continue
        if TELLING.match(text, one.span.end) or any(part.overlaps(one.span) for part in listed):
            continue
        around = sentence_around(text, one.span)
        if (
            (any(span.holds(one.span) for span in opening) or THERE.search(text, 0, one.span.start))
            and not any(span.overlaps(one.span) for span in taken)
            and not speaking.overlapping(one.span)
            and not tables.words("doers").search(record.read(one.group))
            and not any(tables.words(name).search(text, around.start, around.end) for name in ("elsewhere", "unsaid"))
            and not ANOTHER.search(text, around.start, around.end)
        ):
            units.add(one.unit)
            yield "", {"lo": one.lo, "hi": one.hi, "exact": one.exact, "unit": one.unit}, one.span


def _first_that_tells(record: ReportRecord) -> Span:
    """The first passage of the body in which something happens or people are counted; a line on where the text comes from is no opening."""
    bodies = [passage.span for passage in record.passages if passage.kind == "body"]
    told = [event.trigger for event in record.events]
    told += [one.span for one in record.quantities if one.unit in PERSONS and one.group and one.lo > 1]
    telling = (body for body in bodies[:CREDITS] if any(body.holds(span) for span in told))
    return next(telling, (*bodies, Span(0, 0))[0])


def _quantities(record: ReportRecord) -> Iterator[Found]:
    text = record.report.text
    speaking = SpanIndex((span, span) for source in record.sources for span in source.mentions)
    found: dict[tuple[str, Span, str], list[tuple[Span, dict[str, object]]]] = defaultdict(list)
    for one in record.quantities:
        if (
            one.part
            or one.hi == 1
            or not _is_of_people(record, one)
            or speaking.overlapping(one.span)
            or is_part(text, one.span)
        ):
            continue
        around = sentence_around(text, one.span)
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


def _is_of_people(record: ReportRecord, one: Quantity) -> bool:
    noun = record.read(one.group).split()[-1].lower() if one.group else ""
    return one.unit in PERSONS or noun in GENERIC


def _nearest_field(text: str, around: Span, span: Span) -> str | None:
    """The field of the words nearest to a number; none if two fields are equally near."""
    found = []
    for field, pattern in tables.counting().items():
        for match in pattern.finditer(text, max(around.start, span.start - BEFORE), min(around.end, span.end + AFTER)):
            between = text[min(span.end, match.end()) : max(span.start, match.start())]
            if not _is_of_clause(between, is_before=match.start() < span.start):
                continue
            is_predicate = match.start() >= span.end and AUXILIARIES.fullmatch(between)
            gap = 0 if is_predicate else span.gap(Span(*match.span()))
            found.append((gap, field))
    found.sort()
    if not found or (len(found) > 1 and found[1][0] == found[0][0] and found[1][1] != found[0][1]):
        return None
    return found[0][1]


def _bodies(text: str) -> Iterator[Found]:
    """Of the dead by their bodies, where these are found, brought or buried: "14 bodies have been brought out", "the coffins of six labourers"."""
    for match in BODIES.finditer(text):
        name = "number" if match["number"] else "number_"
        number = number_of(match[name])
        if number and number > 1:
            value: dict[str, object] = {"lo": number, "hi": number, "exact": True, "unit": "person"}
            yield "dead", value, Span(*match.span(name))


def _answers(text: str) -> Iterator[Found]:
    """A bare number that answers how many they were: "How many? -- The cousin counted. About sixty."."""
    for match in HOW_MANY.finditer(text):
        number = number_of(match["number"])
        if number and number > 1:
            share = number // SHARE if match["about"] else 0
            value: dict[str, object] = {"lo": number - share, "hi": number + share, "exact": not share, "unit": "person"}
            yield "", value, Span(*match.span("number"))


def _is_of_clause(between: str, *, is_before: bool) -> bool:
    """Whether words say what a number counts, though others stand between: not behind another number with a participle of its own ("17 passengers taken, driver shot dead")."""
    return is_before or not re.fullmatch(
        r"(?: [\w'’-]+)? [a-z]+(?:ed|en)(?: \w+){0,3}?(?:,|;| and| while) .*", between, re.IGNORECASE | re.DOTALL
    )


def _tolls(record: ReportRecord) -> Iterator[Found]:
    """Bare numbers: "the toll has risen to 22", but those that are of something else, or that quantities have already."""
    text = record.report.text
    known = {one.span.start for one in record.quantities if one.group and one.unit in PERSONS}
    own = tables.field_of_type().get(record.incidents[0].type) if record.incidents else None
    for field, value, span in of_one_sex(text):
        beside = _nearest_field(text, Span(max(span.start - CONTEXT, 0), span.end), span)
        if beside is None or beside == own or beside not in tables.counting():
            yield field, value, span
    for field, value, span in tolls(text):
        around = sentence_around(text, span)
        is_known = span.start in known and field != "children"
        if not is_known and not ANOTHER.search(text, around.start, around.end):
            yield field, value, span


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


def totals(record: ReportRecord, holding: Holding) -> Iterator[Counted]:
    """ "The number of those seized is 14 in all": beside such a sum, other numbers of the field are of some only."""
    is_elsewhere = Elsewhere(record)
    for toll in sums(record.report.text):
        if not is_elsewhere(sentence_around(record.report.text, toll.span)):
            yield Counted(toll.field, ToldReading(toll.value, holding.claims(toll.span), (toll.span,)))
    for one in holding.tied:
        around = sentence_around(record.report.text, one.span)
        is_of_it = one.is_sum and one.field and one.value["unit"] == "person" and not is_elsewhere(around)
        if is_of_it and not ANOTHER.search(record.report.text, around.start, around.end):
            yield Counted(one.field, ToldReading(one.value, holding.claims(one.span), (one.span,)))


def groups(record: ReportRecord) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Numbers whose noun says of whom they are: "five women"."""
    for one in record.quantities:
        noun = record.read(one.group) if one.group else ""
        if found := tuple(group for group, pattern in tables.groups().items() if pattern.search(noun)):
            yield one.span, found
