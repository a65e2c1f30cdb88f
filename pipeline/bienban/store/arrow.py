"""The tables as Arrow schemas, for files of columns."""

from __future__ import annotations

import pyarrow as pa

from bienban.store.columns import COLUMNS

_ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), list: pa.list_(pa.string())}

#: The Arrow schema of each table.
SCHEMAS: dict[str, pa.Schema] = {
    table: pa.schema([pa.field(c.name, _ARROW[c.type], nullable=c.nullable) for c in columns])
    for table, columns in COLUMNS.items()
}
