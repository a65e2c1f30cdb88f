"""One article with its rows, cut into the pieces that a page shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bienban.model import TABLES
from bienban.report.cells import SHOWN, Values, cells
from bienban.report.labels import Labels


class Mark(NamedTuple):
    """A row at its place in the text."""

    table: str
    row_id: str
    start: int
    end: int
    text: str
    cells: dict[str, str]


class Piece(NamedTuple):
    """Words that lie in the same marks, the outermost first; `opens` are those that begin with the piece."""

    text: str
    marks: Sequence[Mark]
    opens: Sequence[Mark]


class Paragraph(NamedTuple):
    """A paragraph with its role."""

    role: str
    pieces: Sequence[Piece]


class ArticleView(NamedTuple):
    """What a page shows of an article: its columns, its text, and the marks of each table."""

    document: Values
    paragraphs: Sequence[Paragraph]
    marks: Mapping[str, Sequence[Mark]]

    def columns(self, table: str) -> list[str]:
        """The labels that some row of a table has a value for, in order."""
        rows = [mark.cells for mark in self.marks[table]]
        return [label for label in rows[0] if any(row[label] for row in rows)]


def view(tables: Mapping[str, Sequence[Values]], say: Labels) -> ArticleView:
    """The view of one article from its rows by table: documents, sentences (in order), and the tables SHOWN."""
    (document,) = tables["documents"]
    marks = {table: [_mark(table, row, say) for row in tables[table]] for table in SHOWN}
    return ArticleView(document, list(_paragraphs(document["text"], tables["sentences"], marks)), marks)


def _mark(table: str, row: Values, say: Labels) -> Mark:
    row_id = "-".join(str(row[column]) for column in TABLES[table].key[1:])
    return Mark(table, row_id, row["start"], row["end"], row["text"], cells(table, row, say))


def _paragraphs(text: str, sentences: Sequence[Values], marks: Mapping[str, Sequence[Mark]]) -> Iterator[Paragraph]:
    openings: dict[int, Values] = {}
    for row in sentences:
        openings.setdefault(row["para_no"], row)
    pieces = _Pieces(text, [mark for found in marks.values() for mark in found])
    starts = [*(row["start"] for row in openings.values()), len(text)]
    for row, (start, end) in zip(openings.values(), pairwise(starts), strict=True):
        yield Paragraph(row["role"], list(pieces.between(start, start + len(text[start:end].rstrip()))))


class _Pieces:
    """Cuts a text where marks begin and end; asked from left to right."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._waiting = deque(sorted(marks, key=lambda mark: mark.start))
        self._edges = sorted({edge for mark in self._waiting for edge in (mark.start, mark.end)})
        self._open: list[Mark] = []

    def between(self, start: int, end: int) -> Iterator[Piece]:
        inner = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        for first, last in pairwise([start, *inner, end]):
            opens = []
            while self._waiting and self._waiting[0].start <= first:
                opens.append(self._waiting.popleft())
            self._open = [mark for mark in [*self._open, *opens] if mark.end > first]
            marks = sorted(self._open, key=lambda mark: (SHOWN.index(mark.table), mark.start, -mark.end))
            yield Piece(self._text[first:last], marks, opens)
