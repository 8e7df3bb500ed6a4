"""What a web page says of itself. Comes in: its tree. Goes out: a `Draft` without text. Never: a date from a guess.

A date is taken from what the page marks as its day of publication and from nothing else: `htmldate`, which nearly always
finds one, takes it from a copyright line where there is no better.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from tumen.report.draft import Draft, Found, FoundDate
from tumen.report.lead import edtf, find_day, find_published, sane_title

PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "publication_date",
    "publish_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
)
STORY = re.compile(r"Article|Report|BlogPosting|LiveBlog")
PUBLISHED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datetime|published|publish|pubdate|posted|timestamp|dateline|byline)(?:$|[\s_-])", re.I
)
CHANGED_CLASS = re.compile(r"modif|updat|comment|related", re.I)
NO_DAY = ("0001-01-01", "1970-01-01")
"""What programs write for "never"."""

SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4,5}\)(https?://\S{1,2000}) -->")
ADDRESS = re.compile(r"https?://[^/\s]+/\S+")
BETWEEN_TITLE_AND_OUTLET = re.compile(r"\s+(?:[|<>»·•:–—-]|::)\s*$")


def read(tree: Any, markup: str) -> Draft:
    """Title, outlet, address, language and day of publication, each with its signal."""
    metas = _metas(tree)
    linked = _linked_data(tree)
    outlet = _first(_outlets(metas, linked))
    return Draft(
        text="",
        title=_first(_titles(tree, metas, linked, outlet)),
        outlet=outlet,
        url=next((found for found in _first_each(_addresses(tree, metas, markup)) if ADDRESS.match(found.value)), None),
        language=_first(_languages(tree, metas)),
        published=next(_days(tree, metas, linked), None),
    )


def _first(candidates: Iterable[tuple[str | None, str]]) -> Found | None:
    return next(_first_each(candidates), None)


def _first_each(candidates: Iterable[tuple[str | None, str]]) -> Iterator[Found]:
    """Those that say something, on one line."""
    for value, signal in candidates:
        if line := " ".join((value or "").split()):
            yield Found(line, signal)


def _metas(tree: Any) -> Mapping[str, str]:
    """The first content of each meta tag, by its name in lower case."""
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        if tag.get("content"):
            metas.setdefault(name.strip().lower(), tag.get("content"))
    return metas


def _linked_data(tree: Any) -> Mapping[str, Any]:
    """The JSON-LD object that describes the story, empty if there is none."""
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            try:
                data = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            if story := next((thing for thing in _things(data) if STORY.search(str(thing.get("@type")))), None):
                return story
    return {}


def _things(data: Any) -> Iterator[Mapping[str, Any]]:
    """The objects that a script lists, not those that they are made of."""
    things = data if isinstance(data, list) else [data]
    for thing in things:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (inner for inner in (graph if isinstance(graph, list) else []) if isinstance(inner, dict))


def _string(value: Any) -> str | None:
    """The string that a JSON-LD value is, or that is its name."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return unescape(value) if isinstance(value, str) else None


def _outlets(metas: Mapping[str, str], linked: Mapping[str, Any]) -> Iterator[tuple[str | None, str]]:
    yield metas.get("og:site_name"), "meta og:site_name"
    yield _string(linked.get("publisher")), "json-ld publisher"
    yield metas.get("dc.publisher"), "meta dc.publisher"
    yield metas.get("application-name"), "meta application-name"


def _titles(
    tree: Any, metas: Mapping[str, str], linked: Mapping[str, Any], outlet: Found | None
) -> Iterator[tuple[str | None, str]]:
    for value, signal in (
        (metas.get("og:title"), "meta og:title"),
        (_string(linked.get("headline")), "json-ld headline"),
        *((_words(h1), "h1 element") for h1 in tree.iter("h1")),
        *((_words(title), "title element") for title in tree.iter("title")),
    ):
        yield _without_outlet(sane_title(value), outlet), signal


def _without_outlet(title: str | None, outlet: Found | None) -> str | None:
    """ "Three Families Gone | The Border Post" without the name of the outlet."""
    if title and outlet and title.casefold().endswith(outlet.value.casefold()):
        rest = title[: -len(outlet.value)]
        if BETWEEN_TITLE_AND_OUTLET.search(rest):
            return BETWEEN_TITLE_AND_OUTLET.sub("", rest)
    return title


def _addresses(tree: Any, metas: Mapping[str, str], markup: str) -> Iterator[tuple[str | None, str]]:
    for link in tree.iter("link"):
        if link.get("rel", "").strip().lower() == "canonical":
            yield link.get("href"), "link canonical"
    yield metas.get("og:url"), "meta og:url"
    saved = SAVED_FROM.search(markup, 0, 4096)
    yield saved and saved[1], "saved-from comment"


def _languages(tree: Any, metas: Mapping[str, str]) -> Iterator[tuple[str | None, str]]:
    yield tree.get("lang") or tree.get("xml:lang"), "html lang"
    yield metas.get("og:locale"), "meta og:locale"
    yield metas.get("content-language"), "meta content-language"


# ---------------------------------------------------------------------------------------------------- the day


def _days(tree: Any, metas: Mapping[str, str], linked: Mapping[str, Any]) -> Iterator[FoundDate]:
    """What the page marks as its day of publication, the surest first."""
    for value, signal in (
        (_string(linked.get("datePublished")), "json-ld datePublished"),
        *((metas.get(name), f"meta {name}") for name in PUBLISHED_META),
    ):
        if day := _day(value):
            yield FoundDate(day, "metadata", signal)
    times = [tag for tag in tree.iter("time") if not _is_about_change(tag)]
    marked = [tag for tag in times if tag.get("pubdate") is not None or "datePublished" in tag.get("itemprop", "")]
    if day := _only_day(_day(tag.get("datetime")) for tag in marked or times):
        yield FoundDate(day, "metadata", "time element")
    dated = [tag for tag in tree.iter("time", "div", "span", "p", "em", "li", "abbr") if _is_date_element(tag)]
    if day := _only_day((find_published(_words(tag)[:200]) or (None,))[0] for tag in dated):
        yield FoundDate(day, "text", "date element")


def _day(value: str | None) -> str | None:
    words = (value or "").strip()
    day = edtf(words) or (find_day(words[:100]) or (None,))[0]
    return None if day in NO_DAY else day


def _only_day(days: Iterable[str | None]) -> str | None:
    """The day, if it is the only one: a page that shows several also shows those of other stories."""
    found = set(days) - {None}
    return found.pop() if len(found) == 1 else None


def _is_date_element(tag: Any) -> bool:
    return PUBLISHED_CLASS.search(_marks(tag)) is not None and not _is_about_change(tag)


def _is_about_change(tag: Any) -> bool:
    return CHANGED_CLASS.search(_marks(tag)) is not None


def _marks(tag: Any) -> str:
    return " ".join(tag.get(name, "") for name in ("class", "id", "itemprop"))


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
