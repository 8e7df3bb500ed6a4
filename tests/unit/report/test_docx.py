import hashlib

import pytest

from data import samples
from tumen.errors import ReportError
from tumen.records import Original
from tumen.report.docx import read
from tumen.report.draft import Found

BODY = "word/document.xml"
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


def original(data: bytes) -> Original:
    return Original("a.docx", data, hashlib.sha256(data).hexdigest())


def reason(data: bytes) -> str:
    with pytest.raises(ReportError) as caught:
        read(original(data))
    return caught.value.reason


def test_paragraphs_and_tables_in_order():
    draft = read(
        original(samples.docx("Crews Held", "", "Two were held.", table=(("name", "age"), ("A", "40")), title="Held"))
    )
    assert draft.text == "Crews Held\n\nTwo were held.\n\nname\tage\nA\t40"
    assert draft.title == Found("Held", "core properties title")
    assert draft.published is None


@pytest.mark.parametrize(
    "body",
    [BOMB, BOMB.decode().encode("utf-16"), b'<?xml version="1.0" encoding="UTF-7"?><x/>'],
    ids=["entities", "entities in UTF-16", "strange encoding"],
)
def test_entity_bomb(body: bytes):
    assert reason(samples.rezipped(samples.docx("Held."), BODY, body)) == "unsafe"


@pytest.mark.parametrize("body", [b"", b"<x", b"<x/>", b'<?xml version="1.0"?><w:document/>'])
def test_a_body_that_is_none(body: bytes):
    assert reason(samples.rezipped(samples.docx("Held."), BODY, body)) == "damaged"


def test_truncated():
    assert reason(samples.docx("Held.")[:-200]) == "damaged"


def test_zip_bomb():
    assert reason(samples.rezipped(samples.docx("Held."), BODY, b" " * 20_000_000)) == "zip_bomb"


def test_larger_than_any_document(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tumen.report.docx.MAX_UNPACKED_BYTES", 1000)
    assert reason(samples.docx("Held.")) == "too_large"


def test_no_text():
    assert reason(samples.docx()) == "no_text"


def test_another_kind_of_zip():
    assert reason(samples.zipped(("mimetype", b"application/epub+zip"))) == "unsupported"


def test_a_cell_that_says_it_spans_a_billion_columns():
    data = samples.docx(table=(("a", "b"),))
    body = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc>'
        b'<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>'
        b"</w:document>"
    )
    assert read(original(samples.rezipped(data, BODY, body))).text == "a"


def test_tracked_insertions_are_read_and_deletions_are_not():
    body = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
        b"<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
        b"<w:r><w:t>Two </w:t></w:r><w:ins><w:r><w:t>or three </w:t></w:r></w:ins>"
        b"<w:del><w:r><w:delText>or four </w:delText></w:r></w:del><w:r><w:t>were</w:t><w:tab/><w:t>held.</w:t></w:r>"
        b"</w:p></w:body></w:document>"
    )
    assert read(original(samples.rezipped(samples.docx("x"), BODY, body))).text == "Two or three were\theld."
