"""A database -> a folder with one file per table: all of them are put in place, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bienban.model import TABLES
from bienban.store.address import DATABASE
from bienban.store.beside import beside
from bienban.store.database import Database
from bienban.store.errors import StoreError, naming
from bienban.store.formats import FORMATS, TableFile

#: Suffixes that nobody gives to a folder.
_FILES = {".db", ".duckdb", *(f".{kind.suffix}" for kind in FORMATS.values())}


def make_folder(folder: Path, kind: type[TableFile] | None = None) -> None:
    """Makes a folder, for files of a kind. Raises StoreError where it cannot be one."""
    with naming(str(folder), OSError):
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError("a file, not a folder")
        if folder.suffix.lower() in _FILES and not folder.exists():
            raise NotADirectoryError("the name of a file, where a folder is asked for (DuckDB: duckdb:///FILE)")
        folder.mkdir(parents=True, exist_ok=True)
        taken = [place.name for place in places(folder, kind, TABLES).values() if place.is_dir()] if kind else []
        if taken:
            raise IsADirectoryError(f"there is a folder named {taken[0]}")


def places(folder: Path, kind: type[TableFile], tables: Collection[str]) -> dict[str, Path]:
    """The files of tables in a folder."""
    return {table: folder / f"{table}.{kind.suffix}" for table in tables}


def export_files(database: Database, folder: Path, kind: type[TableFile]) -> Counter[str]:
    """Writes all tables of a database into a folder, as `write_files` does."""
    if (folder / DATABASE).exists():
        raise StoreError(f"{folder}: its files are those of its own database: export into another folder")
    make_folder(folder, kind)
    return write_files(database.read(), folder, {kind: TABLES})


def write_files(
    batches: Iterable[tuple[str, list[dict[str, Any]]]],
    folder: Path,
    kinds: Mapping[type[TableFile], Collection[str]],
) -> Counter[str]:
    """Writes rows, in batches with the name of their table, as files of these kinds of these tables.

    Returns the rows by table. The same rows become the same bytes. Raises StoreError where the folder cannot be
    written.
    """
    counts = Counter(dict.fromkeys(TABLES, 0))
    with naming(str(folder), OSError), ExitStack() as cleanup:
        files: dict[str, list[TableFile]] = {table: [] for table in TABLES}
        for kind, tables in kinds.items():
            for table, place in places(folder, kind, tables).items():
                file = kind(cleanup.enter_context(beside(place)), TABLES[table])
                cleanup.callback(file.close)
                files[table].append(file)
        for table, rows in batches:
            counts[table] += len(rows)
            for file in files[table]:
                file.write(rows)
        for file in (file for written in files.values() for file in written):
            file.close()
    return counts
