"""Makes the example reports that are not plain text: PDF, DOCX, mail and JSON lines, out of the texts in `sources/`.

    python examples/make_files.py            writes into examples/reports
    python examples/make_files.py FOLDER     writes into FOLDER instead

The same texts always give the same bytes: dates, ids and boundaries are fixed, and nothing is compressed.
"""

import codecs
import io
import json
import sys
import textwrap
import zipfile
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from docx import Document

HERE = Path(__file__).parent
SOURCES = HERE / "sources"


def main(into: Path = HERE / "reports") -> None:
    """Writes every file that is made, below `into`."""
    for name, data in made_files():
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def made_files() -> Iterator[tuple[str, bytes]]:
    """Each file's name below `reports/`, and its bytes."""
    yield "1-crossing/f-independent.docx", docx(text("1-crossing/f-independent.txt"), datetime(2018, 10, 9, 9))
    yield (
        "2-brokers/b-follow-up.eml",
        mail(
            text("2-brokers/b-follow-up.txt"),
            subject="Three Brokers Sentenced in Hyesan as Number Held Nears Thirty",
            sender="Yalu Monitor <letter@yalumonitor.example>",
            date="Thu, 28 Mar 2019 09:00:00 +0900",
            attachment=("notice.txt", text("2-brokers/b-notice.txt")),
        ),
    )
    yield "3-market/a-price-shock.pdf", pdf(text("3-market/a-price-shock.txt"))
    yield "3-market/b-letters.jsonl", json_lines()
    yield "4-mine/b-rival-number.pdf", pdf(text("4-mine/b-rival-number.txt"))
    yield (
        "4-mine/c-official.eml",
        mail(
            text("4-mine/c-official.txt"),
            subject="Heroic Deed at the Ryongsu Mine",
            sender="Central Dispatch <press@centraldispatch.example>",
            date="Sat, 27 Aug 2016 18:00:00 +0900",
        ),
    )
    yield "5-transfer/b-follow-up.docx", docx(text("5-transfer/b-follow-up.txt"), datetime(2022, 12, 5, 9))


def text(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8").rstrip("\n")


# ------------------------------------------------------------------------------------------------------- JSON lines


def json_lines() -> bytes:
    reports = [
        {
            "key": "HL-17-041",
            "text": text("3-market/HL-17-041.txt"),
            "title": "Rice Falls Back, but the Pots Stay Empty",
            "outlet": "Hamhung Letters",
            "published": "2017-05-24",
            "url": "https://hamhungletters.example/17/041",
            "language": "en",
        },
        {
            "key": "YM-2017-0513",
            "text": text("3-market/YM-2017-0513.txt"),
            "title": "Chongjin Stallholder Puts Rice at 8,600 Won",
            "outlet": "Yalu Monitor",
            "published": "2017-05-13",
            "url": "https://yalumonitor.example/2017/05/13/rice",
            "language": "en",
        },
        {
            "key": "SC-170614",
            "text": text("3-market/SC-170614.txt"),
            "title": "Hunger Deaths in the North-East",
            "outlet": "Seoul Courier",
            "published": "2017-06-14",
            "url": "https://seoulcourier.example/2017/06/14/hunger",
            "language": "en",
        },
    ]
    return "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports).encode()


# ------------------------------------------------------------------------------------------------------------- mail


def mail(body: str, subject: str, sender: str, date: str, attachment: tuple[str, str] | None = None) -> bytes:
    """A mail as a mail program saves it, line ends included."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = "Readers <readers@desk.example>"
    message["Subject"] = subject
    message["Date"] = date
    message["Message-ID"] = f"<{date[5:16].replace(' ', '-')}@{sender.partition('@')[2].rstrip('>')}>"
    message.set_content(body + "\n")
    if attachment:
        name, words = attachment
        message.add_attachment(words + "\n", filename=name)
        message.set_boundary("=-tumen-example-boundary")
    return message.as_bytes()


# ------------------------------------------------------------------------------------------------------------- DOCX


LEFT_OUT = {"stylesWithEffects", "thumbnail", "theme", "customXml"}
STYLES = {"Normal", "Title", "Default Paragraph Font"}


def docx(words: str, made: datetime) -> bytes:
    """Title, then one paragraph each, without what the template brings along that this does not need.

    Stored, not compressed: other versions of zlib would give other bytes.
    """
    title, *paragraphs = words.split("\n\n")
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = made
    for style in [style for style in document.styles if style.name not in STYLES]:
        style.delete()
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rpartition("/")[2] in LEFT_OUT:
                del holder.rels[key]
    document.add_heading(title, level=0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    saved = io.BytesIO()
    document.save(saved)
    fixed = io.BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(fixed, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(parts.namelist()):
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.create_system = 3
            target.writestr(part, parts.read(name))
    return fixed.getvalue()


# -------------------------------------------------------------------------------------------------------------- PDF

PAGE = (595, 842)  # A4 in points
MARGIN, SIZE, LEADING, COLUMNS, ROWS = 64, 10.5, 15, 84, 46


def pdf(words: str) -> bytes:
    """Plain lines in Helvetica on A4 pages; WinAnsi is CP1252, so typographic quotation marks are in it."""
    lines: list[str] = []
    for paragraph in words.split("\n\n"):
        lines += [*textwrap.wrap(paragraph, COLUMNS, break_on_hyphens=False), ""]
    pages = [lines[at : at + ROWS] for at in range(0, len(lines), ROWS)]
    numbers = range(5, 5 + 2 * len(pages), 2)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title <{title(lines[0])}> >>".encode(),
    ]
    for number, page in zip(numbers, pages, strict=True):
        shown = b"".join(literal(line) + b" Tj T*\n" for line in page)
        start = f"BT /F1 {SIZE} Tf {LEADING} TL {MARGIN} {PAGE[1] - MARGIN} Td\n".encode()
        stream = start + shown + b"ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    return assemble(objects)


def literal(line: str) -> bytes:
    """A PDF string."""
    escaped = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(" + escaped + b")"


def title(line: str) -> str:
    """A PDF string outside the pages, where WinAnsi does not reach: UTF-16 with its mark, in hexadecimal."""
    return (codecs.BOM_UTF16_BE + line.encode("utf-16-be")).hex()


def assemble(objects: list[bytes]) -> bytes:
    """Header, objects, the table of where each begins, trailer."""
    file = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    starts = []
    for number, thing in enumerate(objects, start=1):
        starts.append(len(file))
        file += f"{number} 0 obj\n".encode() + thing + b"\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\n"
    return file + f"{tail}startxref\n{len(file)}\n%%EOF\n".encode()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
