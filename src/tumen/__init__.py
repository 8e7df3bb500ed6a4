"""Tumen: reports in; attributed claims and incidents out, every value pointing at the words it rests on.

    import tumen

    record = tumen.read("report.txt", published="2014-08-09")
    for claim in record.claims:
        print(claim.kind, [record.read(span) for span in claim.content])

Comes in: names. Goes out: what stands behind them, imported when it is first asked for, so that `import tumen` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tumen.api import create_workspace, link_new, open_workspace, read, read_all
    from tumen.errors import (
        DecisionError,
        EvidenceError,
        ModelError,
        NotFoundError,
        ReportError,
        SettingError,
        StoreError,
        TumenError,
    )
    from tumen.gathered import Decision, GatheredIncident, Link
    from tumen.records import (
        Candidate,
        Claim,
        Count,
        Event,
        Factuality,
        Given,
        Incident,
        Original,
        Participant,
        Passage,
        Place,
        PlaceRef,
        Published,
        Quantity,
        Reading,
        Report,
        ReportRecord,
        Said,
        Skipped,
        Source,
        Span,
        Time,
    )

    __version__: str

__all__ = [
    "Candidate",
    "Claim",
    "Count",
    "Decision",
    "DecisionError",
    "Event",
    "EvidenceError",
    "Factuality",
    "GatheredIncident",
    "Given",
    "Incident",
    "Link",
    "ModelError",
    "NotFoundError",
    "Original",
    "Participant",
    "Passage",
    "Place",
    "PlaceRef",
    "Published",
    "Quantity",
    "Reading",
    "Report",
    "ReportError",
    "ReportRecord",
    "Said",
    "SettingError",
    "Skipped",
    "Source",
    "Span",
    "StoreError",
    "Time",
    "TumenError",
    "__version__",
    "create_workspace",
    "link_new",
    "open_workspace",
    "read",
    "read_all",
]

_GATHERED = {"Decision", "GatheredIncident", "Link"}
_FUNCTIONS = {"create_workspace", "link_new", "open_workspace", "read", "read_all"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "__version__":
        from importlib.metadata import version

        found: Any = version(__name__)
    elif name in _FUNCTIONS:
        found = getattr(import_module("tumen.api"), name)
    else:
        module = "errors" if name.endswith("Error") else "gathered" if name in _GATHERED else "records"
        found = getattr(import_module(f"tumen.{module}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
