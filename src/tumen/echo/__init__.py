"""Which report merely repeats which, and which are independent. Comes in: a report's record. Goes out: prints, echoes, standings.

The room decides nothing about truth, and nothing about who a source is. What no evidence shows stays unknown.
"""

from tumen.echo.compare import compare
from tumen.echo.prints import Print, take_print
from tumen.echo.reuse import align
from tumen.echo.standing import origins, standings

__all__ = ["Print", "align", "compare", "origins", "standings", "take_print"]
