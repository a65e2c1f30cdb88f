"""Articles in a SQLite file."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from sqlite3 import Connection, DataError, Error, IntegrityError, OperationalError
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from bienban.store.address import shown
from bienban.store.columns import as_json
from bienban.store.database import Database
from bienban.store.errors import NothingThere, StoreError
from bienban.store.rows import Rows
from bienban.store.schema import LEDGER_TABLE, ROW_TABLES, SEARCH_TABLE, metadata

# doc_id is searchable too: the rows of an article are found by it without reading the whole table.
_FULL_TEXT = "CREATE VIRTUAL TABLE search USING fts5(doc_id, sent_no UNINDEXED, folded, tokenize = 'unicode61')"
_MATCHES = sa.text("""
    SELECT d.source, d.title, s.sent_no, s.text
    FROM search
    JOIN sentences s ON s.doc_id = search.doc_id AND s.sent_no = search.sent_no
    JOIN documents d ON d.doc_id = s.doc_id
    WHERE search MATCH :words
    ORDER BY search.rank, d.source, s.sent_no
""")
_UNSEARCHED = sa.text("DELETE FROM search WHERE search MATCH :article")
_DOCUMENTS, *_CHILDREN = ROW_TABLES.values()
# Who deletes an article by hand seldom asks for foreign keys first, and without that SQLite deletes nothing else.
_DELETIONS = (
    f"""CREATE TRIGGER documents_deleted AFTER DELETE ON documents BEGIN
        DELETE FROM search WHERE search MATCH 'doc_id : "' || old.doc_id || '"';
        {" ".join(f"DELETE FROM {table} WHERE doc_id = old.doc_id;" for table in (*_CHILDREN, LEDGER_TABLE))}
    END""",
    """CREATE TRIGGER ledger_deleted AFTER DELETE ON ledger BEGIN
        DELETE FROM rejects WHERE source = old.source;
    END""",
)
_INSERTIONS = {
    table: str(table.insert().compile(dialect=sqlite.dialect(paramstyle="named")))
    for table in (*_CHILDREN, SEARCH_TABLE)
}
_WAIT = 60  # seconds for another process's transaction


class Sqlite(Database):
    """A SQLite file in WAL mode: it can be read while it is written."""

    errors = (*Database.errors, Error, OverflowError)
    refusals = (IntegrityError, DataError, OverflowError)
    collation = "BINARY"
    journal = "WAL"

    def __init__(self, url: sa.URL, *, create: bool) -> None:
        if url.database in (None, "", ":memory:"):
            raise StoreError(f"{shown(url)}: a database without a file keeps nothing (expected sqlite:///FILE)")
        if not create and not Path(str(url.database)).is_file():
            raise NothingThere(f"{shown(url)}: no such file")
        engine = sa.create_engine(url, json_serializer=as_json, connect_args={"timeout": _WAIT})
        sa.event.listen(engine, "connect", self._configure_writer if create else _configure_reader)
        # The driver would begin a transaction at the first insertion only, after what creates tables.
        begin = "BEGIN IMMEDIATE" if create else "BEGIN"
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        super().__init__(url, engine, create=create)

    def _lock(self, connection: sa.Connection) -> None:
        """BEGIN IMMEDIATE did."""

    def _create(self, connection: sa.Connection) -> None:
        metadata.create_all(connection, [table for table in metadata.sorted_tables if table is not SEARCH_TABLE])
        for statement in (_FULL_TEXT, *_DELETIONS):
            connection.exec_driver_sql(statement)

    def _put_views(self, connection: sa.Connection, views: Mapping[str, str]) -> None:
        made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'view'").all()
        if views.items() <= {(name, statement) for name, statement in made}:
            return
        for name in views:
            connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        for statement in views.values():
            connection.exec_driver_sql(statement)

    def _insert(self, connection: sa.Connection, rows: Rows) -> None:
        # Documents are updated in their place: to delete one would delete its sources from the ledger.
        new = insert(_DOCUMENTS)
        upsert = new.on_conflict_do_update(index_elements=["doc_id"], set_=dict(new.excluded))
        ids = [row["doc_id"] for row in rows["documents"]]
        there = connection.execute(sa.select(_DOCUMENTS.c.doc_id).where(_DOCUMENTS.c.doc_id.in_(ids))).scalars().all()
        if there:
            for table in _CHILDREN:
                connection.execute(table.delete().where(table.c.doc_id.in_(there)))
            connection.execute(_UNSEARCHED, [{"article": f'doc_id : "{doc_id}"'} for doc_id in there])
        connection.execute(upsert, rows["documents"])
        cursor = connection.connection.cursor()  # the driver's: SQLAlchemy takes longer over a row than SQLite does
        for table, statement in _INSERTIONS.items():
            lists = [column.name for column in table.c if isinstance(column.type, sa.JSON)]
            flat = rows[table.name]
            if lists:
                flat = [row | {name: as_json(row[name]) for name in lists} for row in flat]
            cursor.executemany(statement, flat)

    def _matches(self, words: Sequence[str]) -> sa.Executable:
        all_of_them = " AND ".join(f'"{word}"' for word in words)
        return _MATCHES.bindparams(words=f"folded : ({all_of_them})")

    def _configure_writer(self, connection: Connection, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        _set_journal(connection, self.journal)
        connection.execute(f"PRAGMA synchronous = {'NORMAL' if self.journal == 'WAL' else 'FULL'}")


def _set_journal(connection: Connection, journal: str) -> None:
    # SQLite itself waits for no other process here, such as one that opens the same new file.
    end = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute(f"PRAGMA journal_mode = {journal}")
            return
        except OperationalError as error:
            if str(error) != "database is locked" or time.monotonic() > end:
                raise
            time.sleep(0.02)


def _configure_reader(connection: Connection, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")
