"""What the reader makes of what the model saw, whatever the weights: texts here say themselves what was seen."""

import pytest

from build import a_record, cited, words_of
from marks import read_marked
from tumen.records import Claim, ReportRecord


def kinds(record: ReportRecord) -> list[str]:
    return [claim.kind for claim in record.claims]


def source_of(record: ReportRecord, claim: Claim) -> str | None:
    """The description of the claim's voice."""
    return next(source.description for source in record.sources if source.id == claim.source_id)


def test_an_attribution_is_a_claim_with_its_words() -> None:
    record = read_marked("{1t|“We left,”} {1s|a guide} {1c|said}, {1t|“at night.”}")
    (claim,) = record.claims
    assert words_of(record, (*claim.source, *claim.cue, *claim.content)) == ["a guide", "said", "“We left,”", "“at night.”"]
    assert (source_of(record, claim), claim.inferred, claim.parent) == ("a guide", False, None)


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("{1s|She} {1c|said} {1t|that they left}.", "indirect"),
        ("{1s|She} {1c|said}: {1t|“They left.”}", "direct"),
        ("{1s|She} {1c|said}: {1t|\"They left. They ran.\"}", "direct"),
        ("“{1t|They left},” {1s|she} {1c|said}.", "direct"),  # the marks outside the content
        ("{1s|She} {1c|said} {1t|the guards “took everything”}.", "mixed"),
        ("{1s|She} {1c|said} {1t|“everything” was taken by the guards}.", "mixed"),
        ("{1t|“They left,”} {1s|she} {1c|said}, {1t|adding that it was cold}.", "mixed"),
        ("{1s|She} {1c|said} {1t|the guards’ dog and the Kims’ cow left}.", "indirect"),
    ],
)  # fmt: skip
def test_kind(block: str, kind: str) -> None:
    assert kinds(read_marked(block)) == [kind]


def test_marks_around_a_voice_do_not_make_a_direct_quotation_of_one_inside_it() -> None:
    record = read_marked("{1t|“{2s|The helper} {2c|told} {2a|me} {2t|that they had arrived},”} {1s|a source} {1c|said}.")
    assert kinds(record) == ["direct", "indirect"]


def test_evidence_without_a_speaker_is_an_unknown_voice_and_each_is_another() -> None:
    record = read_marked("{1c|Allegedly} {1t|they left}. {2t|The river} {2c|is said} {2t|to be frozen}.")
    assert [claim.source for claim in record.claims] == [(), ()]
    assert [claim.factuality.certainty for claim in record.claims] == ["possible", "possible"]
    assert len({claim.source_id for claim in record.claims}) == 2
    assert {source.kind for source in record.sources[1:]} == {"unknown"}


def test_sentences_in_which_nobody_is_cited_are_the_outlets_own() -> None:
    record = read_marked("Rice ran out. {1s|A trader} {1c|said} {1t|it would come}. Nobody laughed.")
    assert kinds(record) == ["narrated", "indirect", "narrated"]
    for claim in (record.claims[0], record.claims[2]):
        assert (claim.source, claim.cue, claim.source_id) == ((), (), record.sources[0].id)
    assert words_of(record, record.claims[0].content) == ["Rice ran out."]


def test_a_sentence_of_which_a_part_is_cited_is_not_narrated_too() -> None:
    assert kinds(read_marked("They came late, and {1s|Ann} {1c|said} {1t|so}, which helped nobody at all.")) == ["indirect"]


def test_a_quotation_without_a_cue_goes_to_the_voice_before_it_and_is_marked() -> None:
    record = read_marked("{1t|“We left at night,”} {1s|a woman} {1c|said}. “It was very cold.”\n\n“The river was frozen.”")
    first, second, third = record.claims
    assert first.source_id == second.source_id == third.source_id
    assert [claim.inferred for claim in record.claims] == [False, True, True]
    assert {(claim.source, claim.cue) for claim in (second, third)} == {((), ())}
    assert second.kind == third.kind == "direct"


def test_a_paragraph_that_opens_without_a_mark_ends_a_quotation_and_the_next_has_no_known_voice() -> None:
    record = read_marked("{1t|“We left at night,”} {1s|a woman} {1c|said}.\n\nShe wept.\n\n“The river was frozen.”")
    last = record.claims[2]
    assert (last.kind, source_of(record, last)) == ("direct", None)
    assert not last.inferred  # nothing was inferred: nobody is named


def test_a_quotation_after_what_is_only_told_of_has_no_known_voice() -> None:
    record = read_marked("{1s|A woman} {1c|said} {1t|they left}. “The river was frozen.”")
    assert source_of(record, record.claims[1]) is None


@pytest.mark.parametrize(
    "text", ["“Everything is fine.”", "The “gift” is a tax.", "“We left at night. The guards saw nothing.", "They ran.”"]
)
def test_a_mark_alone_or_around_a_word_is_no_quotation(text: str) -> None:
    assert ("direct" in kinds(read_marked(text))) == text.endswith("fine.”")


def test_a_quotation_left_open_goes_on_where_the_next_paragraph_opens_one() -> None:
    record = read_marked("{1t|“We left,”} {1s|a woman} {1c|said}. “It was cold there.\n\n“The river was frozen.”")
    assert [words_of(record, claim.content) for claim in record.claims[1:]] == [
        ["“It was cold there."],
        ["“The river was frozen.”"],
    ]
    assert len({claim.source_id for claim in record.claims}) == 1


def test_voices_inside_a_voice_have_their_parent_and_their_own_doubt() -> None:
    record = read_marked(
        "{1s|The source} {1c|said} {1t|that {2s|neighbors} {2c|fear} {2t|that {3s|the officer} {3c|denied} {3t|that he took it}}}."
    )
    outer, middle, inner = record.claims
    assert (outer.parent, middle.parent, inner.parent) == (None, outer.id, middle.id)
    assert [claim.factuality.polarity for claim in record.claims] == ["positive", "positive", "negative"]
    assert [claim.factuality.certainty for claim in record.claims] == ["certain", "possible", "certain"]
    assert outer.hedges == middle.hedges == ()


def test_what_went_through_an_outlet_says_so() -> None:
    record = read_marked("{1s|Yonhap} {1c|reported} {1t|that {2s|a guard} {2c|said} {2t|they left}}.")
    assert [claim.via for claim in record.claims] == [(), ("Yonhap",)]
    own = read_marked("{1s|Frontier Wire} {1c|has learned} {1t|that {2s|a guard} {2c|said} {2t|they left}}.")
    assert [claim.via for claim in own.claims] == [(), ()]
    assert own.claims[0].source_id == own.sources[0].id


def test_a_bare_source_is_the_source_before_it_and_another_source_is_another() -> None:
    record = read_marked(
        "{1s|A source in Hyesan} {1c|said} {1t|that rice was short}. {2s|The source} {2c|said} {2t|it again}. "
        "{3s|Another source,} {3c|said} {3t|there was enough}."
    )
    first, second, third = record.claims
    assert first.source_id == second.source_id != third.source_id
    assert source_of(record, third) == "Another source"


def test_the_year_of_saying_is_taken_from_the_publication() -> None:
    block = "{1t|“We left,”} {1s|a source} {1c|told} {1a|Daily NK} {1d|on December 30}."
    said = [read_marked(block, published=day).claims[0].said for day in ("2015-01-02", None)]
    assert [each and each.edtf for each in said] == ["2014-12-30", "XXXX-12-30"]


def test_ids_are_one_a_claim_and_the_same_each_time() -> None:
    block = (
        "{1s|Ann} {1c|said} {1t|it}. {2s|Ann} {2c|said} {2t|it}. {3t|{4s|Ann} {4c|said} {4t|it}}, {3s|Bo} {3c|said}. It is."
    )
    ids = [claim.id for claim in read_marked(block).claims]
    assert len(set(ids)) == len(ids) == 5
    assert [claim.id for claim in read_marked(block).claims] == ids


def test_claims_stand_in_text_order_each_before_what_is_inside_it() -> None:
    record = read_marked(
        "Cold. {1t|{2t|It snows}, {2s|Bo} {2c|thinks}}, {1s|Ann} {1c|said}. {3c|Reportedly} {3t|it is dark}."
    )
    assert [words_of(record, claim.content)[0] for claim in record.claims] == [
        "Cold.", "It snows, Bo thinks", "It snows", "it is dark"
    ]  # fmt: skip


def test_the_first_source_is_the_outlet_named_or_not() -> None:
    named, unnamed = read_marked("Rice ran out."), read_marked("Rice ran out.", outlet=None)
    assert (named.sources[0].kind, named.sources[0].description) == ("outlet", "Frontier Wire")
    assert (unnamed.sources[0].kind, unnamed.sources[0].description) == ("outlet", None)


def test_the_outlet_is_read_from_the_text_where_it_knows_and_is_told() -> None:
    record = a_record("Nine are missing, Border Ledger has learned. A source told Border Ledger so.", outlet=None)
    assert record.report.outlet == "Border Ledger"
    assert record.report.signals["outlet"] == "text"
    assert a_record("Nine are missing, Kim Chol said. A source told the police so.", outlet=None).report.outlet is None


@pytest.mark.parametrize("text", ["", "\n\n", "\0", "…", "“", "🙂"])
def test_a_text_without_words_has_no_cited_claims(text: str) -> None:
    assert cited(a_record(text)) == []


@pytest.mark.parametrize(
    "block",
    [
        "{1t|Guards Doubled on the River\n\n“They came by night,”} {1s|a man} {1c|said}.",
        "Guards Doubled on the River\n\n“They came,” he wept. {1t|“It rained,”} {1s|a man\n\nIn the evening} {1c|said}.",
    ],
)
def test_no_words_run_on_from_one_passage_into_the_next(block: str) -> None:
    record = read_marked(block)
    for claim in record.claims:
        for span in (*claim.source, *claim.cue, *claim.content):
            assert any(passage.span.holds(span) for passage in record.passages), record.read(span)
