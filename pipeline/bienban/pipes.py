"""The stages as spaCy components, each registered under its own name.

A stage writes its rows, as plain data, to `doc.user_data["bienban"][TABLE]`, so that pickle and
`DocBin(store_user_data=True)` keep them, and shows them as `doc.spans[TABLE]`, whose spans give their row back by
`span._.row`. Spans are made of whole tokens; the exact offsets are the row's.
Warnings about the numbers of its lists stand in `doc.user_data["bienban.warnings"]`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from bienban.model import TABLES, TextRow, record
from bienban.read.article import Article
from bienban.segment.outline import OutlineWarning
from bienban.segment.reading import Reading
from bienban.segment.words import find_words
from bienban.stages import STAGES, Stage

KEY = "bienban"
ARTICLE_KEY = "bienban.article"
WARNINGS_KEY = "bienban.warnings"


def rows_of(doc: Doc, table: str) -> list[Any]:
    """The rows that a stage left in a `Doc`, as objects of the table's class; [] where the stage did not run."""
    return [TABLES[table](**_plain(values)) for values in doc.user_data.get(KEY, {}).get(table, ())]


def warnings_of(doc: Doc) -> list[OutlineWarning]:
    """What is wrong with the numbers of the article's lists; [] where the stage of sentences did not run."""
    return [OutlineWarning(**values) for values in doc.user_data.get(WARNINGS_KEY, ())]


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    # DocBin gives lists back as tuples.
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


class Component:
    """One stage as a pipe: reads what earlier stages left in the `Doc`, adds rows of its own tables."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, with this stage's tables replaced."""
        reading = reading_of(doc)
        self.stage(reading)
        for table in self.stage.tables:
            rows = reading.rows(table)
            doc.user_data.setdefault(KEY, {})[table] = [record(row) for row in rows]
            doc.spans[table] = [_span(doc, row, number) for number, row in enumerate(rows)]
        return doc


class SentenceComponent(Component):
    """The stage of sentences, which spaCy knows too: `doc.sents`. It warns of lists whose numbers do not add up."""

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc` with its sentences; blanks between two belong to the first."""
        super().__call__(doc)
        doc.user_data[WARNINGS_KEY] = [warning._asdict() for warning in reading_of(doc).warnings]
        starts: Any = np.full((len(doc), 1), -1)  # spaCy's "no"; its own setter looks at the whole Doc each time
        starts[[0, *(span.start for span in doc.spans["sentences"])][: len(doc)]] = 1
        return doc.from_array(["SENT_START"], starts.astype("uint64"))


# The stages of one run share their reading of the text; it is no part of the `Doc`, whose data must stay plain.
_READINGS: WeakKeyDictionary[Doc, Reading] = WeakKeyDictionary()


def reading_of(doc: Doc) -> Reading:
    """The reading that the stages of a run share, with the rows found so far and the cues behind them."""
    if doc not in _READINGS:
        found = {table: rows_of(doc, table) for table in doc.user_data.get(KEY, {})}
        article = Article(doc.text, **doc.user_data.get(ARTICLE_KEY, {}))  # what `bienban.make_doc` was told
        _READINGS[doc] = Reading(article, found)
    return _READINGS[doc]


def _span(doc: Doc, row: TextRow, number: int) -> Span:
    # Several rows may stand at one place, so a span finds its row by table and number, not by offsets.
    whole = doc.char_span(row.start, row.end, alignment_mode="expand")
    assert whole is not None  # the tokens cover the text
    return Span(doc, whole.start, whole.end, label=row.table, span_id=str(number))


def _row_of(span: Span) -> dict[str, Any] | None:
    rows = span.doc.user_data.get(KEY, {}).get(span.label_, ())
    # Of its table no row but its own is made: a text has as many spans as words.
    return _plain(rows[int(span.id_)]) if span.id_.isdigit() and int(span.id_) < len(rows) else None


if not Span.has_extension("row"):
    Span.set_extension("row", getter=_row_of)


@Language.factory("bienban_sentences")
def sentences(nlp: Language, name: str) -> Component:
    """Paragraph roles and sentences."""
    return SentenceComponent(STAGES["bienban_sentences"])


@Language.factory("bienban_words", default_config={"pos": False})
def words(nlp: Language, name: str, pos: bool) -> Component:
    """Words; with `pos`, their part-of-speech tags too."""
    return Component(replace(STAGES["bienban_words"], find=partial(find_words, pos=pos)))


@Language.factory("bienban_directives")
def directives(nlp: Language, name: str) -> Component:
    """Guiding documents."""
    return Component(STAGES["bienban_directives"])


@Language.factory("bienban_facts")
def facts(nlp: Language, name: str) -> Component:
    """Numeric facts. Amounts inside the names that `bienban_directives` found are none."""
    return Component(STAGES["bienban_facts"])


@Language.factory("bienban_people")
def people(nlp: Language, name: str) -> Component:
    """People with their posts and roles."""
    return Component(STAGES["bienban_people"])


@Language.factory("bienban_tasks")
def tasks(nlp: Language, name: str) -> Component:
    """Tasks and their actions; assigners and directives come from the stages before."""
    return Component(STAGES["bienban_tasks"])
