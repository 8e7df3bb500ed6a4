"""Which mentions are tied together: by what the model says, and by names over the whole report."""

from collections.abc import Sequence

from scans import Marked, reading_of
from tumen.entity import find_mentions, tie
from tumen.records import Span


def entities_of(tagged: str, marked: Sequence[Marked]) -> tuple[int, ...]:
    """The numbers of the entities of `marked`, in a text of words with their parts of speech; those without are nouns."""
    forms, upos = zip(
        *((form, tag or "NOUN") for form, _, tag in (token.partition("/") for token in tagged.split())), strict=True
    )
    words: list[Span] = []
    for form in forms:
        start = words[-1].end + 1 if words else 0
        words.append(Span(start, start + len(form)))
    scan = reading_of(words, marked)
    mentions = find_mentions(words, [(0, len(words))], scan)
    assert len(mentions) == len(marked)
    return tie(mentions, " ".join(forms), words, upos, scan)


def alone(word: int, kind: str = "person", before: int | None = None) -> Marked:
    return Marked(word, word, word, kind, before)


FAR = "and " * 1200  # farther than any window sees


def test_no_mentions_no_entities() -> None:
    assert tie((), "", (), (), reading_of([], [])) == ()


def test_a_mention_is_tied_to_what_it_points_to_and_numbers_go_by_first_mention() -> None:
    marked = [alone(0), alone(2), alone(4, before=0), alone(6, before=2), alone(8, before=4)]
    assert entities_of("she and he and she and he and she", marked) == (0, 1, 0, 1, 0)


def test_a_pointer_to_a_mention_later_in_the_text_counts_for_nothing() -> None:
    assert entities_of("she and she", [alone(0, before=2), alone(2)]) == (0, 1)


def test_a_pointer_reaches_into_the_window_before() -> None:
    text = "she " + "and " * 300 + "she"
    assert entities_of(text, [alone(0), alone(301, before=0)]) == (0, 0)


def test_the_same_name_far_away_is_the_same() -> None:
    text = f"Onsan/PROPN {FAR} ONSAN/PROPN"
    assert entities_of(text, [alone(0, "place"), alone(1201, "place")]) == (0, 0)


def test_the_same_name_of_another_kind_is_another() -> None:
    text = f"Onsan/PROPN {FAR} Onsan/PROPN"
    assert entities_of(text, [alone(0, "place"), alone(1201, "person")]) == (0, 1)


def test_the_same_day_far_away_is_not_the_same() -> None:
    assert entities_of(f"Monday/PROPN {FAR} Monday/PROPN", [alone(0, "time"), alone(1201, "time")]) == (0, 1)


def test_nouns_far_away_are_not_tied() -> None:
    assert entities_of(f"source {FAR} source", [alone(0), alone(1201)]) == (0, 1)


def test_a_surname_is_the_one_person_whose_full_name_has_it() -> None:
    text = f"Aldo/PROPN Brenn/PROPN {FAR} Brenn/PROPN"
    assert entities_of(text, [Marked(0, 1, 1, "person"), alone(1202)]) == (0, 0)


def test_a_surname_of_two_people_ties_nobody() -> None:
    text = f"Aldo/PROPN Brenn/PROPN and Cora/PROPN Brenn/PROPN {FAR} Brenn/PROPN"
    assert entities_of(text, [Marked(0, 1, 1, "person"), Marked(3, 4, 4, "person"), alone(1205)]) == (0, 1, 2)


def test_a_full_name_is_not_tied_by_its_surname() -> None:
    text = f"Aldo/PROPN Brenn/PROPN {FAR} Cora/PROPN Brenn/PROPN"
    assert entities_of(text, [Marked(0, 1, 1, "person"), Marked(1202, 1203, 1203, "person")]) == (0, 1)


def test_a_title_is_no_name() -> None:
    assert entities_of(f"President/PROPN {FAR} President/PROPN", [alone(0), alone(1201)]) == (0, 1)
