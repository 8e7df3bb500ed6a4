"""A text is looked at in parts: nothing is lost between them, and where a part begins changes no place."""

import itertools

import pytest

from build import a_record, split_passages
from tumen import analysis
from tumen.analysis import Analysis, analyse
from tumen.entity import Mention
from tumen.passage import split_sentences
from tumen.records import Span

STORY = "Rice ran out in May. “We ate bark,” a trader said.\n\nThe guards left. Nobody came back for them.\n\n" * 8


def parts(text: str) -> list[Analysis]:
    passages = split_passages(text)
    return list(analyse(text, passages, split_sentences(text, passages, "en")))


@pytest.mark.parametrize("size", [1, 60, 400, 30_000])
def test_parts_hold_every_word_once_and_in_order(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [word.span for part in parts(STORY) for word in part.words]
    monkeypatch.setattr(analysis, "PART", size)
    found = parts(STORY)
    assert (len(found) > 1) == (size < len(STORY))
    assert [word.span for part in found for word in part.words] == whole
    for one, other in itertools.pairwise(found):
        assert one.scan.pieces.offsets[-1, 1] <= other.scan.pieces.offsets[0, 0]


def test_a_part_ends_with_a_passage_unless_the_passage_is_far_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "PART", 120)
    ends = [part.words[-1].span.end for part in parts(STORY)]
    assert set(ends) <= {passage.span.end for passage in split_passages(STORY)}
    assert len(parts("Rice ran out again. " * 50)) > 1


def test_a_text_in_parts_has_the_claims_of_every_part_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "PART", 120)
    record = a_record(STORY)
    starts = [min(claim.content).start for claim in record.claims if claim.parent is None]
    assert starts == sorted(starts)
    assert max(starts) > len(STORY) - 120
    assert len({claim.id for claim in record.claims}) == len(record.claims)


def test_a_text_without_sentences_has_no_parts() -> None:
    assert parts("") == parts(" \n\n ") == []


def test_words_that_no_mention_shares_half_of_name_nothing() -> None:
    (part,) = parts("Kim Chol Su left Hyesan. He did not come back.")
    known = Analysis(
        part.sentences,
        part.scan,
        part.words,
        (Mention(0, 2, 0, "person", 1.0), Mention(4, 4, 4, "place", 1.0)),
        (7, 8),
        {},
        part.again,
    )
    assert [known.entity(span) for span in (Span(0, 11), Span(0, 8), Span(0, 3), Span(17, 23), Span(0, 46))] == [
        7, 7, None, 8, None
    ]  # fmt: skip
    assert Analysis((), part.scan, (), (), (), {}, part.again).entity(Span(0, 3)) is None
