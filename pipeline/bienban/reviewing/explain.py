"""Why a row says what it says: its rule, and for each value the words that gave it."""

from __future__ import annotations

from dataclasses import fields

from rich import box
from rich.table import Table
from rich.text import Text
from spacy.tokens import Doc

from bienban.pipes import reading_of, rows_of
from bienban.terminal import Console

_PLACES = ("doc_id", "sent_no", "start", "end", "text", "rule")
_AROUND = 30  # characters shown on each side of the row


def explain(doc: Doc, table: str, row_id: str, console: Console | None = None) -> None:
    """Prints one row of a `Doc` that the pipeline has just read. Raises KeyError where it has no such row."""
    console = console or Console()
    rows = {getattr(row, row.key[1]): row for row in rows_of(doc, table)}
    if row_id not in rows:
        raise KeyError(f"no row {row_id} in {table} (there are {', '.join(rows) or 'none'})")
    row = rows[row_id]
    cues = reading_of(doc).cues.get((table, row_id), {})
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
