"""What the claim reader keeps, whatever the text: verbatim spans, no exception, the same claims again, and reports that do not mix."""

from hypothesis import given
from hypothesis import strategies as st

from build import a_record, a_report
from tumen.analysis import analyse
from tumen.claim import read_claims
from tumen.ground import find_places, find_times
from tumen.passage import split_passages, split_sentences
from tumen.records import Claim, Report, Source, Span

PIECES = [
    "a source in Hyesan", "The source", "said", "said that", "told Daily NK", "on August 8th", ",", ".", "“", "”", '"', "``",
    "''", "‘", "’", " ", "\n", "\n\n", "\r\n", "according to", "is believed to", "allegedly", "neighbors reported that", "and",
    "but", "who", "they left", "nobody came", "will", "16 people", "회령", "Hamgyŏng", "\x00", "(", ":", "—", "said", "I", "saying that",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200)


def read(text: str) -> tuple[Report, tuple[Source, ...], tuple[Claim, ...]]:
    report = a_report(text)
    passages = split_passages(text)
    sentences = split_sentences(text, passages, "en")
    times = find_times(sentences, report.published)
    return report, *read_claims(
        report, passages, sentences, times, find_places(sentences), analyse(text, passages, sentences)
    )


def all_spans(claim: Claim) -> tuple[Span, ...]:
    said = (claim.said.span,) if claim.said else ()
    return (*claim.source, *claim.cue, *claim.content, *claim.addressee, *claim.hedges, *said)


@given(text=TEXTS)
def test_spans_lie_in_the_text_and_begin_and_end_with_words(text: str) -> None:
    report, sources, claims = read(text)
    for span in [span for claim in claims for span in all_spans(claim)] + [m for source in sources for m in source.mentions]:
        words = report.read(span)
        assert words == words.strip()
        assert words


@given(text=TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert read(text) == read(text)


@given(text=TEXTS)
def test_claims_have_content_a_source_and_a_parent_of_this_report(text: str) -> None:
    _, sources, claims = read(text)
    ids = [claim.id for claim in claims]
    assert len(set(ids)) == len(ids)
    assert {claim.source_id for claim in claims} <= {source.id for source in sources}
    for number, claim in enumerate(claims):
        assert claim.content
        assert claim.parent is None or claim.parent in ids[:number]
        assert 0 <= claim.confidence <= 1
        assert (claim.kind == "narrated") <= (not claim.source and not claim.cue)


@given(text=TEXTS)
def test_claims_stand_in_text_order(text: str) -> None:
    _, _, claims = read(text)
    starts = [min(claim.content).start for claim in claims if claim.parent is None]
    assert starts == sorted(starts)


@given(text=TEXTS, other=TEXTS)
def test_a_report_is_read_alike_whatever_was_read_before(text: str, other: str) -> None:
    alone = read(text)
    read(other)
    assert read(text) == alone


@given(text=TEXTS, published=st.none() | st.sampled_from(["2014", "2014-08", "2014-08-09"]))
def test_a_whole_reading_never_fails_and_rests_on_words(text: str, published: str | None) -> None:
    record = a_record(text, published=published)
    readings = [reading for incident in record.incidents for field in incident.fields.values() for reading in field]
    values = [value.span for value in (*record.times, *record.places, *record.quantities)]
    for span in (
        [span for reading in readings for span in reading.spans] + values + [event.trigger for event in record.events]
    ):
        assert record.read(span).strip()
    assert all(reading.spans and reading.claims for reading in readings)
