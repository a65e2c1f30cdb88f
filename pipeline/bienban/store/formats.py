"""One table as a file: JSONL, CSV (also for spreadsheets) or Parquet."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from bienban.model import Row
from bienban.store.arrow import SCHEMAS
from bienban.store.columns import COLUMNS, as_json, plain_numbers

# What begins a formula in spreadsheets; blanks and line ends before it are skipped by some.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class TableFile(Protocol):
    """One table's file under construction."""

    suffix: ClassVar[str]

    def __init__(self, path: Path, cls: type[Row]) -> None: ...
    def write(self, rows: Sequence[Mapping[str, Any]]) -> None: ...
    def close(self) -> None: ...


class JsonlFile:
    """One JSON object per line, UTF-8."""

    suffix: ClassVar[str] = "jsonl"

    def __init__(self, path: Path, cls: type[Row]) -> None:
        self._file = path.open("w", encoding="utf8", newline="\n")

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._file.writelines(as_json(plain_numbers(row)) + "\n" for row in rows)

    def close(self) -> None:
        self._file.close()


class CsvFile:
    """RFC 4180 with a header line, UTF-8; lists are JSON arrays, null is an empty cell."""

    suffix: ClassVar[str] = "csv"
    encoding: ClassVar[str] = "utf8"

    def __init__(self, path: Path, cls: type[Row]) -> None:
        self._file = path.open("w", encoding=self.encoding, newline="")
        self._writer = csv.DictWriter(self._file, [column.name for column in COLUMNS[cls.table]])
        self._writer.writeheader()

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._writer.writerows(self.cells(row) for row in rows)

    def cells(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row as the values of its cells."""
        return {
            name: as_json(value) if isinstance(value, list) else value for name, value in plain_numbers(row).items()
        }

    def close(self) -> None:
        self._file.close()


class ExcelFile(CsvFile):
    """CSV that a spreadsheet opens as what it is: UTF-8 by its byte order mark, and text never run as a formula."""

    encoding = "utf-8-sig"

    def cells(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row as the values of its cells: an apostrophe stands before text that would be a formula."""
        return {
            name: f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
            for name, value in super().cells(row).items()
        }


class ParquetFile:
    """Parquet with typed columns; one row group per batch."""

    suffix: ClassVar[str] = "parquet"

    def __init__(self, path: Path, cls: type[Row]) -> None:
        self._schema = SCHEMAS[cls.table]
        self._writer = pq.ParquetWriter(path, self._schema)

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._writer.write_table(pa.Table.from_pylist(list(rows), schema=self._schema))

    def close(self) -> None:
        self._writer.close()


#: The kinds of files by the name of their format.
FORMATS: dict[str, type[TableFile]] = {"jsonl": JsonlFile, "csv": CsvFile, "excel": ExcelFile, "parquet": ParquetFile}
