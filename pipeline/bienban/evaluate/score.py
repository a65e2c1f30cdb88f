"""Tables against gold: precision, recall and F1 of each table, and how many of the paired rows agree in each column.

Facts, people and directives pair by equal spans; tasks and actions, whose ends are a matter of judgement, by the best
overlap of at least 0.7 (intersection over union).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bienban.read.normal import canonical

#: The columns that gold gives, by table.
COLUMNS: dict[str, tuple[str, ...]] = {
    "facts": (
        "value",
        "value_high",
        "comparator",
        "kind",
        "unit",
        "object",
        "action",
        "change",
        "period_start",
        "period_end",
    ),
    "people": ("name", "honorific", "positions", "appointed_to", "role"),
    "directives": ("doc_type", "number", "issuer", "issued_on", "subject", "directive_id"),
    "tasks": (
        "ordinal",
        "label",
        "assigner",
        "cue",
        "assignees",
        "coordinators",
        "directives",
        "deadline",
        "recurrence",
    ),
    "actions": ("verb",),
}
LEAST_OVERLAP = {"tasks": 0.7, "actions": 0.7}

GoldRow = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """Counts of one table over all articles; `agree` counts, by column, the pairs with equal values."""

    gold: int = 0
    found: int = 0
    paired: int = 0
    agree: dict[str, int] = field(default_factory=dict)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        total = self.gold + self.found
        return 2 * self.paired / total if total else 1.0

    def accuracy(self, column: str) -> float:
        """The share of pairs that agree in a column; 1 without pairs."""
        return self.agree.get(column, 0) / self.paired if self.paired else 1.0


def score(articles: Iterable[tuple[GoldRow, Mapping[str, Sequence[Any]]]]) -> dict[str, Score]:
    """Scores by table. Each article is its gold (a dictionary as in `corpus/gold/*.json`) and the tables found.

    A table that the gold of an article leaves out is not scored there, and has no score where all leave it out.
    """
    scores: dict[str, Score] = {}
    for gold, tables in articles:
        for table in COLUMNS:
            wanted, found = _gold_rows(gold, table), tables[table]
            if wanted is None:
                continue
            total = scores.setdefault(table, Score(agree=dict.fromkeys(COLUMNS[table], 0)))
            pairs = _pairs(wanted, found, LEAST_OVERLAP.get(table, 1.0))
            total.gold += len(wanted)
            total.found += len(found)
            total.paired += len(pairs)
            for column in COLUMNS[table]:
                total.agree[column] += sum(_same(a.get(column), getattr(b, column)) for a, b in pairs)
    return scores


def _gold_rows(gold: GoldRow, table: str) -> Sequence[GoldRow] | None:
    if table == "actions" and "tasks" in gold:
        return [action for task in gold["tasks"] for action in task["actions"]]
    return gold.get(table)


def _pairs(gold: Sequence[GoldRow], found: Sequence[Any], least: float) -> list[tuple[GoldRow, Any]]:
    edges = [
        (overlap, i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if (overlap := _overlap(a["start"], a["end"], b.start, b.end)) >= least
    ]
    pairs: list[tuple[GoldRow, Any]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in sorted(edges, key=lambda edge: -edge[0]):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _overlap(start: int, end: int, other_start: int, other_end: int) -> float:
    shared = min(end, other_end) - max(start, other_start)
    return shared / (max(end, other_end) - min(start, other_start)) if shared > 0 else 0.0


def _same(gold: object, found: object) -> bool:
    if isinstance(gold, str) and isinstance(found, str):
        return canonical(gold).lower() == canonical(found).lower()
    if isinstance(gold, list) and isinstance(found, list):
        return len(gold) == len(found) and all(map(_same, gold, found))
    return gold == found
