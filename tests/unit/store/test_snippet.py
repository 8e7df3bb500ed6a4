from tumen.records import Span
from tumen.store.query import parse
from tumen.store.snippet import MOST, STEP, WIDTH, cut

FILL = "and so it went on for a while, " * 100


def shown(text: str, words: str, *pieces: Span) -> tuple[str, list[str]]:
    span, marks = cut(text, pieces or (Span(0, len(text)),), parse(words))
    snippet = text[span.start : span.end]
    return snippet, [snippet[mark.start : mark.end] for mark in marks]


def test_a_short_text_is_shown_whole() -> None:
    assert shown("The border\nguards left.", '"border guards" left') == (
        "The border\nguards left.",
        ["border\nguards", "left"],
    )


def test_of_a_long_text_the_stretch_with_the_most_of_the_words_is_shown() -> None:
    text = f"Guards. {FILL} Then the guards left. {FILL}"
    snippet, marked = shown(text, "guards left")
    assert marked == ["guards", "left"]
    assert len(snippet) <= WIDTH
    assert snippet in text
    assert snippet == snippet.strip()


def test_what_stands_between_two_pieces_is_shown_but_not_marked() -> None:
    text = '"The guards left," guards said, "at night."'
    assert shown(text, "guards", Span(1, 16), Span(33, 41))[1] == ["guards"]


def test_pieces_are_not_read_together() -> None:
    text = "They left. He said. At night."
    assert shown(text, '"left at"', Span(0, 10), Span(20, 29))[1] == []


def test_overlapping_marks_become_one() -> None:
    assert shown("회령시에서", "회령 령시 시에서")[1] == ["회령시에서"]


def test_one_syllable_is_marked_alone() -> None:
    assert shown("16명이 갔다", "명")[1] == ["명"]


def test_without_a_word_the_beginning_is_shown() -> None:
    snippet, marked = shown(FILL, "guards")
    assert FILL.startswith(snippet)
    assert marked == []


def test_a_word_far_down_is_found_and_one_beyond_the_limit_is_not() -> None:
    assert shown(FILL * 10 + "guards left", "guards")[1] == ["guards"]
    assert shown("word " * (MOST // 5 + STEP) + "guards", "guards")[1] == []


def test_a_text_without_blanks_is_cut_all_the_same() -> None:
    snippet, marked = shown("가나" * 3000 + "회령", "회령")
    assert marked == ["회령"]
    assert len(snippet) <= WIDTH


def test_nothing_to_show() -> None:
    assert cut("", (), parse("guards")) == (Span(0, 0), ())
