"""Many articles through the pipeline into a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from spacy.language import Language

from bienban.model import TABLES, Row
from bienban.pipeline import make_doc
from bienban.read.files import UnreadableArticle, read_article, sources
from bienban.tabulate import Tables, tables_of

#: Articles in one transaction: fewer cost time, more cost memory.
BATCH = 500


class Store(Protocol):
    """What takes the rows of a batch of articles."""

    def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
        """Keeps the rows; raises when it cannot."""


@dataclass(slots=True)
class Outcome:
    """Rows written by table, and how many files were rejected."""

    rows: Counter[str] = field(default_factory=Counter)
    rejected: int = 0


def run(nlp: Language, paths: Iterable[Path], store: Store, report: Callable[[str], None]) -> Outcome:
    """Extracts the articles behind paths into a store, in order.

    A file that cannot be read or extracted is reported by name and reason, and the others go on; a text that an
    earlier file of the run held already is reported and stored once. What the store raises ends the run.
    """
    outcome = Outcome()
    first_source: dict[str, str] = {}
    batch: Tables = {table: [] for table in TABLES}
    for path in sources(paths):
        try:
            article = read_article(path)
            if article.doc_id in first_source:
                report(f"{path}: same text as {first_source[article.doc_id]}, stored once")
                continue
            tables = tables_of(nlp(make_doc(nlp, article)))
        except UnreadableArticle as reason:
            report(f"{path}: {reason}")
            outcome.rejected += 1
            continue
        except Exception as error:  # one bad article must not cost the run
            report(f"{path}: extraction failed: {type(error).__name__}: {error}")
            outcome.rejected += 1
            continue
        first_source[article.doc_id] = str(path)
        for table, rows in tables.items():
            batch[table] += rows
            outcome.rows[table] += len(rows)
        if len(batch["documents"]) == BATCH:
            store.write(batch)
            batch = {table: [] for table in TABLES}
    store.write(batch)
    return outcome
