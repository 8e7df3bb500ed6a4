"""All of one report: header, claims, sources, incidents."""

from collections.abc import Mapping

from rich.console import Console

from tumen.cli.tables.claims import show_claims
from tumen.cli.tables.header import show_header
from tumen.cli.tables.incidents import show_incidents_of
from tumen.cli.tables.numbers import number_claims
from tumen.cli.tables.sources import show_sources
from tumen.event import EventType
from tumen.records import ReportRecord


def show_record(console: Console, record: ReportRecord, types: Mapping[str, EventType]) -> None:
    """Prints the record as `tumen read` and `tumen show` do. `types` are those it was read with."""
    claims = number_claims(record)
    show_header(console, record.report)
    show_claims(console, record, claims)
    show_sources(console, record, claims)
    show_incidents_of(console, record, claims, types)
