"""One file per table in a folder: the same rows in every format, and none half written."""

from __future__ import annotations

import csv
import json
import multiprocessing
import resource
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from bienban.model import TABLES, record
from bienban.store.columns import COLUMNS, plain_numbers
from bienban.store.database import open_database
from bienban.store.errors import StoreError
from bienban.store.files import export_files
from bienban.store.folder import Folder
from bienban.store.formats import FORMATS
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


def published(folder: Path, tables: Tables, file_format: str) -> None:
    with Folder(folder, create=True) as store:
        store.keep(file_format, words=True)
        store.write(tables)
        store.publish()


def test_parquet(tables: Tables, tmp_path: Path) -> None:
    published(tmp_path, tables, "parquet")
    for table in TABLES:
        assert pq.read_table(tmp_path / f"{table}.parquet").to_pylist() == expected(tables, table)


def test_jsonl(tables: Tables, tmp_path: Path) -> None:
    published(tmp_path, tables, "jsonl")
    for table in TABLES:
        lines = (tmp_path / f"{table}.jsonl").read_text("utf8").splitlines()
        assert [json.loads(line) for line in lines] == [plain_numbers(row) for row in expected(tables, table)]


def test_csv(tables: Tables, tmp_path: Path) -> None:
    published(tmp_path, tables, "csv")
    for table in TABLES:
        with (tmp_path / f"{table}.csv").open(encoding="utf8", newline="") as file:
            assert [unfolded(table, row) for row in csv.DictReader(file)] == expected(tables, table)


def test_a_spreadsheet_runs_no_cell(tables: Tables, tmp_path: Path) -> None:
    formulas = ["=1+1", "+84", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "Hội nghị = 1"]
    with Folder(tmp_path, create=True) as store:
        store.keep("excel", words=False)
        for number, formula in enumerate(formulas):
            (document,) = tables["documents"]
            changed = replace(document, doc_id=f"{number:016x}", source=str(number), title=formula)
            store.write({table: [] for table in TABLES} | {"documents": [changed]})
        store.publish()
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert titles == [f"'{formula}" for formula in formulas[:-1]] + formulas[-1:]
    assert (tmp_path / "facts.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "Excel takes UTF-8 for what it is"


def files(folder: Path) -> dict[str, tuple[int, bytes]]:
    """When each table file was written, and what."""
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir() if path.stem in TABLES}


def test_files_of_every_format_that_was_asked_for_follow_the_rows(tables: Tables, tmp_path: Path) -> None:
    for file_format in ("jsonl", "parquet"):
        published(tmp_path, tables, file_format)
    before = files(tmp_path)
    assert {name.partition(".")[2] for name in before} == {"jsonl", "parquet"}
    with Folder(tmp_path, create=True) as store:
        store.publish()
    assert files(tmp_path) == before
    (tmp_path / "facts.jsonl").unlink()
    with Folder(tmp_path, create=True) as store:
        store.publish()
    assert {name: data for name, (_, data) in files(tmp_path).items()} == {
        name: data for name, (_, data) in before.items()
    }
    with Folder(tmp_path, create=True) as store:
        store.write({**tables, "facts": []})
        store.publish()
    assert (tmp_path / "facts.jsonl").read_bytes() == b""
    assert pq.read_table(tmp_path / "facts.parquet").num_rows == 0


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_full_disk_leaves_what_was_there(tables: Tables, tmp_path: Path, file_format: str) -> None:
    published(tmp_path, tables, file_format)
    before = files(tmp_path)
    size = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Folder(tmp_path, create=True) as store:
        store.write({**tables, "actions": []})
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, size[1]))  # as a disk with room for 1 kB
        try:
            with pytest.raises(StoreError, match=f"^{tmp_path}: File too large$"):
                store.publish()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, size)
        assert files(tmp_path) == before
        assert not list(tmp_path.glob("*.part*"))
        store.publish()
        assert files(tmp_path).keys() == before.keys()
        assert files(tmp_path) != before


def write_and_publish(folder: Path, tables: Tables, titles: list[str]) -> None:
    (document,) = tables["documents"]
    with Folder(folder, create=True) as store:
        for title in titles:
            store.write({**tables, "documents": [replace(document, title=title)]})
            store.publish()


def test_two_processes_publish_one_folder(tables: Tables, tmp_path: Path) -> None:
    """Neither takes a file from under the other's hands, nor puts older rows in the place of newer ones."""
    published(tmp_path, tables, "jsonl")
    titles = [[f"{name} {number}" for number in range(12)] for name in ("Tin", "Bài")]
    with ProcessPoolExecutor(2, multiprocessing.get_context("forkserver")) as processes:
        for done in [processes.submit(write_and_publish, tmp_path, tables, some) for some in titles]:
            done.result()
    assert not list(tmp_path.glob("*.part*"))
    with Folder(tmp_path, create=False) as store:
        for table, rows in store.read():
            lines = (tmp_path / f"{table}.jsonl").read_text("utf8").splitlines()
            assert [json.loads(line) for line in lines] == [plain_numbers(row) for row in rows]


def test_exported_files_are_those_of_a_folder(tables: Tables, tmp_path: Path, address: str) -> None:
    published(tmp_path / "out", tables, "jsonl")
    with open_database(address, create=True) as database:
        database.write(tables)
        export_files(database, tmp_path / "exported", FORMATS["jsonl"])
        assert [data for _, data in files(tmp_path / "exported").values()] == [
            data for _, data in files(tmp_path / "out").values()
        ]
        with pytest.raises(StoreError, match="export into another folder"):
            export_files(database, tmp_path / "out", FORMATS["jsonl"])


def test_whole_numbers_are_written_without_exponent() -> None:
    assert plain_numbers({"value": 1.25e16, "value_high": 7.5}) == {"value": 12500000000000000, "value_high": 7.5}
