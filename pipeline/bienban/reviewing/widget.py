"""`bienban.review`: the articles of a database in a notebook, their rows to be accepted, corrected or rejected.

The front end (widget.js) shows and asks; all that is known or decided is here and in the database. Needs the extra
`review`.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

try:
    import anywidget
    import traitlets
except ImportError as error:
    raise ImportError("bienban.review needs more packages: pip install 'bienban[review]'") from error

from bienban.reviewing.article import ReviewedArticle, ReviewedRow
from bienban.reviewing.doubt import Doubts, waiting
from bienban.reviewing.values import Refused, edited
from bienban.store.columns import Column
from bienban.store.database import Database, open_database
from bienban.store.errors import StoreError
from bienban.store.reviews import REFERRED, REVIEWED, undo

_HERE = Path(__file__).parent
_LANGUAGES = ("vi", "en")


def review(target: str = "sqlite:///bienban.db", *, reviewer: str | None = None, language: str = "vi") -> ReviewWidget:
    """A widget with the articles of a database that `bienban extract` has written.

    `reviewer` signs the decisions (default: the name that this computer knows you by); `language` is vi or en, and can
    be switched in the widget. Raises StoreError where there is no such database, ValueError for another language.
    """
    if language not in _LANGUAGES:
        raise ValueError(f"no language {language!r} (there are: {', '.join(_LANGUAGES)})")
    open_database(target, create=False).close()  # to review makes no database that is not there
    return ReviewWidget(open_database(target, create=True), reviewer or getpass.getuser(), language)


class ReviewWidget(anywidget.AnyWidget):
    """The kernel's side of the widget: answers what the front end asks, one message for each."""

    _esm = _HERE / "widget.js"
    _css = _HERE / "widget.css"
    language = traitlets.Unicode().tag(sync=True)
    columns = traitlets.Dict().tag(sync=True)

    def __init__(self, database: Database, reviewer: str, language: str) -> None:
        editors = {table: [_editor(column) for column in edited(table).values()] for table in REVIEWED}
        super().__init__(language=language, columns=editors)
        self.reviewer = reviewer
        self._database = database
        self._doubts = Doubts(database)
        self._article: ReviewedArticle | None = None
        self._seen: set[str] = set()
        self.on_msg(self._answer)

    def __repr__(self) -> str:
        return f"<review of {self._database.target}>"

    def _answer(self, _widget: object, asked: Mapping[str, Any], _buffers: object) -> None:
        answers: dict[str, Callable[..., dict[str, Any]]] = {
            "open": self._open,
            "judge": self._judge,
            "draft": self._draft,
            "undo": self._undo,
        }
        try:
            self.send(answers[asked["do"]](**asked["with"]))
        except Refused as refused:
            self.send({"is": "refused", "reason": refused.reason, "column": refused.column, "message": str(refused)})
        except (StoreError, LookupError) as error:
            self.send({"is": "refused", "reason": "failed", "column": "", "message": str(error)})

    def _open(self, doc_id: str | None = None, table: str | None = None, rule: str | None = None) -> dict[str, Any]:
        """An article; without `doc_id` the next one with undecided rows, of a table and rule where these are given."""
        self._doubts = Doubts(self._database)
        queue = waiting(self._database, self._doubts)
        if doc_id is None:
            fits = [w.doc_id for w in queue if any(table in (None, of) and rule in (None, by) for of, by in w.rows)]
            if self._seen.issuperset(fits):  # once round: the skipped ones again, but not this one
                self._seen = {self._article.document["doc_id"]} if self._article else set()
            doc_id = next((waits for waits in fits if waits not in self._seen), None)
        if doc_id is None and self._article is None and queue:
            doc_id = queue[0].doc_id
        if doc_id is None:
            return {"is": "done"}
        self._article = ReviewedArticle(self._database, doc_id)
        titles = {waits.doc_id: waits.title for waits in queue}
        self._seen.add(doc_id)
        return {
            "is": "article",
            "document": {"doc_id": doc_id, "title": titles[doc_id], "text": self._article.document["text"]},
            "rows": [self._shown(row) for row in self._article.rows.values()],
            "outdated": [
                {
                    "table": made.row_table,
                    "text": (made.after or made.before or {}).get("text"),
                    "verdict": made.verdict,
                }
                for made in self._article.outdated
            ],
            "articles": [
                {"doc_id": article.doc_id, "title": article.title, "left": sum(article.rows.values())}
                for article in queue
            ],
        }

    def _judge(self, table: str, place: str, verdict: str, changes: Mapping[str, Any]) -> dict[str, Any]:
        return {"is": "row", "row": self._shown(self._opened.judge(table, place, verdict, changes, self.reviewer))}

    def _draft(self, table: str, start: int, end: int) -> dict[str, Any]:
        return {"is": "draft", "table": table, "values": self._opened.draft(table, start, end)}

    def _undo(self) -> dict[str, Any]:
        made = undo(self._database, self.reviewer)
        if made is None:
            raise Refused("nothing", "nothing to undo")
        if made.doc_id != self._opened.document["doc_id"]:
            return self._open(made.doc_id)
        place = f"{made.start}-{made.end}"
        row = self._opened.refresh(made.row_table, place)
        return {"is": "row", "row": self._shown(row) if row else None, "was": [made.row_table, place]}

    @property
    def _opened(self) -> ReviewedArticle:
        if self._article is None:
            raise LookupError("no article is open")
        return self._article

    def _shown(self, row: ReviewedRow) -> dict[str, Any]:
        """A row as the front end gets it."""
        last = {made.reviewer: made.verdict for made in row.decisions}
        deciding = row.decisions[-1].reviewer if row.decisions else None
        record = self._doubts.record(row.table, row.values["rule"])
        return {
            "table": row.table,
            "place": row.place,
            "id": row.row_id,
            "verdict": row.verdict,
            "reviewer": deciding,
            "others": [[who, verdict] for who, verdict in last.items() if who != deciding and verdict != row.verdict],
            "values": row.values,
            "extracted": row.extracted if row.decisions else None,
            "doubt": self._doubts.of(row.table, row.values),
            "record": record,
            "missing": self._doubts.missing(row.table, row.values),
        }


def _editor(column: Column) -> dict[str, Any]:
    """How the front end edits a column."""
    kinds = {int: "whole", float: "number", list: "list", str: "text"}
    kind = "date" if column.form is date else "row" if column.name in REFERRED else kinds[column.type]
    choices = column.form if isinstance(column.form, tuple) else ()
    return {
        "name": column.name,
        "kind": "choice" if choices else kind,
        "choices": choices,
        "nullable": column.nullable,
        "meaning": column.meaning,
        "refers": REFERRED[column.name][0] if column.name in REFERRED else None,
    }
