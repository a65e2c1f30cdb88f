"""One article under review: its rows as extracted, what was decided about them, and new decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from bienban.reviewing.values import Refused, checked, draft, edited
from bienban.store.database import Database
from bienban.store.fold import fold
from bienban.store.reviews import REFERRED, REVIEWED, Decision, decide, decisions, decisions_at, outdated, own_id
from bienban.store.schema import ROW_TABLES

ADDED_RULE = "review.added"


@dataclass(slots=True)
class ReviewedRow:
    """A row and the decisions about it that stand, oldest first.

    `place` ("120-125") is where it was extracted; values that name another row name it by its place. `extracted` is
    None where the extraction has no row at this place.
    """

    table: str
    place: str
    row_id: str
    extracted: Mapping[str, Any] | None
    decisions: list[Decision] = field(default_factory=list)

    @property
    def verdict(self) -> str | None:
        """What was decided last; None where nothing was."""
        return self.decisions[-1].verdict if self.decisions else None

    @property
    def values(self) -> Mapping[str, Any]:
        """The row as it should be; of a rejected row, as it was."""
        last_first = [made.after for made in reversed(self.decisions)]
        return next((values for values in (*last_first, self.extracted) if values is not None), {"rule": ADDED_RULE})


class ReviewedArticle:
    """An article of a database with its rows by table and place, decided about at once in the database.

    Raises LookupError where the database has no such article.
    """

    def __init__(self, database: Database, doc_id: str) -> None:
        self._database = database
        self.document: dict[str, Any] = {}
        self.rows: dict[tuple[str, str], ReviewedRow] = {}
        self._read(doc_id)
        self.outdated = outdated(database, doc_id)

    def standing(self, table: str) -> list[ReviewedRow]:
        """The rows of a table that are not rejected, in the order of the text."""
        rows = [row for row in self.rows.values() if row.table == table and row.verdict != "reject"]
        return sorted(rows, key=lambda row: (row.values["start"], row.values["end"]))

    def draft(self, table: str, start: int, end: int) -> dict[str, Any]:
        """What these words tell of a row that is to be added over them; a required value that they do not tell is None.

        Raises Refused where there is a row of the table already.
        """
        place = f"{start}-{end}"
        values = draft(table, self._words(table, "", start, end), place)
        if table == "people":
            same = [row for row in self.standing("people") if row.values["name"] == values["name"]]
            values["person_id"] = same[0].values["person_id"] if same else place
        if table == "actions":
            around = [t for t in self.standing("tasks") if t.values["start"] <= start and end <= t.values["end"]]
            values["task_id"] = around[-1].place if around else None
            siblings = [row for row in self.standing("actions") if row.values["task_id"] == values["task_id"]]
            values["action_no"] = len(siblings)
        return {**values, "start": start, "end": end}

    def judge(self, table: str, place: str, verdict: str, changes: Mapping[str, Any], reviewer: str) -> ReviewedRow:
        """Decides about a row, and returns it as it then is.

        `verdict` is accept, edit, add or reject; `changes` are new values of columns, `start` and `end` among them.
        Raises Refused for what cannot be, StoreError where the database does not take it.
        """
        row = self.rows.get((table, place))
        if row is None:
            if verdict != "add":
                raise Refused("gone", f"no row of {table} at {place}")
            row = ReviewedRow(table, place, place, None)
        after = None if verdict == "reject" else self._changed(row, changes)
        if after is not None:
            verdict = "add" if row.extracted is None else "accept" if after == row.extracted else "edit"
        start, end = map(int, place.split("-"))
        row_id = None if row.extracted is None else row.row_id
        doc_id = self.document["doc_id"]
        decide(self._database, Decision(doc_id, table, row_id, start, end, verdict, row.extracted, after, reviewer))
        self.rows[table, place] = row
        self.refresh(table, place)
        return row

    def refresh(self, table: str, place: str) -> ReviewedRow | None:
        """Reads the decisions about a place again. Returns its row; None where there is none any more."""
        row = self.rows[table, place]
        start, end = map(int, place.split("-"))
        row.decisions = decisions_at(self._database, self.document["doc_id"], table, start, end)
        if row.decisions or row.extracted is not None:
            return row
        del self.rows[table, place]
        return None

    def _read(self, doc_id: str) -> None:
        documents = ROW_TABLES["documents"]
        extracted: dict[str, list[dict[str, Any]]] = {}
        with self._database.transaction() as connection:
            found = connection.execute(sa.select(documents).where(documents.c.doc_id == doc_id)).mappings().first()
            if found is None:
                raise LookupError(f"no article {doc_id}")
            self.document |= found
            for table in REVIEWED:
                columns = ROW_TABLES[table].c
                query = (
                    sa.select(ROW_TABLES[table]).where(columns.doc_id == doc_id).order_by(columns.start, columns.end)
                )
                extracted[table] = [dict(row) for row in connection.execute(query).mappings()]
        places = _places(extracted)
        for table, rows in extracted.items():
            for values in rows:
                row = _row(table, values, places)
                self.rows[table, row.place] = row
        for made in decisions(self._database, doc_id):
            table, place = made.row_table, f"{made.start}-{made.end}"
            self.rows.setdefault((table, place), ReviewedRow(table, place, place, None)).decisions.append(made)

    def _changed(self, row: ReviewedRow, changes: Mapping[str, Any]) -> dict[str, Any]:
        """A row's values with changes. Raises Refused."""
        columns = edited(row.table)
        if unknown := changes.keys() - columns.keys():
            raise Refused("column", "no such column", min(unknown))
        kept = dict(row.values)
        for name, column in columns.items():
            if name in changes or name not in kept:  # what was extracted stays as it is, whatever it is
                kept[name] = checked(column, changes.get(name), self._referable(row, name))
        return _complete(kept, self._words(row.table, row.place, kept["start"], kept["end"]), kept["rule"])

    def _referable(self, row: ReviewedRow, column: str) -> set[str]:
        """The places of the rows that a column may name."""
        if column not in REFERRED:
            return set()
        there, _ = REFERRED[column]
        places = {place for table, place in self.rows if table == there}
        return places | {row.place} if column == "person_id" else places - {row.place}

    def _words(self, table: str, place: str, start: int, end: int) -> str:
        """The words of a row from start to end. Raises Refused where they are none, or those of another row."""
        text: str = self.document["text"]
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise Refused("span", f"no words from {start} to {end}")
        for other in self.standing(table):
            if other.place != place and (other.values["start"], other.values["end"]) == (start, end):
                raise Refused("taken", f"{other.row_id} is there already")
        return text[start:end]


def _places(extracted: Mapping[str, list[dict[str, Any]]]) -> dict[tuple[str, str], str]:
    """The place of each row that a column can name, by column and name; of a person, that of the first mention."""
    places: dict[tuple[str, str], str] = {}
    for column, (table, name_there) in REFERRED.items():
        for values in extracted[table]:
            places.setdefault((column, values[name_there]), f"{values['start']}-{values['end']}")
    return places


def _row(table: str, values: Mapping[str, Any], places: Mapping[tuple[str, str], str]) -> ReviewedRow:
    own = own_id(table)
    row_id = values[own] if own else f"{values['task_id']}/{values['action_no']}"
    kept = {
        name: places.get((name, values[name]), values[name]) if name in REFERRED else values[name]
        for name in edited(table)
    }
    return ReviewedRow(
        table, f"{values['start']}-{values['end']}", row_id, _complete(kept, values["text"], values["rule"])
    )


def _complete(values: dict[str, Any], text: str, rule: str) -> dict[str, Any]:
    if "name" in values:
        values["name_folded"] = fold(values["name"])
    return {**values, "text": text, "rule": rule}
