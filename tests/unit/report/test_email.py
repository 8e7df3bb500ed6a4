import hashlib

import pytest

from data import samples
from tumen.errors import ReportError
from tumen.records import Given, Original
from tumen.report import open_original
from tumen.report.draft import Found, FoundDate
from tumen.report.email import attachments, read


def original(data: bytes) -> Original:
    return Original("m.eml", data, hashlib.sha256(data).hexdigest())


def test_a_plain_mail():
    draft = read(original(samples.mail("Two were held.\n")))
    assert draft.text == "Two were held.\n"
    assert draft.title == Found(samples.HEADLINE, "Subject header")
    assert draft.published == FoundDate("2021-05-04", "metadata", "Date header")
    assert draft.outlet is None


def test_the_plain_body_comes_before_the_html_one():
    assert read(original(samples.mail("Plain.\n", html=samples.page()))).text == "Plain.\n"


def test_an_html_mail_is_read_as_a_page():
    draft = read(original(samples.mail("", html=samples.page())))
    assert samples.STORY[0] in draft.text
    assert draft.url == Found("https://post.example/a/7", "link canonical")


def test_no_address_gets_into_the_record():
    assert "desk@post.example" not in str(open_original(original(samples.mail("Held.\n")), Given()).to_dict())


def test_attachments_by_name_and_byte_for_byte():
    inner = samples.mail("Inner.\n")
    data = samples.mail("Held.\n", ("a.txt", b"A\r\n"), ("b.pdf", samples.pdf("B")))
    assert attachments(data, "m.eml") == [("a.txt", b"A\r\n"), ("b.pdf", samples.pdf("B"))]
    forwarded = (
        b"From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: message/rfc822\n\n" + inner + b"\n--x--\n"
    )
    [(name, data)] = attachments(forwarded, "m.eml")
    assert name == "part-1"
    assert read(original(data)).text.startswith("Inner.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"From: a\nTo: b\nSubject: c\n\n", "no_text"),
        (b"From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\nno part", "no_text"),
        (b"From: a\nTo: b\nContent-Type: text/plain; charset=nonsense\n\n\xff\xfe\xfd Gr\xc3\xb6\xc3\x9fe", "undecodable"),
    ],
)
def test_broken_mails(data: bytes, reason: str):
    with pytest.raises(ReportError) as caught:
        read(original(data))
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "day", ["", "yesterday", "Tue, 99 Foo 2021 99:00:00 +9999", f"Tue, 04 May 2021 09:00:00 +{'2' * 60}"]
)
def test_a_date_that_is_none_is_unknown(day: str):
    assert read(original(f"From: a\nTo: b\nDate: {day}\n\nHeld.\n".encode())).published is None


def test_a_body_with_its_pictures_is_one_report():
    data = (
        b"From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        b"--x\nContent-Type: text/html\n\n<html><p>Two crews were held.</p></html>\n"
        b"--x\nContent-Type: image/png; name=logo.png\n\nPNG\n--x--\n"
    )
    assert attachments(data, "m.eml") == []
    assert read(original(data)).text == "Two crews were held."


def test_a_mail_saved_out_of_a_mailbox_keeps_no_address():
    data = b"From desk@post.example Tue May  4 10:00:00 2021\n" + samples.mail("Two were held.\n")
    report = open_original(original(data), Given())
    assert report.text == "Two were held.\n"
    assert "desk@post.example" not in str(report.to_dict())


def test_a_mailbox_of_several_mails_is_refused():
    data = b"From a@post.example Tue May  4 10:00:00 2021\n" + samples.mail("One.\n")
    with pytest.raises(ReportError) as caught:
        read(original(data + b"\n" + data))
    assert caught.value.reason == "unsupported"
