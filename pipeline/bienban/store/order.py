"""An order of rows that depends on nothing but the rows."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bienban.model import TABLES
from bienban.store.columns import COLUMNS
from bienban.store.schema import ROW_TABLES

_DOCUMENTS = ROW_TABLES["documents"]


def in_order(name: str, collation: str) -> sa.Select[Any]:
    """The rows of a table by the sources of their articles and their ids, f2 before f10.

    `collation` is what a kind of database calls the order of texts by their code points.
    """

    def text(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        return sa.collate(column, collation)

    table = ROW_TABLES[name]
    query = sa.select(*(table.c[column.name] for column in COLUMNS[name]))
    if table is not _DOCUMENTS:
        query = query.join(_DOCUMENTS, _DOCUMENTS.c.doc_id == table.c.doc_id)
    order: list[Any] = [text(_DOCUMENTS.c.source), text(_DOCUMENTS.c.doc_id)]
    for column in (table.c[name] for name in TABLES[name].key[1:]):
        order += [sa.func.length(column), text(column)] if isinstance(column.type, sa.Text) else [column]
    return query.order_by(*order)
