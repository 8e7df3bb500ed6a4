"""What every reader of files promises: text, the same record for the same bytes, and no exception but ours."""

import hashlib
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import samples
from tumen.errors import ReportError
from tumen.records import Given, Original, Report, Skipped
from tumen.report import open_original
from tumen.report.parts import Part, originals_in

FILES = {
    "text": samples.TEXT.encode(),
    "text in UTF-16": samples.TEXT.encode("utf-16"),
    "text in CP949": "소식통은 지난 밤에 배 두 척이 사라졌다고 말했다.\n".encode("cp949") * 3,
    "html": samples.page().encode(),
    "pdf": samples.pdf(samples.TEXT, "Page two.", title="Held"),
    "encrypted pdf": (samples.DATA / "encrypted.pdf").read_bytes(),
    "docx": samples.docx(samples.HEADLINE, *samples.STORY, table=(("a", "b"),)),
    "mail": samples.mail(samples.TEXT, ("a.pdf", samples.pdf("A")), ("b.txt", b"B")),
    "html mail": samples.mail("", html=samples.page()),
    "json lines": b'{"key":"7","text":"Two were held.","title":"t","published":"2021-05-04","language":"en"}\n{"text":"b"}\n',
    "zip": samples.zipped(("a.txt", b"a"), ("b.html", samples.page().encode()), ("c.zip", samples.zipped(("d", b"d")))),
}
READABLE = [name for name in FILES if name != "encrypted pdf"]


def reports(data: bytes) -> list[Report | Skipped | ReportError]:
    """Everything that comes of `data`, in order."""
    outcomes: list[Report | Skipped | ReportError] = []
    for part in originals_in(Part("a", io.BytesIO(data), len(data), end=len(data))):
        assert isinstance(part, Skipped) or part.sha256 == hashlib.sha256(part.data).hexdigest()
        outcomes.append(part if isinstance(part, Skipped) else opened(part))
    return outcomes


def opened(original: Original) -> Report | ReportError:
    try:
        return open_original(original, Given())
    except ReportError as err:
        return err


@pytest.mark.parametrize("name", READABLE)
def test_there_is_text_and_it_can_be_stored(name: str):
    for report in reports(FILES[name]):
        assert isinstance(report, Report)
        assert report.text.strip()
        assert report.length == len(report.text)
        assert report.text.encode().decode() == report.text
        assert "\0" not in report.text
        assert report.signals.keys() == {
            name
            for name in ("title", "outlet", "url", "language", "published")
            if (report.published.edtf if name == "published" else getattr(report, name))
        }


@pytest.mark.parametrize("name", READABLE)
def test_the_same_bytes_give_the_same_report(name: str):
    assert reports(FILES[name]) == reports(FILES[name])


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("part", range(1, 16))
def test_a_file_that_is_cut_off(name: str, part: int):
    data = FILES[name]
    for outcome in reports(data[: len(data) * part // 16]):
        assert isinstance(outcome, Report | Skipped | ReportError)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_file_with_wrong_bytes(name: str, flips: list[tuple[float, int]]):
    data = bytearray(FILES[name])
    for at, byte in flips:
        data[int(at * len(data))] = byte
    for outcome in reports(bytes(data)):
        assert isinstance(outcome, Report | Skipped | ReportError)
