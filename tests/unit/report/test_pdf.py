import hashlib

import pytest

from data import samples
from tumen.errors import ReportError
from tumen.records import Original
from tumen.report.draft import Found
from tumen.report.pdf import read


def original(data: bytes) -> Original:
    return Original("a.pdf", data, hashlib.sha256(data).hexdigest())


def reason(data: bytes) -> str:
    with pytest.raises(ReportError) as caught:
        read(original(data))
    return caught.value.reason


def test_pages_lines_and_gaps():
    # a line of one blank leaves a gap on the page and nothing in the text layer
    data = samples.pdf("Ferry Crews Held\n \nTwo crews were\nheld, he said.", "Page two.", title="Ferry Crews Held")
    draft = read(original(data))
    assert draft.text == "Ferry Crews Held\n\nTwo crews were\nheld, he said.\n\nPage two."
    assert draft.title == Found("Ferry Crews Held", "PDF title")


def test_the_day_it_was_made_is_no_day_of_publication():
    assert b"CreationDate" in samples.pdf("Held.")
    assert read(original(samples.pdf("Held."))).published is None


def test_hyphens_at_line_ends():
    data = samples.pdf("The fami-\nlies crossed the North-\nKorean river in 2014-\n2015, he said.")
    assert read(original(data)).text == "The families crossed the North-Korean river in 2014-\n2015, he said."


@pytest.mark.parametrize("title", ["", "untitled", "Microsoft Word - a.doc", "scan0001.pdf"])
def test_what_a_program_writes_is_no_title(title: str):
    assert read(original(samples.pdf("Held.", title=title))).title is None


def test_encrypted():
    assert reason((samples.DATA / "encrypted.pdf").read_bytes()) == "encrypted"


def test_truncated():
    assert reason(samples.pdf("Held.")[:120]) == "damaged"


def test_scanned():
    with pytest.raises(ReportError, match="needs OCR"):
        read(original(samples.pdf("", "")))


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tumen.report.pdf.MAX_PAGES", 1)
    assert reason(samples.pdf("Held.", "Held.")) == "too_large"


def test_too_much_text(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tumen.report.pdf.MAX_BYTES", 8)
    assert reason(samples.pdf("Held.", "Held.")) == "too_large"
