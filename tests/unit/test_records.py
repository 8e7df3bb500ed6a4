"""Records are frozen, read back verbatim, and are their own JSON."""

import dataclasses
import pickle

import pytest

from build import a_report
from marks import read_marked
from tumen import errors
from tumen.ids import make_id
from tumen.records import Span


def test_a_report_gives_back_the_exact_words() -> None:
    report = a_report("Rice ran\nout.")
    assert report.read(Span(5, 12)) == "ran\nout"


@pytest.mark.parametrize("span", [Span(-1, 3), Span(3, 3), Span(0, 99), Span(5, 2)])
def test_a_span_outside_the_text_is_an_error_that_names_the_report_and_not_its_words(span: Span) -> None:
    with pytest.raises(errors.EvidenceError, match="report-test") as raised:
        a_report("Rice ran out.").read(span)
    assert "Rice" not in str(raised.value)


def test_records_cannot_be_changed() -> None:
    report = a_report("Rice ran out.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.text = "Rice was plenty."  # type: ignore[misc]


def test_a_record_is_its_json_and_leaves_the_text_out_unless_asked() -> None:
    record = read_marked("{1t|“Rice ran out,”} {1s|a source} {1c|said}.")
    plain = record.to_dict()
    assert plain["version"] == 1
    assert plain["claims"][0]["content"] == [[0, 15]]
    assert "text" not in plain["report"]
    assert record.to_dict(with_text=True)["report"]["text"] == record.report.text


def test_ids_depend_on_where_parts_begin() -> None:
    assert make_id("claim", "a.b", "c") != make_id("claim", "a", "b.c")
    assert make_id("claim", "1") != make_id("claim", 1)
    assert make_id("claim", "a") != make_id("event", "a")


@pytest.mark.parametrize(
    "error",
    [
        errors.ReportError("mail.eml", "damaged", "the mail breaks off"),
        errors.EvidenceError("report-1", 3, 9, 5),
        errors.StoreError("desk", "the disk is full"),
        errors.SettingError("--published", "not a date"),
        errors.ModelError("weights/reader.onnx", "it is missing"),
        errors.NotFoundError("report", "abc"),
    ],
)
def test_errors_survive_the_way_to_another_process(error: errors.TumenError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)
    assert vars(again) == vars(error)
