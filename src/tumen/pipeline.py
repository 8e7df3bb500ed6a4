"""The order of the rooms, and nothing else.

    bytes -> Report -> Passages -> Times, Places, Quantities -> Claims -> Events -> one report's Incident

Comes in: originals or a report. Goes out: a `ReportRecord`. Pure: the same report gives the same record; no clock, network,
database or global.
"""

from tumen.records import Given, Original, Report, ReportRecord


def read_original(original: Original, given: Given) -> ReportRecord:
    """The record of the report in `original`. Raises `ReportError` if no report can be made of it."""
    raise NotImplementedError


def read_report(report: Report) -> ReportRecord:
    """The record of a report whose text is already in hand."""
    raise NotImplementedError
