"""Numbers that their place in the text ties to what they count. Comes in: the record of a report. Goes out: fields, values and spans.

Reports that are no news stories hardly ever put a number beside a verb. They put it behind a label ("Deaths: 11"), in a sum ("8 and 3, together 11", "These are nine"), on a noun for
those it befell ("three (3) fatalities"), on what is left of them (graves, coffins), or go on speaking of the group by its number ("thirty-two pilgrims ... the thirty-two"). These forms
are few, and the words in them that say what is counted are those of `counted.toml`. Such a number only fills what nothing else in the report counts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from tumen.event import scheme
from tumen.ledger import forms, tables
from tumen.ledger.tolls import interval, number_of
from tumen.records import ReportRecord, Span
from tumen.view import sentence_around

CONTEXT = 320  # letters before a sum in which what it sums up is told
BESIDE = 40  # letters before a number in which a preposition or "some of" stands
LEAST, GROUP, KNOWN = 2, 3, 5  # at least so many: of any number, of a group told of again, of one known by its number alone
DEADLY = frozenset(["kill", "die", "execute", "shoot", "attack", "bomb", "disaster", "illness", "fight", "torture", "hunger"])
"""Types of event that graves may come of."""
FOLD = re.compile(r"(?<=[^\n]{45}[^\n.!?:;])\n(?=[^\s*•–—-])")
"""The end of a line that goes on in the next."""


class Tied(NamedTuple):
    """A number with the field in which it belongs; "" for that of the group that the report speaks of. `is_sum`: it stands above parts that the report gives too."""

    field: str
    value: dict[str, Any]
    span: Span
    is_sum: bool = False


def tied(record: ReportRecord) -> Iterator[Tied]:
    """All such numbers, each place once, those that are surest of what they count first. Of a sentence on a year, a rate or another time none is taken."""
    seen: set[int] = set()
    record = replace(record, report=replace(record.report, text=FOLD.sub(" ", record.report.text)))
    text = record.report.text
    is_of_illness = bool(record.incidents) and record.incidents[0].type in ("illness", "die")
    for find in (_labelled, _named, _numbers_of, _sums, _befallen, _buried, _predicates, _afflicted, _again, _defined):
        for one in find(record):
            line = Span(*_clause(text, one.span))
            if one.span.start in seen or _is_elsewhen(record, line) or one.value["lo"] < LEAST:
                continue
            if one.field == "ill" and not is_of_illness:
                continue
            seen.add(one.span.start)
            yield one


def _is_elsewhen(record: ReportRecord, line: Span) -> bool:
    """Whether a clause is on a rate, or on another year than that in which the report was published."""
    text, published = record.report.text, (record.report.published.edtf or "")[:4]
    years = set(forms.YEAR.findall(text, line.start, line.end))
    return bool(forms.ELSEWHEN.search(text, line.start, line.end)) or (
        published.isdigit() and bool(years) and published not in years
    )


def _clause(text: str, span: Span) -> tuple[int, int]:
    """The sentence around a number, no farther than its line."""
    around = sentence_around(text, span)
    start = max(around.start, text.rfind("\n", 0, span.start) + 1)
    end = text.find("\n", span.end)
    return start, min(around.end, end if end >= 0 else len(text))


def _made(match: re.Match[str], field: str, unit: str = "person", *, is_sum: bool = False) -> Iterator[Tied]:
    name = "number" if match["number"] else "number_"
    number = number_of(match[name])
    if number:
        about = (match["about"] or "").lower() if name == "number" else ""
        lo, hi = interval(number, "" if about in ("as many as", "up to", "only") else about)
        value = {"lo": lo, "hi": hi, "exact": lo == hi, "unit": unit}
        yield Tied(field, value, Span(*match.span(name)), is_sum)


def field_in(words: str) -> str | None:
    """The field whose words stand in these; `None` if there is none, or more than one."""
    found = [field for field, pattern in tables.counting().items() if pattern.search(words)]
    if forms.CASES.search(words) and not found:
        return "ill"
    return found[0] if len(found) == 1 else None


def _labelled(record: ReportRecord) -> Iterator[Tied]:
    """ "Deaths: 11, of which 8 in the village", "Dead: Upper Holm 6, Lower Holm 5, together 11", "Households: 58"."""
    text = record.report.text
    at = 0
    while match := forms.LABEL.search(text, at):
        at = match.start("value")
        label, end = match["label"], match.end("value")
        field, is_home = field_in(label), forms.HOMES.search(label)
        if forms.NOT_ALL.search(label) or (field is None and not is_home and not forms.PEOPLE.search(label)):
            continue
        stop = re.compile(r"\. [A-Z]").search(text, at, end)
        if forms.OF_PLACES.search(text, at, at + CONTEXT):
            continue
        value = forms.TOGETHER.search(text, at, stop.start() + 1 if stop else end) or forms.STARTS.match(text, at, end)
        if value:
            yield from _made(value, field or "", "household" if is_home else "person", is_sum=field is not None)


def _named(record: ReportRecord) -> Iterator[Tied]:
    """How many names a numbered list has, where the words before it say what befell them."""
    text = record.report.text
    for match in forms.FIRST_NAME.finditer(text):
        number, at, last = 1, match.end(), Span(match.end() - 3, match.end() - 2)
        while (item := forms.NEXT_NAME.match(text, at)) and int(item["which"]) == number + 1:
            number, at, last = number + 1, item.end(), Span(*item.span("which"))
        line = text.rfind("\n\n", 0, match.start()) + 1
        field = field_in(text[max(line, match.start() - CONTEXT // 2) : match.start()])
        if number >= GROUP and field:
            yield Tied(field, {"lo": number, "hi": number, "exact": True, "unit": "person"}, last, is_sum=True)


def _numbers_of(record: ReportRecord) -> Iterator[Tied]:
    """ "The number of workers in custody had by evening reached 43"."""
    for match in forms.NUMBER_OF.finditer(record.report.text):
        field = field_in(match["of"])
        if field and not forms.NOT_ALL.search(match["of"]):
            yield from _made(match, field, "household" if forms.HOMES.search(match["of"]) else "person", is_sum=True)


def _sums(record: ReportRecord) -> Iterator[Tied]:
    """ "These are nine", "That makes two", "Today it is 140": of what was told last before."""
    text = record.report.text
    for pattern in (forms.THESE, forms.TOGETHER):
        for match in pattern.finditer(text):
            if field_in(text[match.end() : _clause(text, Span(*match.span()))[1]].split(" and ")[0]):
                continue  # "A total of 20 people died": its own words say what it counts
            for one in _made(match, "", is_sum=True):
                if field := _spoken_of(record, one.span.start):
                    yield one._replace(field=field)
    for pattern in (forms.OF_THEM, forms.COUNTED):
        for match in pattern.finditer(text):
            for one in _made(match, "", is_sum=True):
                yield one._replace(field=_spoken_of(record, one.span.start) or "")
    for match in forms.WE_WERE.finditer(text):
        yield from _made(match, "", "household" if match["noun"].lower() in forms.HEARTHS else "person")


def _spoken_of(record: ReportRecord, at: int) -> str | None:
    """The field of the event, or of the word for what befell people, that stands last before a place, in its paragraph; none where things are told of after it."""
    text = record.report.text
    start = max(text.rfind("\n\n", 0, at), at - CONTEXT, 0)
    found = [
        (event.trigger.end, field)
        for event in record.events
        if start <= event.trigger.start < at
        and event.factuality.polarity == "positive"
        and (field := tables.field_of_type().get(event.type))
    ]
    found += [(match.end(), field) for field, words in tables.counting().items() for match in words.finditer(text, start, at)]
    end, field = max(found, default=(0, None))
    return None if any(word.lower() in forms.THINGS for word in forms.WORD.findall(text, end, at)) else field


def _befallen(record: ReportRecord) -> Iterator[Tied]:
    """ "three (3) fatalities", "57 patients"."""
    for field, pattern in forms.NOUNS.items():
        for match in pattern.finditer(record.report.text):
            if not forms.SOME_OF.search(record.report.text, max(match.start() - BESIDE, 0), match.start()):
                yield from _made(match, field)
    for match in forms.LIVES.finditer(record.report.text):
        if match["lives"] or "li" in match.group().partition(match["number"])[0] or "death" in match.group().lower():
            yield from _made(match, "dead")


def _buried(record: ReportRecord) -> Iterator[Tied]:
    """Graves and burials, where the report tells of deaths or of what kills."""
    is_deadly = any(event.type in DEADLY and event.factuality.polarity == "positive" for event in record.events)
    for pattern in (forms.GRAVES, forms.BURIED, forms.WE_BURIED) if is_deadly else (forms.BURIED, forms.WE_BURIED):
        for match in pattern.finditer(record.report.text):
            yield from _made(match, "dead")


def _predicates(record: ReportRecord) -> Iterator[Tied]:
    """ "Twelve are no more", "six citizens fell as martyrs"."""
    for match in forms.PREDICATE.finditer(record.report.text):
        of = match["of"].lower()
        field = next((field for field, words in tables.counting().items() if words.search(of)), "dead")
        yield from _made(match, field)


def _afflicted(record: ReportRecord) -> Iterator[Tied]:
    """People who are counted in a sentence on an illness that is told of: "thirty-one inmates complained of pains". Not how many live there."""
    text = record.report.text
    ill = [event.trigger.start for event in record.events if event.type == "illness"]
    is_main = bool(record.incidents) and record.incidents[0].type == "illness"
    for one in record.quantities if ill else ():
        start, end = _clause(text, one.span)
        noun = record.read(one.group) if one.group else ""
        is_ill = forms.AFFLICTED.search(text, start, end) or (is_main and any(start <= at < end for at in ill))
        is_alone = not any(
            other is not one and other.unit == "person" and start <= other.span.start < end for other in record.quantities
        )
        if one.unit != "person" or not noun or one.part or not is_ill or not is_alone:
            continue
        is_resident = noun.split()[-1] != "people" and forms.RESIDENT.search(noun.split()[-1])
        only_lives_there = is_resident and not forms.FELL_ILL.search(text, one.span.end, end)
        if not only_lives_there and not forms.PREPOSITION.search(text, max(start, one.span.start - BESIDE), one.span.start):
            yield Tied("ill", {"lo": one.lo, "hi": one.hi, "exact": one.exact, "unit": "person"}, one.span)


def _defined(record: ReportRecord) -> Iterator[Tied]:
    """A group that is known by its number alone: "the thirteen", "nineteen of the 31", "six persons: the man, his wife, ..."; where a report knows of one only."""
    text = record.report.text
    dates = [time.span for time in record.times]
    found = [
        match
        for match in forms.THE_GROUP.finditer(text)
        if not any(time.overlaps(Span(*match.span("number"))) for time in dates)
    ]
    if len({number_of(match["number"]) for match in found}) == 1 and (number_of(found[0]["number"]) or 0) >= KNOWN:
        yield from _made(found[0], "")
    for match in forms.BEHIND_DAY.finditer(text):
        yield from _made(match, "", "household" if forms.HOMES.search(match["noun"]) else "person")
    for one in record.quantities:
        if (
            one.unit == "person"
            and one.group
            and one.exact
            and one.lo >= GROUP
            and forms.LISTED_OUT.match(text, one.span.end)
        ):
            yield Tied("", {"lo": one.lo, "hi": one.hi, "exact": True, "unit": "person"}, one.span)


def _again(record: ReportRecord) -> Iterator[Tied]:
    """The number of a group of people that the report goes on speaking of: "thirty-two pilgrims ... the thirty-two"."""
    text, types = record.report.text, scheme()
    doing = [
        span
        for event in record.events
        for each in event.participants
        if event.type in types and each.role != types[event.type].counted
        for span in each.spans
    ]
    for one in record.quantities:
        if any(span.overlaps(one.span) for span in doing):
            continue
        if (
            one.unit not in ("person", "household")
            or one.part
            or not one.exact
            or one.lo < GROUP
            or not one.group
            or forms.OTHERS.search(record.read(one.span))
        ):
            continue
        words = record.read(one.span).split()[0]
        if (
            forms.PREPOSITION.search(text, max(one.span.start - BESIDE, 0), one.span.start)
            or forms.OTHERS.search(text, max(one.span.start - 8, 0), one.span.start)
            or one.span.start > len(text) * 2 // 3
        ):
            continue
        if (
            forms.NUMERAL.fullmatch(words)
            and number_of(words) == one.lo
            and re.compile(forms.AGAIN.format(number=re.escape(words)), re.IGNORECASE).search(text, one.span.end)
        ):
            yield Tied("", {"lo": one.lo, "hi": one.hi, "exact": True, "unit": one.unit}, one.span)


DEADLY = frozenset(["kill", "die", "execute", "shoot", "attack", "bomb", "disaster", "illness", "fight", "torture", "hunger"])
