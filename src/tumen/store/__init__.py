"""Keep and fetch: a workspace is a folder with one SQLite file and the originals.

Comes in: originals, records, what was skipped; words to search. Goes out: the same records, rows of lists, hits. Never here:
reading reports, deciding anything, the network.
"""

from tumen.store.filters import SearchFilters
from tumen.store.folder import find_workspace
from tumen.store.rows import Counts, IncidentRow, ReportRow, SkippedRow
from tumen.store.search import Hit, SearchPage
from tumen.store.workspace import Workspace, create_workspace, open_workspace

__all__ = [
    "Counts",
    "Hit",
    "IncidentRow",
    "ReportRow",
    "SearchFilters",
    "SearchPage",
    "SkippedRow",
    "Workspace",
    "create_workspace",
    "find_workspace",
    "open_workspace",
]
