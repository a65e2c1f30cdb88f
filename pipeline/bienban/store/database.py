"""A database of articles: opened, written, searched and read. What its kind does in a way of its own is in a subclass.

An article's rows are replaced as a whole: its children are deleted and inserted with it, in one transaction, so that
extracting it again leaves neither stale nor doubled rows, and nobody ever sees half of an article.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bienban.model import Row
from bienban.store import ledger
from bienban.store.address import DATABASE, parse, shown
from bienban.store.columns import storable
from bienban.store.errors import NothingThere, StoreError, naming
from bienban.store.fold import fold
from bienban.store.ledger import Entry, Written
from bienban.store.order import in_order
from bienban.store.rows import Rows, rows_of
from bienban.store.schema import ROW_TABLES, VERSION, VERSION_TABLE, metadata
from bienban.store.views import create_views

_ROWS_READ = 10_000
_DOCUMENTS = ROW_TABLES["documents"]


class Hit(NamedTuple):
    """A sentence that has the words searched for, and its article."""

    source: str | None
    title: str | None
    sent_no: int
    text: str


class Database(ABC):
    """A context manager over a database. All that it does raises StoreError where the database refuses."""

    errors: ClassVar[tuple[type[Exception], ...]] = (SQLAlchemyError,)
    #: Of these, what the driver raises for rows that are at fault themselves.
    refusals: ClassVar[tuple[type[Exception], ...]]
    #: The order of texts by their code points.
    collation: ClassVar[str]

    def __init__(self, url: sa.URL, engine: sa.Engine, *, create: bool) -> None:
        self.target = shown(url)
        self._engine = engine
        with self._naming(), engine.begin() as connection:
            self._check(connection, create=create)

    def write(self, tables: Mapping[str, Sequence[Row]], entries: Sequence[Entry] = ()) -> Written:
        """Stores a batch of articles with all their rows, in place of what the database held of them.

        `entries` are those of the ledger for their sources, and for sources that were rejected or have the same text
        as another: all of it is written, or nothing. An article that another source speaks for is left out. Raises
        Refused where the database takes other rows, but not these.
        """
        rows = rows_of(storable(tables))
        if not rows["documents"] and not entries:
            return Written(Counter(), {}, frozenset())
        with self._naming(), self._engine.begin() as connection:
            self._lock(connection)
            recorded = ledger.record(connection, entries)
            if others := {doc_id for doc_id, owner in recorded.owners.items() if owner not in recorded.sources}:
                rows = {name: [row for row in table if row["doc_id"] not in others] for name, table in rows.items()}
            if rows["documents"] or recorded.orphans:
                self._replace(connection, rows, recorded.orphans)
        owners = {entry.source: recorded.owners[entry.doc_id] for entry in entries if entry.doc_id}
        return Written(
            rows=Counter({name: len(rows[name]) for name in ROW_TABLES}),
            twins={source: owner for source, owner in owners.items() if source != owner},
            heirs=recorded.heirs,
        )

    def known(self, sources: Collection[str]) -> dict[str, Entry]:
        """What the ledger has of sources, by source."""
        with self._naming(), self._engine.begin() as connection:
            return ledger.known(connection, sources)

    def rejects(self) -> list[Entry]:
        """What the ledger has of all sources that were rejected, with the reasons, in order."""
        with self._naming(), self._engine.begin() as connection:
            return ledger.rejects(connection)

    def search(self, text: str) -> Iterator[Hit]:
        """The sentences that have every word of a text, diacritics and capitals aside; the most relevant first."""
        words = fold(text).split()
        if not words:
            return
        with self._naming(), self._engine.begin() as connection:
            for row in connection.execute(self._matches(words)):
                yield Hit(*row)

    def read(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """All rows, in batches with the name of their table, in order of their articles' sources.

        They are of one moment, whoever writes meanwhile; the same rows come in the same order, whenever they were
        written.
        """
        with self.transaction() as connection:
            yield from self.rows(connection)

    def rows(self, connection: sa.Connection) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """What `read` gives, within a transaction."""
        for name in ROW_TABLES:
            query = in_order(name, self.collation).execution_options(yield_per=_ROWS_READ)
            for batch in connection.execute(query).mappings().partitions():
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
        """Raises StoreError where the tables are not those of this version; creates them where there are none.

        Who writes has the views of this version put in place of those that an earlier one made.
        """
        if create:
            self._lock(connection)
        there = sa.inspect(connection).get_table_names()
        views = create_views(connection.dialect.name)
        if VERSION_TABLE.name in there:
            version = connection.execute(sa.select(VERSION_TABLE.c.version)).scalar_one()
            if version != VERSION:
                made_by = "a newer bienban" if version > VERSION else "an older bienban: extract into a new database"
                raise StoreError(f"{self.target}: its tables (version {version}, not {VERSION}) are of {made_by}")
            if create:  # what cannot be written says so now, not when the first batch is read
                connection.execute(VERSION_TABLE.update().values(version=version).where(sa.false()))
                # Those that are in use, belong to somebody else, or cannot be changed stay as they are.
                with suppress(DBAPIError), connection.begin_nested():
                    self._put_views(connection, views)
        elif taken := metadata.tables.keys() & set(there):
            raise StoreError(f"{self.target}: there is a table {min(taken)!r} that is not of this bienban")
        elif not create:
            raise NothingThere(f"{self.target}: there are no tables of bienban")
        else:
            self._create(connection)
            connection.execute(VERSION_TABLE.insert(), {"version": VERSION})
            self._put_views(connection, views)

    def _naming(self) -> AbstractContextManager[None]:
        return naming(self.target, *self.errors, refusals=self.refusals)

    @abstractmethod
    def _lock(self, connection: sa.Connection) -> None:
        """Keeps others from writing until the transaction ends."""

    @abstractmethod
    def _create(self, connection: sa.Connection) -> None:
        """Creates the tables."""

    @abstractmethod
    def _put_views(self, connection: sa.Connection, views: Mapping[str, str]) -> None:
        """Creates views by these statements, in place of those of their names that were made by others."""

    def _replace(self, connection: sa.Connection, rows: Rows, orphans: Collection[str]) -> None:
        """Puts articles with all their rows in place of what there was of them; deletes the articles `orphans`."""
        if orphans:
            connection.execute(_DOCUMENTS.delete().where(_DOCUMENTS.c.doc_id.in_(orphans)))
        if rows["documents"]:
            self._insert(connection, rows)

    @abstractmethod
    def _insert(self, connection: sa.Connection, rows: Rows) -> None:
        """Puts articles with all their rows in place of what there was of them."""

    @abstractmethod
    def _matches(self, words: Sequence[str]) -> sa.Executable:
        """The query for the sentences with all these words: the columns of Hit, best first."""


def open_database(address: str, *, create: bool) -> Database:
    """The database at an address, or of a folder; `create`: to be written, with tables made where there are none.

    Raises StoreError for an address of another kind, and for a database that cannot be used, NothingThere for one
    that is to be read and is not there.
    """
    if address and "://" not in address and (Path(address) / DATABASE).is_file():
        from bienban.store.folder import Folder

        return Folder(Path(address), create=create)
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
