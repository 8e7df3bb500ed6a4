"""Numbers that stand for no whole. Comes in: the record of a report. Goes out: spans of numbers of some only: in a list, of one place of care, of others, of those who did it."""

import re
from collections.abc import Iterable, Iterator

from tumen.ledger import tables
from tumen.ledger.account import Counted
from tumen.ledger.tolls import NUMBER
from tumen.records import ReportRecord, Span
from tumen.view import sentence_around

CONTEXT = 300  # letters before a number in which a list is opened
PART_BEFORE = re.compile(
    r"\b(?:among (?:them|those|whom)|including|include[sd]?|of (?:them|whom)|not|by|to|the (?:next|other|remaining|latter|last))[,:]? (?:at least |only )?$",
    re.IGNORECASE,
)
PART_AFTER = re.compile(
    r",? (?:were |are |was )?(?:among (?:them|those|whom)|of (?:them|whom))\b|(?: [a-z]+){0,2}? (?:(?:are|were|is|was) (?:still|yet)|still|remain(?:s|ed)?)\b(?! missing)",
    re.IGNORECASE,
)
"""A number beside these is a part of one that stands elsewhere, counts nobody ("not one civilian"), or those who told of it ("by two people")."""
SOME_OF_THE = re.compile(r"\bof (?:the|these|those|all)\b", re.IGNORECASE)  # "two of the victims"
PAGED = re.compile(r"\b[A-Za-z]+ \d+ of $|/ ?$")  # "Image 6 of 11"
FIRED = re.compile(r"\s+(?:opened fire|fired)\b", re.IGNORECASE)
AND_BEFORE = re.compile(r"\b(?:and|plus|or)\s+(?:the |his |her |their |another |other )?$", re.IGNORECASE)
LIST_BEFORE = re.compile(
    rf"\b(?:{NUMBER}) (?:[a-z]+ )?(?:[a-z]+s|people|men|women|children|clergy|police)\s+(?:and|plus|or) $", re.IGNORECASE
)  # "two seminarians and ten lay people are under arrest"
CLAUSE = re.compile(r" (?:is|are|was|were|has|have|had|remain\w*)\b", re.IGNORECASE)  # "and 18 people are missing" opens one
AND_AFTER = re.compile(
    rf"[^.;,:]{{0,25}},? and (?:an? (?:man|woman|boy|girl|child|unborn child|teen\w*|baby|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?! [a-z]+ (?:has|have|had|died|dies|was))|another"
    rf"|\d+|{'|'.join(sorted(tables.numerals()))})\b(?! (?:more|most|half|third|percent|per cent))",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
BEFELL = re.compile(
    r"(?: (?:were|was|are|have|has|been|remain|remained|still|also))* (?:injured|wounded|hurt|missing|unaccounted|captured|caught|arrested|detained|abducted|kidnapped|hospitali[sz]ed)\b"
)
"""Behind "others" these say of whom they are all: "four were killed and 11 others injured"."""
SEEN = re.compile(
    r"\b(?:admitted|admissions?|admission book|treated|registered|registration|on our books|our (?:own )?(?:unit|wards?|beds|clinic|hospital|tents?|nurses|teams?|forms?|sheets?)|(?:with|reached|to|by) us|"
    r"we (?:have |had )?(?:seen|received|treated|met)|(?:is|are|was|were) (?:only )?(?:a )?part of)\b",
    re.IGNORECASE,
)
"""Those whom one who tells saw, treated or wrote down are some of all whom it befell."""


def parts(record: ReportRecord) -> Iterator[Span]:
    """Numbers that stand for no whole: in a list with other people ("a father and two children", "two women and one man"), in a sentence on another happening or
    a whole year, of happenings ("two shootings"), of those who did it or of others than those counted before. One alone is an example."""
    text = record.report.text
    for one in record.quantities:
        before, after = text[max(one.span.start - 12, 0) : one.span.start], text[one.span.end : one.span.end + 60]
        is_after_and = AND_BEFORE.search(before) and (
            not (CLAUSE.match(after) or BEFELL.match(after))
            or LIST_BEFORE.search(text, max(one.span.start - 60, 0), one.span.start)
        )
        and_after = AND_AFTER.match(after)
        is_before_and = and_after is not None and not _has_verb(and_after[0])
        is_listed = one.hi == 1 or is_after_and or is_before_and or is_part(text, one.span)
        around = sentence_around(text, one.span)
        is_elsewhere = tables.words("elsewhere").search(text, around.start, around.end)
        noun = record.read(one.group) if one.group else record.read(one.span)
        is_rest = OTHERS.search(noun) and BEFELL.match(after)
        is_doer = tables.words("doers").search(noun) and not is_rest
        is_other = tables.words("happenings").search(noun) or is_doer or FIRED.match(after)
        if is_listed or is_elsewhere or is_other:
            yield one.span


def seen(record: ReportRecord, counted: Iterable[Counted]) -> Iterator[Span]:
    """Numbers of those whom one place of care or one list knows of; told in one paragraph with words that say so."""
    text = record.report.text
    for one in counted:
        span = one.reading.spans[0]
        start, end = text.rfind("\n", 0, span.start) + 1, sentence_around(text, span).end
        if SEEN.search(text, max(start, span.start - CONTEXT), end) or re.search(
            rf"\bThese {re.escape(record.read(span))} (?:are|were) (?:only )?(?:a )?part of\b", text, re.IGNORECASE
        ):
            yield span


def is_part(text: str, span: Span) -> bool:
    """Whether the words beside a number say that it is of some only."""
    before = text[max(span.start - 30, 0) : span.start]
    is_some_of = SOME_OF_THE.search(text, span.start, span.end)
    return bool(is_some_of or PAGED.search(before) or PART_BEFORE.search(before) or PART_AFTER.match(text, span.end))


def _has_verb(words: str) -> bool:
    """Whether words behind a number say what happened to them: "[three workers] lost their lives and two"."""
    return bool(CLAUSE.search(words)) or any(pattern.search(words) for pattern in tables.counting().values())
