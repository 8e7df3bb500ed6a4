"""First room. Comes in: paths and bytes. Goes out: `Report`, with its canonical text. Never: network, temporary files.

    paths --find_originals--> Original --open_original--> Report

`kind.py` says by content what bytes are; one file per format makes a `Draft` of them; `lead.py` reads title and date off
the top of a text where the file itself is silent.
"""

from tumen.report.draft import MAX_BYTES
from tumen.report.find import find_originals, total_bytes
from tumen.report.read import check_given, open_original

__all__ = ["MAX_BYTES", "check_given", "find_originals", "open_original", "total_bytes"]
