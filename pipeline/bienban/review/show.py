"""One article's tables, readable in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bienban.model import Row

#: Tables in the order of reading, with the columns that a reader needs; offsets are for programs.
_SHOWN = {
    "facts": ("fact_id", "text", "comparator", "kind", "object", "action", "change", "period_text", "part_of"),
    "persons": ("name", "positions", "n_mentions"),
    "directive_registry": ("directive_id", "issuer", "issued_on", "subject", "n_mentions"),
    "tasks": ("task_id", "assigner", "cue", "assignees", "coordinators", "directives", "deadline_text", "recurrence"),
    "actions": ("task_id", "action_no", "verb", "text"),
}
_STYLES = {"facts": "cyan", "people": "green", "directives": "magenta", "tasks": "yellow"}


def show(tables: Mapping[str, Sequence[Row]], console: Console | None = None) -> None:
    """Prints the article with its mentions coloured, then its tables. Width follows the terminal."""
    console = console or Console()
    document: Any = tables["documents"][0]
    console.rule(Text(document.title or document.source or document.doc_id))
    console.print(_highlighted(document.text, tables))
    legend = Text(" · ").join(Text(name, style) for name, style in _STYLES.items())
    console.print(legend, "\n")
    for name, wanted in _SHOWN.items():
        if rows := tables[name]:
            console.print(_table(name, wanted, rows))


def _highlighted(text: str, tables: Mapping[str, Sequence[Row]]) -> Text:
    shown = Text(text)
    for name, style in _STYLES.items():
        row: Any
        for row in tables[name]:
            if name == "tasks":
                # A task covers whole sentences with other mentions in them: its first word marks it.
                shown.stylize(f"bold underline {style}", row.start, row.start + len(row.text.split()[0]))
            else:
                shown.stylize(style, row.start, row.end)
    return shown


def _table(name: str, wanted: Sequence[str], rows: Sequence[Row]) -> Table:
    table = Table(title=f"{name} ({len(rows)})", title_justify="left", title_style="bold", show_lines=False)
    for column in wanted:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(getattr(row, column))) for column in wanted))
    return table


def _cell(value: object) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
