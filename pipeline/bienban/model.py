"""The rows of the tables: one frozen, typed class per table, and the only definition of the tables.

Rows that come from text carry `start` and `end`, a half-open range of Unicode code points in `documents.text`,
and `documents.text[start:end] == row.text`. Values that the text does not give are None (lists: empty).
Dates are ISO 8601 strings of the precision that the text gives (`2019`, `2019-08`, `2019-08-15`). `key` names the
columns that identify a row; `references` those that name a row of another table of the same article, and that table.
A column's meaning stands in its type, and becomes its comment in a database; so does what its strings must be: one of
several, or a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, Any, ClassVar

DocId = Annotated[str, "the article: the first 16 hexadecimal digits of the SHA-256 of its text"]
SentNo = Annotated[int, "number of the sentence in the article, from 0"]
Start = Annotated[int, "first character in documents.text, counted in Unicode code points from 0"]
End = Annotated[int, "character of documents.text after the last one"]
Text = Annotated[str, "the words of documents.text from start to end"]
Rule = Annotated[str, "name of the rule that made the row"]
PersonId = Annotated[str, "the person: the same for all mentions in the article"]
DirectiveId = Annotated[str, "the document referred to, as type and number or name: the same for all mentions"]
TaskId = Annotated[str, "the task within its article"]
DocType = Annotated[str, "type word of the document in its usual capitals: Chỉ thị"]
Number = Annotated[str | None, "number as printed, without spaces: 91-CT/TW; null where the document is only named"]
Issuer = Annotated[str | None, "body that issued the document, as said or as its number tells"]
IssuedOn = Annotated[str | None, "date given with the document, ISO 8601", date]
Subject = Annotated[str | None, "what the document is about, verbatim"]
Mentions = Annotated[int, "how often the article mentions it"]

COMPARATORS = ("eq", "approx", "gt", "ge", "lt", "le")
KINDS = tuple("count money percent area length mass volume duration energy age score rate other".split())
ROLES = ("author", "chair", "speaker", "attendee", "subject")


@dataclass(frozen=True, slots=True)
class Row:
    """What every row has."""

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    references: ClassVar[Mapping[str, str]] = {}
    doc_id: DocId


class TextRow(Row):
    """What every row has that points at words of the text."""

    __slots__ = ()
    sent_no: SentNo
    start: Start
    end: End
    text: Text


@dataclass(frozen=True, slots=True)
class Document(Row):
    """One article."""

    table: ClassVar[str] = "documents"
    key: ClassVar[tuple[str, ...]] = ("doc_id",)
    source: Annotated[str | None, "where the article came from"]
    title: Annotated[str | None, "title of the article"]
    author: Annotated[str | None, "who signs the article in its byline"]
    author_org: Annotated[str | None, "body named with the author in the byline"]
    published: Annotated[str | None, "day of publication, ISO 8601"]
    text: Annotated[str, "the article as it was read: what all offsets count in"]
    sha256: Annotated[str, "SHA-256 of the text, hexadecimal"]
    n_chars: Annotated[int, "length of the text in Unicode code points"]
    n_sentences: Annotated[int, "number of sentences"]
    pipeline_version: Annotated[str, "version of bienban that read the article"]


@dataclass(frozen=True, slots=True)
class Sentence(TextRow):
    """One sentence; `role` is title, caption, heading, byline or body, the role of its paragraph."""

    table: ClassVar[str] = "sentences"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "sent_no")
    sent_no: SentNo
    para_no: Annotated[int, "number of the paragraph in the article, from 0"]
    start: Start
    end: End
    role: Annotated[str, "title, caption, heading, byline or body: the role of its paragraph"]
    text: Text


@dataclass(frozen=True, slots=True)
class Word(TextRow):
    """One Vietnamese word of one or more syllables; `pos` where tags were asked for."""

    table: ClassVar[str] = "words"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "word_no")
    references: ClassVar[Mapping[str, str]] = {"sent_no": "sentences"}
    sent_no: SentNo
    word_no: Annotated[int, "number of the word in the article, from 0"]
    start: Start
    end: End
    text: Text
    pos: Annotated[str | None, "part of speech, where tags were asked for"]


@dataclass(frozen=True, slots=True)
class Fact(TextRow):
    """One stated amount with what it counts or measures."""

    table: ClassVar[str] = "facts"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "fact_id")
    references: ClassVar[Mapping[str, str]] = {"sent_no": "sentences", "part_of": "facts"}
    fact_id: Annotated[str, "the fact within its article"]
    sent_no: SentNo
    start: Start
    end: End
    text: Text
    value: Annotated[float, "the amount with its magnitude applied"]
    value_high: Annotated[float | None, "upper end of a range"]
    comparator: Annotated[str, "how the amount is bounded", COMPARATORS]
    kind: Annotated[str, "kind of amount", KINDS]
    unit: Annotated[str | None, "canonical unit (VND, %, ha, năm …); null for a count"]
    object: Annotated[str | None, "what is counted or measured, verbatim"]
    action: Annotated[str | None, "verb that says what happened to it, verbatim"]
    change: Annotated[str | None, "where the amount is itself a change", ("increase", "decrease")]
    period_start: Annotated[str | None, "beginning of the time that the amount is of, ISO 8601", date]
    period_end: Annotated[str | None, "end of the time that the amount is of, ISO 8601", date]
    period_text: Annotated[str | None, "the words that say the time, verbatim"]
    part_of: Annotated[str | None, "fact_id of the total of which the amount is a part"]
    rule: Rule


@dataclass(frozen=True, slots=True)
class PersonMention(TextRow):
    """One mention of a named individual; the span is the name alone."""

    table: ClassVar[str] = "people"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "mention_id")
    references: ClassVar[Mapping[str, str]] = {"sent_no": "sentences", "person_id": "persons"}
    mention_id: Annotated[str, "the mention within its article"]
    sent_no: SentNo
    start: Start
    end: End
    text: Text
    name: Annotated[str, "the person's full name in ordinary capitals"]
    honorific: Annotated[str | None, "honorific in lower case (đồng chí, ông, bà …)"]
    positions: Annotated[list[str], "posts that stand with the mention, verbatim"]
    appointed_to: Annotated[list[str], "posts that the clause confers, verbatim"]
    role: Annotated[str, "the person's part in what the article tells", ROLES]
    person_id: PersonId
    rule: Rule


@dataclass(frozen=True, slots=True)
class Person(Row):
    """One person of an article, over all mentions."""

    table: ClassVar[str] = "persons"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "person_id")
    person_id: PersonId
    name: Annotated[str, "full name in ordinary capitals"]
    positions: Annotated[list[str], "all posts, in order of appearance"]
    n_mentions: Mentions


@dataclass(frozen=True, slots=True)
class DirectiveMention(TextRow):
    """One reference to a guiding document."""

    table: ClassVar[str] = "directives"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "mention_id")
    references: ClassVar[Mapping[str, str]] = {"sent_no": "sentences", "directive_id": "directive_registry"}
    mention_id: Annotated[str, "the mention within its article"]
    sent_no: SentNo
    start: Start
    end: End
    text: Text
    doc_type: DocType
    number: Number
    issuer: Issuer
    issued_on: IssuedOn
    subject: Subject
    directive_id: DirectiveId
    rule: Rule


@dataclass(frozen=True, slots=True)
class Directive(Row):
    """One guiding document that an article refers to, over all mentions."""

    table: ClassVar[str] = "directive_registry"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "directive_id")
    directive_id: DirectiveId
    doc_type: DocType
    number: Number
    issuer: Issuer
    issued_on: IssuedOn
    subject: Subject
    n_mentions: Mentions


@dataclass(frozen=True, slots=True)
class Task(TextRow):
    """One thing that somebody with the standing to do so says is to be done."""

    table: ClassVar[str] = "tasks"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "task_id")
    references: ClassVar[Mapping[str, str]] = {"sent_no": "sentences", "parent": "tasks"}
    task_id: TaskId
    sent_no: SentNo
    start: Start
    end: End
    text: Text
    ordinal: Annotated[int | None, "number of a list's item"]
    label: Annotated[str | None, "label of a list's item, verbatim"]
    assigner: Annotated[str | None, "person (full name) or body that assigns the task"]
    cue: Annotated[str, "word that makes it a task, verbatim (yêu cầu, phải, cần …)"]
    assignees: Annotated[list[str], "who is to do it, verbatim, one per body"]
    coordinators: Annotated[list[str], "with whom, verbatim"]
    directives: Annotated[list[str], "directive_id of each document that the task carries out"]
    deadline_text: Annotated[str | None, "the words that say by when, verbatim"]
    deadline: Annotated[str | None, "by when, ISO 8601", date]
    recurrence: Annotated[str | None, "how often, verbatim in lower case (hằng năm, định kỳ …)"]
    parent: Annotated[str | None, "task_id of the task that opens the list"]
    rule: Rule


@dataclass(frozen=True, slots=True)
class Action(TextRow):
    """One thing to do within a task."""

    table: ClassVar[str] = "actions"
    key: ClassVar[tuple[str, ...]] = ("doc_id", "task_id", "action_no")
    references: ClassVar[Mapping[str, str]] = {"sent_no": "sentences", "task_id": "tasks"}
    task_id: TaskId
    action_no: Annotated[int, "number of the action in its task, from 0"]
    sent_no: SentNo
    start: Start
    end: End
    text: Text
    verb: Annotated[str, "main verb of the thing to do"]
    rule: Rule


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
