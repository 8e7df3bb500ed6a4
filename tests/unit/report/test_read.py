import contextlib
import hashlib
import logging

import pytest

from data import samples
from tumen.errors import ReportError, SettingError
from tumen.records import Given, Original, Published, Report
from tumen.report import check_given, find_originals, open_original


def read(data: bytes, given: Given | None = None) -> Report:
    return open_original(Original("a.bin", data, hashlib.sha256(data).hexdigest()), given or Given())


def reason(data: bytes) -> str:
    with pytest.raises(ReportError) as caught:
        read(data)
    assert caught.value.file == "a.bin"
    return caught.value.reason


def test_a_text_file_is_kept_to_the_letter():
    data = b"\xef\xbb\xbfCrews Held\r\n\r\nTwo were held.\r\n"
    report = read(data)
    assert report.text == "Crews Held\r\n\r\nTwo were held.\r\n"
    assert report.length == len(report.text)
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert (report.title, report.signals["title"]) == ("Crews Held", "first line")
    assert report.published == Published(None, None)
    assert report.outlet is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Two crews – “held,” he said, in Hamgyŏng.", "utf-8"),
        ("Two crews were held.", "utf-16"),
        ("Two crews were held.", "utf-16-le"),
        ("강을 건넌 배가 없다.\n", "utf-16-be"),
        ("Two crews were held.", "utf-32"),
        ("소식통은 배가 없다고 말했다.", "cp949"),
        ("배 두 척 사라져", "euc_kr"),
        ("消息人士说，两条船不见了。", "gb18030"),
        ("两名船员被捕", "gb18030"),
        ("“The guard’s boat is gone,” she said – twice.", "cp1252"),
        ("It’s gone", "cp1252"),
        ("L’équipage a été arrêté près de la frontière.", "latin-1"),
        ("Экипаж задержан ночью на границе, сообщил источник.", "cp1251"),
    ],
)
def test_encodings(text: str, encoding: str):
    if encoding == "latin-1":
        text = text.replace("’", "'")
    assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\xff\xfe", "empty"),
        (bytes(range(256)) * 8, "not_text"),
        (b"Two crews were held last night\0 at the landing.", "null_bytes"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "unsupported"),
        (b"{\\rtf1 Two crews}", "unsupported"),
        ("Zwölf Männer, größer".encode() + b"\xff\xfe here", "undecodable"),
        (b"Two \x81 crews", "undecodable"),
        (b"\xef\xbb\xbfTwo \xff crews", "undecodable"),
        (b"\xff\xfeT\0w\0o", "undecodable"),
        (b'{"text": "a"}\n{"text": "b"}', "bad_json"),
        (samples.zipped(("a.txt", b"x")), "unsupported"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, expected: str):
    assert reason(data) == expected


def test_a_broken_encoding_is_named_by_its_byte():
    with pytest.raises(ReportError, match="at byte 6,"):
        read("Größe".encode()[:-1] + b"\xff\xfe" + " und größer".encode())


def test_a_report_longer_than_any_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tumen.report.read.MAX_BYTES", 10)
    assert reason(b"Two crews were held") == "too_large"


def test_one_line_of_five_megabytes():
    text = "Two crews were held at the landing. " * 150_000
    report = read(text.encode())
    assert report.text == text
    assert report.title is None


def test_a_report_of_only_a_headline():
    report = read(b"Two Crews Held at the Landing")
    assert report.title == report.text == "Two Crews Held at the Landing"


def test_what_is_given_wins():
    report = read(samples.page().encode(), Given(title="T", outlet="O", published="2020-01", language="ko"))
    assert (report.title, report.outlet, report.language) == ("T", "O", "ko")
    assert report.published == Published("2020-01", "given")
    assert {name: report.signals[name] for name in ("title", "outlet", "published", "language")} == {
        "title": "--title",
        "outlet": "--outlet",
        "published": "--published",
        "language": "--language",
    }


def test_the_address_dates_a_page_that_says_nothing():
    report = read(samples.page('<link rel="canonical" href="https://post.example/2021/05/04/held">').encode())
    assert (report.published, report.signals["published"]) == (Published("2021-05-04", "url"), "url")


def test_the_dateline_dates_a_text():
    report = read(b"Crews Held\n\nPORT CITY, May 4, 2021 (Agency) -- Two crews were held.\n")
    assert (report.published, report.signals["published"]) == (Published("2021-05-04", "text"), "dateline")


def test_a_language_is_its_code_whatever_its_country():
    report = read(samples.page().encode())
    assert (report.language, report.signals["language"]) == ("en", "html lang")


@pytest.mark.parametrize("published", ["2014", "2014-08", "2014-08-09"])
def test_dates_that_can_be_given(published: str):
    check_given(Given(published=published, language="en"))


@pytest.mark.parametrize(
    "published", ["", "yesterday", "2014-13", "2014-02-30", "9 August 2014", "2014-08-09T10:00", "20140809"]
)
def test_dates_that_cannot_be_given(published: str):
    with pytest.raises(SettingError, match="--published"):
        check_given(Given(published=published))


def test_a_language_that_cannot_be_given():
    with pytest.raises(SettingError, match="--language"):
        check_given(Given(language="English"))


@pytest.mark.parametrize("name", ["pdf", "docx", "html", "mail"])
def test_type_is_by_content_and_logs_are_silent(name: str, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    data = {
        "pdf": samples.pdf(samples.TEXT),
        "docx": samples.docx(samples.HEADLINE, *samples.STORY),
        "html": samples.page().encode(),
        "mail": samples.mail(),
    }[name]
    text = read(data).text
    assert "two ferry crews were held" in text.casefold()
    assert "<p>" not in text
    assert not caplog.records


def test_a_crash_of_a_fuzzed_file_stays_fixed():
    for found in find_originals([samples.DATA / "fuzz"]):
        if isinstance(found, Original):
            with contextlib.suppress(ReportError):
                open_original(found, Given())
