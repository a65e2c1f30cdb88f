"""Which rows and articles to review first: those that are most likely wrong, as far as decisions and values tell.

A row is doubtful when rows of its rule were often rejected or edited, and when a value is null that nearly all rows of
its rule have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from bienban.reviewing.values import edited
from bienban.store.database import Database
from bienban.store.reviews import REVIEWED, REVIEWS, STANDING
from bienban.store.schema import ROW_TABLES

# A rule without decisions is taken to be wrong once in four times.
_PRIOR_WRONG, _PRIOR_ROWS = 1, 4
# Fewer rows say nothing of what is usual.
_LEAST_ROWS = 5
_USUAL = 0.8


class Record(NamedTuple):
    """How often rows of a rule were decided about, and found wrong."""

    wrong: int = 0
    decided: int = 0

    @property
    def doubt(self) -> float:
        """The likelihood that a row of the rule is wrong."""
        return (self.wrong + _PRIOR_WRONG) / (self.decided + _PRIOR_ROWS)


class Waiting(NamedTuple):
    """An article and how many of its rows nobody decided about, by table and rule."""

    doc_id: str
    title: str
    rows: Mapping[tuple[str, str], int]


class Doubts:
    """What is known of the rules of a database at the moment."""

    def __init__(self, database: Database) -> None:
        self.records = _records(database)
        self._usual = _usual(database)

    def record(self, table: str, rule: str) -> Record:
        """The record of a rule."""
        return self.records.get((table, rule), Record())

    def missing(self, table: str, values: Mapping[str, Any]) -> list[str]:
        """The columns that are null in this row, and in few others of its rule."""
        return [name for name in self._usual.get((table, values["rule"]), ()) if values[name] is None]

    def of(self, table: str, values: Mapping[str, Any]) -> float:
        """The doubt in a row: the higher, the less certain."""
        return self.record(table, values["rule"]).doubt + 0.25 * len(self.missing(table, values))


def waiting(database: Database, doubts: Doubts) -> list[Waiting]:
    """All articles, the least certain first: by the mean doubt of their undecided rows; those without come last."""
    documents = ROW_TABLES["documents"]
    rows: dict[str, Counter[tuple[str, str]]] = {}
    with database.transaction() as connection:
        titles = connection.execute(sa.select(documents.c.doc_id, documents.c.title, documents.c.source)).all()
        for table in REVIEWED:
            t = ROW_TABLES[table].c
            decided = sa.exists().where(
                REVIEWS.c.doc_id == t.doc_id,
                REVIEWS.c.row_table == table,
                REVIEWS.c.start == t.start,
                REVIEWS.c.end == t.end,
                REVIEWS.c.undone_at.is_(None),
            )
            query = sa.select(t.doc_id, t.rule, sa.func.count()).where(~decided).group_by(t.doc_id, t.rule)
            for doc_id, rule, count in connection.execute(query):
                rows.setdefault(doc_id, Counter())[table, rule] = count
    articles = [
        Waiting(doc_id, title or Path(source or doc_id).name, rows.get(doc_id, {})) for doc_id, title, source in titles
    ]

    def doubt(article: Waiting) -> float:
        total = sum(article.rows.values())
        return sum(doubts.record(*rule).doubt * n for rule, n in article.rows.items()) / total if total else 0.0

    return sorted(articles, key=lambda article: (-doubt(article), article.title, article.doc_id))


def _records(database: Database) -> dict[tuple[str, str], Record]:
    rule = STANDING.c.before["rule"].as_string()
    wrong = sa.func.sum(sa.case((STANDING.c.verdict == "accept", 0), else_=1))
    query = (
        sa.select(STANDING.c.row_table, rule, wrong, sa.func.count())
        .where(STANDING.c.before.is_not(None))
        .group_by(STANDING.c.row_table, rule)
    )
    with database.transaction() as connection:
        return {(table, rule): Record(int(wrong), n) for table, rule, wrong, n in connection.execute(query)}


def _usual(database: Database) -> dict[tuple[str, str], list[str]]:
    """By table and rule, the columns that may be null and seldom are."""
    usual: dict[tuple[str, str], list[str]] = {}
    with database.transaction() as connection:
        for table in REVIEWED:
            t = ROW_TABLES[table].c
            names = [name for name, column in edited(table).items() if column.nullable]
            query = sa.select(t.rule, sa.func.count(), *(sa.func.count(t[name]) for name in names)).group_by(t.rule)
            for rule, rows, *filled in connection.execute(query):
                if rows >= _LEAST_ROWS:
                    usual[table, rule] = [name for name, n in zip(names, filled, strict=True) if _USUAL <= n / rows < 1]
    return usual
