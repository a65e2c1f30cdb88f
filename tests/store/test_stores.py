"""The same rows in every store, and none half written."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from spacy.language import Language

import bienban
from bienban.model import TABLES, record
from bienban.store.columns import COLUMNS, plain_numbers
from bienban.store.files import FORMATS, FolderStore
from bienban.store.sql import SqlStore


@pytest.fixture(scope="module")
def tables(nlp_with_words: Language) -> dict[str, list[Any]]:
    from conftest import REPORT

    return bienban.tables_of(nlp_with_words(REPORT))


def expected(tables: dict[str, list[Any]], table: str) -> list[dict[str, Any]]:
    return [record(row) for row in tables[table]]


def unfolded(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A CSV or SQLite row with its lists and numbers back."""
    kinds = {column.name: column for column in COLUMNS[table]}
    values: dict[str, Any] = {}
    for name, value in row.items():
        column = kinds[name]
        if value is None or (value == "" and column.nullable):
            values[name] = None
        else:
            values[name] = json.loads(value) if column.type is list else column.type(value)
    return values


def test_parquet(tables, tmp_path: Path) -> None:
    with FolderStore(tmp_path, "parquet", list(TABLES)) as store:
        store.write(tables)
        store.write(tables)
    for table in TABLES:
        assert pq.read_table(tmp_path / f"{table}.parquet").to_pylist() == expected(tables, table) * 2


def test_jsonl(tables, tmp_path: Path) -> None:
    with FolderStore(tmp_path, "jsonl", list(TABLES)) as store:
        store.write(tables)
    for table in TABLES:
        lines = (tmp_path / f"{table}.jsonl").read_text("utf8").splitlines()
        assert [json.loads(line) for line in lines] == [plain_numbers(row) for row in expected(tables, table)]


def test_csv(tables, tmp_path: Path) -> None:
    with FolderStore(tmp_path, "csv", list(TABLES)) as store:
        store.write(tables)
    for table in TABLES:
        with (tmp_path / f"{table}.csv").open(encoding="utf8", newline="") as file:
            assert [unfolded(table, row) for row in csv.DictReader(file)] == expected(tables, table)


def test_sqlite_replaces_an_article_as_a_whole(tables, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bienban.db'}"
    for _ in range(2):
        with SqlStore(url) as store:
            store.write(tables)
    with sqlite3.connect(tmp_path / "bienban.db") as connection:
        connection.row_factory = sqlite3.Row
        for table in TABLES:
            rows = [unfolded(table, dict(row)) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")]
            assert rows == expected(tables, table)


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_failed_run_leaves_what_was_there(tables, tmp_path: Path, file_format: str) -> None:
    with FolderStore(tmp_path, file_format, ["facts"]) as store:
        store.write(tables)
    before = (tmp_path / f"facts.{file_format}").read_bytes()

    def fail() -> None:
        with FolderStore(tmp_path, file_format, ["facts"]) as store:
            store.write({"facts": []})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert (tmp_path / f"facts.{file_format}").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_whole_numbers_are_written_without_exponent() -> None:
    assert plain_numbers({"value": 1.25e16, "value_high": 7.5}) == {"value": 12500000000000000, "value_high": 7.5}


@pytest.mark.parametrize("url", ["mysql://u:p@h/d", "bienban.db", ""])
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="expected sqlite"):
        SqlStore(url)
