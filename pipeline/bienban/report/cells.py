"""Rows -> what a reader wants to see of them, as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bienban.report.labels import Labels

#: A row's columns.
Values = Mapping[str, Any]

_COMPARATORS = {"eq": "", "approx": "≈ ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}


def cells(table: str, row: Values, say: Labels) -> dict[str, str]:
    """The main values of a row of facts, people, directives, tasks or actions, by label; "" where there is none."""
    shown = {**_CELLS[table](row, say), "rule": row["rule"]}
    return {label: value or "" for label, value in shown.items()}


def _fact(row: Values, say: Labels) -> Values:
    amount = _COMPARATORS[row["comparator"]] + say.number(row["value"])
    if row["value_high"] is not None:
        amount += f" – {say.number(row['value_high'])}"
    return {
        "value": f"{amount} {row['unit'] or ''}".rstrip(),
        "object": row["object"],
        "action": row["action"],
        "change": row["change"] and say(row["change"]),
        "period": _period(row),
        "part_of": row["part_of"],
    }


def _period(row: Values) -> str:
    start, end = row["period_start"], row["period_end"]
    dates = start if start == end else f"{start or ''} – {end or ''}".strip()
    return dates or row["period_text"] or ""


def _mention(row: Values, say: Labels) -> Values:
    role = row["role"]
    return {
        "name": row["name"],
        "honorific": row["honorific"],
        "positions": "; ".join(row["positions"]),
        "appointed_to": "; ".join(row["appointed_to"]),
        "role": say("role_subject" if role == "subject" else role),
    }


def _directive(row: Values, say: Labels) -> Values:
    return {column: row[column] for column in ("directive_id", "issuer", "issued_on", "subject")}


def _task(row: Values, say: Labels) -> Values:
    return {
        "label": row["label"],
        "assigner": row["assigner"],
        "cue": row["cue"],
        "assignees": "; ".join(row["assignees"]),
        "coordinators": "; ".join(row["coordinators"]),
        "directives": "; ".join(row["directives"]),
        "deadline": " · ".join(filter(None, (row["deadline"], row["deadline_text"]))),
        "recurrence": row["recurrence"],
        "parent": row["parent"],
    }


def _action(row: Values, say: Labels) -> Values:
    return {"task": row["task_id"], "verb": row["verb"]}


_CELLS: dict[str, Callable[[Values, Labels], Values]] = {
    "tasks": _task,
    "actions": _action,
    "directives": _directive,
    "people": _mention,
    "facts": _fact,
}

#: The tables whose rows are shown in the text; where they overlap, the earlier lies around the later.
SHOWN = tuple(_CELLS)
