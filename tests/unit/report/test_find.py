import hashlib
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from data import samples
from tumen.errors import ReportError
from tumen.records import Given, Original, Skipped
from tumen.report import find_originals, open_original, total_bytes
from tumen.report.archive import MAX_UNPACKED_BYTES

LINE = b'{"key": 7, "text": "Two were held.", "title": "Held", "outlet": "Post", "published": "2021-05-04T10:00:00Z"}'


def found(folder: Path, *paths: Path) -> list[tuple[str, str]]:
    """Name under `folder`, and the text or the reason it was skipped for."""
    pairs = []
    for each in find_originals(paths or [folder]):
        if isinstance(each, Skipped):
            assert each.room == "report"
            pairs.append((each.report, each.reason))
        else:
            pairs.append((each.file, open_original(each, Given()).text))
    return [(name.removeprefix(f"{folder}/"), what) for name, what in pairs]


def test_a_folder_in_the_order_of_names(tmp_path: Path):
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", ".d.txt", ".hidden/e.txt"):
        (tmp_path / name).write_text(name)
    assert found(tmp_path) == [("a.txt", "a.txt"), ("b.txt", "b.txt"), ("sub/c.txt", "sub/c.txt")]
    assert total_bytes([tmp_path, "-", tmp_path / "nowhere"]) == 19


def test_links_and_pipes(tmp_path: Path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (inside / "a.txt").write_text("a")
    (inside / "out").symlink_to(outside)
    (inside / "out.txt").symlink_to(outside / "secret.txt")
    (inside / "same.txt").symlink_to(inside / "a.txt")
    (inside / "self").symlink_to(inside / "self")
    os.mkfifo(inside / "pipe")
    assert found(inside) == [
        ("a.txt", "a"),
        ("out", "link"),
        ("out.txt", "link"),
        ("pipe", "not_a_file"),
        ("self", "unreadable"),
    ]
    assert found(inside, inside / "out.txt") == [("out.txt", "secret")]  # named, it is meant


def test_what_is_not_there_does_not_stop_the_rest(tmp_path: Path):
    (tmp_path / "a.txt").write_text("a")
    assert found(tmp_path, tmp_path / "no\udcff", tmp_path / "a.txt") == [("no\ufffd", "not_found"), ("a.txt", "a")]


def test_a_file_longer_than_any_report_is_not_read(tmp_path: Path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200 * 1024**2)  # a hole: it takes no room on the disk
    assert found(tmp_path) == [("a.txt", "too_large")]


def test_json_lines(tmp_path: Path):
    lines = [
        LINE,
        b"",
        b'{"text": "b"}',
        b" ",
        b'{"text": "c", "published": ""}',
        b'{"text": "d"}',
        b'{"text": "e',
        b'{"text": "f"}',
    ]
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    assert found(tmp_path) == [
        ("a.txt:1", "Two were held."),
        ("a.txt:3", "b"),
        ("a.txt:5", "c"),
        ("a.txt:6", "d"),
        ("a.txt:7", "bad_json"),
        ("a.txt:8", "f"),
    ]
    originals = [each for each in find_originals([tmp_path]) if isinstance(each, Original)]
    assert originals[1].data == b'{"text": "b"}'
    assert originals[-1].bytes_done == total_bytes([tmp_path])
    assert {each.container_sha256 for each in originals} == {hashlib.sha256((tmp_path / "a.txt").read_bytes()).hexdigest()}
    report = open_original(originals[0], Given())
    assert (report.source_key, report.title, report.outlet, report.published.edtf) == ("7", "Held", "Post", "2021-05-04")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1]", "bad_json"),
        (b'{"title": "no text"}', "bad_field"),
        (b'{"text": 1}', "bad_field"),
        (b'{"text": "a", "title": ["b"]}', "bad_field"),
        (b'{"text": "a", "published": "last week"}', "bad_field"),
        (b'{"text": "\\ud800"}', "bad_json"),
        (b"{" * 50_000, "bad_json"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: bytes, reason: str):
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([LINE, line, LINE]))
    assert [what for _, what in found(tmp_path)] == ["Two were held.", reason, "Two were held."]
    assert found(tmp_path)[1][0] == "a.jsonl:2"


def test_a_line_longer_than_any_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tumen.report.parts.MAX_BYTES", 200_000)
    long = b'{"text": "' + b"a" * 500_000 + b'"}'
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([long, LINE, long, LINE]))
    assert found(tmp_path) == [
        ("a.jsonl:1", "too_large"),
        ("a.jsonl:2", "Two were held."),
        ("a.jsonl:3", "too_large"),
        ("a.jsonl:4", "Two were held."),
    ]


def test_the_first_line_may_be_the_bad_one_or_longer_than_what_is_looked_at(tmp_path: Path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": \n' + LINE)
    (tmp_path / "b.jsonl").write_bytes(b'{"text": "' + b"a" * 100_000 + b'"}')
    assert [len(what) for _, what in found(tmp_path)] == [8, 14, 100_000]


class Stdin:
    """A stdin that is a pipe: it can be read once, and from its beginning only."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)
        self.buffer.seekable = lambda: False  # type: ignore[method-assign]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (LINE + b"\n" + LINE, [("-:1", "Two were held."), ("-:2", "Two were held.")]),
        (b"Two crews were held.", [("-", "Two crews were held.")]),
        (samples.zipped(("a.txt", b"a")), [("-!/a.txt", "a")]),
        (samples.mail("Held.\n", ("a.txt", b"a")), [("-", "Held.\n"), ("-!/a.txt", "a")]),
        (b"", [("-", "empty")]),
    ],
)
def test_stdin(data: bytes, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", Stdin(data))
    outcomes = []
    for each in find_originals(["-"]):
        assert isinstance(each, Original)
        try:
            outcomes.append((each.file, open_original(each, Given()).text))
        except ReportError as err:
            outcomes.append((err.file, err.reason))
    assert outcomes == expected


def test_a_zip_archive(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(
        samples.zipped(
            ("a.txt", b"a"),
            ("../b.txt", b"b"),
            ("/c.txt", b"c"),
            ("C:\\d.txt", b"d"),
            ("e\\..\\..\\f.txt", b"f"),
            (".DS_Store", b"g"),
            ("__MACOSX/h.txt", b"h"),
            ("i/", b""),
            ("j.jsonl", LINE + b"\n" + LINE),
            ("k.eml", samples.mail("k\n", ("l.txt", b"l"))),
            ("m.docx", samples.docx("m")),
            ("n.zip", samples.zipped(("o.txt", b"o"), ("p.zip", samples.zipped(("q.txt", b"q"))))),
            ("r.txt", b"r"),
        )
    )
    assert found(tmp_path) == [
        ("a.zip!/a.txt", "a"),
        ("a.zip!/../b.txt", "unsafe_name"),
        ("a.zip!//c.txt", "unsafe_name"),
        ("a.zip!/C:\\d.txt", "unsafe_name"),
        ("a.zip!/e\\..\\..\\f.txt", "unsafe_name"),
        ("a.zip!/j.jsonl:1", "Two were held."),
        ("a.zip!/j.jsonl:2", "Two were held."),
        ("a.zip!/k.eml", "k\n"),
        ("a.zip!/k.eml!/l.txt", "l"),
        ("a.zip!/m.docx", "m"),
        ("a.zip!/n.zip!/o.txt", "o"),
        ("a.zip!/n.zip!/p.zip", "too_deep"),
        ("a.zip!/r.txt", "r"),
    ]
    originals = [each for each in find_originals([tmp_path]) if isinstance(each, Original)]
    done = [each.bytes_done for each in originals]
    assert done == sorted(done)
    assert done[-1] == total_bytes([tmp_path])
    assert {each.container_sha256 for each in originals} == {hashlib.sha256((tmp_path / "a.zip").read_bytes()).hexdigest()}


def test_a_large_archive_is_not_loaded_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tumen.report.parts.MAX_BYTES", 1000)
    (tmp_path / "a.zip").write_bytes(samples.zipped(("a.txt", os.urandom(900)), ("b.txt", b"b"), ("c.txt", b"c" * 1001)))
    assert (tmp_path / "a.zip").stat().st_size > 1000
    assert [what.reason if isinstance(what, Skipped) else what.data[:1] for what in find_originals([tmp_path])][1:] == [
        b"b",
        "too_large",
    ]


def test_zip_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.zip").write_bytes(samples.zipped(("a.txt", b"0" * 20_000_000)))
    assert found(tmp_path) == [("a.zip", "zip_bomb")]
    monkeypatch.setattr("tumen.report.archive.MAX_MEMBERS", 1)
    (tmp_path / "a.zip").write_bytes(samples.zipped(("a.txt", b"a"), ("b.txt", b"b")))
    assert found(tmp_path) == [("a.zip", "zip_bomb")]


def test_a_zip_that_lies_about_its_size(tmp_path: Path):
    data = samples.zipped(("a.txt", b"0" * 1_000_000), ("b.txt", b"b"))
    (tmp_path / "a.zip").write_bytes(data.replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    assert found(tmp_path) == [("a.zip!/a.txt", "damaged"), ("a.zip!/b.txt", "b")]
    declared = (MAX_UNPACKED_BYTES // 4).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(data.replace((1_000_000).to_bytes(4, "little"), declared))
    assert found(tmp_path) == [("a.zip", "zip_bomb")]


def test_members_that_cannot_be_read(tmp_path: Path):
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/hosts")
        archive.writestr("b.txt", b"b", zipfile.ZIP_LZMA)
        archive.writestr("c.txt", b"cccccccc")
    data = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(data.replace(b"cccccccc", b"cxcccccc"))
    assert [what for _, what in found(tmp_path)] == ["link", "unsupported", "damaged"]


def test_an_encrypted_member(tmp_path: Path):
    data = bytearray(samples.zipped(("a.txt", b"a")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert found(tmp_path) == [("a.zip!/a.txt", "encrypted")]


def test_a_truncated_zip(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(samples.zipped(("a.txt", b"a"))[:-10])
    assert found(tmp_path) == [("a.zip", "damaged")]


def test_a_mail_and_its_attachments(tmp_path: Path):
    (tmp_path / "m.eml").write_bytes(samples.mail("Held.\n", ("a.pdf", samples.pdf("A")), ("b/../c.txt", b"c")))
    assert found(tmp_path) == [("m.eml", "Held.\n"), ("m.eml!/a.pdf", "A"), ("m.eml!/b/../c.txt", "c")]
    mail, *parts = (each for each in find_originals([tmp_path]) if isinstance(each, Original))
    assert mail.container_sha256 is None
    assert {part.container_sha256 for part in parts} == {mail.sha256}
    assert parts[-1].bytes_done == total_bytes([tmp_path])
