"""Tables -> one file per table in a folder: JSONL, CSV or Parquet.

Files are written beside their place and moved there when all is written, so that a run that fails leaves what was
there before.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from bienban.model import TABLES, Row, record
from bienban.store.columns import COLUMNS, as_json, flat_record, plain_numbers

_ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), list: pa.list_(pa.string())}


class TableFile(Protocol):
    """One table's file under construction."""

    def __init__(self, path: Path, cls: type[Row]) -> None: ...
    def write(self, rows: Sequence[Row]) -> None: ...
    def close(self) -> None: ...


class JsonlFile:
    """One JSON object per line, UTF-8."""

    def __init__(self, path: Path, cls: type[Row]) -> None:
        self._file = path.open("w", encoding="utf8", newline="\n")

    def write(self, rows: Sequence[Row]) -> None:
        self._file.writelines(as_json(plain_numbers(record(row))) + "\n" for row in rows)

    def close(self) -> None:
        self._file.close()


class CsvFile:
    """RFC 4180 with a header line, UTF-8; lists are JSON arrays, null is an empty cell."""

    def __init__(self, path: Path, cls: type[Row]) -> None:
        self._file = path.open("w", encoding="utf8", newline="")
        self._writer = csv.DictWriter(self._file, [column.name for column in COLUMNS[cls.table]])
        self._writer.writeheader()

    def write(self, rows: Sequence[Row]) -> None:
        self._writer.writerows(plain_numbers(flat_record(row)) for row in rows)

    def close(self) -> None:
        self._file.close()


class ParquetFile:
    """Parquet with typed columns; one row group per batch."""

    def __init__(self, path: Path, cls: type[Row]) -> None:
        self._schema = pa.schema([pa.field(c.name, _ARROW[c.type], nullable=c.nullable) for c in COLUMNS[cls.table]])
        self._writer = pq.ParquetWriter(path, self._schema)

    def write(self, rows: Sequence[Row]) -> None:
        if rows:
            table = pa.Table.from_pylist([record(row) for row in rows], schema=self._schema)
            self._writer.write_table(table)

    def close(self) -> None:
        self._writer.close()


FORMATS: dict[str, type[TableFile]] = {"jsonl": JsonlFile, "csv": CsvFile, "parquet": ParquetFile}


class FolderStore:
    """A context manager that takes tables and leaves `TABLE.FORMAT` files in a folder when all went well.

    A run that gave no article leaves what was there before. Raises OSError where the folder cannot be made or written.
    """

    def __init__(self, folder: Path, file_format: str, tables: Sequence[str]) -> None:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError("a file, not a folder")
        folder.mkdir(parents=True, exist_ok=True)
        self._places = {table: folder / f"{table}.{file_format}" for table in tables}
        if folders := [place.name for place in self._places.values() if place.is_dir()]:
            raise IsADirectoryError(f"there is a folder named {folders[0]}")
        self._parts = {table: place.with_suffix(f".part-{os.getpid()}") for table, place in self._places.items()}
        self._files = {table: FORMATS[file_format](self._parts[table], TABLES[table]) for table in tables}
        self._written = 0

    def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
        """Adds a batch of articles' rows."""
        for table, file in self._files.items():
            file.write(tables[table])
            self._written += len(tables[table])

    def __enter__(self) -> FolderStore:
        return self

    def __exit__(self, kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()
        for table, part in self._parts.items():
            if kind is None and self._written:
                part.replace(self._places[table])
            else:
                part.unlink(missing_ok=True)
