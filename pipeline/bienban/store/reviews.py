"""What reviewers decide about rows: written at once, each decision in a transaction of its own, and never overwritten.

A decision is of a place: the row of a table that was extracted from `start` to `end` of a text. No foreign key ties it
to that row, so that it outlives another extraction, which may number the rows anew; what it says of other rows it says
by their places too (`120-125`). Of several decisions about a place, whoever made them, the last one counts; all are
kept, so that a reviewer sees who disagrees. Undoing marks a decision and deletes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from bienban.model import TABLES
from bienban.store.schema import ROW_TABLES, metadata

if TYPE_CHECKING:
    from bienban.store.database import Database

#: The tables whose rows are reviewed.
REVIEWED = ("facts", "people", "directives", "tasks", "actions")
#: Columns that name another row of the article: its table, and the column there that has the name.
REFERRED = {
    "part_of": ("facts", "fact_id"),
    "parent": ("tasks", "task_id"),
    "task_id": ("tasks", "task_id"),
    "person_id": ("people", "person_id"),
}


def own_id(table: str) -> str | None:
    """The column that names a row within its article; None for actions, which are numbered within their task."""
    key = TABLES[table].key
    return key[1] if len(key) == 2 else None


_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

REVIEWS = sa.Table(
    "reviews",
    metadata,
    sa.Column("review_id", _NUMBER, primary_key=True, comment="the decision: a later one has a higher number"),
    sa.Column("doc_id", sa.Text, nullable=False, comment="the article, as in documents, which may know it no more"),
    sa.Column("source", sa.Text, comment="where the article came from"),
    sa.Column("sha256", sa.Text, nullable=False, comment="SHA-256 of the text that was reviewed, hexadecimal"),
    sa.Column("row_table", sa.Text, nullable=False, comment="table of the row: facts, people, …"),
    sa.Column("row_id", sa.Text, comment="id that the row had; null for a row that was missing"),
    sa.Column("start", sa.BigInteger, nullable=False, comment="first character of the row as extracted"),
    sa.Column("end", sa.BigInteger, nullable=False, comment="character after the last one of the row as extracted"),
    sa.Column("verdict", sa.Text, nullable=False, comment="accept, edit, add or reject"),
    sa.Column("before", _JSON, comment="columns of the row as extracted; null for a row that was missing"),
    sa.Column("after", _JSON, comment="columns of the row as it should be; null for a row that should not be"),
    sa.Column("reviewer", sa.Text, nullable=False, comment="who decided"),
    sa.Column("decided_at", sa.Text, nullable=False, comment="when, ISO 8601 in UTC"),
    sa.Column("undone_at", sa.Text, comment="when the reviewer took it back, ISO 8601 in UTC"),
    sa.CheckConstraint("verdict IN ('accept', 'edit', 'add', 'reject')", name="ck_reviews_verdict"),
    sa.Index("ix_reviews_place", "doc_id", "row_table", "start", "end"),
    comment="What reviewers decided about rows; the last decision about a place that was not undone counts.",
    sqlite_autoincrement=True,
)
#: The view of the decisions that count: the last at each place.
STANDING = sa.table("standing_reviews", *(sa.column(column.name, column.type) for column in REVIEWS.c))


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's verdict on the row at a place: `before` as extracted, `after` as it should be.

    `before` is None for a row that was missing (add), `after` for one that should not be (reject).
    """

    doc_id: str
    row_table: str
    row_id: str | None
    start: int
    end: int
    verdict: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reviewer: str
    decided_at: str = ""
    review_id: int = 0


_DECISION = [REVIEWS.c[name] for name in Decision.__dataclass_fields__]
_STANDS = REVIEWS.c.undone_at.is_(None)


def decide(database: Database, decision: Decision) -> None:
    """Writes a decision, made now. Raises LookupError where the database does not hold its article."""
    documents = ROW_TABLES["documents"]
    article = sa.select(documents.c.source, documents.c.sha256).where(documents.c.doc_id == decision.doc_id)
    values = asdict(decision) | {"decided_at": _now()}
    del values["review_id"]
    with database.transaction() as connection:
        found = connection.execute(article).mappings().one_or_none()
        if found is None:
            raise LookupError(f"no article {decision.doc_id}")
        connection.execute(REVIEWS.insert(), {**values, **found})


def undo(database: Database, reviewer: str) -> Decision | None:
    """Takes back the reviewer's last decision that stands, and returns it; None where there is none."""
    last = sa.select(*_DECISION).where(_STANDS, REVIEWS.c.reviewer == reviewer).order_by(REVIEWS.c.review_id.desc())
    with database.transaction() as connection:
        row = connection.execute(last.limit(1).with_for_update()).mappings().one_or_none()
        if row is None:
            return None
        this = REVIEWS.c.review_id == row["review_id"]
        connection.execute(REVIEWS.update().where(this).values(undone_at=_now()))
    return Decision(**row)


def decisions(database: Database, doc_id: str) -> list[Decision]:
    """The decisions about an article that stand, in the order in which they were made."""
    return _read(database, REVIEWS.c.doc_id == doc_id)


def decisions_at(database: Database, doc_id: str, row_table: str, start: int, end: int) -> list[Decision]:
    """Those of them that are about one place."""
    place = {"doc_id": doc_id, "row_table": row_table, "start": start, "end": end}
    return _read(database, *(REVIEWS.c[name] == value for name, value in place.items()))


def outdated(database: Database, doc_id: str) -> list[Decision]:
    """The decisions that stand about texts that the article's source had, and no source has any more."""
    documents = ROW_TABLES["documents"]
    source = sa.select(documents.c.source).where(documents.c.doc_id == doc_id).scalar_subquery()
    return _read(database, REVIEWS.c.source == source, REVIEWS.c.doc_id.not_in(sa.select(documents.c.doc_id)))


def _read(database: Database, *conditions: sa.ColumnElement[bool]) -> list[Decision]:
    query = sa.select(*_DECISION).where(_STANDS, *conditions).order_by(REVIEWS.c.review_id)
    with database.transaction() as connection:
        return [Decision(**row) for row in connection.execute(query).mappings()]


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")
