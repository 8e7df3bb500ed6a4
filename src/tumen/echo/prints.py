"""A report as the echo sees it. Comes in: a report's record, with its text. Goes out: a `Print`, which can be compared without the text.

A print says of a report's own sources what kind they are and through what channel they came, never who they are: nothing in it can tie two
anonymous sources to one person.
"""

import re
from collections.abc import Iterator

import msgspec

from tumen.echo.cited import Cited, Names, find_cited, find_names, site_name
from tumen.echo.days import find_day
from tumen.echo.details import find_details
from tumen.echo.evidence import Evidence, find_evidence
from tumen.echo.heads import find_heads
from tumen.echo.words import hash_of, hash_words, pack, root, tells, words
from tumen.masthead import head_end
from tumen.records import ReportRecord, Span
from tumen.view import View

SHORTEST_QUOTE = 5  # words
QUOTED = re.compile(r"[“„«]([^“”„«»]{15,}?)(?:[”»]|$)|\"([^\"]{15,}?)(?:\"|$)|``(.{15,}?)''")
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
COUNTED = ("body", "caption")
SENTENCE = 12  # blanks in a line that ends with a full stop


class Print(msgspec.Struct, frozen=True, array_like=True):
    """What is needed of a report to say whether it repeats another.

    `outlet` is folded, "" if unknown; `name` as written. `words` are the hashes of the body's words in order, `terms` those of the words
    that tell (`words.tells`), by their roots, in the order in which each first stands; `details` those of numbers with what they count, sorted. `quotes` are hash and length
    of each quotation of at least five words. `heads` are the names at the top of the page, the first its
    first line, "" if that is no name. `names` are all the names that stand in it, `cited` the outlets that it says it has something
    from. `evidence` is what speaks for knowledge of its own.
    """

    id: str
    outlet: str
    name: str
    published: str | None
    language: str | None
    words: bytes
    terms: bytes
    details: bytes
    quotes: tuple[tuple[int, int], ...]
    heads: tuple[str, ...]
    names: Names
    cited: tuple[Cited, ...]
    evidence: Evidence


def take_print(record: ReportRecord) -> Print:
    """The print of a report; of one without a body an empty one."""
    report = record.report
    outlet = report.outlet
    start = min(head_end(report.text, record.passages), len(report.text))
    body = _body(record, start)
    below = View.of(report.text, Span(start, len(report.text))).text
    whole = View.of(report.text, Span(0, len(report.text))).text
    said = words(body)
    return Print(
        id=report.id,
        outlet=fold_outlet(outlet),
        name=outlet or "",
        published=find_day(record, start),
        language=report.language,
        words=pack(map(hash_of, said)),
        terms=pack(dict.fromkeys(hash_of(root(word)) for word in said if tells(word))),
        details=pack(sorted(set(find_details(body, report.published.edtf)))),
        quotes=tuple(dict.fromkeys(_quotes(body))),
        heads=find_heads(report.text, outlet),
        names=find_names(whole),
        cited=find_cited(below, outlet, [record.read(place.span) for place in record.places]),
        evidence=find_evidence(record, outlet, start, below),
    )


def fold_outlet(name: str | None) -> str:
    """The name of an outlet as it is compared: folded, without an article; of the host of a site the part that names it."""
    if HOST.fullmatch(name or ""):
        return site_name(name or "")
    return " ".join(words(name or "")).removeprefix("the ")


def _body(record: ReportRecord, start: int) -> str:
    """The passages that tell, below the head; a whole sentence that stands where a headline would is one of them."""
    text = record.report.text
    parts = []
    for passage in record.passages:
        part = View.of(text, Span(max(passage.span.start, min(start, passage.span.end)), passage.span.end)).text
        if passage.kind in COUNTED or (passage.kind == "headline" and part.endswith(".") and part.count(" ") >= SENTENCE):
            parts.append(part)
    return "\n".join(filter(None, parts))


def _quotes(body: str) -> Iterator[tuple[int, int]]:
    for match in QUOTED.finditer(body):
        run = words(next(filter(None, match.groups())))
        if len(run) >= SHORTEST_QUOTE:
            yield hash_words(run), len(run)
