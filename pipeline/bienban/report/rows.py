"""What reports read from a database: articles, and amounts over time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa

from bienban.report.cells import SHOWN, Values
from bienban.store.reviews import REVIEWED
from bienban.store.schema import ROW_TABLES

_CORRECTED = {*REVIEWED, "persons", "directive_registry"}
_AMOUNTS = """
    SELECT object, unit, value, period_start, period_end, doc_id FROM corrected_facts
    WHERE change IS NULL AND object IS NOT NULL AND unit IS NOT NULL
        AND (period_start IS NOT NULL OR period_end IS NOT NULL)
    ORDER BY doc_id, start
"""


def corrected(table: str) -> str:
    """The name of a table, or of the view that shows it as reviewers left it."""
    return f"corrected_{table}" if table in _CORRECTED else table


class Amount(NamedTuple):
    """A fact as a point in time; of the period one end at least is known."""

    object: str
    unit: str
    value: float
    period_start: str | None
    period_end: str | None
    doc_id: str


def amounts(connection: sa.Connection) -> Iterator[Amount]:
    """The amounts that have a unit and a time and are no change, article by article."""
    return (Amount(*row) for row in connection.execute(sa.text(_AMOUNTS)))


def count(connection: sa.Connection) -> int:
    """The number of articles."""
    return connection.execute(sa.select(sa.func.count()).select_from(ROW_TABLES["documents"])).scalar_one()


def articles(connection: sa.Connection, limit: int) -> Iterator[dict[str, list[Values]]]:
    """The rows of the first articles, by table."""
    documents = ROW_TABLES["documents"].c
    first = sa.select(documents.doc_id).order_by(documents.source, documents.doc_id).limit(limit)
    for doc_id in connection.scalars(first).all():
        yield {table: _rows(connection, table, doc_id) for table in ("documents", "sentences", *SHOWN)}


def _rows(connection: sa.Connection, name: str, doc_id: str) -> list[Values]:
    columns = [sa.column(column.name, column.type) for column in ROW_TABLES[name].c]
    table = sa.table(corrected(name), *columns)
    query = sa.select(table).where(table.c.doc_id == doc_id)
    if "start" in table.c:
        query = query.order_by(table.c.start, table.c.end)
    return [dict(row) for row in connection.execute(query).mappings()]
