"""One fuzz target per reader of files: bytes go in as a file of that kind, and only what a reader may raise comes out.

    .venv/bin/python fuzz/targets.py pdf -max_total_time=60

`fuzz/run.py` runs them all. A target keeps the start of its kind of file, because by content anything else would be text.
"""

import hashlib
import io
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

with atheris.instrument_imports(include=["tumen", "email"]):
    from data import samples
    from tumen.errors import ReportError
    from tumen.records import Given, Original, Skipped
    from tumen.report import docx, email, html, jsonlines, pdf, text
    from tumen.report.parts import Part, originals_in
    from tumen.report.read import open_original

BUILD = Path(__file__).parent.parent / "build" / "fuzz"
NOTHING_GIVEN = Given()


def read(data: bytes, reader: Callable[[Original], object]) -> None:
    """One reader, whatever the content says it is; then the way that all files go."""
    original = Original("fuzzed", data, hashlib.sha256(data).hexdigest())
    for step in (reader, lambda original: open_original(original, NOTHING_GIVEN)):
        try:
            step(original)
        except ReportError as err:
            str(err)


def find(data: bytes) -> None:
    """All parts of a container, each read; text must be text that can be stored."""
    for part in originals_in(Part("fuzzed", io.BytesIO(data), len(data), end=len(data))):
        if isinstance(part, Skipped):
            continue
        try:
            report = open_original(part, NOTHING_GIVEN)
        except ReportError as err:
            str(err)
        else:
            report.text.encode()


def fuzz_docx(data: bytes) -> None:
    """Bytes that go into the body of a sound document, since hardly any others get past the zip."""
    if data.startswith(b"PK"):
        read(data, docx.read)
    else:
        read(samples.rezipped(DOCUMENT, "word/document.xml", data), docx.read)


DOCUMENT = samples.docx(samples.HEADLINE, *samples.STORY, table=(("a", "b"), ("c", "d")))
with zipfile.ZipFile(io.BytesIO(DOCUMENT)) as _opened:
    BODY = _opened.read("word/document.xml")

TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "text": lambda data: read(data, text.read),
    "html": lambda data: read(data, html.read),
    "pdf": lambda data: read(data, pdf.read),
    "docx": fuzz_docx,
    "mail": lambda data: (read(data, email.read), find(data))[0],
    "jsonlines": lambda data: (read(data, jsonlines.read), find(data))[0],
    "zip": find,
}

SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "text": (
        samples.TEXT.encode(),
        samples.TEXT.encode("utf-16"),
        samples.TEXT.encode("cp1252"),
        "세 가족이 강을 건넜다고 소식통이 말했다.".encode("cp949"),
        "消息人士说，三个家庭过了河。".encode("gb18030"),
        b"PORT CITY, May 3, 2021 - Two crews were held.\n\nBy A. Writer | 4 May 2021\n",
    ),
    "html": (
        samples.page().encode(),
        b"<p>Held.</p><table><tr><td>a</td></tr></table>",
        b'<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-05-04"}</script><p>Held.',
    ),
    "pdf": (samples.pdf(samples.TEXT, "x", title="Held"), (samples.DATA / "encrypted.pdf").read_bytes()),
    "docx": (BODY, DOCUMENT),
    "mail": (
        samples.mail(samples.TEXT, ("a.txt", b"attached")),
        samples.mail("", html=samples.page()),
        samples.mail(samples.TEXT, ("inner.eml", samples.mail("inner body"))),
    ),
    "jsonlines": (
        b'{"key":"7","text":"Held.","title":"t","outlet":"o","published":"2021-05-04","url":"u","language":"en"}\n{"text":1}\n',
    ),
    "zip": (samples.zipped(("a.txt", b"Held."), ("b/c.txt", b"x"), ("../d", b"y"), ("e.zip", samples.zipped(("f", b"z")))),),
}


def main() -> None:
    name, *arguments = sys.argv[1:]
    corpus = BUILD / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in SEEDS[name]:
        (corpus / hashlib.sha256(seed).hexdigest()).write_bytes(seed)
    crashes = f"-artifact_prefix={BUILD}/{name}-"
    atheris.Setup([sys.argv[0], str(corpus), crashes, "-rss_limit_mb=3000", "-timeout=25", *arguments], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
