"""Laws of the store: what is kept reads back equal, keeping twice is keeping once, no question is a mistake."""

import hashlib
import tempfile
import unicodedata
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tumen.edtf import reach
from tumen.ids import make_id
from tumen.records import (
    Certainty,
    Claim,
    ClaimKind,
    Factuality,
    Incident,
    Original,
    Passage,
    Place,
    PlaceRef,
    Published,
    Quantity,
    Reading,
    Report,
    ReportRecord,
    Said,
    Source,
    SourceKind,
    Span,
    Spans,
    TimeFrame,
)
from tumen.store import SearchFilters, create_workspace
from tumen.store.fold import index_form, tokens
from tumen.store.query import parse
from tumen.store.snippet import WIDTH, cut

WORDS = st.text(alphabet="abŏ 회령시'’\"*\n\u0306\u1112\u116c漢か\u3099１", max_size=60)
TEXTS = st.one_of(WORDS, st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
WIDE = settings(max_examples=300)
KEEPING = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
MAYBE_TEXT = st.none() | TEXTS
FINITE = st.floats(-3, 3)


@st.composite
def spans(draw: st.DrawFn, text: str, most: int = 3) -> Spans:
    """Some pieces of `text`, in order; a text without letters has none."""
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=2 * most, unique=True)))
    return tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False))


@st.composite
def records(draw: st.DrawFn) -> tuple[Original, ReportRecord]:
    """A report with everything in it that a store could lose."""
    text = draw(TEXTS)
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    id_ = make_id("report", sha256)
    published = draw(st.sampled_from([None, "2014", "2014-08-09", "XXXX-08-08", "2014/..", "no date"]))
    report = Report(
        id=id_,
        file=draw(TEXTS),
        sha256=sha256,
        text=text,
        length=len(text),
        source_key=draw(MAYBE_TEXT),
        title=draw(MAYBE_TEXT),
        outlet=draw(MAYBE_TEXT),
        url=draw(MAYBE_TEXT),
        language=draw(st.none() | st.just("ko")),
        published=Published(published, draw(st.sampled_from([None, "given", "text"]))),
        signals=draw(st.dictionaries(TEXTS, TEXTS, max_size=2)),
    )
    source = Source(
        make_id("source", id_),
        draw(st.sampled_from(get_args(SourceKind))),
        draw(MAYBE_TEXT),
        draw(spans(text)),
        draw(st.none() | st.builds(PlaceRef, TEXTS, MAYBE_TEXT)),
    )
    one_span = st.builds(Span, st.just(0), st.just(len(text)))
    claim = st.builds(
        Claim,
        id=st.uuids().map(str),
        kind=st.sampled_from(get_args(ClaimKind)),
        source=spans(text),
        cue=spans(text),
        content=spans(text),
        source_id=st.sampled_from([source.id, "source-unknown"]),
        factuality=st.builds(
            Factuality, st.sampled_from(get_args(Certainty)), st.sampled_from(["positive", "negative"]), FINITE
        ),
        confidence=st.floats(0, 1),
        said=st.none() | st.builds(Said, one_span, MAYBE_TEXT),
        via=st.lists(TEXTS, max_size=2).map(tuple),
        hedges=spans(text),
        time_frame=st.sampled_from([None, *get_args(TimeFrame)]),
    )
    place = st.builds(
        Place, span=one_span, name=TEXTS, id=MAYBE_TEXT, scheme=st.none(), level=st.none(), country=st.none(), lat=FINITE
    )
    reading = st.builds(Reading, st.none() | st.integers(-5, 5) | TEXTS, st.just(("claim-1",)), spans(text))
    incident = st.builds(
        Incident,
        id=st.uuids().map(str),
        type=st.just("defect"),
        headline=TEXTS,
        events=st.just(()),
        fields=st.dictionaries(st.sampled_from(["who", "where"]), st.tuples(reading), max_size=2),
    )
    record = ReportRecord(
        report=report,
        passages=tuple(Passage(span, "body") for span in draw(spans(text))),
        sources=(source,),
        claims=tuple(draw(st.lists(claim, max_size=3))),
        places=tuple(draw(st.lists(place, max_size=3))),
        quantities=tuple(
            draw(st.lists(st.builds(Quantity, one_span, st.just(3), st.none(), st.booleans(), TEXTS), max_size=1))
        ),
        incidents=tuple(draw(st.lists(incident, max_size=2))),
    )
    return Original(report.file, data, sha256), record


@KEEPING
@given(st.lists(records(), max_size=3, unique_by=lambda pair: pair[0].sha256))
def test_what_is_kept_reads_back_equal_and_keeping_twice_is_keeping_once(pairs: list[tuple[Original, ReportRecord]]) -> None:
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder)) as workspace:
        assert list(workspace.keep_many(pairs)) == [True] * len(pairs)
        assert [workspace.keep(*pair) for pair in pairs] == [False] * len(pairs)
        assert list(workspace.records()) == sorted((record for _, record in pairs), key=lambda record: record.report.id)
        for original, record in pairs:
            assert workspace.record(record.report.id) == record
            assert workspace.original(original.sha256) == original.data
            for incident in record.incidents:
                assert workspace.incident(incident.id)[0].id == incident.id


@KEEPING
@given(records(), st.lists(st.text(max_size=40) | WORDS, min_size=1, max_size=8))
def test_no_question_is_a_mistake_and_every_snippet_is_verbatim(
    pair: tuple[Original, ReportRecord], questions: list[str]
) -> None:
    original, record = pair
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder)) as workspace:
        workspace.keep(original, record)
        for words in (*questions, record.report.text):
            for filters in (SearchFilters(), SearchFilters(outlet=words, place=words, since="2014", kind="direct")):
                page = workspace.search(words, filters)
                assert page.total == len(page.hits)
                for hit in page.hits:
                    assert record.report.text[hit.span.start : hit.span.end] == hit.snippet
                    assert all(0 <= mark.start < mark.end <= len(hit.snippet) for mark in hit.highlights)


@WIDE
@given(TEXTS)
def test_a_text_is_indexed_as_its_tokens_which_stand_in_it_in_order(text: str) -> None:
    found = list(tokens(text))
    assert index_form(text) == " ".join(token.form for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
    assert all(0 <= token.start < token.first_end <= token.end <= len(text) for token in found)
    assert all(token.form and " " not in token.form for token in found)


@WIDE
@given(TEXTS)
def test_how_a_text_is_composed_makes_no_difference(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert index_form(composed) == index_form(decomposed)


@WIDE
@given(WORDS, WORDS, WORDS)
def test_words_quoted_from_a_text_are_marked_in_it(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    terms = parse('"' + words.replace('"', " ").replace("*", " ") + '"')
    span, marks = cut(text, (Span(0, len(text)),), terms)
    assert len(span) <= WIDTH
    assert bool(marks) == bool(terms)


@WIDE
@given(st.text(alphabet="0123456789X-/.,[]{}?~%TZ:Y ", max_size=24))
def test_the_first_day_is_not_after_the_last(edtf: str) -> None:
    days = reach(edtf)
    if days and "/" not in edtf:
        assert days[0] <= days[1]
