"""DOCX. Comes in: an original. Goes out: its `Draft`. Never: a document type definition, a file larger than it should be.

The canonical text is the paragraphs and tables of the body in order, a blank line between paragraphs, a row to a line and
a tab between cells. The day on which the file was made is not a day of publication, so it is not read.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from tumen.errors import ReportError
from tumen.records import Original
from tumen.report import archive
from tumen.report.draft import Draft, Found
from tumen.report.lead import sane_title

BODY = "word/document.xml"
MAX_UNPACKED_BYTES = 256 * 1024**2
BROKEN = (SyntaxError, KeyError, ValueError, AttributeError, TypeError, IndexError, RecursionError, AssertionError)
"""What `docx` raises over parts that are missing or are not what they say; `lxml` raises a kind of `SyntaxError`."""

DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["'](?!utf-?8["']|utf-?16["']|us-ascii["'])""", re.IGNORECASE)


def read(original: Original) -> Draft:
    """Body and title. Raises `ReportError`: "unsupported", "damaged", "encrypted", "unsafe", "zip_bomb", "too_large"."""
    with archive.open_zip(BytesIO(original.data), original.file) as opened:
        if BODY not in opened.namelist():
            raise ReportError(original.file, "unsupported", "this is a zip file but not a DOCX document")
        try:
            _check(opened, original.file)
        except archive.DAMAGE as err:
            raise _damaged(original.file) from err
    return _read(original)


def _check(opened: ZipFile, file: str) -> None:
    """Raises `ReportError` if a part is too large, or could make the XML reader swell or fetch something."""
    if sum(info.file_size for info in opened.infolist()) > MAX_UNPACKED_BYTES:
        raise ReportError(file, "too_large", f"the document unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MiB")
    for member in opened.infolist():
        archive.check_member(member, file)
        if member.filename.lower().endswith((".xml", ".rels")):
            part = opened.read(member).replace(b"\0", b"")  # what is UTF-16 reads like ASCII then
            if DEFINITION.search(part) or ENCODING.search(part):
                raise ReportError(file, "unsafe", "the document defines XML entities or uses a strange encoding")


def _read(original: Original) -> Draft:
    from docx import Document
    from docx.exceptions import PythonDocxError

    try:
        document = Document(BytesIO(original.data))
        text = "\n\n".join(block for block in _blocks(document) if block.strip())
        title = sane_title(document.core_properties.title)
    except (PythonDocxError, *archive.DAMAGE, *BROKEN) as err:
        raise _damaged(original.file) from err
    if not text:
        raise ReportError(original.file, "no_text", "the document has no text; if it shows pictures of pages, it needs OCR")
    return Draft(text, title=Found(title, "core properties title") if title else None)


def _blocks(holder: Any) -> Iterator[str]:
    """The paragraphs and tables of a document or a cell."""
    from docx.table import Table

    for block in holder.iter_inner_content():
        yield _rows(block) if isinstance(block, Table) else _words(block)


def _words(paragraph: Any) -> str:
    """The words of a paragraph as they stand now: with tracked insertions, which `paragraph.text` leaves out, not deletions."""
    from docx.oxml.ns import qn

    marks = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    moved_away = set(paragraph._p.iterdescendants(qn("w:moveFrom")))
    pieces: list[str] = []
    for part in paragraph._p.iterdescendants(qn("w:t"), *marks):
        if not moved_away or moved_away.isdisjoint(part.iterancestors()):
            is_text = part.tag == qn("w:t")
            if is_text or part.getparent().tag == qn("w:r"):  # a tab stop in the paragraph's settings is no tab
                pieces.append(part.text or "" if is_text else marks[part.tag])
    return "".join(pieces)


def _rows(table: Any) -> str:
    from docx.table import _Cell

    # not `row.cells`, which repeats a cell for each column that it says it spans, be it a billion
    rows = [[_Cell(cell, table) for cell in row.tc_lst] for row in table._tbl.tr_lst]
    return "\n".join("\t".join("\n".join(_blocks(cell)) for cell in row) for row in rows)


def _damaged(file: str) -> ReportError:
    return ReportError(file, "damaged", "the document is cut off or damaged")
