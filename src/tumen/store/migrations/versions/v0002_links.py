"""What holds between reports: digests, keys, links, echoes, incidents of the workspace, and the decisions of people."""

from alembic import op
from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Integer, LargeBinary, Text

revision = "0002"
down_revision = "0001"


def _report(name: str, *, is_key: bool = True, is_looked_up: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=is_key, index=is_looked_up)


def upgrade() -> None:
    """From reports that stand each for itself."""
    op.create_table(
        "digest",
        _report("report"),
        Column("incident", Text, nullable=False, unique=True),
        Column("profile", LargeBinary, nullable=False),
        Column("print", LargeBinary, nullable=False),
        Column("account", LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "link_key",
        Column("key", Integer, primary_key=True),
        _report("report", is_looked_up=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link",
        _report("first"),
        _report("second", is_looked_up=True),
        Column("probability", REAL, nullable=False),
        Column("is_keyed", Integer, nullable=False),
        CheckConstraint("first < second", name="link_order"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "side_link",
        _report("report"),
        Column("side", Integer, primary_key=True),
        _report("main", is_looked_up=True),
        Column("probability", REAL, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "echo",
        _report("first"),
        _report("second", is_looked_up=True),
        Column("packed", LargeBinary, nullable=False),
        CheckConstraint("first < second", name="echo_order"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "member",
        _report("report"),
        Column("side", Integer, primary_key=True),
        Column("incident", Text, nullable=False, index=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "gathered",
        Column("id", Text, primary_key=True),
        Column("type", Text),
        Column("reports", Integer, nullable=False),
        Column("origins", Integer, nullable=False),
        Column("contradictions", Integer, nullable=False),
        Column("first_published", Text),
        Column("last_published", Text),
        Column("packed", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("gathered_order", "gathered", ["first_published", "id"])
    op.create_table(
        "decision",
        Column("number", Integer, primary_key=True),
        Column("made_at", Text, nullable=False),
        Column("by", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("undoes", Integer, ForeignKey("decision.number")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    """Not offered: a workspace only moves forward; an older Tumen refuses to open it and leaves it as it is."""
    raise NotImplementedError
