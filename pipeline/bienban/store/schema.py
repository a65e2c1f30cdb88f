"""The schema of the databases, made from the row classes: keys, foreign keys, checks, comments, and what search needs.

A row of an article refers to another row of the same article, so foreign keys are pairs of `doc_id` and an id. They
are checked when a transaction ends: a fact may come before its total.
"""

from __future__ import annotations

import inspect
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn
from sqlalchemy.sql.compiler import DDLCompiler

from bienban.model import TABLES, Document, Row
from bienban.store.columns import COLUMNS

#: Changes with the tables. A database of another version is refused: its articles are extracted again.
VERSION = 2

# Lists are flat lists of strings. PostgreSQL has arrays for them (= ANY, unnest), SQLite its JSON functions.
_SQL: dict[type, Any] = {
    str: sa.Text,
    int: sa.BigInteger,
    float: sa.Double,
    list: sa.JSON().with_variant(ARRAY(sa.Text), "postgresql"),
}
#: What is looked up across articles, beside keys.
_INDEXES = {
    "documents": ["source"],
    "facts": ["kind"],
    "persons": ["name_folded"],
    "directive_registry": ["directive_id"],
    "tasks": ["deadline"],
}

metadata = sa.MetaData()


def _table(cls: type[Row]) -> sa.Table:
    columns = [
        sa.Column(
            column.name,
            _SQL[column.type],
            primary_key=column.name in cls.key,
            nullable=column.nullable,
            autoincrement=False,
            comment=column.meaning,
        )
        for column in COLUMNS[cls.table]
    ]
    if cls.table == "persons":
        columns.append(sa.Column("name_folded", sa.Text, nullable=False, comment="name in lower case, no diacritics"))
    table = sa.Table(cls.table, metadata, *columns, comment=" ".join((inspect.getdoc(cls) or "").split()))
    if cls is not Document:
        table.append_constraint(_reference(["doc_id"], "documents", ["doc_id"], ondelete="CASCADE"))
    for column_name, target in cls.references.items():
        table.append_constraint(_reference(["doc_id", column_name], target, TABLES[target].key))
    if "start" in table.c:
        table.append_constraint(sa.CheckConstraint('"start" < "end"', name=f"ck_{cls.table}_range"))
    for indexed in _INDEXES.get(cls.table, []):
        sa.Index(f"ix_{cls.table}_{indexed}", table.c[indexed])
    return table


def _reference(columns: list[str], table: str, key: Any, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    targets = [f"{table}.{name}" for name in key]
    return sa.ForeignKeyConstraint(columns, targets, ondelete=ondelete, deferrable=True, initially="DEFERRED")


#: The tables of the rows.
ROW_TABLES = {table: _table(cls) for table, cls in TABLES.items()}

#: The words of each sentence, folded. SQLite has a full-text table of its own in its place.
SEARCH_TABLE = sa.Table(
    "search",
    metadata,
    sa.Column("doc_id", sa.Text, primary_key=True, comment="the article"),
    sa.Column("sent_no", sa.BigInteger, primary_key=True, autoincrement=False, comment="number of the sentence"),
    sa.Column("folded", sa.Text, nullable=False, comment="its words in lower case, no diacritics, single blanks"),
    _reference(["doc_id"], "documents", ["doc_id"], ondelete="CASCADE"),
    sa.Index("ix_search_words", sa.text("to_tsvector('simple', folded)"), postgresql_using="gin"),
    comment="The words of each sentence as people type them in a hurry.",
)

#: What became of each source, so that a run does what is new or changed, and nothing twice.
LEDGER_TABLE = sa.Table(
    "ledger",
    metadata,
    sa.Column("source", sa.Text, primary_key=True, comment="file, or place in a file, that an article is read from"),
    sa.Column("sha256", sa.Text, comment="SHA-256 of what was read; null: the next run reads it whatever it is"),
    sa.Column("pipeline_version", sa.Text, nullable=False, comment="version of bienban that read it"),
    sa.Column("lexicon_version", sa.Text, nullable=False, comment="version of the word lists it was read with"),
    sa.Column("words", sa.Boolean, nullable=False, comment="whether the table of words was asked for"),
    sa.Column("state", sa.Text, nullable=False, comment="done or rejected"),
    sa.Column("doc_id", sa.Text, index=True, comment="its article; several sources may have the same text"),
    sa.CheckConstraint("state IN ('done', 'rejected') AND (state = 'done') = (doc_id IS NOT NULL)", "ck_ledger_state"),
    _reference(["doc_id"], "documents", ["doc_id"], ondelete="CASCADE"),
    comment="What became of each source: a run reads those that are not here, or have changed.",
)

#: Why the rejected sources of the ledger gave no article, and where they can be had again.
REJECTS_TABLE = sa.Table(
    "rejects",
    metadata,
    sa.Column("source", sa.Text, primary_key=True, comment="file, or place in a file, as in ledger"),
    sa.Column("stage", sa.Text, nullable=False, comment="read, extract, timeout, killed, memory or store"),
    sa.Column("reason", sa.Text, nullable=False, comment="what was wrong, in one line"),
    sa.Column("traceback", sa.Text, comment="where in the code; null where the article is to blame"),
    sa.Column("folder", sa.Text, comment="folder that bienban was called in; null: read from standard input"),
    sa.Column("file", sa.Text, nullable=False, comment="file as it was named there"),
    sa.Column("columns", sa.JSON, nullable=False, comment="options that said which columns of a table hold what"),
    _reference(["source"], "ledger", ["source"], ondelete="CASCADE"),
    comment="Sources that gave no article, and why. bienban retry reads them again.",
)

#: The version of the schema, in its one row.
VERSION_TABLE = sa.Table(
    "bienban_schema",
    metadata,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False, comment="version of the tables"),
    comment="Which schema the tables of bienban in this database have.",
)


@compiles(CreateColumn, "sqlite")
def _with_comment(created: CreateColumn, compiler: DDLCompiler, **options: Any) -> str:
    # SQLite has no comments on columns, but keeps those within CREATE TABLE: `.schema` shows them.
    definition: str = compiler.visit_create_column(created, **options)  # type: ignore[no-untyped-call]
    return f"{definition} /* {created.element.comment} */" if definition else definition
