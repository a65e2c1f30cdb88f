"""Reviewed articles as gold: what `bienban.evaluate` scores extraction against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bienban.reviewing.article import ReviewedArticle, ReviewedRow
from bienban.reviewing.doubt import Doubts, waiting
from bienban.store.columns import COLUMNS, plain_numbers
from bienban.store.database import Database
from bienban.store.errors import StoreError, naming
from bienban.store.reviews import STANDING

# What gold says of a row beside its place and words: not how the row was found or who is who within the article.
_LEFT_OUT = {"doc_id", "sent_no", "rule", "mention_id", "person_id", "action_no"}


def reviewed(database: Database) -> Iterator[ReviewedArticle]:
    """The articles about whose every row somebody decided."""
    with database.transaction() as connection:
        decided = set(connection.execute(sa.select(STANDING.c.doc_id).distinct()).scalars())
    for article in waiting(database, Doubts(database)):
        if not article.rows and article.doc_id in decided:
            yield ReviewedArticle(database, article.doc_id)


def export_gold(database: Database, folder: Path) -> list[Path]:
    """Writes NAME.json, and the article beside it as NAME.txt, for every reviewed article; NAME is that of its source.

    Returns the JSON files. Raises StoreError where they cannot be written, or would take the place of what is no gold;
    then none is.
    """
    golds: dict[Path, tuple[dict[str, Any], str]] = {}
    with naming(str(folder), OSError):
        for article in reviewed(database):
            document = article.document
            file = folder / f"{Path(document['source'] or '').stem or document['doc_id']}.json"
            if file in golds:  # sources of one name in two folders
                file = file.with_stem(document["doc_id"])
            golds[file] = gold_of(article, file.stem), document["text"]
            for place in (file, file.with_suffix(".txt")):
                if place.exists() and not _is_gold(file):
                    raise StoreError(f"{place}: is there, and no gold: choose another folder")
        for file, (gold, text) in golds.items():
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{json.dumps(gold, ensure_ascii=False, indent=1)}\n", encoding="utf8")
            file.with_suffix(".txt").write_bytes(text.encode())
    return list(golds)


def _is_gold(file: Path) -> bool:
    try:
        return set(json.loads(file.read_text("utf8"))) == {"id", "sha256", "facts", "people", "directives", "tasks"}
    except (FileNotFoundError, ValueError, TypeError):  # not there, no JSON, no object
        return False


def gold_of(article: ReviewedArticle, name: str) -> dict[str, Any]:
    """The rows of an article as gold has them, numbered anew in the order of the text."""
    rows = {table: article.standing(table) for table in ("facts", "people", "directives", "tasks", "actions")}
    ids = {row.place: f"f{number}" for number, row in enumerate(rows["facts"], 1)}
    task_ids = {row.place: f"t{number}" for number, row in enumerate(rows["tasks"], 1)}
    facts = [_gold_row(row, fact_id=ids[row.place], part_of=ids.get(row.values["part_of"])) for row in rows["facts"]]
    tasks = []
    for task in rows["tasks"]:
        values = _gold_row(task, task_id=task_ids[task.place], parent=task_ids.get(task.values["parent"]))
        actions = [row for row in rows["actions"] if row.values["task_id"] == task.place]
        tasks.append({**values, "actions": [_gold_row(row) for row in actions]})
    return {
        "id": name,
        "sha256": article.document["sha256"],
        "facts": facts,
        "people": [_gold_row(row) for row in rows["people"]],
        "directives": [_gold_row(row) for row in rows["directives"]],
        "tasks": tasks,
    }


def _gold_row(row: ReviewedRow, **ids: str | None) -> dict[str, Any]:
    values = plain_numbers({**row.values, **ids})
    left_out = _LEFT_OUT | ({"task_id"} if row.table == "actions" else set())
    return {column.name: values[column.name] for column in COLUMNS[row.table] if column.name not in left_out}
