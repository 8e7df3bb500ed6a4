"""Voices inside voices: contents that are read again."""

from build import cited, words_of
from marks import read_marked, scan_of
from tumen.claim.nested import find_nested
from tumen.claim.tagged import find_tagged


def test_a_content_is_read_again_as_deep_as_it_goes() -> None:
    record = read_marked(
        "{1s|Ann Roe} {1c|said} {1t|that {2s|Bo} {2c|wrote} {2t|that {3s|Cy} {3c|denied} {3t|having been there}}}."
    )
    ann, bo, cy = cited(record)
    assert (ann.parent, bo.parent, cy.parent) == (None, ann.id, bo.id)
    assert words_of(record, cy.source) == ["Cy"]
    assert words_of(record, cy.content) == ["having been there"]
    assert words_of(record, bo.content) == ["that Cy denied having been there"]


def test_marks_and_that_around_a_content_are_not_read_and_spans_still_fit() -> None:
    record = read_marked("{1t|“{2s|Neighbours} {2c|say} {2t|the patrol fled at dawn},”} {1s|he} {1c|said}.")
    outer, inner = cited(record)
    assert inner.parent == outer.id
    assert words_of(record, inner.content) == ["the patrol fled at dawn"]


def test_what_the_model_does_not_suspect_is_not_read_again() -> None:
    text, scan = scan_of("{1s|Ann} {1c|said} {1t|that nobody had come to the market}.")

    def refuse(words: str) -> object:
        raise AssertionError(words)

    assert list(find_nested(text, find_tagged(scan), scan, refuse)) == []  # type: ignore[arg-type]
