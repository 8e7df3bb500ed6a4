"""The rule reader: one sentence, the attribution a careful reader would mark."""

import pytest

from build import a_record, cited, words_of


def only(text: str) -> tuple[list[str], list[str], list[str], str]:
    record = a_record(text)
    (claim,) = cited(record)
    return words_of(record, claim.source), words_of(record, claim.cue), words_of(record, claim.content), claim.kind


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        ("“We left at night,” a source said.", ["a source"], ["said"], ["“We left at night,”"], "direct"),
        ("“We left at night,” said a trader.", ["a trader"], ["said"], ["“We left at night,”"], "direct"),
        ("The guard said: “Nobody may leave.”", ["The guard"], ["said"], ["“Nobody may leave.”"], "direct"),
        (
            "The source explained that the river was frozen.",
            ["The source"],
            ["explained"],
            ["that the river was frozen"],
            "indirect",
        ),
        ("The river was frozen, two residents said.", ["two residents"], ["said"], ["The river was frozen"], "indirect"),
        (
            "According to a broker, the price has doubled.",
            ["a broker"],
            ["According to"],
            ["the price has doubled"],
            "indirect",
        ),
        (
            "The price has doubled, according to a broker.",
            ["a broker"],
            ["according to"],
            ["The price has doubled"],
            "indirect",
        ),
        ("She said the guards “took everything.”", ["She"], ["said"], ["the guards “took everything.”"], "mixed"),
        (
            "The wells, the villagers said, were poisoned.",
            ["the villagers"],
            ["said"],
            ["The wells", "were poisoned"],
            "indirect",
        ),
        ("Nine had left, a trader said by telephone.", ["a trader"], ["said"], ["Nine had left"], "indirect"),
        (
            "“We left,” a guide said in an interview, “at night.”",
            ["a guide"],
            ["said"],
            ["“We left,”", "“at night.”"],
            "direct",
        ),
        ("A source said in a message that nine had left.", ["A source"], ["said"], ["that nine had left"], "indirect"),
        (
            "“We left,” a source said on August 8th, “before the patrol came.”",
            ["a source"],
            ["said"],
            ["“We left,”", "“before the patrol came.”"],
            "direct",
        ),
        (
            "“We left,” a source said. “The patrol came later.”",
            ["a source"],
            ["said"],
            ["“We left,”", "“The patrol came later.”"],
            "direct",
        ),
        (
            "Frontier Wire has learned that nine people are missing.",
            ["Frontier Wire"],
            ["has learned"],
            ["that nine people are missing"],
            "indirect",
        ),
        (
            "Kim Chol, a trader in Hyesan, said that the market was shut.",
            ["Kim Chol, a trader in Hyesan"],
            ["said"],
            ["that the market was shut"],
            "indirect",
        ),
        (
            "Nevertheless, when asked by the police, neighbors reported that the house was empty.",
            ["neighbors"],
            ["reported"],
            ["that the house was empty"],
            "indirect",
        ),
        (
            "Many people are worried that the state will search every house.",
            ["Many people"],
            ["are worried"],
            ["that the state will search every house"],
            "indirect",
        ),
    ],
)
def test_one_attribution(text: str, source: list[str], cue: list[str], content: list[str], kind: str) -> None:
    assert only(text) == (source, cue, content, kind)


@pytest.mark.parametrize(
    ("text", "cue", "content", "certainty"),
    [
        ("The family is believed to be in China.", ["is believed"], ["The family", "to be in China"], "probable"),
        ("It is said that the guards were paid.", ["is said"], ["that the guards were paid"], "possible"),
        ("Officers are allegedly taking bribes.", ["allegedly"], ["Officers are", "taking bribes"], "possible"),
        ("Nine people are known to have drowned.", ["are known"], ["Nine people", "to have drowned"], "certain"),
    ],
)
def test_evidence_without_a_speaker_has_no_source_words(
    text: str, cue: list[str], content: list[str], certainty: str
) -> None:
    record = a_record(text)
    (claim,) = cited(record)
    assert claim.source == ()
    assert next(source for source in record.sources if source.id == claim.source_id).kind == "unknown"
    assert (words_of(record, claim.cue), words_of(record, claim.content)) == (cue, content)
    assert claim.factuality.certainty == certainty


@pytest.mark.parametrize(
    "text",
    [
        "The brigade reported a loss of nine sacks.",
        "The director did not say where the grain went.",
        "He declined to say who had paid.",
        "The so-called “patriotic donation” is a tax.",
        "A man known for his patience waited at the border.",
        "The police found the house empty.",
    ],
)
def test_what_only_looks_like_an_attribution_is_narrated(text: str) -> None:
    assert cited(a_record(text)) == []


def test_whom_it_is_said_to_and_when() -> None:
    record = a_record("“We left,” a source in the city reported to Daily NK on August 8th.")
    (claim,) = cited(record)
    assert words_of(record, claim.addressee) == ["Daily NK"]
    assert claim.said is not None
    assert (record.read(claim.said.span), claim.said.edtf) == ("August 8th", "XXXX-08-08")


def test_the_year_of_saying_is_taken_from_the_publication() -> None:
    record = a_record("“We left,” a source told Daily NK on December 30.", published="2015-01-02")
    (claim,) = cited(record)
    assert claim.said is not None
    assert claim.said.edtf == "2014-12-30"


def test_a_bare_source_is_the_source_before_it_and_another_source_is_another() -> None:
    record = a_record(
        "A source in Hyesan said that rice was short. The source said that maize was short too. "
        "Another source said that there was enough."
    )
    first, second, third = cited(record)
    assert first.source_id == second.source_id != third.source_id


def test_voices_inside_a_voice_are_nested_with_their_parent() -> None:
    record = a_record("The source said that neighbors reported that the officer denied that he had taken money.")
    outer, middle, inner = cited(record)
    assert (outer.parent, middle.parent, inner.parent) == (None, outer.id, middle.id)
    assert words_of(record, inner.source) == ["the officer"]
    assert inner.factuality.polarity == "negative"
    assert outer.factuality.polarity == "positive"


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    record = a_record("“We left at night,” a woman said. “It was cold.\n\n“The river was frozen,” and she wept.\n\n“We ran.”")
    sources = {claim.source_id for claim in cited(record)}
    assert len(sources) == 1


def test_a_quotation_that_nobody_is_named_for_has_an_unknown_source() -> None:
    record = a_record("The market was empty.\n\n“Nobody dares to come here any more.”")
    (claim,) = cited(record)
    assert (claim.source, claim.cue) == ((), ())
    assert record.sources[-1].kind == "unknown"


def test_two_speakers_in_one_sentence_stay_apart() -> None:
    record = a_record("The source said that nine had left, but neighbors said that there were twelve.")
    first, second = cited(record)
    assert words_of(record, first.content) == ["that nine had left"]
    assert words_of(record, second.content) == ["that there were twelve"]
    assert (first.parent, second.parent) == (None, None)


def test_the_first_source_is_the_outlet_named_or_not() -> None:
    named, unnamed = a_record("Rice ran out."), a_record("Rice ran out.", outlet=None)
    assert (named.sources[0].kind, named.sources[0].description) == ("outlet", "Frontier Wire")
    assert (unnamed.sources[0].kind, unnamed.sources[0].description) == ("outlet", None)


def test_the_outlet_is_read_from_the_text_where_it_knows_and_is_told() -> None:
    record = a_record("Nine are missing, Border Ledger has learned. A source told Border Ledger so.", outlet=None)
    assert record.report.outlet == "Border Ledger"
    assert record.report.signals["outlet"] == "text"


def test_a_person_who_is_told_things_is_not_the_outlet() -> None:
    assert a_record("Nine are missing, Kim Chol said. A source told the police so.", outlet=None).report.outlet is None
