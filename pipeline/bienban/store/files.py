"""A database -> a folder with one file per table.

Files are written beside their place and moved there when all are written, so that what fails leaves what was there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from pathlib import Path

from bienban.model import TABLES
from bienban.store.address import DATABASE
from bienban.store.database import Database
from bienban.store.errors import StoreError, naming
from bienban.store.formats import TableFile


def make_folder(folder: Path, kind: type[TableFile] | None = None) -> None:
    """Makes a folder, for files of a kind. Raises StoreError where it cannot be one."""
    with naming(str(folder), OSError):
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError("a file, not a folder")
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
    return write_files(database, folder, {kind: TABLES})


def write_files(database: Database, folder: Path, kinds: Mapping[type[TableFile], Collection[str]]) -> Counter[str]:
    """Writes these tables of a database as files of these kinds. Returns the rows by table.

    The same rows become the same bytes. Raises StoreError where the database cannot be read or the folder not written.
    """
    counts = Counter(dict.fromkeys(TABLES, 0))
    with naming(str(folder), OSError), ExitStack() as cleanup:
        files: dict[str, list[TableFile]] = {table: [] for table in TABLES}
        moves: list[tuple[Path, Path]] = []
        for kind, tables in kinds.items():
            for table, place in places(folder, kind, tables).items():
                part = place.with_name(f"{place.name}.part")
                cleanup.callback(part.unlink, missing_ok=True)
                file = kind(part, TABLES[table])
                cleanup.callback(file.close)
                files[table].append(file)
                moves.append((part, place))
        for table, rows in database.read():
            counts[table] += len(rows)
            for file in files[table]:
                file.write(rows)
        for file in (file for written in files.values() for file in written):
            file.close()
        for part, place in moves:
            part.replace(place)
    return counts
