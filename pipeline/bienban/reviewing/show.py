"""One article's tables, readable in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from bienban.model import Row
from bienban.segment.outline import OutlineWarning
from bienban.terminal import Console

#: The columns that a reader needs; offsets are for programs.
_SHOWN = {
    "facts": ("fact_id", "text", "comparator", "kind", "object", "action", "change", "period_text", "part_of"),
    "persons": ("person_id", "name", "positions", "n_mentions"),
    "directive_registry": ("directive_id", "issuer", "issued_on", "subject", "n_mentions"),
}
_STYLES = {"facts": "cyan", "people": "green", "directives": "magenta", "tasks": "yellow"}

#: What rich leaves out of a text; with blanks in its place all offsets hold.
_DROPPED = dict.fromkeys(map(ord, "\a\b\v\f\r"), " ")


def show(
    tables: Mapping[str, Sequence[Any]], warnings: Sequence[OutlineWarning] = (), console: Console | None = None
) -> None:
    """Prints the article with its mentions coloured, what is wrong with its lists, then its tables.

    Width follows the terminal.
    """
    console = console or Console()
    (document,) = tables["documents"]
    console.rule(Text(document.title or document.source or document.doc_id))
    console.print(_highlighted(document.text, tables))
    console.print(Text(" · ").join(Text(name, style) for name, style in _STYLES.items()), "\n")
    for warning in warnings:
        console.print(Text(f"warning: {warning.text} at {warning.start}", "red"))
    for name, columns in _SHOWN.items():
        if rows := tables[name]:
            console.print(_table(name, columns, rows))
    if tables["tasks"]:
        console.print(_tasks(tables["tasks"], tables["actions"]))


def _highlighted(text: str, tables: Mapping[str, Sequence[Any]]) -> Text:
    shown = Text(text.translate(_DROPPED))
    for name, style in _STYLES.items():
        for row in tables[name]:
            # A task covers whole sentences with other mentions in them: its first word marks it.
            end = row.start + len(row.text.split()[0]) if name == "tasks" else row.end
            shown.stylize(f"bold underline {style}" if name == "tasks" else style, row.start, end)
    return shown


def _table(name: str, columns: Sequence[str], rows: Sequence[Row]) -> Table:
    table = Table(title=f"{name} ({len(rows)})", title_justify="left", title_style="bold", box=box.SIMPLE, padding=0)
    cells = {column: [_cell(getattr(row, column)) for row in rows] for column in columns}
    filled = {column: values for column, values in cells.items() if any(values)}
    for column in filled:
        table.add_column(column.replace("_", " "), overflow="fold")
    for values in zip(*filled.values(), strict=True):
        table.add_row(*map(Text, values))
    return table


def _tasks(tasks: Sequence[Any], actions: Sequence[Any]) -> Tree:
    """Who asks whom for what, with the things to do below."""
    tree = Tree(Text(f"tasks ({len(tasks)})", "bold"), guide_style="dim")
    for task in tasks:
        head = Text.assemble((task.task_id, "dim"), " ", (task.assigner or "?", "green"), f" {task.cue}")
        if task.assignees:
            head.append(" → ").append("; ".join(task.assignees), "yellow")
        for label, value in (
            ("with", "; ".join(task.coordinators)),
            ("under", "; ".join(task.directives)),
            ("by", task.deadline or task.deadline_text),
            ("every", task.recurrence),
        ):
            if value:
                head.append(f" [{label} {value}]", "magenta")
        branch = tree.add(head)
        for action in actions:
            if action.task_id == task.task_id:
                branch.add(Text.assemble((f"{action.task_id}/{action.action_no}", "dim"), " ", action.text))
    return tree


def _cell(value: object) -> str:
    if value is None or value == "eq":
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
