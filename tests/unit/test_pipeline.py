"""The pipeline: whatever is wrong with one report, it is an outcome."""

import pytest

from tumen import pipeline
from tumen.errors import ModelError
from tumen.records import Given, Original, ReportRecord, Skipped

ORIGINAL = Original("a.txt", b"The secret words of a witness.\n", "0" * 64)


def test_an_empty_file_is_skipped_with_its_reason() -> None:
    outcome = pipeline.read_outcome(Original("a.txt", b" \n", "0" * 64), Given())
    assert isinstance(outcome, Skipped)
    assert (outcome.report, outcome.reason) == ("a.txt", "empty")


def test_a_mistake_of_ours_is_named_by_its_place_and_without_a_word_of_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(text: str) -> None:
        raise ValueError(text)

    monkeypatch.setattr(pipeline, "split_passages", breaks)
    outcome = pipeline.read_outcome(ORIGINAL, Given())
    assert isinstance(outcome, Skipped)
    assert outcome.reason == "mistake"
    assert "ValueError at test_pipeline.py" in outcome.detail
    assert "secret" not in outcome.detail


def test_a_language_that_no_reader_knows_keeps_the_report_and_says_so() -> None:
    outcome = pipeline.read_outcome(ORIGINAL, Given(language="ko"))
    assert isinstance(outcome, ReportRecord)
    assert outcome.claims == ()
    assert [(skip.room, skip.reason, skip.detail) for skip in outcome.skipped] == [
        ("claim", "language", "not read: language ko")
    ]


def test_weights_that_are_missing_end_everything_and_are_no_fault_of_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise ModelError("weights/reader.onnx", "cannot be read")

    monkeypatch.setattr(pipeline, "analyse", breaks)
    with pytest.raises(ModelError):
        pipeline.read_outcome(ORIGINAL, Given())
