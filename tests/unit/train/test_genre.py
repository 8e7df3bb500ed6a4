"""Marked texts: what the marks mean, every mistake in them, and our own texts, all of which can be read."""

import itertools
from pathlib import Path

import pytest

from train.examples import Example
from train.genre import FOLDER, MarkError, read_genre, to_example, unmark
from tumen.measure.attribution import Attribution
from tumen.records import Span, Spans


def words(example: Example, spans: Spans) -> list[str]:
    return [example.text[span.start : span.end] for span in spans]


def test_marks_are_taken_out_and_words_keep_their_place() -> None:
    marked = unmark("{1t|“We left,”} {1s|a man} {1c|said}, {1t|“at night.”}", "a.txt:1")
    assert marked.text == "“We left,” a man said, “at night.”"
    assert marked.spans == {1: {"content": (Span(0, 10), Span(23, 34)), "source": (Span(11, 16),), "cue": (Span(17, 21),)}}


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("{1s|Ann} {1c|said} {1t|it}}", "closes nothing"),
        ("{1s|Ann} {1c|said} {1t|it", "left open or misspelt"),
        ("{1x|Ann} {1c|said} {1t|it}", "closes nothing"),
        ("{1s Ann {1c|said} {1t|it}", "left open or misspelt"),
        ("Ann | {1c|said} {1t|it}", "left open or misspelt"),
        ("{1s|} {1c|said} {1t|it}", "1s is empty"),
        ("{1s|Ann } {1c|said} {1t|it}", "1s is empty, or begins or ends with a space"),
        ("{1c|said} {1t| it}", "1c is empty|1t|space"),
        ("{1s|Ann} {1c|said}", "attribution 1 has no content"),
        ("{1c|said} {1t|it} {2s|Ann} {2t|it}", "attribution 2 has no cue"),
    ],
)
def test_a_mistake_in_the_marks_says_where_and_why(block: str, why: str) -> None:
    with pytest.raises(MarkError, match=why) as raised:
        unmark(block, "a.txt:7")
    assert str(raised.value).startswith("a.txt:7: ")


def test_depth_is_the_number_of_other_contents_around_the_cue() -> None:
    block = "{1s|Ann} {1c|said} {1t|that {2s|Bo} {2c|wrote} {2t|{3c|allegedly} {3t|it}}}. {4c|So} {4t|it is}."
    example = to_example(unmark(block, "a"))
    assert example.attributions is not None
    assert [[words(example, one.cue) for one in depth] for depth in example.attributions] == [
        [["said"], ["So"]],
        [["wrote"]],
        [["allegedly"]],
        [],
    ]


def test_a_text_without_marks_has_two_depths_with_nothing_and_no_settings() -> None:
    example = to_example(unmark("Snow fell.", "a"))
    assert (example.attributions, example.settings) == ([[], []], [])


def test_addressee_and_day_are_settings_and_no_part_of_the_attribution() -> None:
    example = to_example(unmark("{1s|Ann} {1c|told} {1a|Bo} {1d|on Monday} {1t|it}", "a"))
    assert example.attributions == [[Attribution((Span(0, 3),), (Span(4, 8),), (Span(22, 24),))], []]
    assert example.settings == [("addressee", Span(9, 11)), ("said", Span(12, 21))]


def test_a_content_piece_that_stands_earlier_comes_first() -> None:
    example = to_example(unmark("{1t|It} {1s|Ann} {1c|said} {1t|is}", "a"))
    assert example.attributions is not None
    assert words(example, example.attributions[0][0].content) == ["It", "is"]


def test_blank_lines_part_texts_and_remarks_and_files_without_texts_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# a remark\n\nOne.\n# another\nTwo.\n\n\nThree.\n", "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    assert [example.text for example in read_genre(tmp_path)] == ["One.\n\nTwo.", "Three."]


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# a remark\n\nOne.\n\n\n{1c|Two}.\n", "utf-8")
    with pytest.raises(MarkError, match=r"^a\.txt:6: "):
        list(read_genre(tmp_path))


def test_all_our_texts_can_be_read_and_have_cues_of_one_piece() -> None:
    examples = list(read_genre())
    assert len(examples) >= len(list(FOLDER.glob("*.txt"))) > 0
    for example in examples:
        for one in (one for depth in example.attributions or () for one in depth):
            assert len(one.cue) == 1, words(example, one.cue)


def test_that_before_a_content_is_part_of_it_or_opens_the_content_around_it() -> None:
    left_out = []
    for example in read_genre():
        contents = [span for depth in example.attributions or () for one in depth for span in one.content]
        starts = {span.start for span in contents}
        for span in contents:
            is_that = example.text[: span.start].lower().endswith(" that ") and example.text[span.start] not in '“"'
            if is_that and span.start - len("that ") not in starts:
                left_out.append(example.text[span.start - 40 : span.end])
    assert left_out == []


def test_an_inner_attribution_stands_whole_in_the_content_around_it() -> None:
    for example in read_genre():
        depths = example.attributions or ()
        for outer, inner in itertools.pairwise(depths):
            around = [span for one in outer for span in one.content]
            for one in inner:
                for span in (*one.source, *one.cue, *one.content):
                    assert any(place.holds(span) for place in around), example.text[span.start - 20 : span.end + 20]
