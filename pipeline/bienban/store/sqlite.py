"""Articles in a SQLite file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import sqlalchemy as sa

from bienban.store.address import shown
from bienban.store.columns import as_json
from bienban.store.database import Database, Rows
from bienban.store.errors import StoreError
from bienban.store.schema import ROW_TABLES, SEARCH_TABLE, metadata

_FULL_TEXT = (
    # doc_id is searchable too: the rows of an article are found by it without reading the whole table.
    "CREATE VIRTUAL TABLE search USING fts5(doc_id, sent_no UNINDEXED, folded, tokenize = 'unicode61')",
    """CREATE TRIGGER documents_search AFTER DELETE ON documents BEGIN
        DELETE FROM search WHERE search MATCH 'doc_id : "' || old.doc_id || '"';
    END""",
)
_MATCHES = sa.text("""
    SELECT d.source, d.title, s.sent_no, s.text
    FROM search
    JOIN sentences s ON s.doc_id = search.doc_id AND s.sent_no = search.sent_no
    JOIN documents d ON d.doc_id = s.doc_id
    WHERE search MATCH :words
    ORDER BY search.rank, d.source, s.sent_no
""")
_WAIT = 60  # seconds for another process's transaction


class Sqlite(Database):
    """A SQLite file in WAL mode: it can be read while it is written."""

    def __init__(self, url: sa.URL, *, create: bool) -> None:
        if url.database in (None, "", ":memory:"):
            raise StoreError(f"{shown(url)}: a database without a file keeps nothing (expected sqlite:///FILE)")
        if not create and not Path(str(url.database)).is_file():
            raise StoreError(f"{shown(url)}: no such file")
        engine = sa.create_engine(url, json_serializer=as_json, connect_args={"timeout": _WAIT})
        sa.event.listen(engine, "connect", _configure_writer if create else _configure_reader)
        # The driver would begin a transaction at the first insertion only, after what creates tables.
        begin = "BEGIN IMMEDIATE" if create else "BEGIN"
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        super().__init__(url, engine, create=create)

    def _lock(self, connection: sa.Connection) -> None:
        """BEGIN IMMEDIATE did."""

    def _create(self, connection: sa.Connection) -> None:
        metadata.create_all(connection, [table for table in metadata.sorted_tables if table is not SEARCH_TABLE])
        for statement in _FULL_TEXT:
            connection.exec_driver_sql(statement)

    def _replace(self, connection: sa.Connection, rows: Rows) -> None:
        documents = ROW_TABLES["documents"]
        old = documents.delete().where(documents.c.doc_id == sa.bindparam("old"))
        connection.execute(old, [{"old": row["doc_id"]} for row in rows["documents"]])
        for table in (*ROW_TABLES.values(), SEARCH_TABLE):
            if rows[table.name]:
                connection.execute(table.insert(), rows[table.name])

    def _matches(self, words: Sequence[str]) -> sa.Executable:
        all_of_them = " AND ".join(f'"{word}"' for word in words)
        return _MATCHES.bindparams(words=f"folded : ({all_of_them})")


def _configure_writer(connection: Connection, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _configure_reader(connection: Connection, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")
