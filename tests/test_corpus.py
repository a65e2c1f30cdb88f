"""The corpus: what its gold says must be found as well as it was when the floors were last set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

import bienban
from bienban.evaluate.score import score
from bienban.model import TextRow
from conftest import CORPUS

#: The reports of `corpus/tasks` have gold for directives, tasks and actions alone.
SETS = (CORPUS, CORPUS / "tasks")
GOLD = [path for home in SETS for path in sorted((home / "gold").glob("*.json"))]

#: F1 on the gold articles. Raised when the rules get better; lowered only with the reason in the commit.
FLOORS = {
    CORPUS: {"facts": 0.99, "people": 0.99, "directives": 0.98, "tasks": 0.98, "actions": 0.92},
    CORPUS / "tasks": {"directives": 0.98, "tasks": 0.93, "actions": 0.77},
}


def text_of(gold: Path) -> str:
    return (gold.parents[1] / "articles" / f"{gold.stem}.txt").read_bytes().decode()


@pytest.mark.parametrize("home", SETS, ids=lambda home: home.name)
def test_scores_stay_above_their_floors(nlp: Language, home: Path) -> None:
    pairs = ((json.loads(path.read_text("utf8")), text_of(path)) for path in (home / "gold").glob("*.json"))
    scores = score((gold, bienban.tables_of(nlp(text))) for gold, text in pairs)
    assert {table: result.f1 for table, result in scores.items() if result.f1 < FLOORS[home][table]} == {}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_points_at_its_words(path: Path) -> None:
    text, gold = text_of(path), json.loads(path.read_text("utf8"))
    actions = [action for task in gold["tasks"] for action in task["actions"]]
    for row in [*gold.get("facts", []), *gold.get("people", []), *gold["directives"], *gold["tasks"], *actions]:
        assert text[row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("path", sorted((CORPUS / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_every_report_has_rows_that_point_at_their_words(nlp: Language, path) -> None:
    text = path.read_bytes().decode()
    tables = bienban.tables_of(nlp(text))
    assert tables["people"]
    assert tables["facts"]
    for rows in tables.values():
        assert all(text[row.start : row.end] == row.text for row in rows if isinstance(row, TextRow))
