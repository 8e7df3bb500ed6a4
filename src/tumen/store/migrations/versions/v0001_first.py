"""The first schema: originals, reports, what was read in them, what was skipped, and the words to search."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Text, text

revision = "0001"
down_revision = None


def upgrade() -> None:
    """From an empty file."""
    op.create_table(
        "original",
        Column("sha256", Text, primary_key=True),
        Column("length", Integer, nullable=False),
        Column("file", Text, nullable=False),
        Column("container_sha256", Text),
        Column("added_at", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "report",
        Column("number", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("sha256", Text, ForeignKey("original.sha256"), nullable=False, unique=True),
        Column("file", Text, nullable=False),
        Column("title", Text),
        Column("outlet", Text),
        Column("outlet_folded", Text),
        Column("language", Text),
        Column("published", Text),
        Column("published_earliest", Text),
        Column("published_latest", Text),
        Column("added_at", Text, nullable=False),
        CheckConstraint("(published_earliest IS NULL) = (published_latest IS NULL)", name="published_bounds"),
        sqlite_strict=True,
    )
    op.create_index("report_outlet", "report", ["outlet_folded"])
    op.create_index("report_published", "report", ["published_earliest", "published_latest"])
    op.create_table(
        "reading",
        Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
        Column("text", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("record", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "claim",
        Column("number", Integer, primary_key=True),
        Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), nullable=False, index=True),
        Column("id", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("source_kind", Text),
        Column("source", Text),
        Column("content", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "incident",
        Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("id", Text, nullable=False, index=True),
        sqlite_strict=True,
    )
    op.create_table(
        "place",
        Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
        Column("folded", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        sqlite_strict=True,
    )
    op.create_index("place_id", "place", ["id"])
    op.create_index("place_folded", "place", ["folded"])
    op.create_table(
        "skipped",
        Column("number", Integer, primary_key=True),
        Column("report", Text, nullable=False),
        Column("room", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("detail", Text, nullable=False),
        Column("sha256", Text, ForeignKey("original.sha256"), index=True),
        Column("added_at", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("skipped_once", "skipped", ["report", "room", "reason", text("coalesce(sha256, '')")], unique=True)
    op.execute("CREATE VIRTUAL TABLE claim_words USING fts5(content, content='', tokenize='ascii')")
    op.execute("CREATE VIRTUAL TABLE report_words USING fts5(title, body, content='', tokenize='ascii')")


def downgrade() -> None:
    """Not offered: a workspace only moves forward; an older Tumen refuses to open it and leaves it as it is."""
    raise NotImplementedError
