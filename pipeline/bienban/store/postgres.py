"""Articles in PostgreSQL. Needs the extra `postgres`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import psycopg
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy.dialects.postgresql import insert

from bienban.store.database import Database
from bienban.store.rows import Rows
from bienban.store.schema import ROW_TABLES, SEARCH_TABLE, metadata

_MATCHES = sa.text("""
    SELECT d.source, d.title, s.sent_no, s.text
    FROM search
    JOIN sentences s ON s.doc_id = search.doc_id AND s.sent_no = search.sent_no
    JOIN documents d ON d.doc_id = s.doc_id
    CROSS JOIN plainto_tsquery('simple', :words) query
    WHERE to_tsvector('simple', search.folded) @@ query
    ORDER BY ts_rank_cd(to_tsvector('simple', search.folded), query) DESC, d.source, s.sent_no
""")
_DOCUMENTS, *_CHILDREN = (*ROW_TABLES.values(), SEARCH_TABLE)
_LOCK = 0x6269656E62616E  # "bienban": one number for all who write


class Postgres(Database):
    """Tables in the first schema of the connection's search path."""

    errors = (*Database.errors, psycopg.Error)
    refusals = (psycopg.IntegrityError, psycopg.DataError, psycopg.errors.ProgramLimitExceeded)
    collation = "C"

    def __init__(self, url: sa.URL, *, create: bool) -> None:
        full = url.set(drivername="postgresql+psycopg").update_query_dict({"client_encoding": "utf8"})
        if "connect_timeout" not in full.query:
            full = full.update_query_dict({"connect_timeout": "10"})
        engine = sa.create_engine(full, isolation_level="READ COMMITTED" if create else "REPEATABLE READ")
        super().__init__(url, engine, create=create)

    def _lock(self, connection: sa.Connection) -> None:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))

    def _create(self, connection: sa.Connection) -> None:
        metadata.create_all(connection)

    def _put_views(self, connection: sa.Connection, views: Mapping[str, str]) -> None:
        # The server rewrites definitions: a comment tells which they were. To replace keeps grants, and views of views.
        last = list(views)[-1]
        comment = f"views of definition {sha256(''.join(views.values()).encode()).hexdigest()[:16]}"
        if connection.scalar(sa.text("SELECT obj_description(to_regclass(:view))"), {"view": last}) == comment:
            return
        connection.exec_driver_sql("SET LOCAL lock_timeout = '5s'")
        for statement in views.values():
            connection.exec_driver_sql(statement.replace("CREATE", "CREATE OR REPLACE", 1))
        connection.exec_driver_sql(f"COMMENT ON VIEW {last} IS '{comment}'")

    def _insert(self, connection: sa.Connection, rows: Rows) -> None:
        new = insert(_DOCUMENTS)
        upsert = new.on_conflict_do_update(index_elements=["doc_id"], set_=dict(new.excluded))
        connection.execute(upsert, rows["documents"])
        cursor = connection.connection.cursor()
        for table in _CHILDREN:
            delete = sql.SQL("DELETE FROM {} WHERE doc_id = ANY(%s)").format(sql.Identifier(table.name))
            cursor.execute(delete, [[row["doc_id"] for row in rows["documents"]]])
        for table in _CHILDREN:
            names = [column.name for column in table.c]
            columns = sql.SQL(", ").join(map(sql.Identifier, names))
            copying = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
            with cursor.copy(copying) as copy:
                for row in rows[table.name]:
                    copy.write_row([row[name] for name in names])

    def _matches(self, words: Sequence[str]) -> sa.Executable:
        return _MATCHES.bindparams(words=" ".join(words))
