"""Texts with marks in them, in the notation of `train/genre.py` -> what a model without faults gives, and the claims made of that.

`{1s|A guard} {1c|said} {1t|that nobody left}.` needs no weights: what is tested is what Tumen makes of the model's answer.
"""

import re

import numpy as np

from build import a_report
from train.genre import to_example, unmark
from tumen.analysis import Analysis
from tumen.claim import read_claims
from tumen.claim.tagged import DEPTHS
from tumen.ground import find_places, find_times
from tumen.measure.attribution import Attribution
from tumen.model import Ints, Pieces, Scan, Scored
from tumen.model.scan import BUCKETS
from tumen.passage import split_passages, split_sentences
from tumen.records import ReportRecord, Span

ROLES = ("content", "source", "cue")  # a later one is written over an earlier one
BIO = ("O", *(f"{position}-{role}" for role in ROLES for position in "BI"))
SETTING = ("O", "B-addressee", "I-addressee", "B-said", "I-said")
COLUMNS = {f"attribution.{depth}": BIO for depth in DEPTHS} | {"setting": SETTING}
LINKS = tuple(f"link.{depth}" for depth in DEPTHS)
SURE = 40.0  # the score of what is so; the rest has 0
CALIBRATION = {"claims": (2.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0), "keep": (0.0,)}


def scan_of(block: str) -> tuple[str, Scan]:
    """The text of `block`, and what a faultless model gives for it: pieces are words and marks."""
    example = to_example(unmark(block, "test"))
    pieces = pieces_of(example.text)
    length = len(pieces.ids)
    tags: list[Ints] = []
    keys = np.eye(length, dtype=np.float32)
    queries = dict.fromkeys(LINKS, keys * 0)
    for depth, link in zip(DEPTHS, LINKS, strict=True):
        here = (example.attributions or ())[depth - 1 : depth]
        labels, points = _told(pieces, here[0] if here else ())
        tags.append(np.eye(len(BIO))[labels])
        queries[link] = keys[points] * np.where(points >= 0, SURE * length**0.5, 0).astype(np.float32)[:, None]
    settings = np.zeros(length, np.int64)
    for role, span in example.settings or ():
        _write(settings, pieces, span, SETTING.index(f"B-{role}"))
    tags.append(np.eye(len(SETTING))[settings])
    scored = Scored(0, length, np.concatenate(tags, 1).astype(np.float32) * SURE, queries, dict.fromkeys(LINKS, keys))
    distances = dict.fromkeys(LINKS, np.zeros(BUCKETS, np.float32))
    return example.text, Scan(pieces, [scored] if length else [], COLUMNS, distances)


def pieces_of(text: str) -> Pieces:
    """Words and marks in place of wordpieces."""
    offsets = np.array([match.span() for match in re.finditer(r"\w+|[^\w\s]", text)], np.int64).reshape(-1, 2)
    return Pieces(np.arange(len(offsets)), np.zeros(len(offsets), np.int64), offsets)


def read_marked(block: str, **facts: str | None) -> ReportRecord:
    """The sources and claims of a text whose marks say what the model saw. No trees and no entities are known."""
    text, scan = scan_of(block)
    report = a_report(text, **facts)  # type: ignore[arg-type]
    passages = split_passages(text)
    sentences = split_sentences(text, passages, "en")
    times, places = find_times(sentences, report.published), find_places(sentences)
    analysis = Analysis(scan, (), (), (), CALIBRATION)
    return ReportRecord(report, passages, *read_claims(report, passages, sentences, times, places, [analysis]))


def _told(pieces: Pieces, attributions: list[Attribution] | tuple[()]) -> tuple[Ints, Ints]:
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
