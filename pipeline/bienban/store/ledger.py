"""The ledger of a database: what became of each source, written with the article's rows or not at all.

Several sources may have the same text. It is stored once, as the source says it whose name comes first of those that
this version has read: in whatever order sources are read, the rows are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import sqlalchemy as sa

from bienban.store.columns import storable_text
from bienban.store.schema import LEDGER_TABLE, REJECTS_TABLE

_SOURCE, _DOC_ID = LEDGER_TABLE.c.source, LEDGER_TABLE.c.doc_id
_COLUMNS = [column for column in LEDGER_TABLE.c if column.name != "state"]


@dataclass(frozen=True, slots=True)
class Reject:
    """Why a source gave no article, and where it can be had again: a `file` as named in a `folder`.

    `folder` is None for standard input; `columns` are the options that said which columns of a table hold what.
    """

    stage: str
    reason: str
    traceback: str | None
    folder: str | None
    file: str
    columns: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a source: its article (`doc_id`), or why there is none (`reject`; not read back by `known`).

    `sha256` is that of what was read, None for what is to be read again in any case; `words` says whether the table of
    words was asked for.
    """

    source: str
    sha256: str | None
    pipeline_version: str
    lexicon_version: str
    words: bool
    doc_id: str | None = None
    reject: Reject | None = None

    def settles(self, other: Entry) -> bool:
        """Whether what `other` asks for need not be done, because this was."""
        ours, theirs = ((it.sha256, it.pipeline_version, it.lexicon_version) for it in (self, other))
        return ours == theirs and self.sha256 is not None and self.words >= other.words


class Written(NamedTuple):
    """What was stored: rows by table, the sources whose text another one speaks for, and those to be read again."""

    rows: Counter[str]
    twins: Mapping[str, str]
    heirs: Collection[str]


class Recorded(NamedTuple):
    """What entries in the ledger entail: the `sources` that they are of, the owner of each of their articles, which is
    the source that speaks for it, the articles that no source has any more (`orphans`), and the sources that must be
    read again, because those that spoke for their articles have another text now (`heirs`)."""

    sources: Collection[str]
    owners: Mapping[str, str]
    orphans: Collection[str]
    heirs: Collection[str]


def known(connection: sa.Connection, sources: Collection[str]) -> dict[str, Entry]:
    """The entries of sources, by source."""
    rows = connection.execute(sa.select(*_COLUMNS).where(_SOURCE.in_(sources)))
    return {row.source: Entry(**row._mapping) for row in rows}


def rejects(connection: sa.Connection) -> list[Entry]:
    """All sources that were rejected, with the reasons, in order."""
    details = [column for column in REJECTS_TABLE.c if column.name != "source"]
    query = sa.select(*_COLUMNS).join(REJECTS_TABLE).add_columns(*details).order_by(_SOURCE)
    found = []
    for row in connection.execute(query):
        values = dict(row._mapping)
        reject = Reject(**{column.name: values.pop(column.name) for column in details})
        found.append(Entry(**values, reject=reject))
    return found


def record(connection: sa.Connection, entries: Sequence[Entry]) -> Recorded:
    """Puts entries, one for each source, in place of what there was of these sources. Articles are written after it."""
    new = {entry.source: entry for entry in entries}
    if not new:
        return Recorded((), {}, (), ())
    before = connection.execute(sa.select(_SOURCE, _DOC_ID).where(_SOURCE.in_(new), _DOC_ID.is_not(None))).all()
    connection.execute(LEDGER_TABLE.delete().where(_SOURCE.in_(new)))
    connection.execute(LEDGER_TABLE.insert(), [_ledger_row(entry) for entry in entries])
    if refused := [_reject_row(entry.source, entry.reject) for entry in entries if entry.reject]:
        connection.execute(REJECTS_TABLE.insert(), refused)

    version = entries[0].pipeline_version, entries[0].lexicon_version
    ours = sa.tuple_(LEDGER_TABLE.c.pipeline_version, LEDGER_TABLE.c.lexicon_version) == version
    owners = _first(connection, {entry.doc_id for entry in entries if entry.doc_id}, ours)

    left = {doc_id: source for source, doc_id in sorted(before, reverse=True) if new[source].doc_id != doc_id}
    remaining = _first(connection, left)
    heirs = {source for doc_id, source in remaining.items() if left[doc_id] < source} - new.keys()
    if heirs:
        connection.execute(LEDGER_TABLE.update().where(_SOURCE.in_(heirs)).values(sha256=None))
    return Recorded(new.keys(), owners, left.keys() - remaining.keys(), heirs)


def _first(connection: sa.Connection, doc_ids: Collection[str], *conditions: Any) -> dict[str, str]:
    """The first of the sources of each article, in the order of code points, which is no database's business."""
    rows = connection.execute(sa.select(_SOURCE, _DOC_ID).where(_DOC_ID.in_(doc_ids), *conditions))
    return {doc_id: source for source, doc_id in sorted(rows, reverse=True)}


def _ledger_row(entry: Entry) -> dict[str, Any]:
    values: dict[str, Any] = {column.name: getattr(entry, column.name) for column in _COLUMNS}
    return {**values, "state": "rejected" if entry.reject else "done"}


def _reject_row(source: str, reject: Reject) -> dict[str, Any]:
    values = {field.name: getattr(reject, field.name) for field in fields(Reject)}
    texts = {name: storable_text(value) for name, value in values.items() if isinstance(value, str)}
    return {**values, **texts, "source": source}
