"""What reports read from a database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from bienban.model import TABLES
from bienban.report.cells import SHOWN, Values
from bienban.store.reviews import REVIEWED
from bienban.store.schema import ROW_TABLES

# Rows that reviewers decide about are read as they left them.
_CORRECTED = {*REVIEWED, "persons", "directive_registry"}


def _corrected(table: str) -> str:
    return f"corrected_{table}" if table in _CORRECTED else table


_TOP = 20  # rows of a table that could have thousands

# The columns have the names of their labels; the last one is drawn.
_RANKINGS: dict[str, tuple[str, int | None]] = {
    "by_table": (
        " UNION ALL ".join(
            f'SELECT \'{table}\' AS "table", count(*) AS "rows" FROM {_corrected(table)}' for table in TABLES
        ),
        None,
    ),
    "by_rule": (
        " UNION ALL ".join(
            f'SELECT \'{table}\' AS "table", rule, count(*) AS "rows" FROM {_corrected(table)} GROUP BY rule'
            for table in SHOWN
        )
        + ' ORDER BY "rows" DESC, rule',
        _TOP,
    ),
    "cited_people": (
        """SELECT name, count(*) AS articles, sum(n_mentions) AS mentions FROM corrected_persons
        GROUP BY name ORDER BY mentions DESC, articles DESC, name""",
        _TOP,
    ),
    "cited_directives": (
        """SELECT directive_id, CASE WHEN min(issuer) = max(issuer) THEN min(issuer) END AS issuer,
            count(*) AS articles, sum(n_mentions) AS mentions FROM corrected_directive_registry
        GROUP BY directive_id ORDER BY mentions DESC, articles DESC, directive_id""",
        _TOP,
    ),
    "by_assigner": (
        """SELECT assigner, count(deadline) AS with_deadline, count(*) AS tasks FROM corrected_tasks
        GROUP BY assigner ORDER BY tasks DESC, with_deadline DESC, assigner""",
        _TOP,
    ),
    "by_deadline": (
        """SELECT substr(deadline, 1, 7) AS month, count(*) AS tasks FROM corrected_tasks WHERE deadline IS NOT NULL
        GROUP BY month ORDER BY month""",
        None,
    ),
}
_AMOUNTS = """
    SELECT object, unit, value, period_start, period_end, doc_id FROM corrected_facts
    WHERE change IS NULL AND object IS NOT NULL AND unit IS NOT NULL
        AND (period_start IS NOT NULL OR period_end IS NOT NULL)
    ORDER BY doc_id, start
"""


class Ranking(NamedTuple):
    """A table of counts: its first rows, and how many rows there are."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    total: int


class Amount(NamedTuple):
    """A fact as a point in time; of the period one end at least is known."""

    object: str
    unit: str
    value: float
    period_start: str | None
    period_end: str | None
    doc_id: str


def rankings(connection: sa.Connection) -> Iterator[Ranking]:
    """The counts of a whole database, where there is something to count."""
    for title, (query, limit) in _RANKINGS.items():
        result = connection.execute(sa.text(query))
        columns = list(result.keys())
        if rows := [row for row in result if row[-1]]:
            yield Ranking(title, columns, rows[:limit], len(rows))


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
    table = sa.table(_corrected(name), *columns)
    query = sa.select(table).where(table.c.doc_id == doc_id)
    if "start" in table.c:
        query = query.order_by(table.c.start, table.c.end)
    return [dict(row) for row in connection.execute(query).mappings()]
