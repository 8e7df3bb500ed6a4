"""How far attributions reach: by quotation marks, by the tree."""

import pytest

from build import a_record
from tumen.claim.reach import close_quotations, drop_expletives, nest_relatives
from tumen.claim.tagged import Tagged
from tumen.records import Span
from tumen.syntax import Word


def spans(text: str, *pieces: str) -> list[Span]:
    return [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]


def tagged(text: str, cue: str, *content: str, source: str = "") -> Tagged:
    return Tagged(*spans(text, cue), spans(text, *content), spans(text, source) if source else [])


@pytest.mark.parametrize(
    ("text", "piece", "whole"),
    [
        ("They said “it is so; it stays so” again.", "“it is so", "“it is so; it stays so”"),
        ('They said "it is so; it stays so" again.', '"it is so', '"it is so; it stays so"'),
        ("They said that “it” is so; it stays so.", "that “it” is so", "that “it” is so"),
        ("They said “it is so; it stays so.", "“it is so", "“it is so"),
    ],
)
def test_a_quotation_reaches_to_where_it_is_closed(text: str, piece: str, whole: str) -> None:
    one = tagged(text, "said", piece)
    close_quotations(text, [one], [Span(0, len(text))])
    assert [text[span.start : span.end] for span in one.content] == [whole]


def test_not_over_another_voice_and_not_out_of_its_bounds() -> None:
    text = "They said “it is so; the guard says it stays so” again."
    one, other = tagged(text, "said", "“it is so"), tagged(text, "says", "it stays so", source="the guard")
    close_quotations(text, [one, other], [Span(0, len(text))])
    assert one.content == spans(text, "“it is so")
    close_quotations(text, [one], [Span(0, text.index(" the guard"))])
    assert one.content == spans(text, "“it is so")


@pytest.mark.parametrize(("cue", "is_kept"), [("is said", False), ("was widely believed", False), ("said", True)])
def test_it_is_nobody_before_a_passive(cue: str, is_kept: bool) -> None:
    text = f"It {cue} that they left."
    one = tagged(text, cue, "that they left", source="It")
    drop_expletives(text, [one])
    assert bool(one.source) == is_kept


def test_hearsay_in_a_relative_clause_lies_in_the_content_that_holds_its_noun() -> None:
    text = "He said three left, who are believed lost."
    outer, hearsay = tagged(text, "said", "three left", source="He"), tagged(text, "are believed", "who", "lost")
    heads = {"He": 1, "said": 1, "three": 3, "left": 1, ",": 7, "who": 7, "are": 7, "believed": 2, "lost": 7, ".": 1}
    words, at = [], 0
    for number, (form, head) in enumerate(heads.items()):
        start = text.index(form, at)
        at = start + len(form)
        relation = "acl" if form == "believed" else "root" if head == number else "dep"
        words.append(Word(Span(start, at), form, "X", head, relation))
    nest_relatives(words, [outer, hearsay])
    assert hearsay.parent is outer
    assert outer.content == spans(text, "three left, who are believed lost")


def test_a_main_clause_around_an_attribution_is_the_outlets_own() -> None:
    record = a_record("Officers, fearing that they would be blamed for the flight, are searching every house in the town.")
    fear, narrated = sorted(record.claims, key=lambda claim: claim.kind)
    assert (fear.kind, narrated.kind) == ("indirect", "narrated")
    assert "searching" in record.read(narrated.content[0])
    assert "searching" not in record.read(fear.content[0])
