"""Rows of articles as the columns of a database, with those that search needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bienban.model import Row, record
from bienban.store.fold import fold
from bienban.store.schema import ROW_TABLES, SEARCH_TABLE

#: Rows by table.
Rows = Mapping[str, Sequence[dict[str, Any]]]

# Characters of a sentence that search knows; PostgreSQL indexes no text much longer.
_SEARCHED = 100_000


def rows_of(tables: Mapping[str, Sequence[Row]]) -> Rows:
    """The rows of articles, by table of the database."""
    rows = {name: [record(row) for row in tables[name]] for name in ROW_TABLES}
    for person in rows["persons"]:
        person["name_folded"] = fold(person["name"])
    rows[SEARCH_TABLE.name] = [
        {"doc_id": row["doc_id"], "sent_no": row["sent_no"], "folded": fold(row["text"])[:_SEARCHED]}
        for row in rows["sentences"]
    ]
    return rows
