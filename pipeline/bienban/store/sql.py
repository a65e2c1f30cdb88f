"""Tables -> a SQLite database, through SQLAlchemy Core.

An article's rows are replaced as a whole: its children are deleted and inserted with it, in one transaction, so that
extracting it again leaves neither stale nor doubled rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bienban.model import TABLES, Document, Row
from bienban.store.columns import COLUMNS, flat_record

_SQL: dict[type, Any] = {
    str: sa.Text,
    int: sa.Integer,
    float: sa.Float,
    list: sa.Text,
}

metadata = sa.MetaData()


def _table(cls: type[Row]) -> sa.Table:
    key, names = cls.key, [column.name for column in COLUMNS[cls.table]]
    rules: list[sa.Constraint] = []
    if cls is not Document:
        rules.append(sa.ForeignKeyConstraint(["doc_id"], ["documents.doc_id"], ondelete="CASCADE"))
    if "start" in names:
        rules.append(sa.CheckConstraint('"start" < "end"', name=f"ck_{cls.table}_range"))
    made = [
        sa.Column(c.name, _SQL[c.type], primary_key=c.name in key, nullable=c.nullable, autoincrement=False)
        for c in COLUMNS[cls.table]
    ]
    return sa.Table(cls.table, metadata, *made, *rules)


_TABLES = {table: _table(cls) for table, cls in TABLES.items()}


class SqlStore:
    """A context manager that writes batches of articles into a database, one transaction each.

    Raises ValueError for a URL of another kind than `sqlite:///FILE`, sqlalchemy.exc.SQLAlchemyError where the
    database cannot be opened or written.
    """

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
        except sa.exc.ArgumentError:
            raise ValueError("not a database address (expected sqlite:///FILE)") from None
        if parsed.get_backend_name() != "sqlite":
            raise ValueError(f"no store for {parsed.get_backend_name()!r} addresses (expected sqlite:///FILE)")
        if parsed.database in (None, "", ":memory:"):
            raise ValueError("a database without a file keeps nothing (expected sqlite:///FILE)")
        self._engine = sa.create_engine(parsed)
        sa.event.listen(self._engine, "connect", _configure)
        metadata.create_all(self._engine)

    def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
        """Stores a batch of articles with all their rows, in place of what the database held of them."""
        doc_ids = [{"id": row.doc_id} for row in tables["documents"]]
        if not doc_ids:
            return
        documents = _TABLES["documents"]
        with self._engine.begin() as connection:
            connection.execute(documents.delete().where(documents.c.doc_id == sa.bindparam("id")), doc_ids)
            for name, table in _TABLES.items():
                if rows := [flat_record(row) for row in tables[name]]:
                    connection.execute(table.insert(), rows)

    def __enter__(self) -> SqlStore:
        return self

    def __exit__(self, _k: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        self._engine.dispose()


def _configure(connection: object, _record: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()
