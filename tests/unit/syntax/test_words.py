"""Where words begin and end: as in the English Web Treebank."""

import pytest

from tumen.records import Span
from tumen.syntax.words import find_words


def cut(text: str) -> str:
    """The words of `text` with a bar between them."""
    return "|".join(text[span.start : span.end] for span in find_words(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They fled, he said.", "They|fled|,|he|said|."),
        ("Guards don't talk", "Guards|do|n't|talk"),
        ("We can’t, won’t and cannot", "We|ca|n’t|,|wo|n’t|and|can|not"),
        ("Kim's car and the workers' pay", "Kim|'s|car|and|the|workers|'|pay"),
        ("He’d say they’re gone", "He|’d|say|they|’re|gone"),
        ("a well-known re-elected ex-soldier", "a|well|-|known|re-elected|ex-soldier"),
        ("U.S. and U.S.-led units at 9 a.m.", "U.S.|and|U.S.|-|led|units|at|9|a.m."),
        ("Mr. J. Doe of Acme Inc. left.", "Mr.|J.|Doe|of|Acme|Inc.|left|."),
        ("rice, salt, etc. ran out, etc.", "rice|,|salt|,|etc.|ran|out|,|etc|."),
        ("No. 4, said no.", "No.|4|,|said|no|."),
        ("3.5 of 1,000 on 9/11 at 10:30pm", "3.5|of|1,000|on|9/11|at|10:30|pm"),
        ("$5, US$7 and 10% of 40km", "$|5|,|US$|7|and|10|%|of|40|km"),
        ("the 1990s, the ’90s, the 21st", "the|1990s|,|the|’90s|,|the|21st"),
        ("2010-2012, 010-555-1234", "2010|-|2012|,|010-555-1234"),
        ("ask x.y@mail.example.org.", "ask|x.y@mail.example.org|."),
        ("see https://example.org/a?b=1, or example.com.", "see|https://example.org/a?b=1|,|or|example.com|."),
        ("and/or", "and|/|or"),
        ("“What?!” ... she—his aunt--left…", "“|What|?!|”|...|she|—|his|aunt|--|left|…"),
        ("O’Hara of P’yongsong at five o'clock", "O’Hara|of|P’yongsong|at|five|o'clock"),
        ("AT&T and the R&D room (#3)", "AT&T|and|the|R&D|room|(|#|3|)"),
        ("국경을 넘었다.", "국경을|넘었다|."),
        (" \n ", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    assert cut(text) == words


def test_only_the_sentence_is_looked_at() -> None:
    text = "One left. Two stayed."
    assert [text[span.start : span.end] for span in find_words(text, Span(10, 13))] == ["Two"]
