"""Reports built by hand. Comes in: a text, and the words in it that are claims. Goes out: an original and its record."""

import hashlib

from tumen.ids import make_id
from tumen.records import (
    Claim,
    ClaimKind,
    Factuality,
    Incident,
    Original,
    Place,
    Published,
    Reading,
    Report,
    ReportRecord,
    Source,
    SourceKind,
    Span,
)

Pair = tuple[Original, ReportRecord]


def pair(
    text: str,
    *claims: str | tuple[str, ...],
    file: str = "a.txt",
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    kind: ClaimKind = "direct",
    source_kind: SourceKind = "group",
    place: tuple[str, str | None] | None = None,
    incidents: int = 0,
) -> Pair:
    """A report in which one group says each of `claims`; a claim in pieces is a tuple."""
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    id_ = make_id("report", sha256)
    report = Report(
        id=id_,
        file=file,
        sha256=sha256,
        text=text,
        length=len(text),
        title=title,
        outlet=outlet,
        published=Published(published, "given" if published else None),
    )
    source = Source(make_id("source", id_), source_kind, "the guards", ())
    record = ReportRecord(
        report=report,
        sources=(source,),
        claims=tuple(claim(report, source, words, kind) for words in claims),
        places=(Place(Span(0, 1), place[0], place[1], "iso3166-2", "province", "KP"),) if place else (),
        incidents=tuple(incident(id_, number) for number in range(incidents)),
    )
    return Original(file, data, sha256), record


def claim(report: Report, source: Source, words: str | tuple[str, ...], kind: ClaimKind) -> Claim:
    """The claim whose content is `words`, which stand in the report."""
    pieces = (words,) if isinstance(words, str) else words
    content = tuple(Span(report.text.index(piece), report.text.index(piece) + len(piece)) for piece in pieces)
    factuality = Factuality("certain", "positive", 3.0)
    return Claim(make_id("claim", report.id, *pieces), kind, (), (), content, source.id, factuality, 0.9)


def incident(report_id: str, number: int) -> Incident:
    """An incident of one reading."""
    fields = {"what": (Reading("defect", (), (Span(0, 1),)),)}
    return Incident(make_id("incident", report_id, number), "defect", "Defection", (), fields)


def many(count: int) -> list[Pair]:
    """Different reports, the same ones every time."""
    return [
        pair(f"Report {number}. The guards of post {number} left.", f"The guards of post {number} left.", incidents=1)
        for number in range(count)
    ]
