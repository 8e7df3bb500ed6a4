"""Web pages. Comes in: an original, or the markup of a mail. Goes out: a `Draft`. Never: the network.

The canonical text is the headline, then the paragraphs of the story with a blank line between them, as `trafilatura` tells
them from menus and advertisements. White space is as a browser shows it, not as the markup is wrapped. What the page says
of itself is read in `page.py`.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tumen.errors import ReportError
from tumen.records import Original
from tumen.report import page
from tumen.report.draft import Draft
from tumen.report.text import decode_as

MAX_MARKUP = 4 * 1024**2
"""Long reads have a tenth of this without their pictures. Telling the story from the rest takes up to 7 s per MB."""

CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
PREAMBLE = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->|<!doctype[^>]*>)*+", re.IGNORECASE | re.DOTALL)
INLINE = re.compile(r"data:[\w.+/-]{1,100};base64,[\w+/=%-]*")
WHITE = re.compile(r"\s+")

BREAKS = dict.fromkeys(("p", "head", "quote", "list", "item", "table", "row", "code", "div"), "\f")
BREAKS |= {"lb": "\v", "cell": "\t"}
"""What stands around the elements of `trafilatura`: the end of a paragraph, of a line, of a cell."""

SHORT_STORY = 25
"""From this many characters on it is a story. `trafilatura` wants ten times as many, or it takes the menu for part of it."""

HEADLINE_WITHIN = 4
"""A headline that the story itself has stands below at most a kicker, a date and a byline."""


def read(original: Original) -> Draft:
    """The story on the page. Raises `ReportError`: "no_text", "damaged", "too_large", and what `text.decode` raises."""
    found = CHARSET.search(original.data, 0, 4096)
    charset = found[1].decode("latin-1") if found else None
    return read_markup(decode_as(original.data, charset, original.file), original.file)


def read_markup(markup: str, file: str) -> Draft:
    """The same, of markup that is decoded."""
    for noisy in ("trafilatura", "htmldate", "justext"):  # their logs quote what they read
        logging.getLogger(noisy).setLevel(logging.CRITICAL + 1)
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import use_config

    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(SHORT_STORY)
    markup = INLINE.sub("", markup)
    if len(markup) > MAX_MARKUP:
        raise ReportError(file, "too_large", f"the page has more than {MAX_MARKUP // 1024**2} MiB of markup")
    tree = load_html(_from_its_root(markup))
    if tree is None:
        raise ReportError(file, "damaged", "the page has no markup that can be read")
    draft = page.read(tree, markup)
    for caption in list(tree.iter("figcaption")):
        caption.tag = "p"
    for figure in list(tree.iter("figure")):
        figure.tag = "div"
    story: Any = bare_extraction(tree, include_comments=False, config=config)
    paragraphs = list(_paragraphs(story.body)) if story else []
    if not paragraphs:
        raise ReportError(file, "no_text", "there is no story on this page")
    return replace(draft, text="\n\n".join(_with_headline(draft, paragraphs)))


def _from_its_root(markup: str) -> str:
    """`markup` from its first tag on: what stands before it costs a page its head in `trafilatura`."""
    root = markup[PREAMBLE.match(markup).end() :]  # type: ignore[union-attr]
    return root if root[:5].lower() == "<html" else "<html>" + root


def _paragraphs(body: Any) -> Iterator[str]:
    for paragraph in "".join(_pieces(body)).split("\f"):
        lines = (line.strip() for line in paragraph.split("\v"))
        if text := "\n".join(line for line in lines if line):
            yield text


def _pieces(element: Any) -> Iterator[str]:
    around = BREAKS.get(element.tag, "")
    if element.tag != "cell":
        yield around
    yield WHITE.sub(" ", element.text or "")
    for child in element:
        yield from _pieces(child)
        yield WHITE.sub(" ", child.tail or "")
    yield around


def _with_headline(draft: Draft, paragraphs: list[str]) -> list[str]:
    """The headline first, and only once."""
    if not draft.title:
        return paragraphs
    headline = draft.title.value
    top = [p for p in paragraphs[:HEADLINE_WITHIN] if not _is_same(_folded(p), _folded(headline))]
    return [headline, *top, *paragraphs[HEADLINE_WITHIN:]]


def _is_same(a: str, b: str) -> bool:
    """One is the other, or the better part of it."""
    short, long = sorted((a, b), key=len)
    return len(short) > len(long) / 2 and short in long


def _folded(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())
