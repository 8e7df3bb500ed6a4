"""Numbers of any thing. Comes in: the record of a report. Goes out: notes of what stands beside a number: the noun, whose age or prison term it is, other words.

These are no readings. They are compared where a report is written after another one (`copied.py`), and where they are of one person by name.
"""

import re
from collections.abc import Iterator

from tumen.ledger import tables
from tumen.ledger.account import Note, ToldReading
from tumen.ledger.notice import Holding
from tumen.ledger.tables import ORDINALS
from tumen.records import ReportRecord, Span
from tumen.spanindex import SpanIndex
from tumen.view import sentence_around

MOST = 60  # numbers kept of a report
WORDS = tables.numeral_words()
DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?P<about>about |around |some |nearly |almost |over |at least |more than )?(?:(?P<number>{DIGITS}|{WORDS})|(?P<ordinal>{'|'.join(ORDINALS)}))(?![\w%:/]|[.,]\d|-(?!year)[a-z]*\d)",
    re.IGNORECASE,
)
NOUN = re.compile(
    r"(?:[ -](?:of (?:the|them|whom)|are|were|is|was|more|other|young|old|aged|elderly|small|large|green|army|military|hundred|thousand|million))*"
    r"[ -](?!(?:and|or|of|to|in|on|at|for|by|who|which|that|from|with|people's|were|was|are|is|has|have|had|out|per|the|a|an|his|her|their|its)\b)(?P<noun>[A-Za-z]+)(?:[ -](?P<second>[a-z]{3,}s)\b)?"
)
NUMBER_OF = re.compile(
    r"\bnumber of (?:the |all )?(?P<noun>[a-z]+)(?P<second>(?!))?(?: (?!number\b)[\w’'-]+){0,6}? (?:is|are|was|were|stands at|stood at|reached|came to|comes to|put at|given as) $"
)
""" "the number of camels plundered is 120"."""
AGE_BEFORE = re.compile(r"(?:\baged |\bage of |[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)*(?:,| \() ?)$")
AGE_AFTER = re.compile(r"(?:[- ]years?[- ]old\b| years? of age\b)", re.IGNORECASE)
AGE_CLOSED = re.compile(r"(?:,|\)|\.|;| years old\b| and\b)")
IS_AGE = re.compile(r"\b(?:[Hh]e|[Ss]he) (?:is|was) $")
TERM_AFTER = re.compile(
    r"[- ]years?['’]?(?: and [\w-]+ months?)?(?:[- ](?:[\w’']+[- ]){0,3}?(?:prison|jail|imprisonment|term|sentence|behind bars|labou?r|camp|colony))",
    re.IGNORECASE,
)
TERM_BEFORE = re.compile(
    r"\b(?:sentenc(?:ed|es|ing)|jail(?:ed|s|ing)|imprison(?:ed|s|ing)|condemn(?:ed|s)|gets?|got|gave|given|handed|receiv(?:ed|es)|term of)\b[^.;]*$",
    re.IGNORECASE,
)
YEARS = re.compile(r"[- ]years?\b", re.IGNORECASE)
OTHER_YEARS = re.compile(r" (?:ago|old|later|earlier|before|after|since|now|of|younger|older|in a row)\b")
LIST = re.compile(rf"\b(?:{DIGITS}|{WORDS}) (?:and|or) $|\b(?:{DIGITS}|{WORDS}) years,? (?:and|or) $", re.IGNORECASE)
LISTED = re.compile(rf" (?:and|or) (?:{DIGITS}|{WORDS})\b", re.IGNORECASE)
NAME = re.compile(r"\b[A-Z][\w’'-]+(?: (?:al-|bin |ibn |de |van )?[A-Z][\w’'-]*\.?)*")
NAME_AFTER = re.compile(rf"(?: (?:[a-z][\w-]*)){{0,4}},? (?P<name>{NAME.pattern})")
APPOSED = re.compile(r"(?:,| -| –| —)? (?:is|was)?(?: ?an?| the)? ?$")
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
NO_PERSON = re.compile(
    r"\b(?:Court|Ministry|Police|Prison|County|Province|Region|District|Radio|News|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|The|On|In|At|It|He|She|They|His|Her|A|An|Judges|Colony|Centre|Center|University|City|Committee|Union|Party|State)\b"
)
CONTENT = re.compile(r"[A-Za-z][a-z]{3,}")
STEM = 5  # letters by which words of a translation are told to be of one root
IRREGULAR = {"men": "man", "women": "woman", "children": "child", "lorries": "lorry", "people": "person", "persons": "person", "oxen": "ox", "families": "family", "buffaloes": "buffalo", "sheep": "sheep"}  # fmt: skip


def numerals(record: ReportRecord, holding: Holding) -> Iterator[Note]:
    """Of kind "numeral": `n`, `noun` in the singular or "", `form`: "cardinal", "ordinal", "age" or "term"; `whom`: the words of the name of the one whose age or term it is;
    `of`: the types of event in its sentence that are told as having happened. Days and years of the calendar are left out."""
    text = record.report.text
    dates = SpanIndex((time.span, time.span) for time in record.times if time.kind in ("date", "time"))
    places = SpanIndex((place.span, place.span) for place in record.places)
    told = [
        (event.trigger, event.type) for event in record.events if event.factuality.polarity == "positive" and not event.aside
    ]
    kept = 0
    for match in NUMBER.finditer(text):
        span = Span(*match.span("ordinal" if match["ordinal"] else "number"))
        if kept == MOST:
            return
        if dates.overlapping(span):
            continue
        around = sentence_around(text, span)
        made = _value(text, match, span, around, places)
        if made is None:
            continue
        kept += 1
        made["of"] = sorted({type_ for trigger, type_ in told if around.holds(trigger)})
        yield Note("numeral", ToldReading(made, holding.claims(span), (span,)), _beside(text, span, around))


def _value(text: str, match: re.Match[str], span: Span, around: Span, places: SpanIndex[Span]) -> dict[str, object] | None:
    number = _number(match)
    before, after = text[around.start : span.start], text[span.end : around.end]
    if number is None or match["about"]:
        return None
    if match["ordinal"]:
        noun = NOUN.match(after)
        return {"n": number, "noun": _singular(noun), "form": "ordinal", "whom": ""} if noun else None
    if (
        (AGE_BEFORE.search(before) and AGE_CLOSED.match(after))
        or AGE_AFTER.match(after)
        or (IS_AGE.search(before) and 1 < number < 110)
    ):
        return {"n": number, "noun": "year", "form": "age", "whom": _whom(text, span, around, places)}
    is_term = TERM_AFTER.match(after) or (
        TERM_BEFORE.search(before) and (years := YEARS.match(after)) and not OTHER_YEARS.match(after, years.end())
    )
    if is_term and not LIST.search(before) and not LISTED.match(after):
        return {"n": number, "noun": "year", "form": "term", "whom": _whom(text, span, around, places)}
    noun = NOUN.match(after) or NUMBER_OF.search(before)
    return {"n": number, "noun": _singular(noun), "form": "cardinal", "whom": ""}


def _number(match: re.Match[str]) -> int | None:
    if match["ordinal"]:
        return ORDINALS.index(match["ordinal"].lower()) + 1
    written = match["number"]
    if written[0].isdigit():
        number = int(written.replace(",", ""))
        return None if len(written) == len("2014") and 1800 < number < 2100 else number
    return tables.numerals().get(written.lower())


def _singular(noun: re.Match[str] | None) -> str:
    if noun is None:
        return ""
    word = (
        noun["second"]
        if noun["second"] and not noun["noun"].endswith("s") and noun["noun"] not in IRREGULAR
        else noun["noun"]
    )
    word = word.lower()
    return IRREGULAR.get(
        word,
        word[:-3] + "y"
        if word.endswith("ies")
        else word[:-1]
        if word.endswith("s") and not word.endswith(("ss", "us", "is"))
        else word,
    )


def _whom(text: str, span: Span, around: Span, places: SpanIndex[Span]) -> str:
    """The person named last before the number, in its sentence; of "he was sentenced", the one named in the sentence before."""
    if (old := AGE_AFTER.match(text, span.end)) and (after := NAME_AFTER.match(text, old.end())):
        return after["name"]
    if old and not APPOSED.search(text, around.start, span.start):
        return ""
    before = around
    if pronoun := PRONOUN.search(text, around.start, span.start):
        before = sentence_around(text, Span(max(around.start - 3, 0), max(around.start - 2, 1)))
        names = _names(text, before.start, before.end, places)
        names += _names(text, around.start, pronoun.start(), places)
        return names[0] if names else ""
    names = _names(text, before.start, span.start, places)
    return names[-1] if names else ""


def _names(text: str, start: int, end: int, places: SpanIndex[Span]) -> list[str]:
    found = NAME.finditer(text, start, end)
    return [
        one.group()
        for one in found
        if not NO_PERSON.search(one.group())
        and not places.overlapping(Span(*one.span()))
        and (" " in one.group() or one.start() > start)
    ]


def _beside(text: str, span: Span, around: Span) -> tuple[str, ...]:
    """The roots of the words in the sentence, and its other numbers."""
    words = {word.lower()[:STEM] for word in CONTENT.findall(text[around.start : around.end])}
    numbers = {
        str(number)
        for match in NUMBER.finditer(text, around.start, around.end)
        if match.start("number") != span.start and (number := _number(match)) is not None
    }
    return tuple(sorted(words | numbers))
