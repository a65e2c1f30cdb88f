"""The rows of the tables: one frozen, typed class per table, and the only definition of the tables.

Rows that come from text carry `start` and `end`, a half-open range of Unicode code points in `documents.text`,
and `documents.text[start:end] == row.text`. Values that the text does not give are None (lists: empty).
Dates are ISO 8601 strings of the precision that the text gives (`2019`, `2019-08`, `2019-08-15`). `key` names the
columns that identify a row.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Row:
    """What every row has."""

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    doc_id: str


class TextRow(Row):
    """What every row has that points at words of the text."""

    __slots__ = ()
    sent_no: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document(Row):
    """One article."""

    table: ClassVar[str] = "documents"
    key: ClassVar[tuple[str, ...]] = ("doc_id",)
    source: str | None
    title: str | None
    author: str | None
    author_org: str | None
    published: str | None
    text: str
    sha256: str
    n_chars: int
    n_sentences: int
    pipeline_version: str


@dataclass(frozen=True, slots=True)
class Sentence(TextRow):
    """One sentence; `role` is title, caption, heading, byline or body, the role of its paragraph."""

    table: ClassVar[str] = "sentences"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "sent_no")
    sent_no: int
    para_no: int
    start: int
    end: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Word(TextRow):
    """One Vietnamese word of one or more syllables; `pos` where tags were asked for."""

    table: ClassVar[str] = "words"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "word_no")
    sent_no: int
    word_no: int
    start: int
    end: int
    text: str
    pos: str | None


@dataclass(frozen=True, slots=True)
class Fact(TextRow):
    """One stated amount with what it counts or measures."""

    table: ClassVar[str] = "facts"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "fact_id")
    fact_id: str
    sent_no: int
    start: int
    end: int
    text: str
    value: float
    value_high: float | None
    comparator: str
    kind: str
    unit: str | None
    object: str | None
    action: str | None
    change: str | None
    period_start: str | None
    period_end: str | None
    period_text: str | None
    part_of: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class PersonMention(TextRow):
    """One mention of a named individual; the span is the name alone."""

    table: ClassVar[str] = "people"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "mention_id")
    mention_id: str
    sent_no: int
    start: int
    end: int
    text: str
    name: str
    honorific: str | None
    positions: list[str]
    appointed_to: list[str]
    role: str
    person_id: str
    rule: str


@dataclass(frozen=True, slots=True)
class Person(Row):
    """One person of an article, over all mentions."""

    table: ClassVar[str] = "persons"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "person_id")
    person_id: str
    name: str
    positions: list[str]
    n_mentions: int


@dataclass(frozen=True, slots=True)
class DirectiveMention(TextRow):
    """One reference to a guiding document."""

    table: ClassVar[str] = "directives"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "mention_id")
    mention_id: str
    sent_no: int
    start: int
    end: int
    text: str
    doc_type: str
    number: str | None
    issuer: str | None
    issued_on: str | None
    subject: str | None
    directive_id: str
    rule: str


@dataclass(frozen=True, slots=True)
class Directive(Row):
    """One guiding document that an article refers to, over all mentions."""

    table: ClassVar[str] = "directive_registry"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "directive_id")
    directive_id: str
    doc_type: str
    number: str | None
    issuer: str | None
    issued_on: str | None
    subject: str | None
    n_mentions: int


@dataclass(frozen=True, slots=True)
class Task(TextRow):
    """One thing that somebody with the standing to do so says is to be done."""

    table: ClassVar[str] = "tasks"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "task_id")
    task_id: str
    sent_no: int
    start: int
    end: int
    text: str
    ordinal: int | None
    label: str | None
    assigner: str | None
    cue: str
    assignees: list[str]
    coordinators: list[str]
    directives: list[str]
    deadline_text: str | None
    deadline: str | None
    recurrence: str | None
    parent: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Action(TextRow):
    """One thing to do within a task."""

    table: ClassVar[str] = "actions"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "task_id", "action_no")
    task_id: str
    action_no: int
    sent_no: int
    start: int
    end: int
    text: str
    verb: str
    rule: str


ROW_CLASSES: tuple[type[Row], ...] = (
    Document,
    Sentence,
    Word,
    Fact,
    PersonMention,
    Person,
    DirectiveMention,
    Directive,
    Task,
    Action,
)
TABLES: dict[str, type[Row]] = {cls.table: cls for cls in ROW_CLASSES}

_COLUMNS = {table: tuple(field.name for field in fields(cls)) for table, cls in TABLES.items()}


def record(row: Row) -> dict[str, Any]:
    """A row as a dictionary of its columns; `dataclasses.asdict` would copy each value on the way, ten times slower."""
    return {column: getattr(row, column) for column in _COLUMNS[row.table]}
