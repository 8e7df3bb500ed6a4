"""The order of the rooms, and nothing else.

    bytes -> Report -> Passages -> Times, Places -> Analyses, Quantities -> Claims -> Events -> one report's Incident

Comes in: originals or a report. Goes out: a `ReportRecord`. Pure: the same report gives the same record; no clock, network,
database or global.
"""

import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from tumen.analysis import Analysis, analyse
from tumen.claim import FIRST_HAND, find_first_hand, find_outlet, read_claims
from tumen.errors import ModelError, ReportError
from tumen.event import Draft, Scheme, draft_events, find_events, scheme
from tumen.ground import find_korean, find_places, find_quantities, find_times, find_unlisted, see_from_saying
from tumen.ground.gazetteer import fold, gazetteer
from tumen.incident import gather_incidents
from tumen.masthead import find_masthead
from tumen.model import Floats
from tumen.passage import READ_KINDS, split_passages, split_sentences
from tumen.records import Given, Original, Place, Quantity, Report, ReportRecord, Skipped, Span
from tumen.report import open_original
from tumen.spanindex import SpanIndex

READ_LANGUAGES = ("en", None)  # None: too short to tell
KOREAN = "ko"  # of which places, days and numbers are read, and no claims


def read_outcome(original: Original, given: Given, types: Scheme | None = None) -> ReportRecord | Skipped:
    """The record of the report in `original`, or why there is none. Whatever is wrong with one report, the next is read.

    `types` are the types of events to look for, here and below; those that come with Tumen unless given.

    A mistake of ours ends the reading of that report only: it becomes a `Skipped` that says where in the code, in no word of
    the report, and a corrected Tumen can read the kept original. Raises `ModelError` if the weights cannot be opened.
    """
    try:
        return read_original(original, given, types)
    except ReportError as err:
        return Skipped(err.file, "report", err.reason, err.detail)
    except ModelError:
        raise  # no report could be read
    except Exception as err:
        at = traceback.extract_tb(err.__traceback__)[-1]
        detail = f"a mistake in Tumen itself: {type(err).__name__} at {PurePath(at.filename).name}:{at.lineno}"
        return Skipped(original.file, "pipeline", "mistake", detail)


def read_original(original: Original, given: Given, types: Scheme | None = None) -> ReportRecord:
    """The record of the report in `original`. Raises `ReportError` if no report can be made of it."""
    return read_report(open_original(original, given), types)


def read_report(report: Report, types: Scheme | None = None) -> ReportRecord:
    """The record of a report whose text is already in hand. A language that no reader knows gives passages only, Korean also values."""
    passages = split_passages(report.text)
    if report.outlet is None and (outlet := find_masthead(report.text, _is_place)):
        report = replace(report, outlet=outlet, signals={**report.signals, "outlet": "masthead"})
    elif report.outlet is None and (outlet := find_outlet(report.text)):
        report = replace(report, outlet=outlet, signals={**report.signals, "outlet": "text"})
    if report.language not in READ_LANGUAGES:
        skipped = (Skipped(report.file, "claim", "language", f"not read: language {report.language}"),)
        if report.language != KOREAN:
            return ReportRecord(report, passages, skipped=skipped)
        told = [passage for passage in passages if passage.kind in READ_KINDS]
        times, places, quantities = find_korean(report.text, told, report.published)
        return ReportRecord(report, passages, times=times, places=places, quantities=quantities, skipped=skipped)
    types = scheme() if types is None else types
    sentences = split_sentences(report.text, passages, report.language or "en")
    times = find_times(sentences, report.published)
    places = find_places(sentences)
    counted: list[Quantity] = []
    unlisted: list[Place] = []
    drafts: list[Draft] = []
    felt: list[Floats] = []
    kinds = SpanIndex((passage.span, passage) for passage in passages)
    timed = SpanIndex((time.span, time) for time in times)
    placed = SpanIndex((place.span, place) for place in places)

    def analyses() -> Iterator[Analysis]:
        """The parts of the text; what else is found in one is kept, so that the rest of it need not be."""
        seen = 0
        for part in analyse(report.text, passages, sentences):
            here = sentences[seen : seen + len(part.sentences)]
            persons = {mention.main for mention in part.mentions if mention.kind == "person"}
            quantities = find_quantities(report.text, here, part.words, times, persons)
            counted.extend(quantities)
            for place in tuple(find_unlisted(here, _named_places(part), placed)):
                unlisted.append(place)
                placed.add(place.span, place)
            drafts.extend(draft_events(report.text, part, kinds, timed, placed, quantities, types))
            felt.append(part.scan.scores(FIRST_HAND))
            seen += len(here)
            yield part

    sources, claims = read_claims(report, passages, sentences, times, places, analyses())
    places = tuple(sorted((*places, *unlisted), key=lambda place: (place.span.start, -place.span.end)))
    times = see_from_saying(
        times, sentences, ((claim.said.edtf, claim.content) for claim in claims if claim.said and claim.said.edtf)
    )
    events = find_events(report, drafts, sources, claims)
    incidents = gather_incidents(report, passages, sources, claims, events, times, places, types, counted)
    first_hand = find_first_hand(felt)
    return ReportRecord(report, passages, sources, claims, times, places, tuple(counted), events, incidents, first_hand)


def _is_place(name: str) -> bool:
    return bool(gazetteer().named(fold(name)))


def _named_places(part: Analysis) -> list[Span]:
    """The names in a part of a text that the model takes for places."""
    words = part.words
    return [
        Span(words[mention.first].span.start, words[mention.last].span.end)
        for mention in part.mentions
        if mention.kind == "place" and words[mention.main].upos == "PROPN"
    ]
