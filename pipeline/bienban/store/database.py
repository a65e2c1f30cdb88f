"""A database of articles: opened, written, searched and read. What its kind does in a way of its own is in a subclass.

An article's rows are replaced as a whole: its children are deleted and inserted with it, in one transaction, so that
extracting it again leaves neither stale nor doubled rows, and nobody ever sees half of an article.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType
from typing import Any, ClassVar, NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bienban.model import Row, record
from bienban.store.address import parse, shown
from bienban.store.columns import storable
from bienban.store.errors import StoreError, naming
from bienban.store.fold import fold
from bienban.store.schema import ROW_TABLES, SEARCH_TABLE, VERSION, VERSION_TABLE, metadata
from bienban.store.views import create_views

#: Rows by table, as the columns of the schema.
Rows = Mapping[str, Sequence[dict[str, Any]]]

# Characters of a sentence that search knows; PostgreSQL indexes no text much longer.
_SEARCHED = 100_000
_ROWS_READ = 10_000


class Hit(NamedTuple):
    """A sentence that has the words searched for, and its article."""

    source: str | None
    title: str | None
    sent_no: int
    text: str


class Database(ABC):
    """A context manager over a database. All that it does raises StoreError where the database refuses."""

    errors: ClassVar[tuple[type[Exception], ...]] = (SQLAlchemyError,)

    def __init__(self, url: sa.URL, engine: sa.Engine, *, create: bool) -> None:
        self.target = shown(url)
        self._engine = engine
        with self._naming(), engine.begin() as connection:
            self._check(connection, create=create)

    def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
        """Stores a batch of articles with all their rows, in place of what the database held of them."""
        rows = _rows(storable(tables))
        if rows["documents"]:
            with self._naming(), self._engine.begin() as connection:
                self._replace(connection, rows)

    def search(self, text: str) -> Iterator[Hit]:
        """The sentences that have every word of a text, diacritics and capitals aside; the most relevant first."""
        words = fold(text).split()
        if not words:
            return
        with self._naming(), self._engine.begin() as connection:
            for row in connection.execute(self._matches(words)):
                yield Hit(*row)

    def read(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """All rows, in batches with the name of their table; they are of one moment, whoever writes meanwhile."""
        with self._naming(), self._engine.begin() as connection:
            stream = connection.execution_options(yield_per=_ROWS_READ)
            for name, table in ROW_TABLES.items():
                for batch in stream.execute(sa.select(table)).mappings().partitions():
                    yield name, [dict(row) for row in batch]

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """A connection within a transaction of its own, which is undone where the block raises."""
        with self._naming(), self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, _k: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        self.close()

    def _check(self, connection: sa.Connection, *, create: bool) -> None:
        """Raises StoreError where the tables are not those of this version; creates them where there are none."""
        if create:
            self._lock(connection)
        there = sa.inspect(connection).get_table_names()
        if VERSION_TABLE.name in there:
            version = connection.execute(sa.select(VERSION_TABLE.c.version)).scalar_one()
            if version != VERSION:
                made_by = "a newer bienban" if version > VERSION else "an older bienban: extract into a new database"
                raise StoreError(f"{self.target}: its tables (version {version}, not {VERSION}) are of {made_by}")
            if create:  # what cannot be written says so now, not when the first batch is read
                connection.execute(VERSION_TABLE.update().values(version=version))
        elif taken := metadata.tables.keys() & set(there):
            raise StoreError(f"{self.target}: there is a table {min(taken)!r} that is not of this bienban")
        elif not create:
            raise StoreError(f"{self.target}: there are no tables of bienban")
        else:
            self._create(connection)
            connection.execute(VERSION_TABLE.insert(), {"version": VERSION})
            for statement in create_views(connection.dialect.name):
                connection.exec_driver_sql(statement)

    def _naming(self) -> AbstractContextManager[None]:
        return naming(self.target, *self.errors)

    @abstractmethod
    def _lock(self, connection: sa.Connection) -> None:
        """Keeps others from creating tables until the transaction ends."""

    @abstractmethod
    def _create(self, connection: sa.Connection) -> None:
        """Creates the tables."""

    @abstractmethod
    def _replace(self, connection: sa.Connection, rows: Rows) -> None:
        """Puts articles with all their rows in place of what there was of them."""

    @abstractmethod
    def _matches(self, words: Sequence[str]) -> sa.Executable:
        """The query for the sentences with all these words: the columns of Hit, best first."""


def _rows(tables: Mapping[str, Sequence[Row]]) -> Rows:
    rows = {name: [record(row) for row in tables[name]] for name in ROW_TABLES}
    for person in rows["persons"]:
        person["name_folded"] = fold(person["name"])
    rows[SEARCH_TABLE.name] = [
        {"doc_id": row["doc_id"], "sent_no": row["sent_no"], "folded": fold(row["text"])[:_SEARCHED]}
        for row in rows["sentences"]
    ]
    return rows


def open_database(address: str, *, create: bool) -> Database:
    """The database at an address, `create`: to be written, with tables made where there are none.

    Raises StoreError for an address of another kind, and for a database that cannot be used.
    """
    url = parse(address)
    if url.drivername == "sqlite":
        from bienban.store.sqlite import Sqlite

        return Sqlite(url, create=create)
    if url.drivername == "postgresql":
        try:
            from bienban.store.postgres import Postgres
        except ImportError:
            raise StoreError(f"{shown(url)}: needs more packages: pip install 'bienban[postgres]'") from None
        return Postgres(url, create=create)
    raise StoreError(f"{shown(url)}: no database for {url.drivername!r} addresses (expected sqlite or postgresql)")
