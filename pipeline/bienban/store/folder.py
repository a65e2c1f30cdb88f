"""Tables -> a folder with one file per table.

Files are written beside their place and moved there when all is written, so that a run that fails leaves what was
there before.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from bienban.model import TABLES, Row
from bienban.store.columns import storable
from bienban.store.errors import naming
from bienban.store.formats import TableFile


class FolderStore:
    """A context manager that takes tables and leaves `TABLE.SUFFIX` files in a folder when all went well.

    A run that gave no article leaves what was there before. Raises StoreError where the folder cannot be made or
    written.
    """

    def __init__(self, folder: Path, kind: type[TableFile], tables: Sequence[str]) -> None:
        self.target = str(folder)
        self._places = {table: folder / f"{table}.{kind.suffix}" for table in tables}
        self._parts = {table: place.with_suffix(f".part-{os.getpid()}") for table, place in self._places.items()}
        self._written = 0
        with naming(self.target, OSError), ExitStack() as cleanup:
            if folder.exists() and not folder.is_dir():
                raise NotADirectoryError("a file, not a folder")
            folder.mkdir(parents=True, exist_ok=True)
            if folders := [place.name for place in self._places.values() if place.is_dir()]:
                raise IsADirectoryError(f"there is a folder named {folders[0]}")
            self._files: dict[str, TableFile] = {}
            for table, part in self._parts.items():
                cleanup.callback(part.unlink, missing_ok=True)
                self._files[table] = kind(part, TABLES[table])
                cleanup.callback(self._files[table].close)
            self._cleanup = cleanup.pop_all()

    def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
        """Adds a batch of articles' rows."""
        rows = storable(tables)
        with naming(self.target, OSError):
            for table, file in self._files.items():
                file.write(rows[table])
                self._written += len(rows[table])

    def __enter__(self) -> FolderStore:
        return self

    def __exit__(self, kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        with naming(self.target, OSError), self._cleanup:
            if kind is None and self._written:
                for file in self._files.values():
                    file.close()
                for table, part in self._parts.items():
                    part.replace(self._places[table])
