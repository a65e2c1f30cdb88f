"""Why a row says what it says: its rule, and for each value the words that gave it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields

from rich import box
from rich.table import Table
from rich.text import Text
from spacy.tokens import Doc

from bienban.model import Action, DirectiveMention, Fact, PersonMention, Task
from bienban.pipes import reading_of, rows_of
from bienban.terminal import Console

_Row = Fact | PersonMention | DirectiveMention | Task | Action

_PLACES = ("doc_id", "sent_no", "start", "end", "text", "rule")
_AROUND = 30  # characters shown on each side of the row

#: The columns that name rows: mentions have ids of their own, beside that of the person or the document; the actions
#: of a task are numbered.
_IDS = {
    "facts": ("fact_id",),
    "people": ("person_id", "mention_id"),
    "directives": ("directive_id", "mention_id"),
    "tasks": ("task_id",),
    "actions": ("task_id/action_no",),
}


def explain(doc: Doc, table: str, wanted: str, console: Console | None = None) -> None:
    """Prints a row of a `Doc` that the pipeline has just read; of a person or a document, all mentions.

    Raises KeyError where nothing has this id.
    """
    rows: dict[str, list[_Row]] = defaultdict(list)
    for columns in _IDS[table]:
        for row in rows_of(doc, table):
            rows["/".join(_values(row, columns.split("/")))].append(row)
    if wanted not in rows:
        raise KeyError(f"no row {wanted} in {table} (there are {', '.join(rows) or 'none'})")
    for row in rows[wanted]:
        _explain(doc, row, console or Console())


def _values(row: _Row, columns: Sequence[str]) -> list[str]:
    return [str(getattr(row, column)) for column in columns]


def _explain(doc: Doc, row: _Row, console: Console) -> None:
    cues = reading_of(doc).cues.get((row.table, *_values(row, row.key[1:])), {})
    before, after = doc.text[max(0, row.start - _AROUND) : row.start], doc.text[row.end : row.end + _AROUND]
    console.print(Text.assemble((f"…{before}", "dim"), (row.text, "bold"), (f"{after}…", "dim")))
    console.print(f"rule {row.rule}, sentence {row.sent_no}, characters {row.start} to {row.end}\n", highlight=False)
    grid = Table(box=box.SIMPLE)
    for column in ("column", "value", "given by the words", "in sentence", "characters"):
        grid.add_column(column, overflow="fold")
    sentences = rows_of(doc, "sentences")
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name in _PLACES or value in (None, []):
            continue
        places = cues.get(field.name, [])
        shown = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        grid.add_row(
            field.name,
            Text(shown),
            Text("\n".join(f"“{doc.text[start:end]}”" for start, end in places)),
            Text("\n".join(str(s.sent_no) for start, _ in places for s in sentences if s.start <= start < s.end)),
            Text("\n".join(f"{start} to {end}" for start, end in places)),
        )
    console.print(grid)
