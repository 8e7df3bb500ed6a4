"""Reports of one incident -> what they give, on what it rests, what cannot all hold. Comes in: `ReportRecord`s, standings. Goes out: readings,
contradictions, a timeline, a headline, proposals of grades.

Nothing here says what is true. A reading is what somebody told, with the reports and origins behind it; a contradiction names both sides.
"""

from tumen.ledger.account import Account, first_day
from tumen.ledger.clash import contradictions
from tumen.ledger.fields import main_type, merge_fields
from tumen.ledger.grade import Grade, propose_grade
from tumen.ledger.headline import headline
from tumen.ledger.make import make_account
from tumen.ledger.statement import statement
from tumen.ledger.timeline import timeline
from tumen.ledger.values import describe_value

__all__ = [
    "Account", "Grade", "contradictions", "describe_value", "first_day", "headline", "main_type", "make_account", "merge_fields", "propose_grade", "statement", "timeline",
]  # fmt: skip
