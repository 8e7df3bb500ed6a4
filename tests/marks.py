"""Texts with marks in them, in the notation of `train/genre.py` -> what a model without faults gives, and the claims made of that.

`{1s|A guard} {1c|said} {1t|that nobody left}.` needs no weights: what is tested is what Tumen makes of the model's answer.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from unittest import mock

import numpy as np

from build import a_report
from train.genre import Marked, contents_of, to_example, unmark
from tumen.analysis import Analysis, analyse
from tumen.claim import FIRST_HAND
from tumen.ground import find_quantities
from tumen.ground.howmany import EXPRESSION
from tumen.measure.attribution import Attribution
from tumen.model import OPENS, Ints, Pieces, Scan, Scored
from tumen.model.scan import BUCKETS
from tumen.passage import split_passages, split_sentences
from tumen.pipeline import read_report
from tumen.records import Quantity, ReportRecord, Span, Time
from tumen.syntax import Word
from tumen.view import Sentence

ROLES = ("content", "source", "cue")  # a later one is written over an earlier one
BIO = ("O", *(f"{position}-{role}" for role in ROLES for position in "BI"))
SETTING = ("O", "B-addressee", "I-addressee", "B-said", "I-said")
COLUMNS = {"attribution": BIO, "inner": BIO, "setting": SETTING, FIRST_HAND: (FIRST_HAND,)}
LINK = "link"
SURE = 40.0  # the score of what is so; the rest has 0
CALIBRATION = {"claims": (2.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 0.0, 0.0), "keep": (0.0, 0.0, 0.0)}


def scan_of(block: str) -> tuple[str, Scan]:
    """The text of `block`, and what a faultless model gives for it: pieces are words and marks."""
    marked = unmark(block, "test")
    return marked.text, _scan(marked)


def _scan(marked: Marked) -> Scan:
    example = to_example(marked)
    outer, inner = [*(example.attributions or ()), [], []][:2]
    pieces = pieces_of(example.text)
    length = len(pieces.ids)
    keys = np.eye(length, dtype=np.float32)
    labels, points = _told(pieces, outer)
    queries = keys[points] * np.where(points >= 0, SURE * length**0.5, 0).astype(np.float32)[:, None]
    settings = np.zeros(length, np.int64)
    for role, span in example.settings or ():
        _write(settings, pieces, span, SETTING.index(f"B-{role}"))
    tags = [np.eye(len(BIO), dtype=np.float32)[each] for each in (labels, _told(pieces, inner)[0])]
    tags += [np.eye(len(SETTING), dtype=np.float32)[settings], np.zeros((length, 1), np.float32)]
    scored = Scored(0, length, np.concatenate(tags, 1) * np.float32(SURE), {LINK: queries}, {LINK: keys})
    return Scan(pieces, [scored] if length else [], COLUMNS, {LINK: np.zeros(BUCKETS, np.float32)})


def pieces_of(text: str) -> Pieces:
    """Words and marks in place of wordpieces."""
    offsets = np.array([match.span() for match in re.finditer(r"\w+|[^\w\s]", text)], np.int64).reshape(-1, 2)
    shapes = np.zeros(len(offsets), np.int64)
    opens = np.searchsorted(offsets[:, 0], [passage.span.start for passage in split_passages(text)])
    shapes[opens[opens < len(shapes)]] = OPENS
    return Pieces(np.arange(len(offsets)), shapes, offsets)


def read_marked(block: str, **facts: str | None) -> ReportRecord:
    """All that Tumen reads in a text whose marks say what the model saw. No trees and no entities are known."""
    text, scan = scan_of(block)
    sentences = tuple(sentence.span for sentence in split_sentences(text, split_passages(text), "en"))
    contents = {one.text: one for one in _all_contents(unmark(block, "test"))}
    analysis = Analysis(sentences, scan, (), (), (), CALIBRATION, lambda words: _scan(contents[words]))
    with (
        mock.patch("tumen.pipeline.analyse", return_value=[analysis]),
        mock.patch("tumen.pipeline.find_quantities", _counted),
    ):
        return read_report(a_report(text, **facts))  # type: ignore[arg-type]


def _counted(
    text: str, sentences: Sequence[Sentence], _: Sequence[Word], times: Iterable[Time], __: Container[int]
) -> list[Quantity]:
    """Counts need trees, which marks do not give: those are the model's own."""
    if not EXPRESSION.search(text):
        return []
    parts = list(analyse(text, split_passages(text), sentences))
    words = [word for part in parts for word in part.words]
    return list(find_quantities(text, sentences, words, times))


def _all_contents(marked: Marked) -> Iterator[Marked]:
    for content in contents_of(marked):
        yield content
        yield from _all_contents(content)


def _told(pieces: Pieces, attributions: Sequence[Attribution]) -> tuple[Ints, Ints]:
    """The label of each piece, and the piece that it points to (-1: none)."""
    labels, points = np.zeros(len(pieces.ids), np.int64), np.full(len(pieces.ids), -1)
    for role in ROLES:
        for attribution in attributions:
            (cue,) = attribution.cue
            for span in getattr(attribution, role):
                inside = _write(labels, pieces, span, BIO.index(f"B-{role}"))
                points[inside] = np.searchsorted(pieces.offsets[:, 0], cue.start)
    return labels, points


def _write(labels: Ints, pieces: Pieces, span: Span, begins: int) -> Ints:
    inside = np.flatnonzero((pieces.offsets[:, 0] < span.end) & (pieces.offsets[:, 1] > span.start))
    labels[inside], labels[inside[:1]] = begins + 1, begins
    return inside
