"""Small files of every kind, made of words of our own. For the tests of `tumen.report` and for fuzzing."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from docx import Document

DATA = Path(__file__).parent

HEADLINE = "Ferry Crews Held After Night Crossing"
STORY = (
    "Two ferry crews were held after a night crossing of the river, a source in the port said on May 3rd.",
    "“Nobody has seen the boats since,” the source said, adding that the landing had been closed.",
    "The number of people on board is not known. Officials in the district declined to comment.",
)
TEXT = "\n\n".join((HEADLINE, *STORY)) + "\n"

PAGE_HEAD = (
    f'<title>{HEADLINE} | The River Post</title><meta property="og:title" content="{HEADLINE}">'
    '<meta property="og:site_name" content="The River Post"><link rel="canonical" href="https://post.example/a/7">'
    '<meta property="article:published_time" content="2021-05-04T09:00:00+09:00">'
)


def page(head: str = PAGE_HEAD, top: str = "", story: str | None = None) -> str:
    """A news page with a menu, a photograph and a footer. `top` stands between headline and story."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY) if story is None else story
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">{head}</head><body>'
        '<nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<article><h1>{HEADLINE}</h1>{top}{paragraphs}"
        '<figure><img src="b.jpg"><figcaption>The landing in spring. (Photo: River Post)</figcaption></figure></article>'
        "<footer>Copyright 2019 The River Post. Subscribe.</footer></body></html>"
    )


def pdf(*pages: str, title: str = "") -> bytes:
    """A PDF with these lines on these pages; a page without lines has no text layer."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = b"".join(b"(" + _escaped(line) + b") Tj T* " for line in lines.split("\n") if lines)
        drawn = b"BT /F1 12 Tf 14 TL 72 720 Td " + shown + b"ET"
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(bodies)
        )
        kids.append(b"%d 0 R" % len(bodies))
    bodies[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    bodies.append(b"<< /Title (%s) /CreationDate (D:20210504090000Z) >>" % _escaped(title))
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(bodies) + 1, len(bodies))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1,
        table,
        trailer,
        len(out),
    )


def _escaped(line: str) -> bytes:
    for sign in "\\()":
        line = line.replace(sign, "\\" + sign)
    return line.encode("cp1252")


def docx(*paragraphs: str, table: tuple[tuple[str, ...], ...] = (), title: str = "") -> bytes:
    """A DOCX document with these paragraphs and then this table."""
    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        drawn = document.add_table(len(table), len(table[0]))
        for row, cells in zip(drawn.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(body: str = TEXT, *attachments: tuple[str, bytes], html: str | None = None) -> bytes:
    """A mail with a plain body, unless that is empty, an HTML one if given, and attachments."""
    message = EmailMessage()
    message["From"] = "Desk <desk@post.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = HEADLINE
    message["Date"] = "Tue, 04 May 2021 09:00:00 +0900"
    if body:
        message.set_content(body)
    if html and body:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def zipped(*members: tuple[str, bytes]) -> bytes:
    """A zip archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def rezipped(data: bytes, name: str, content: bytes) -> bytes:
    """The zip file `data` with one member written anew."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped(*((each, content if each == name else archive.read(each)) for each in archive.namelist()))
