"""One line of a head or a foot: what of it is a date, a kind of document, a writer, a credit, and which names are left. Comes in: a line."""

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from tumen.masthead.days import CLOCK, find_dates, is_alone, says_when, without_dates, write_out
from tumen.masthead.lines import Line, is_imprint, is_sentence
from tumen.masthead.words import (
    FIRM,
    QUOTED,
    SERIES,
    SMALL,
    fold,
    is_body,
    is_general,
    is_kind,
    is_name,
    is_part,
    outlet_words,
    plain_name,
    says_it,
    says_what,
    table,
)

Kind = Literal["words", "name", "date", "kind", "part", "byline", "credit", "publisher", "address"]
SPLIT = re.compile(r"\s*\|\s*|\s+(?:[-–—*·•/>]{1,3}|::)\s+|\s*//\s*|--|[,;]\s+|[()\[\]]")
STRONG = re.compile(r"\s\|\s|\s(?:[-–—*·•>/]{1,3}|::)\s|//|--")
COMMA = re.compile(r",\s+")
LABEL = re.compile(
    r"\b(?:(?:first |originally )?published|posted|filed|issued|released|uploaded|compiled|prepared|broadcast|aired|dated?|last|updated|modified|입력|등록|송고|기사입력|수정|发布时间)\b"
    r"(?:\s(?:on|at|in|by)\b)?\s?:?|\b(?:established|founded|price)\b\.?.*",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|released|compiled|prepared|broadcast|aired|date|dated|sent out|done|given|signed|put up|pinned|put on(?:line)?|on air|입력|등록|송고|기사입력|发布时间)\b(?:[^.|]|\.(?=\d)){0,60}$",
    re.IGNORECASE,
)
OF_ANOTHER_DAY = re.compile(
    r"\b(?:updated|modified|revised|corrected|correction|hearing|period|weeks?(?= (?:of|from|ending|to)\b)|collected|covering|as of|saved|captured|screenshots?|cached|archived|interview|interviewed|conversation|accessed|retrieved"
    r"|recorded|held|수정)\b[\s:,-]*(?:[\w.:]+,?\s){0,2}$|\b(?:for|until|to|since|early|mid|late|about|around|circa)[\s:-]+(?:the\s)?$",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:by|reported by|story by|text by|words by|written by|read by|photographs? by|an? (?:\w+ )?(?:essay|report|article|story) by|from our|our (?:\w+ )?correspondent|staff (?:reporters?|writers?)"
    r"|from a correspondent)\b[:\s]*",
    re.IGNORECASE,
)
POSTED_BY = re.compile(r"\b(?:posted|compiled|written|read|sent|put together|collected)\s(?:by|in)\b.*", re.IGNORECASE)
STAFF = re.compile(
    r"^(?:an?|the|our|by)\s+|\b(?:staff(?:\s+(?:reporters?|writers?))?|correspondents?|reporters?|editors?|writers?|desk|newsroom|team|contributors?)\b.*$",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"[\[(*]*\s*(?:(?:first|originally) (?:published|appeared)|reprinted|republished|(?:unofficial |rough )?translat(?:ed|ion)|put into|taken from|copied from|abridged|adapted"
    r"|sources?:|source\b|via\b|credits?\b|courtesy|from (?:the [A-Z]\w+ (?:by|of|original)|[\"“„«'])|from:\s|out of [\"“„«]|english (?:version|text|translation)|this (?:article|text|story|report|piece)\b"
    r"|headline of the original|original title|with (?:inputs|thanks|reporting)|inputs from|- with|\(?reporting by|note of|\(agencies|agencies$)",
    re.IGNORECASE,
)
VIA = re.compile(r"\b(?:via|source:|courtesy of|from:)\s+(?:the\s)?(?P<name>[A-Z@][^|,;()]*)", re.IGNORECASE)
CREDITED = re.compile(r"(?:[A-Z][\w’'&-]*)(?:\s(?:[A-Z][\w’'&-]*|of|the|and|de|des|for))*")
PUBLISHER = re.compile(
    r".{0,60}?\b(?:prepared|issued|published|produced|released|sent out|distributed|broadcast|compiled|edited|selected|collected)(?:\s\w+){0,3}?\sby\b:?\s+(?:the\s(?=[A-Z]))?"
    r"(?P<name>[A-Z][^,|()]*?)(?=\s(?:on|in|at|for)\s|[,|()]|\.?$)",
    re.IGNORECASE,
)
NOTICE = re.compile(r"[\[(]?(?P<kind>[\w\s]+?)\s(?:on|of|from)\s(?:the\s)?(?:[a-z]+\s){0,4}?of\sthe\s(?P<name>[A-Z][^,]*)")
COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))\s*(?:copyright|©|\(c\))?\s*(?:by\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s)?(?P<name>[A-Z][^/|.,]*?)(?:\s\d{4})?(?:[.,].*)?$",
    re.IGNORECASE,
)
OF_THE_SITE = re.compile(
    r"\b(?:privacy|cookies?|terms of|sign (?:in|up)|log ?in|subscribe|comments?|tweet|click|all rights reserved|menu|skip to|javascript|download)\b",
    re.IGNORECASE,
)
FORM = re.compile(
    r"(?!(?:from|to|subject|re|ref|cc|contact|published|posted|issued|updated|sources?|by|prepared by|compiled by|date|page|tel|e-?mail)\b)[A-Z][\w ]{1,25}:\s\S",
    re.IGNORECASE,
)
CUTTING = re.compile(r"[\[(]?From\s(?P<name>(?:the\s)?[A-Z][^,\"“]*?)\s(?:of|,)\s", re.IGNORECASE)
PAGE = re.compile(r"\bpages?\s\d|\bpp?\.\s?\d", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?:to (?:the|all|our|whom)\b|dear\b|contact\b|tel\b|ref\b|for (?:publication|the executive)|subscribers|to:|date:|cc:|https?:|www\.|q:|leave a comment|embargo"
    r"|reporting period|established|home >|you are here|p\.?\s?o\.? box)",
    re.IGNORECASE,
)
DATED_CREDIT = re.compile(r"(?P<before>[^\W\d_a-z]{2}[^()]{2,50})\((?P<name>[^\W\d_a-z][^()\d,]{2,50})\)[.\s-]*")
"""As in the line "LIMA, 5 May 2019 (Hill Letter)"."""
STAMP = re.compile(rf"\d{{4}}[,\s]\s?(?:{CLOCK})$", re.IGNORECASE)
"""The end of a line that only says who wrote when: "user saiga, 14.02.2019 20:41"."""
ENTRY = re.compile(r"\s*\|\s*(?:--?|[–—:.])\s")
DONE = re.compile(
    r"\b(?!(?:added|pinned|put|united|associated|read|rendered|abridged|shortened|retired|displaced|closed|numbered)\b)"
    r"(?:[a-z]{2,}(?<!e)ed|born|seen|held|taken|heard|spoken|found|shot|died|hearing)\b|[“\"][^”\"]*\?[”\"]",
    re.IGNORECASE,
)
"""What was done on a day: "Detained: 2 July 2016", "an article that appeared on 3 May 2019"; no publishing."""
MAIL = re.compile(r"from:\s.*\b(?P<date>(?:date|sent):\s.*)", re.IGNORECASE)
TITLED = re.compile(
    r"(?:(?:subject|re|fwd?|title|headline(?: of the original)?|heading|betreff|objet|asunto)\s?:\s*)+(?P<title>\S.*)",
    re.IGNORECASE,
)
SELF = re.compile(
    r"\s*[\[(](?:(?:the|a|an|our)\s)?(?:\w+\s)?(?:channel|blog|group|newsletter|podcast|page)[\])]", re.IGNORECASE
)
SITE = re.compile(r"\(?(?:https?://|www\.)\S+")
TAGLINE = re.compile(r"(?:An?|From|For|News|All)\s[a-z]")
NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s")
PREPOSED = re.compile(r"\s(?:of|for|from|to|about|by)\s")
LONGEST_PIECE = 50
LONGEST_PIECES = 9
DANGLING = re.compile(r"\s(?:of|for|from|on|in)$")
"""Of "Letter 3/2023 of 24 January 2023"."""
NUMBERED_KIND = re.compile(r"(?P<kind>[\w\s]{1,30}?\s?(?:#|№|[Nn]o\.?\s)?\d[\w/-]*):\s+(?P<title>\S.+)")
HANDLE = re.compile(r"@\w{3,}")


class Day(NamedTuple):
    """A date of a line, and whether words before it say that something was published then. `is_told`: among words; the body has to be asked."""

    edtf: str
    is_published: bool
    is_told: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it is a day, no month and no season."""
        return len(self.edtf) == 10


@dataclass(frozen=True, slots=True)
class Read:
    """A line, and what is found in it. `names` are what may be a publisher's; `credited`, whom the text is said to be from."""

    line: Line
    kind: Kind
    names: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    credited: tuple[str, ...] = ()
    title: str | None = None
    says_when: bool = False
    has_series: bool = False
    is_tagline: bool = False
    is_described: bool = False
    calls_itself: bool = False
    is_posted: bool = False
    is_self_called: bool = False
    is_masthead: bool = False

    @property
    def is_furniture(self) -> bool:
        """Whether it says of the text when it is from, what it is, or of which part of the publisher."""
        return self.kind in ("date", "kind", "part")

    @property
    def may_be_title(self) -> bool:
        """Whether it can be read as a title, as far as the line itself tells."""
        is_bare = self.kind == "name" and not (self.says_when or self.has_series)
        is_dated = any(day.is_published for day in self.days)
        is_aside = self.line.text[0] + self.line.text[-1] in ("()", "[]") or (
            bool(STAMP.search(self.line.text)) and is_imprint(self.line.text)
        )
        return (is_bare or self.kind == "words") and not (self.is_masthead or is_dated or is_aside)


def read_line(line: Line, *, is_day_first: bool | None = None) -> Read:
    """What a line of a head or a foot is. `is_day_first`: what 05/06/2019 is in this text, if that is known."""
    text = write_out(SITE.sub("", line.text), is_day_first=is_day_first).strip(" -–—=*>+")
    if SITE.fullmatch(line.text):
        return Read(line, "address")
    is_self_called = bool(SELF.search(text))
    text = text if VIA.search(text) else plain_name(text)
    when, days = says_when(text), _days(text)
    if mail := MAIL.match(text):
        return Read(line, "address", days=_days(mail["date"]), says_when=when)
    if (agency := DATED_CREDIT.fullmatch(line.text)) and says_when(agency["before"]):
        return Read(line, "publisher", (agency["name"].strip(),), days, says_when=when)
    if titled := TITLED.match(text):
        return Read(line, "address", title=titled["title"])
    if (notice := NOTICE.match(text)) and is_kind(notice["kind"]) and is_body(notice["name"]):
        return Read(line, "publisher", (notice["name"],), days, says_when=when)
    if (cutting := CUTTING.match(text)) and PAGE.search(text):
        return Read(line, "publisher", (cutting["name"].removeprefix("the "),), days, says_when=when)
    if (owner := COPYRIGHT.match(text)) and says_it(owner["name"]):
        return Read(line, "publisher", (owner["name"].strip(),))
    if OF_THE_SITE.search(text) and not when and not is_name(text):
        return Read(line, "address")
    if CREDIT.match(text):
        return Read(line, "credit", credited=tuple(_credited(text)))
    if (published := PUBLISHER.match(text)) and _is_of_many(published["name"], text):
        return Read(line, "publisher", (published["name"].strip(),), days, says_when=when)
    if published or (line.text[0] in "[(" and line.text[-1] in "])" and not when and says_what(text) != "outlet"):
        return Read(line, "byline", days=days, says_when=when)
    if byline := BYLINE.match(text):
        return Read(line, "byline", _by(text[byline.end() :]), days, says_when=when)
    if ADDRESS.match(text):
        return Read(line, "address", days=days, says_when=when)
    if (series := NUMBERED_KIND.match(text)) and is_kind(series["kind"]):
        return Read(line, "kind", days=days, title=line.text, says_when=when, has_series=True)
    return _plain(line, text, days, when=when, is_self_called=is_self_called)


def _plain(line: Line, text: str, days: tuple[Day, ...], *, when: bool, is_self_called: bool) -> Read:
    """A line that begins in no way that tells what it is: what its pieces between commas, bars and dashes are."""
    if HANDLE.fullmatch(text):
        return Read(line, "name", (text,), is_self_called=True)
    plain = POSTED_BY.sub(" | ", VIA.sub(" | ", SELF.sub("", text)))
    has_series = _has_series(without_dates(plain)) and not is_sentence(text)
    is_split = when or has_series or bool(STRONG.search(plain))
    pieces = _pieces(plain, is_split=is_split, has_series=has_series)
    rest = [piece for piece in pieces if not (is_kind(piece) or BYLINE.match(piece) or STAFF.fullmatch(piece))]
    named = tuple(piece for piece in rest if is_name(piece) and not _describes(piece))
    read = Read(
        line,
        "words",
        days=days,
        credited=tuple(match["name"].strip() for match in VIA.finditer(text)),
        says_when=when,
        has_series=has_series,
        is_self_called=is_self_called,
        is_posted=bool(POSTED_BY.search(text)),
        is_masthead=is_split
        and len(pieces) > 1
        and bool(rest)
        and len(pieces[0]) < LONGEST_PIECE
        and any(is_kind(piece) or CREDIT.match(piece) for piece in pieces),
    )
    if not rest:
        return replace(read, kind="kind" if pieces or has_series else "date" if when else "words")
    if all(is_general(piece) or (is_part(piece) and not says_it(piece)) for piece in rest):
        return replace(read, kind="part", names=named)
    if len(named) == len(rest) and (is_split or len(rest) == 1):
        return replace(read, kind="name", names=named)
    if named[:1] == (rest[0],) and is_split and (says_it(rest[0]) or read.is_self_called or read.credited):
        return replace(read, kind="name", names=named[:1])
    return _words(read, text)


def _words(read: Read, text: str) -> Read:
    """A line of words: a title, or what an outlet says of itself below its name."""
    if NUMBERED.match(text):
        return Read(read.line, "kind", says_when=read.says_when, has_series=True)
    what = says_what(text)
    is_tagline = bool(what) or text[0].islower() or bool(TAGLINE.match(text))
    days = () if is_sentence(text) and ENTRY.match(without_dates(text, "|")) else _days(text, only_alone=True)
    return Read(
        read.line,
        "words",
        days=read.days
        if any(day.is_published for day in read.days) or read.is_masthead or what == "outlet" or read.has_series
        else days,
        says_when=read.says_when,
        has_series=read.has_series,
        is_tagline=is_tagline,
        is_described=bool(what),
        calls_itself=what == "outlet",
        is_masthead=read.is_masthead,
    )


def _pieces(plain: str, *, is_split: bool, has_series: bool) -> list[str]:
    pieces = [bare(plain)]
    if is_split:
        pieces = [DANGLING.sub("", bare(piece)) for piece in SPLIT.split(LABEL.sub(" | ", without_dates(plain)))]
    elif "," in plain and (name := _of_several(COMMA.split(plain))):
        pieces = [name]
    if has_series:
        pieces = [SERIES.sub(" ", piece).strip(" :") for piece in pieces]
    return [piece for piece in pieces if any(map(str.isalpha, piece)) and not SMALL.issuperset(piece.lower().split())]


def _describes(piece: str) -> bool:
    """Whether it says what the page or the document is: "Weekly Monitor of Attacks", "note to donors", not "Times of the Valley"."""
    first, *more = fold(piece)
    return bool(more) and first not in table()["outlets_of"] and bool(PREPOSED.search(piece)) and bool(says_what(piece))


def _of_several(parts: list[str]) -> str | None:
    """The publisher in "Register of the Missing, Almaty", "Human Rights Desk, Commission for Justice, Diocese of Mutare"."""
    named = [part for part in parts if is_name(part) and says_it(part)]
    if parts[0] not in named or not all(is_name(part) or is_part(part) or is_kind(part) for part in parts):
        return None
    return next((part for part in named if not is_part(part)), parts[0])


def _has_series(text: str) -> bool:
    """A number of a series that stands by itself or behind a kind of document; not one in a title ("One Village: Entry 311")."""
    before = (text[: match.start()].rstrip() for match in SERIES.finditer(text))
    return any(
        not words or words[-1] in ",;|(*·•/–—-" or (fold(words) or [""])[-1] in table()["kinds"] | outlet_words()
        for words in before
    )


def bare(piece: str) -> str:
    """Without the marks around it; a firm keeps its stop."""
    piece = " ".join(piece.split())
    if QUOTED.search(piece):
        return piece
    return piece.strip(" :–—-=\"“”'" if FIRM.search(piece) else " .:–—-=\"“”'")


def _has_sentence(text: str) -> bool:
    """Whether something is done in it, but for publishing, or a piece of it is longer than those of a page's head: a caption, a sentence."""
    return bool(DONE.search(LABEL.sub(" ", text))) or any(
        len(piece.split()) > LONGEST_PIECES for piece in re.split(r"[.;|,:()]\s|\s[-–—/·|]+\s", without_dates(text))
    )


def _days(text: str, *, only_alone: bool = False) -> tuple[Day, ...]:
    found = []
    for date in find_dates(text):
        before = text[: date.start]
        if not OF_ANOTHER_DAY.search(before) and (not only_alone or (is_alone(text, date) and not _has_sentence(before))):
            found.append(Day(date.edtf, bool(PUBLISHED.search(before)), only_alone))
    return tuple(found)


def _by(rest: str) -> tuple[str, ...]:
    """The outlet in "Seo Jin-a, Paektu Letter", "Tarim Voice staff", "Rezan Botani for Zagros Pages"."""
    parts = [bare(part) for part in re.split(r"[,|]|\s[-–—]\s|\s(?:for|of)\s(?=[A-Z])", without_dates(LABEL.sub("|", rest)))]
    parts = [part for part in parts if part]
    names = [part for part in reversed(parts[1:]) if is_name(part) and not STAFF.fullmatch(part)]
    if names:
        return tuple(names[:1])
    alone = " ".join(STAFF.sub("", STAFF.sub("", parts[0])).split()) if parts else ""
    return (alone,) if alone and is_name(alone) and (alone != parts[0] or (says_it(alone) and len(alone.split()) > 1)) else ()


def _credited(text: str) -> list[str]:
    return [match[0] for match in CREDITED.finditer(text) if len(match[0]) > 3]


def _is_of_many(name: str, text: str) -> bool:
    """Whether a name after "issued by" is that of a body and not of a person."""
    return says_it(name) or bool(re.search(rf"\bthe\s{re.escape(name)}", text))
