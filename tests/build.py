"""Reports, sentences and claims built from a few words, for tests that need real ones."""

from tumen.ground import find_places, find_times
from tumen.passage import split_passages, split_sentences
from tumen.pipeline import read_report
from tumen.records import Claim, Passage, Published, Report, ReportRecord, Span, Spans
from tumen.view import Sentence


def a_report(
    text: str, *, published: str | None = None, outlet: str | None = "Frontier Wire", language: str = "en"
) -> Report:
    """A report with that text."""
    return Report(
        "report-test",
        "test.txt",
        "0" * 64,
        text,
        len(text),
        outlet=outlet,
        language=language,
        published=Published(published, "given" if published else None),
    )


def a_record(text: str, **facts: str | None) -> ReportRecord:
    """All that Tumen reads in that text."""
    return read_report(a_report(text, **facts))  # type: ignore[arg-type]


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text that is one body paragraph."""
    return split_sentences(text, (Passage(Span(0, len(text)), "body"),), "en")


def words_of(record: ReportRecord, spans: Spans) -> list[str]:
    """The words of each span."""
    return [record.read(span) for span in spans]


def cited(record: ReportRecord) -> list[Claim]:
    """The claims that are not the outlet's own voice."""
    return [claim for claim in record.claims if claim.kind != "narrated"]


__all__ = ["a_record", "a_report", "cited", "find_places", "find_times", "sentences_of", "split_passages", "words_of"]
