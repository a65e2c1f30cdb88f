"""One file per table in a folder: the same rows in every format, and none half written."""

from __future__ import annotations

import csv
import json
import resource
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from bienban.model import TABLES, record
from bienban.store.columns import COLUMNS, plain_numbers
from bienban.store.errors import StoreError
from bienban.store.folder import FolderStore
from bienban.store.formats import FORMATS, CsvFile, ExcelFile, JsonlFile, ParquetFile
from bienban.tabulate import Tables


def expected(tables: Tables, table: str) -> list[dict[str, Any]]:
    return [record(row) for row in tables[table]]


def unfolded(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A CSV row with its lists and numbers back."""
    kinds = {column.name: column for column in COLUMNS[table]}
    values: dict[str, Any] = {}
    for name, value in row.items():
        column = kinds[name]
        if value == "" and column.nullable:
            values[name] = None
        else:
            values[name] = json.loads(value) if column.type is list else column.type(value)
    return values


def test_parquet(tables: Tables, tmp_path: Path) -> None:
    with FolderStore(tmp_path, ParquetFile, list(TABLES)) as store:
        store.write(tables)
        store.write(tables)
    for table in TABLES:
        assert pq.read_table(tmp_path / f"{table}.parquet").to_pylist() == expected(tables, table) * 2


def test_jsonl(tables: Tables, tmp_path: Path) -> None:
    with FolderStore(tmp_path, JsonlFile, list(TABLES)) as store:
        store.write(tables)
    for table in TABLES:
        lines = (tmp_path / f"{table}.jsonl").read_text("utf8").splitlines()
        assert [json.loads(line) for line in lines] == [plain_numbers(row) for row in expected(tables, table)]


def test_csv(tables: Tables, tmp_path: Path) -> None:
    with FolderStore(tmp_path, CsvFile, list(TABLES)) as store:
        store.write(tables)
    for table in TABLES:
        with (tmp_path / f"{table}.csv").open(encoding="utf8", newline="") as file:
            assert [unfolded(table, row) for row in csv.DictReader(file)] == expected(tables, table)


def test_a_spreadsheet_runs_no_cell(tables: Tables, tmp_path: Path) -> None:
    (document,) = tables["documents"]
    formulas = ["=1+1", "+84", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "Hội nghị = 1"]
    documents = [type(document)(**{**record(document), "title": formula}) for formula in formulas]
    with FolderStore(tmp_path, ExcelFile, ["documents", "facts"]) as store:
        store.write({"documents": documents, "facts": tables["facts"]})
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert titles == [f"'{formula}" for formula in formulas[:-1]] + formulas[-1:]
    with (tmp_path / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [unfolded("facts", row) for row in csv.DictReader(file)] == expected(tables, "facts")
    assert (tmp_path / "facts.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "Excel takes UTF-8 for what it is"


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_failed_run_leaves_what_was_there(tables: Tables, tmp_path: Path, file_format: str) -> None:
    with FolderStore(tmp_path, FORMATS[file_format], ["facts"]) as store:
        store.write(tables)
    before = (tmp_path / f"facts.{file_format}").read_bytes()

    def fail() -> None:
        with FolderStore(tmp_path, FORMATS[file_format], ["facts"]) as store:
            store.write({"documents": [], "facts": []})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert (tmp_path / f"facts.{file_format}").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_full_disk_leaves_what_was_there(tables: Tables, tmp_path: Path, file_format: str) -> None:
    (tmp_path / f"facts.{file_format}").write_text("before")
    many = {"documents": [], "facts": tables["facts"] * 2_000}
    size = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, size[1]))  # as a disk with room for 1 kB
    try:
        with pytest.raises(StoreError) as refusal, FolderStore(tmp_path, FORMATS[file_format], ["facts"]) as store:
            store.write(many)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, size)
    assert str(refusal.value) == f"{tmp_path}: File too large"
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def test_whole_numbers_are_written_without_exponent() -> None:
    assert plain_numbers({"value": 1.25e16, "value_high": 7.5}) == {"value": 12500000000000000, "value_high": 7.5}
