"""Counts over a whole database, each a table of its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from bienban.model import TABLES
from bienban.report.cells import SHOWN
from bienban.report.rows import corrected

_TOP = 20  # rows of a table that could have thousands

# The columns have the names of their labels; the last one is drawn.
_RANKINGS: dict[str, tuple[str, int | None]] = {
    "by_table": (
        " UNION ALL ".join(
            f'SELECT \'{table}\' AS "table", count(*) AS "rows" FROM {corrected(table)}' for table in TABLES
        ),
        None,
    ),
    "by_rule": (
        " UNION ALL ".join(
            f'SELECT \'{table}\' AS "table", rule, count(*) AS "rows" FROM {corrected(table)} GROUP BY rule'
            for table in SHOWN
        )
        + ' ORDER BY "rows" DESC, rule',
        _TOP,
    ),
    "rejects": (
        """SELECT stage, reason, min(source) AS example, count(*) AS articles FROM rejects
        GROUP BY stage, reason ORDER BY articles DESC, stage, reason""",
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


class Ranking(NamedTuple):
    """A table of counts: its first rows, and how many rows there are."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    total: int


def rankings(connection: sa.Connection) -> Iterator[Ranking]:
    """The counts of a whole database, where there is something to count."""
    for title, (query, limit) in _RANKINGS.items():
        result = connection.execute(sa.text(query))
        columns = list(result.keys())
        if rows := [row for row in result if row[-1]]:
            yield Ranking(title, columns, rows[:limit], len(rows))
