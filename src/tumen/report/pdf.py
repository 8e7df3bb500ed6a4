"""PDF. Comes in: an original. Goes out: its `Draft`. Never: reading the letters off a picture of a page.

The canonical text is the text layer page by page, a blank line between pages and where the page leaves room between lines.
Where a word is broken over two lines between small letters, hyphen and line end are left out: they belong to the page and
not to the word. The day on which the file was made is not a day of publication, so it is not read.
"""

import re
from collections.abc import Iterator
from statistics import median_low
from typing import Any

from tumen.errors import ReportError
from tumen.records import Original
from tumen.report.draft import MAX_BYTES, Draft, Found, too_large
from tumen.report.lead import sane_title

MAX_PAGES = 10_000
WIDE_GAP = 1.4
"""From this many times the usual distance of lines on, there is a blank line between them."""

NEEDS_PASSWORD = 4
"""What `pdfium` numbers that error with."""

LINE_END = re.compile(r"\r\n|\r|\n")
LINE_HYPHEN = re.compile(r"(.?)[\x02\ufffe]\n*(.?)")
"""`pdfium` puts a sign that is no letter in place of a hyphen at the end of a line, and mostly takes the line end away."""


def read(original: Original) -> Draft:
    """Text and title. Raises `ReportError`: "encrypted", "damaged", "no_text", "too_large"."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(original.data) as document:
            if len(document) > MAX_PAGES:
                raise ReportError(original.file, "too_large", f"the PDF has more than {MAX_PAGES} pages")
            text = "\n\n".join(page for page in _pages(document, original.file) if page.strip())
            title = sane_title(document.get_metadata_value("Title"))
    except PdfiumError as err:
        if err.err_code == NEEDS_PASSWORD:
            raise ReportError(original.file, "encrypted", "the PDF needs a password") from err
        raise ReportError(original.file, "damaged", "the PDF is cut off or damaged") from err
    if not text:
        detail = "the PDF has no text layer: it is a picture of pages and needs OCR first (ocrmypdf, for one)"
        raise ReportError(original.file, "no_text", detail)
    return Draft(text, title=Found(title, "PDF title") if title else None)


def _pages(document: Any, file: str) -> Iterator[str]:
    length = 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        text = LINE_HYPHEN.sub(_join, _with_gaps(text_page)).replace("\0", "")
        text_page.close()
        page.close()
        length += len(text)
        if length > MAX_BYTES:  # a small file can show the same long page ten thousand times
            raise too_large(file)
        yield text


def _with_gaps(text_page: Any) -> str:
    """The text of the page, with an empty line wherever the distance to the next line is wide."""
    text = text_page.get_text_range()
    ends = list(LINE_END.finditer(text))
    falls = [_height(text_page, text, end.start() - 1) - _height(text_page, text, end.end()) for end in ends]
    usual = median_low([fall for fall in falls if fall > 0] or [0])
    wide = {end.start() for end, fall in zip(ends, falls, strict=True) if fall > usual * WIDE_GAP > 0}
    return LINE_END.sub(lambda end: "\n\n" if end.start() in wide else "\n", text)


def _height(text_page: Any, text: str, index: int) -> float:
    """How high on the page the line of a letter stands, in points from below."""
    bottom: float = text_page.get_charbox(min(max(index, 0), len(text) - 1), loose=True)[1]
    return bottom


def _join(found: re.Match[str]) -> str:
    """The word without its hyphen, if both its halves are in small letters; "North-Korean" keeps it."""
    before, after = found.groups()
    return before + after if before.islower() and after.islower() else f"{before}-{after}"
