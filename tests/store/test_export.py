"""A DuckDB file holds what the database holds."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from bienban.model import TABLES, record
from bienban.store.columns import COLUMNS
from bienban.store.database import open_database
from bienban.store.errors import StoreError
from bienban.store.export import export
from bienban.tabulate import Tables


@pytest.fixture
def filled(tables: Tables, address: str) -> str:
    with open_database(address, create=True) as database:
        database.write(tables)
    return address


def test_every_row_is_exported(tables: Tables, filled: str, tmp_path: Path) -> None:
    file = tmp_path / "out.duckdb"
    with open_database(filled, create=False) as database:
        counts = export(database, f"duckdb:///{file}")
    assert counts == {table: len(rows) for table, rows in tables.items()}
    with duckdb.connect(file, read_only=True) as connection:
        for table in TABLES:
            rows = connection.sql(f"SELECT * FROM {table}").to_arrow_table().to_pylist()
            assert sorted(rows, key=repr) == sorted(map(record, tables[table]), key=repr)
        comments = connection.execute("SELECT comment FROM duckdb_columns() WHERE NOT internal").fetchall()
        assert {column.meaning for columns in COLUMNS.values() for column in columns} <= {text for (text,) in comments}
        (tasks,) = connection.execute("SELECT count(task_id) FROM v_directives").fetchone() or (0,)
        assert tasks == sum(len(row.directives) for row in tables["tasks"])


def test_an_export_that_fails_leaves_what_was_there(filled: str, tmp_path: Path) -> None:
    file = tmp_path / "out.duckdb"
    for _ in range(2):
        with open_database(filled, create=False) as database:
            export(database, f"duckdb:///{file}")
    before = file.read_bytes()
    with open_database(filled, create=False) as database, pytest.raises(StoreError, match="no file to export to"):
        export(database, "duckdb://")
    with open_database(filled, create=False) as database, pytest.raises(StoreError, match=r"/none/x\.duckdb: "):
        export(database, f"duckdb:///{tmp_path}/none/x.duckdb")
    assert file.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} <= {"out.duckdb", "bienban.db"}
