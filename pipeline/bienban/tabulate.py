"""Readings and Docs -> the rows of all tables, and DataFrames of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from bienban.link.directives import register
from bienban.link.people import author_of, gather
from bienban.model import TABLES, Document, record
from bienban.segment.reading import Reading
from bienban.store.columns import storable

if TYPE_CHECKING:
    import pandas as pd
    from spacy.tokens import Doc

_VERSION = version("bienban")

#: What an article becomes: a list of rows for each table.
Tables = dict[str, list[Any]]


def tables_of(read: Reading | Doc) -> Tables:
    """All rows of one article, by table, in the tables' order. Stages that did not run leave their tables empty."""
    reading = read if isinstance(read, Reading) else _reading_of(read)
    tables: Tables = {table: reading.rows(table) for table in TABLES}
    tables["persons"] = list(gather(tables["people"]))
    tables["directive_registry"] = list(register(tables["directives"]))
    article = reading.article
    sentences = tables["sentences"]
    byline = author_of(article.text, tables["people"])
    tables["documents"] = [
        Document(
            doc_id=article.doc_id,
            source=article.source,
            title=article.title or next((row.text for row in sentences if row.role == "title"), None),
            author=byline.author or article.author,
            author_org=byline.author_org,
            published=article.published,
            text=article.text,
            sha256=article.sha256,
            n_chars=len(article.text),
            n_sentences=len(sentences),
            pipeline_version=_VERSION,
        )
    ]
    return tables


def _reading_of(doc: Doc) -> Reading:
    from bienban.pipes import reading_of  # here: who has no Doc needs no spaCy

    return reading_of(doc)


def to_frames(docs: Iterable[Reading | Doc]) -> dict[str, pd.DataFrame]:
    """One DataFrame per table, with the table's columns even where it has no rows.

    Every `Doc` gives rows, also where two have the same text. Raises TypeError for one `Doc` in place of several.
    """
    import pandas as pd

    if hasattr(docs, "user_data"):  # asked in this way, because `extract` has no need of spaCy
        raise TypeError("to_frames takes several Docs: to_frames([doc])")
    rows: Tables = {table: [] for table in TABLES}
    for doc in docs:
        for table, found in storable(tables_of(doc)).items():
            rows[table] += found
    return {
        table: pd.DataFrame([record(row) for row in rows[table]], columns=[f.name for f in fields(cls)])
        for table, cls in TABLES.items()
    }
