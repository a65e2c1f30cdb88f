"""The corpus: what its gold says must be found as well as it was when the floors were last set."""

from __future__ import annotations

import json

import pytest
from spacy.language import Language

import bienban
from bienban.evaluate.score import Score, score
from bienban.model import TextRow
from conftest import CORPUS

GOLD = {path.stem: json.loads(path.read_text("utf8")) for path in sorted((CORPUS / "gold").glob("*.json"))}

#: F1 on the gold articles. Raised when the rules get better; lowered only with the reason in the commit.
FLOORS = {"facts": 0.99, "people": 0.99, "directives": 0.98, "tasks": 0.98, "actions": 0.92}


def text_of(name: str) -> str:
    return (CORPUS / "articles" / f"{name}.txt").read_bytes().decode()


@pytest.fixture(scope="module")
def scores(nlp: Language) -> dict[str, Score]:
    return score((gold, bienban.tables_of(nlp(text_of(name)))) for name, gold in GOLD.items())


@pytest.mark.parametrize("table", FLOORS)
def test_scores_stay_above_their_floors(scores: dict[str, Score], table: str) -> None:
    assert scores[table].f1 >= FLOORS[table]


@pytest.mark.parametrize("name", GOLD)
def test_gold_points_at_its_words(name: str) -> None:
    text, gold = text_of(name), GOLD[name]
    actions = [action for task in gold["tasks"] for action in task["actions"]]
    for row in [*gold["facts"], *gold["people"], *gold["directives"], *gold["tasks"], *actions]:
        assert text[row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("path", sorted((CORPUS / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_every_report_has_rows_that_point_at_their_words(nlp: Language, path) -> None:
    text = path.read_bytes().decode()
    tables = bienban.tables_of(nlp(text))
    assert tables["people"]
    assert tables["facts"]
    for rows in tables.values():
        assert all(text[row.start : row.end] == row.text for row in rows if isinstance(row, TextRow))
