"""Quotations that marks leave open, and voices in quotations."""

from build import a_record, cited, words_of


def test_a_quotation_left_open_goes_on_in_the_next_paragraph_of_the_same_source() -> None:
    record = a_record("“We left,” a woman said. “It was cold.\n\n“The river was frozen.”")
    first, second = cited(record)
    assert words_of(record, first.content) == ["“We left,”", "“It was cold."]
    assert words_of(record, second.content) == ["“The river was frozen.”"]
    assert first.source_id == second.source_id
    assert second.source == ()


def test_whose_words_a_lone_mark_opens_is_not_guessed() -> None:
    record = a_record("“We left at night.\n\nThe guards saw nothing.")
    assert cited(record) == []


def test_a_chain_inside_a_quotation() -> None:
    record = a_record("“The helper told me that they had arrived,” a source said.")
    outer, inner = cited(record)
    assert inner.parent == outer.id
    assert words_of(record, inner.source) == ["The helper"]


def test_i_think_is_no_second_voice() -> None:
    (only,) = cited(a_record("“I think they left,” a source said."))
    assert only.parent is None
