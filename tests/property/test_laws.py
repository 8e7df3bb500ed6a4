"""Laws that hold for any text: views map back, quotations pair, passages cover, ids separate, values bound."""

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from build import a_record, sentences_of
from tumen.claim.quoted import find_quotations
from tumen.edtf import bounds, parse_edtf
from tumen.ground import find_times
from tumen.ground.romanise import key_of
from tumen.ids import make_id
from tumen.passage import split_passages, split_sentences
from tumen.records import Published, Span
from tumen.view import View

WORDS = st.text(alphabet="ab-é회“”\"'`«»‘’ \t\n\r\f,.", max_size=80)
ANY_TEXT = WORDS | st.text(max_size=80)
PARTS = st.lists(st.text(max_size=5) | st.integers() | st.none(), max_size=4)


@given(ANY_TEXT)
def test_a_view_has_the_words_of_its_text_and_single_spaces(text: str) -> None:
    view = View.of(text, Span(0, len(text)))
    assert "".join(view.text.split()) == "".join(text.split())
    assert "  " not in view.text
    assert view.text == view.text.strip()


@given(ANY_TEXT, st.data())
def test_every_stretch_of_a_view_reads_back_the_same_words(text: str, data: st.DataObject) -> None:
    view = View.of(text, Span(0, len(text)))
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    if view.text[start:end].strip():
        span = view.span(start, end)
        assert "".join(text[span.start : span.end].split()) == "".join(view.text[start:end].split())
        found = view.find(span)
        assert found is not None
        assert view.text[slice(*found)] == view.text[start:end].strip()
        inner = view.text[start:end].strip()
        part = view.part(*found)
        assert part.text == inner
        assert part.span(0, len(inner)) == span


@given(ANY_TEXT)
def test_passages_stand_in_order_do_not_overlap_and_lose_no_word(text: str) -> None:
    passages = split_passages(text)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(passages))
    kept = "".join(text[p.span.start : p.span.end] for p in passages)
    assert "".join(kept.split()) == "".join(text.split())


@given(ANY_TEXT)
def test_sentences_stand_in_order_inside_their_passage(text: str) -> None:
    passages = split_passages(text)
    sentences = split_sentences(text, passages, "en")
    assert all(passages[sentence.passage].span.holds(sentence.span) for sentence in sentences)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(sentences))


@given(ANY_TEXT)
def test_quotations_stand_in_order_do_not_overlap_and_begin_with_a_mark(text: str) -> None:
    quotations = find_quotations(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(quotations))
    for quotation in quotations:
        assert text[quotation.start] in "“”„‟«»\"'‘’`"
        assert quotation.start < quotation.end <= len(text)
        assert quotation.is_closed or quotation.end == len(text)


@given(PARTS, PARTS)
def test_ids_meet_only_where_parts_do(one: list[str | int | None], other: list[str | int | None]) -> None:
    assert (make_id("claim", *one) == make_id("claim", *other)) == (one == other)


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.dates(date(1900, 1, 1), date(2090, 12, 31)))
def test_a_written_date_is_read_as_written_whenever_it_was_published(day: date, published: date) -> None:
    text = f"They left on {day.day} {day:%B} {day.year}."
    (time,) = find_times(sentences_of(text), Published(published.isoformat(), "given"))
    assert (time.edtf, time.earliest, time.latest) == (day.isoformat(),) * 3


@given(st.text(alphabet="0123456789 abcdefghijklmnop,-ofmansixtentwenty", max_size=60))
def test_a_quantity_is_an_interval(text: str) -> None:
    for quantity in a_record(text).quantities:
        assert quantity.lo >= 0
        assert quantity.hi is None or quantity.lo <= quantity.hi
        assert not quantity.exact or quantity.lo == quantity.hi


TIMELY = st.lists(
    st.sampled_from(
        "the of on in since by from to and between early late end last next this 8th 31st 99th 2014 1999 9,000 16 August May march Friday "
        "night summer quarter weeks years days ago later before after about every daily 2014-08-08 3/4/2014 21:30 p.m. , - 1990s fiscal".split()
    ),
    max_size=9,
).map(" ".join)


@given(TIMELY, st.sampled_from([None, "2014", "2014-08", "2014-08-20", "0001-01-01", "9999-12-31"]))
def test_a_time_has_a_value_that_can_be_read_and_lies_between_its_days(text: str, published: str | None) -> None:
    for time in find_times(sentences_of(text), Published(published, "given" if published else None)):
        assert time.edtf is None or parse_edtf(time.edtf)
        assert (time.earliest, time.latest) == bounds(time.edtf)
        assert not (time.earliest and time.latest) or time.earliest <= time.latest
        assert 0 <= time.span.start < time.span.end <= len(text)


@given(ANY_TEXT | st.text(alphabet="aeiouyngkhrjs -'회령북도", max_size=20))
def test_any_name_has_a_key_and_capitals_do_not_matter(name: str) -> None:
    assert key_of(name) == key_of(name)
    if name.isascii():
        assert key_of(name.upper()) == key_of(name.lower())
