"""Scores say what they claim."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

import bienban
from bienban.evaluate.score import COLUMNS, score


@pytest.fixture
def tables(nlp: Language, report: str) -> dict[str, list[Any]]:
    return bienban.tables_of(nlp(report))


def as_gold(tables: dict[str, list[Any]]) -> dict[str, Any]:
    gold: dict[str, Any] = {
        table: [{name: getattr(row, name) for name in ("start", "end", *COLUMNS[table])} for row in tables[table]]
        for table in ("facts", "people", "directives", "tasks")
    }
    for number, task in enumerate(gold["tasks"]):
        task["actions"] = [
            {"start": a.start, "end": a.end, "verb": a.verb}
            for a in tables["actions"]
            if a.task_id == tables["tasks"][number].task_id
        ]
    return gold


def test_tables_against_themselves_are_perfect(tables) -> None:
    for table, result in score([(as_gold(tables), tables)]).items():
        assert result.f1 == 1.0
        assert {column: result.accuracy(column) for column in result.agree} == dict.fromkeys(COLUMNS[table], 1.0)


def test_a_missed_row_costs_recall_and_a_wrong_value_its_column(tables) -> None:
    gold = as_gold(tables)
    found = {**tables, "facts": tables["facts"][1:]}
    gold["facts"][-1]["value"] = -1
    result = score([(gold, found)])["facts"]
    n = len(tables["facts"])
    assert result.f1 == pytest.approx(2 * (n - 1) / (2 * n - 1))
    assert result.accuracy("value") == pytest.approx((n - 2) / (n - 1))
    assert result.accuracy("unit") == 1.0


def test_a_task_pairs_by_overlap(tables) -> None:
    gold = as_gold(tables)
    gold["tasks"][0]["end"] -= 1
    assert score([(gold, tables)])["tasks"].f1 == 1.0
    gold["tasks"][0]["end"] = gold["tasks"][0]["start"] + 1
    assert score([(gold, tables)])["tasks"].f1 < 1.0


def test_a_table_that_the_gold_leaves_out_is_not_scored(tables) -> None:
    gold = as_gold(tables)
    del gold["facts"]
    scores = score([(gold, tables), ({"tasks": []}, {table: [] for table in tables})])
    assert set(scores) == {"people", "directives", "tasks", "actions"}
    assert scores["people"].gold == len(tables["people"])
