"""A folder of table files that a run can go on with.

Beside them is `bienban.db`, the database of the folder, which holds all that the files do and the ledger. The files
are written from it at the end of a run that changed something.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import sqlalchemy as sa

from bienban.model import TABLES
from bienban.store.address import DATABASE
from bienban.store.errors import NothingThere, StoreError
from bienban.store.files import make_folder, places, write_files
from bienban.store.formats import FORMATS
from bienban.store.rows import Rows
from bienban.store.schema import ROW_TABLES
from bienban.store.sqlite import Sqlite

_DOCUMENTS = ROW_TABLES["documents"]

# What is kept in the folder: files that are as new as the database have `written` = `changes`.
_FILES = sa.Table(
    "files",
    sa.MetaData(),
    sa.Column("suffix", sa.Text, primary_key=True, comment="of the files"),
    sa.Column("format", sa.Text, nullable=False, comment="their format"),
    sa.Column("words", sa.Boolean, nullable=False, comment="whether the table of words is one of them"),
    sa.Column("changes", sa.Integer, nullable=False, comment="how often the rows have changed"),
    sa.Column("written", sa.Integer, nullable=False, comment="of these changes, how many the files have"),
)


class Folder(Sqlite):
    """A context manager over the database of a folder; `publish` writes the files."""

    journal = "DELETE"  # it may be on a share of the network, where WAL does not work

    def __init__(self, folder: Path, *, create: bool) -> None:
        self._folder = folder
        if create:
            make_folder(folder)
        super().__init__(sa.URL.create("sqlite", database=str(folder / DATABASE)), create=create)
        self.target = str(folder)
        if create:
            with self.transaction() as connection:
                _FILES.create(connection, checkfirst=True)

    def keep(self, file_format: str, *, words: bool) -> None:
        """Has the folder hold files of a format from now on, beside those of other formats that it holds.

        `words`: with the table of words. Raises StoreError where something else is in their place.
        """
        kind = FORMATS[file_format]
        make_folder(self._folder, kind)
        with self.transaction() as connection:
            there = connection.execute(_FILES.select().where(_FILES.c.suffix == kind.suffix)).one_or_none()
            own = _tables(words=there.words) if there else []
            for table, place in places(self._folder, kind, _tables(words=words)).items():
                if place.exists() and table not in own:
                    raise StoreError(f"{place}: is there, and no table of an earlier run: choose another folder")
            if there is None or there.format != file_format or there.words < words:
                connection.execute(_FILES.delete().where(_FILES.c.suffix == kind.suffix))
                row = {"suffix": kind.suffix, "format": file_format, "words": words, "changes": 1, "written": 0}
                connection.execute(_FILES.insert(), row)

    def files(self) -> frozenset[Path]:
        """The files that the folder holds, or is to hold, as absolute paths."""
        with self.transaction() as connection:
            held = connection.execute(_FILES.select()).all() if sa.inspect(connection).has_table(_FILES.name) else []
        folder = self._folder.resolve()
        kinds = [(FORMATS[row.format], _tables(words=row.words)) for row in held]
        return frozenset(place for kind, tables in kinds for place in places(folder, kind, tables).values())

    def publish(self) -> None:
        """Writes the files of every format that are older than the rows, or are not there. Raises StoreError."""
        with self.transaction() as connection:  # to its end, no other process writes rows or files
            empty = not connection.scalar(sa.select(sa.exists(_DOCUMENTS.select())))
            old = {}
            for row in connection.execute(_FILES.select()).all():
                kind, tables = FORMATS[row.format], _tables(words=row.words)
                there = [place.is_file() for place in places(self._folder, kind, tables).values()]
                if (row.changes > row.written or not all(there)) and (any(there) or not empty):
                    old[kind] = tables
            if old:
                write_files(self.rows(connection), self._folder, old)
                written = _FILES.c.suffix.in_([kind.suffix for kind in old])
                connection.execute(_FILES.update().where(written).values(written=_FILES.c.changes))

    def _replace(self, connection: sa.Connection, rows: Rows, orphans: Collection[str]) -> None:
        super()._replace(connection, rows, orphans)
        connection.execute(_FILES.update().values(changes=_FILES.c.changes + 1))


def own_files(folder: Path) -> frozenset[Path]:
    """The table files of earlier runs in a folder, as absolute paths; none where there were no runs.

    Raises StoreError where its database cannot be read.
    """
    try:
        store = Folder(folder, create=False)
    except NothingThere:
        return frozenset()
    with store:
        return store.files()


def _tables(*, words: bool) -> list[str]:
    """The tables that have files, with that of words or without."""
    return [table for table in TABLES if words or table != "words"]
