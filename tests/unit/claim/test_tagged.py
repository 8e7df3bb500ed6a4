"""Scores made by hand -> runs of labels, and attributions tied together."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import BIO, SURE, pieces_of, scan_of
from tumen.claim.tagged import LONGEST, Tagged, find_runs, find_tagged
from tumen.model import Scan, Scored
from tumen.records import Span

LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source")


def scan_with(scores: list[list[float]] | np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Scan:
    """One piece a row, with these scores for `LABELS`."""
    tags = np.array(scores, np.float32).reshape(-1, len(LABELS))
    return Scan(pieces_of("a " * len(tags)), [Scored(0, len(tags), tags, {}, {})] if len(tags) else [], {"some": LABELS}, {})


def labelled(*labels: str) -> list[list[float]]:
    return [[9.0 * (label == one) for one in LABELS] for label in labels]


def roles(scan: Scan) -> list[tuple[str, int, int]]:
    return [(run.role, run.start, run.end) for run in find_runs(scan, "some")]


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ("", []),
        ("O O", []),
        ("B-cue", [("cue", 0, 1)]),
        ("O B-cue I-cue O B-source", [("cue", 1, 3), ("source", 4, 5)]),
        ("B-cue B-cue I-cue B-source I-source", [("cue", 0, 1), ("cue", 1, 3), ("source", 3, 5)]),
    ],
)
def test_runs_begin_with_a_beginning_and_end_where_the_role_does(labels: str, runs: list[tuple[str, int, int]]) -> None:
    assert roles(scan_with(labelled(*labels.split()))) == runs


@pytest.mark.parametrize(
    ("scores", "runs"),
    [
        ([[1, 0, 3, 0, 0]], []),  # what is inside cannot begin
        ([[1, 2, 3, 0, 0]], [("cue", 0, 1)]),
        ([[0, 0, 9, 0, 0], [0, 0, 9, 0, 0]], [("cue", 0, 2)]),
        ([[0, 9, 0, 0, 0], [0, 0, 2, 0, 3]], [("cue", 0, 2)]),
        ([[0, 4, 0, 3, 0], [0, 0, 2, 0, 9]], [("source", 0, 2)]),
        ([[9, 0, 0, 0, 0], [5, 0, 6, 0, 0], [9, 0, 0, 0, 0]], []),
    ],
)
def test_labels_that_make_no_sense_are_repaired_at_the_least_cost(
    scores: list[list[float]], runs: list[tuple[str, int, int]]
) -> None:
    assert roles(scan_with(scores)) == runs


@given(st.lists(st.lists(st.integers(-9, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_repair_of_a_whole_text_is_the_best_there_is(drawn: list[list[int]]) -> None:
    scores = np.array([[-30, *row] for row in drawn], np.float32)
    path = ["O"] * len(scores)
    for role, start, end in roles(scan_with(scores)):
        path[start:end] = [f"B-{role}", *[f"I-{role}"] * (end - start - 1)]
    worth = {
        labels: sum(scores[at, LABELS.index(label)] for at, label in enumerate(labels))
        for labels in itertools.product(LABELS, repeat=len(scores))
        if all(here[0] != "I" or there[2:] == here[2:] for there, here in itertools.pairwise(["O", *labels]))
    }
    assert worth[tuple(path)] == max(worth.values())


@given(st.integers(0, 40), st.integers(0, 2**32))
def test_runs_of_any_scores_stand_in_order_and_are_worth_no_more_than_nothing(length: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, len(LABELS))) * 5
    runs = find_runs(scan_with(scores.astype(np.float32)), "some")
    assert all(one.end <= two.start for one, two in itertools.pairwise(runs))
    assert all(0 <= run.start < run.end <= length and run.score <= 1e-5 for run in runs)


def told(block: str) -> list[dict[str, list[str]]]:
    """The words of each attribution found in a text with marks."""
    text, scan = scan_of(block)
    return [
        {name: [text[s.start : s.end] for s in spans] for name, spans in (("source", t.source), ("content", t.content))}
        | {"cue": [text[t.cue.start : t.cue.end]], "in": [text[t.parent.cue.start : t.parent.cue.end]] if t.parent else []}
        for t in find_tagged(scan)
    ]


def test_each_source_and_content_goes_to_the_cue_it_points_to() -> None:
    first, second = told(
        "{1t|“We left,”} {1s|a guide} {1c|said}, {1t|“at night.”} {2t|Nobody saw it}, {2c|claimed} {2s|a man who said little}."
    )
    assert first == {"source": ["a guide"], "content": ["“We left,”", "“at night.”"], "cue": ["said"], "in": []}
    assert second["source"] == ["a man who said little"]


def test_a_cue_with_nothing_said_is_no_attribution_and_one_without_source_has_none() -> None:
    _, scan = scan_of("{1c|Allegedly} {1t|he left}. A man spoke.")
    (only,) = find_tagged(scan)
    assert (only.source, only.scores[3:6]) == ([], [0.0, 0.0, 1.0])
    _, scan = scan_of("{1c|Allegedly} {1t|he left}.")
    scan.windows[0].tags[1:3, : len(BIO)] = [SURE, *[0.0] * (len(BIO) - 1)]  # and nothing is said
    assert find_tagged(scan) == []
    assert find_tagged(scan_of("")[1]) == []


def test_of_two_sources_that_point_to_one_cue_the_surer_counts() -> None:
    text, scan = scan_of("{1s|The guard} {1c|said} {1t|they left}, {2s|a wife} {2c|hears} {2t|him}.")
    scan.windows[0].queries["link"][7:9] = scan.windows[0].queries["link"][:2] / 100  # "a wife" points to "said" too
    first = find_tagged(scan)[0]
    assert [text[span.start : span.end] for span in first.source] == ["The guard"]


def test_a_content_longer_than_a_window_goes_by_its_middle() -> None:
    text, scan = scan_of("{1s|Ann} {1c|said} {1t|" + "very " * (LONGEST + 60) + "cold}.")
    scan.windows[0].queries["link"][2:20] = 0.0
    (only,) = find_tagged(scan)
    assert only.content == [Span(9, len(text) - 1)]
    assert isinstance(only, Tagged)
