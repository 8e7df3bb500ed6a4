"""The tables of a workspace. Comes in: nothing. Goes out: SQLAlchemy tables. Never here: a query.

What the reader gave is kept whole, once, in `reading`: the canonical text, and the rest as JSON; `claim`, `incident` and `place` hold only what is looked up
or filtered, and can be made again from it. `report.number` and `claim.number` are also the row numbers of the search tables
`report_words` and `claim_words`, which hold folded words (see `fold.py`) and no text: FTS5 calls that contentless. A row of
them can therefore only be removed by handing FTS5 the same folded words again, before its report is deleted.

What holds between reports is kept from `digest` on: what linking needs of each report, the keys under which it meets others, the chances that two
reports are of one incident, in which incident each is, and the incidents themselves as JSON. All of it can be made again; `decision`, which holds
what people decided, cannot, and is only ever appended to.

A change here goes with a new file in `migrations/versions/` and a new name at the end of `REVISIONS`; a test holds the two
to the same schema.
"""

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
    func,
)

REVISIONS = ("0001", "0002")
"""The schemas this Tumen can open, oldest first; the last is the one it works with."""

metadata = MetaData()

original = Table(
    "original",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("length", Integer, nullable=False),
    Column("file", Text, nullable=False),
    Column("container_sha256", Text),
    Column("added_at", Text, nullable=False),
    sqlite_strict=True,
)

report = Table(
    "report",
    metadata,
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
Index("report_outlet", report.c.outlet_folded)
Index("report_published", report.c.published_earliest, report.c.published_latest)

reading = Table(  # apart from `report`, so that listing and filtering do not walk through it
    "reading",
    metadata,
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("record", Text, nullable=False),
    sqlite_strict=True,
)

claim = Table(
    "claim",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source_kind", Text),
    Column("source", Text),
    Column("content", Text, nullable=False),  # its spans, as JSON
    sqlite_strict=True,
)

incident = Table(
    "incident",
    metadata,
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    sqlite_strict=True,
)

place = Table(
    "place",
    metadata,
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("folded", Text, primary_key=True),
    Column("id", Text, primary_key=True),  # "" where the place is not known
    sqlite_strict=True,
)
Index("place_id", place.c.id)
Index("place_folded", place.c.folded)

skipped = Table(
    "skipped",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Text, nullable=False),
    Column("room", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("sha256", Text, ForeignKey("original.sha256"), index=True),
    Column("added_at", Text, nullable=False),
    sqlite_strict=True,
)
Index("skipped_once", skipped.c.report, skipped.c.room, skipped.c.reason, func.coalesce(skipped.c.sha256, ""), unique=True)

digest = Table(  # a report without one has not been linked yet
    "digest",
    metadata,
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("incident", Text, nullable=False, unique=True),  # the id of any incident that this report is the first of
    Column("profile", LargeBinary, nullable=False),
    Column("print", LargeBinary, nullable=False),
    Column("account", LargeBinary, nullable=False),
    sqlite_strict=True,
)

link_key = Table(
    "link_key",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

link = Table(
    "link",
    metadata,
    Column("first", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("second", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, index=True),
    Column("probability", REAL, nullable=False),
    Column("is_keyed", Integer, nullable=False),  # 0 where only a third report ties the two
    CheckConstraint("first < second", name="link_order"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

side_link = Table(  # that a side incident of `report` is what `main` is about
    "side_link",
    metadata,
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("side", Integer, primary_key=True),
    Column("main", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, index=True),
    Column("probability", REAL, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

echo = Table(
    "echo",
    metadata,
    Column("first", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("second", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, index=True),
    Column("packed", LargeBinary, nullable=False),
    CheckConstraint("first < second", name="echo_order"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

member = Table(
    "member",
    metadata,
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("side", Integer, primary_key=True),  # -1 for what the report is mainly about
    Column("incident", Text, nullable=False, index=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

gathered = Table(
    "gathered",
    metadata,
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
Index("gathered_order", gathered.c.first_published, gathered.c.id)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("made_at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),  # as JSON
    Column("why", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("decision.number")),
    sqlite_strict=True,
)

CLAIM_WORDS = "CREATE VIRTUAL TABLE claim_words USING fts5(content, content='', tokenize='ascii')"
REPORT_WORDS = "CREATE VIRTUAL TABLE report_words USING fts5(title, body, content='', tokenize='ascii')"


@event.listens_for(metadata, "after_create")
def _create_words(_: MetaData, connection: Connection, **__: object) -> None:
    connection.exec_driver_sql(CLAIM_WORDS)
    connection.exec_driver_sql(REPORT_WORDS)
