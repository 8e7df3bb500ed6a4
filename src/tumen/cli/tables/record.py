"""All of one report: header, claims, sources, incidents."""

from rich.console import Console
from rich.text import Text

from tumen.cli.tables.claims import show_claims
from tumen.cli.tables.header import show_header
from tumen.cli.tables.incidents import show_incident
from tumen.cli.tables.numbers import number_claims
from tumen.cli.tables.sources import show_sources
from tumen.records import ReportRecord


def show_record(console: Console, record: ReportRecord) -> None:
    """Prints the record as `tumen read` and `tumen show` do."""
    claims = number_claims(record)
    show_header(console, record.report)
    show_claims(console, record, claims)
    show_sources(console, record, claims)
    for incident in record.incidents:
        console.print(Text("Incident", "label"))
        show_incident(console, incident, record, claims)
