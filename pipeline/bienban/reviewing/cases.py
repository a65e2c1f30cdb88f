"""What was wrong, as lines for `corpus/cases/`: a sentence with the mark-up of the rows that should be found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import regex
import sqlalchemy as sa

from bienban.evaluate.score import COLUMNS
from bienban.reviewing.article import ReviewedArticle, ReviewedRow
from bienban.store.database import Database
from bienban.store.reviews import REFERRED, REVIEWED, STANDING
from bienban.store.schema import ROW_TABLES

_TAGS = {"facts": "fact", "people": "person", "directives": "directive", "tasks": "task", "actions": "action"}
# What a line of cases would take for mark-up, a comment, or another kind of line.
_UNWRITABLE = regex.compile(r"</?[a-z]|^[#!]|\\n")


class Proposal(NamedTuple):
    """A line for the cases of a table, and the reason, for the line above it."""

    table: str
    reason: str
    line: str


def proposals(database: Database) -> Iterator[Proposal]:
    """Lines for all that reviewers corrected, table by table; text that cases cannot hold has none."""
    with database.transaction() as connection:
        documents = ROW_TABLES["documents"].c.doc_id
        corrected = sa.select(documents).where(
            documents.in_(sa.select(STANDING.c.doc_id).where(STANDING.c.verdict != "accept"))
        )
        articles = connection.execute(corrected.order_by(documents)).scalars().all()
    found = [proposal for doc_id in articles for proposal in _of_article(database, doc_id)]
    yield from sorted(found, key=lambda proposal: REVIEWED.index(proposal.table))


def _of_article(database: Database, doc_id: str) -> Iterator[Proposal]:
    article = ReviewedArticle(database, doc_id)
    sentences = ROW_TABLES["sentences"].c
    with database.transaction() as connection:
        query = sa.select(sentences.start, sentences.end).where(sentences.doc_id == doc_id).order_by(sentences.start)
        spans = [(int(start), int(end)) for start, end in connection.execute(query)]
    for table in REVIEWED:
        corrected = [row for row in article.rows.values() if row.table == table and row.verdict not in (None, "accept")]
        by_place: dict[tuple[int, int], list[ReviewedRow]] = {}
        for row in corrected:
            by_place.setdefault(_around(row, article.standing(table), spans), []).append(row)
        for (start, end), rows in sorted(by_place.items()):
            text = article.document["text"][start:end]
            if not _UNWRITABLE.search(text):
                inside = [r for r in article.standing(table) if start <= r.values["start"] and r.values["end"] <= end]
                yield Proposal(table, "; ".join(map(_reason, rows)), _line(text, start, inside, rows))


def _around(row: ReviewedRow, others: Sequence[ReviewedRow], sentences: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The whole sentences that hold a row, as it was and as it should be, and all rows that share one with it."""
    known = [values for values in (row.extracted, row.values) if values is not None]
    start, end = min(values["start"] for values in known), max(values["end"] for values in known)
    places = [(other.values["start"], other.values["end"]) for other in others]
    while True:
        spans = [(a, b) for a, b in sentences if a < end and start < b]
        spans += [(a, b) for a, b in places if a < end and start < b]
        wider = min([start, *(a for a, _ in spans)]), max([end, *(b for _, b in spans)])
        if wider == (start, end):
            return wider
        start, end = wider


def _reason(row: ReviewedRow) -> str:
    values = row.values
    if row.verdict == "reject":
        return f"“{values['text']}” is none, says {row.decisions[-1].reviewer} ({values['rule']})"
    if row.extracted is None:
        return f"“{values['text']}” was not found, says {row.decisions[-1].reviewer}"
    changed = ["span"] if values["text"] != row.extracted["text"] else []
    changed += _changed(row)
    return f"“{values['text']}”: {', '.join(changed)}, says {row.decisions[-1].reviewer} ({values['rule']})"


def _changed(row: ReviewedRow) -> list[str]:
    """The columns of a row that were wrong; of a row that was not found, those with values."""
    columns = [name for name in COLUMNS[row.table] if name not in REFERRED]
    if row.extracted is None:
        return [name for name in columns if row.values[name] not in (None, [])]
    return [name for name in columns if row.values[name] != row.extracted[name]]


def _line(text: str, offset: int, inside: Sequence[ReviewedRow], corrected: Sequence[ReviewedRow]) -> str:
    if not inside:
        return "! " + _escaped(text)
    marks: list[tuple[int, int, str]] = []
    for row in inside:
        start, end = row.values["start"] - offset, row.values["end"] - offset
        attributes = [_attribute(name, row.values[name]) for name in _changed(row)] if row in corrected else []
        marks.append((start, -end, f"<{' '.join([_TAGS[row.table], *filter(None, attributes)])}>"))
        marks.append((end, -len(text) - 1, f"</{_TAGS[row.table]}>"))
    line, at = "", 0
    for place, _, tag in sorted(marks):
        line += _escaped(text[at:place]) + tag
        at = place
    return line + _escaped(text[at:])


def _attribute(name: str, value: Any) -> str | None:
    shown = written(value)
    if '"' in shown or "\n" in shown:
        return None
    return f"{name}={shown}" if regex.fullmatch(r"[\w.+-]+", shown) else f'{name}="{shown}"'


def _escaped(text: str) -> str:
    return text.replace("\r", "").replace("\n", "\\n")


def written(value: object) -> str:
    """A row's value as the mark-up of cases writes it."""
    if value is None:
        return "null"
    if isinstance(value, list):
        return " | ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:.15g}" if value < 1e15 else f"{value:.0f}"
    return str(value)
