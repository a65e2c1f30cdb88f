"""A database of articles -> a DuckDB file, in one go through Arrow. Needs the extra `duckdb`.

Nobody can read a DuckDB file while another process writes it, so it is a copy to compute with, not a place to extract
into.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import sqlalchemy as sa

from bienban.store.address import parse, shown
from bienban.store.arrow import SCHEMAS
from bienban.store.beside import beside
from bienban.store.columns import COLUMNS, as_json
from bienban.store.database import Database
from bienban.store.errors import StoreError, naming
from bienban.store.reviews import REVIEWS
from bienban.store.views import create_views

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def export(database: Database, address: str) -> Counter[str]:
    """Writes all tables and views into the file of a `duckdb:///FILE` address, in place of what was there.

    The file is put in place when all is written. Returns the rows by table. Raises StoreError where the database
    cannot be read, or the file not written.
    """
    url = parse(address)
    target = shown(url)
    if url.drivername != "duckdb" or not url.database:
        raise StoreError(f"{target}: no file to export to (expected duckdb:///FILE)")
    try:
        import duckdb
    except ImportError:
        raise StoreError(f"{target}: needs another package: pip install 'bienban[duckdb]'") from None
    file = Path(url.database)
    counts = Counter(dict.fromkeys(SCHEMAS, 0))
    with naming(target, OSError, duckdb.Error), beside(file) as part, duckdb.connect(part) as connection:
        for table in SCHEMAS:
            _create(connection, table)
        _create_reviews(connection, database)
        for statement in create_views("duckdb").values():
            connection.execute(statement)
        for table, rows in database.read():
            connection.register("batch", pa.Table.from_pylist(rows, SCHEMAS[table]))
            connection.execute(f"INSERT INTO {table} SELECT * FROM batch")
            counts[table] += len(rows)
    return counts


def _create_reviews(connection: DuckDBPyConnection, database: Database) -> None:
    kinds = {"review_id": pa.int64(), "start": pa.int64(), "end": pa.int64()}
    schema = pa.schema([(column.name, kinds.get(column.name, pa.string())) for column in REVIEWS.c])
    with database.transaction() as transaction:
        rows = [dict(row) for row in transaction.execute(sa.select(REVIEWS)).mappings()]
    for row in rows:
        row |= {side: row[side] and as_json(row[side]) for side in ("before", "after")}
    connection.register("batch", pa.Table.from_pylist(rows, schema))
    typed = "CAST(before AS JSON) AS before, CAST(after AS JSON) AS after"
    connection.execute(f"CREATE TABLE reviews AS SELECT * REPLACE ({typed}) FROM batch")


def _create(connection: DuckDBPyConnection, table: str) -> None:
    connection.register("batch", SCHEMAS[table].empty_table())
    connection.execute(f"CREATE TABLE {table} AS SELECT * FROM batch")
    for column in COLUMNS[table]:
        meaning = column.meaning.replace("'", "''")
        connection.execute(f"COMMENT ON COLUMN {table}.\"{column.name}\" IS '{meaning}'")
