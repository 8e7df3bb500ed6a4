import pytest

from data import samples
from tumen.report.kind import Kind, kind_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"Two crews were held.", "text"),
        (b"", "text"),
        (b"<a source> said that two crews were held", "text"),
        (b"Two crews wrote <html> on the wall", "text"),
        (b"Date: yesterday\nSubject: two crews\n\nThey were held.", "text"),
        (b"{curly} crews", "text"),
        (b'{"title": "Crews"}', "text"),
        (b"<!DOCTYPE html><p>", "html"),
        (b" \n<!-- a --><!-- b -->\n<P class=x>", "html"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<html>', "html"),
        ("<html><body>".encode("utf-16"), "html"),
        ("<html><body>".encode("utf-16-le"), "html"),
        (b"<!-- -->" * 2000 + b"x", "text"),
        (b'\n{"title": "a", "text": "b"}\n', "jsonlines"),
        (b'\xef\xbb\xbf{"text": "b"}', "jsonlines"),
        (b"From: a\nTo: b\n\nHeld.", "mail"),
        (b"Received: from x\r\n\tby y\r\nSubject: c\r\n\r\n", "mail"),
        (samples.pdf("Held."), "pdf"),
        (b"junk\n" + samples.pdf("Held."), "pdf"),
        (samples.zipped(), "zip"),
        (samples.docx("Held."), "zip"),
    ],
)
def test_by_content(head: bytes, kind: Kind):
    assert kind_of(head) == kind
