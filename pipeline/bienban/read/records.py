"""Rows of a table -> articles: which column holds what, and what its values mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timezone
from email.utils import parsedate_to_datetime
from textwrap import shorten
from typing import Any

import regex

from bienban.read.article import Article
from bienban.read.decode import characters, conversion_of, decode
from bienban.read.source import Source, UnreadableArticle, digest, make_article

_NO_DAY = regex.compile(r"\s*(\d{4}([/-]\d\d?)?|((tháng\s+)?\d\d?[/-])\d{4})\s*", regex.IGNORECASE)
_YEAR_FIRST = regex.compile(
    r"(?<!\d)(?P<year>\d{4})"
    r"(?:(?P<month>\d\d)(?P<day>\d\d)|(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?))(?!\d)"
)
_UNIX_TIME = regex.compile(r"(?P<seconds>1\d{9})(\d{3})?(\.\d+)?")  # or milliseconds; from 2001 to 2033
_DAY = regex.compile(r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Columns:
    """The name of the column that holds the text, and so on; None: the column of that name, where there is one."""

    id: str | None = None
    text: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    source: str | None = None

    def names(self) -> dict[str, str]:
        """What the columns are called, by what they hold."""
        return {field.name: getattr(self, field.name) or field.name for field in fields(self)}

    def among(self, header: Iterable[str]) -> dict[str, str]:
        """Those of the columns that a table has. Raises UnreadableArticle where it lacks the text or a chosen one."""
        there = list(header)
        for kind, name in self.names().items():
            if name not in there and (kind == "text" or getattr(self, kind)):
                raise UnreadableArticle(f'no column "{name}" for {kind} (columns: {_listed(there)})')
        return {kind: name for kind, name in self.names().items() if name in there}


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table: its values, by what they hold."""

    name: str
    container: str
    values: Mapping[str, Any]

    def read(self) -> Article:
        """The article. Raises UnreadableArticle."""
        values = {kind: _text(kind, value) for kind, value in self.values.items() if kind != "published"}
        text = values.get("text")
        if text is None:
            raise UnreadableArticle("no text: the value is null")
        convert = conversion_of(text)
        row_id = values.get("id")
        return make_article(
            convert(text),
            source=values.get("source") or (f"{self.container}:{row_id}" if row_id else self.name),
            title=convert(values.get("title") or "") or None,
            author=convert(values.get("author") or "") or None,
            published=self._published()[0],
        )

    def remark(self) -> str | None:
        """What is wrong with the day of publication, without which the article is read all the same."""
        return self._published()[1]

    def _published(self) -> tuple[str | None, str | None]:
        try:
            return _day(self.values.get("published")), None
        except UnreadableArticle as reason:
            return None, f"{reason}; left out"

    def fingerprint(self) -> str:
        """Of the values, by what they hold."""
        return digest(*(repr(item).encode() for item in sorted(self.values.items())))


@dataclass(frozen=True, slots=True)
class JsonLine:
    """A line of a JSONL file."""

    name: str
    container: str
    line: bytes
    columns: Columns

    def read(self) -> Article:
        """The article. Raises UnreadableArticle."""
        return self.record().read()

    def record(self) -> Record:
        """The line as a row. Raises UnreadableArticle."""
        try:
            found = json.loads(decode(self.line))
        except json.JSONDecodeError as error:
            raise UnreadableArticle(f"no JSON: {error.msg} at character {error.pos}") from None
        except (ValueError, RecursionError) as error:
            raise UnreadableArticle(f"no JSON: {error}") from None
        if not isinstance(found, dict):
            raise UnreadableArticle(f"no JSON object, but {_KINDS.get(type(found), 'null')}")
        names = self.columns.names()
        if names["text"] not in found:
            raise UnreadableArticle(f'no "{names["text"]}" for text (there are: {_listed(found)})')
        return Record(self.name, self.container, {kind: found.get(name) for kind, name in names.items()})

    def fingerprint(self) -> str:
        """Of the line, and the columns that are looked for in it."""
        return digest(repr(self.columns).encode(), self.line.rstrip())


def remark_on(source: Source) -> str | None:
    """What is wrong with a source that is an article all the same; None where nothing is."""
    row = source.record() if isinstance(source, JsonLine) else source
    return row.remark() if isinstance(row, Record) else None


_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "a string"}


def _listed(names: Iterable[str]) -> str:
    return shorten(", ".join(names), 200, placeholder=" …")


def _text(kind: str, value: Any) -> str | None:
    """A value as text; numbers may be ids."""
    if isinstance(value, bytes):
        text, bad_byte = characters(value)
        return text if bad_byte is None else conversion_of(text, bad_byte)(text)
    if kind == "id" and isinstance(value, int):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableArticle(f"{kind} is {_KINDS.get(type(value), f'of type {type(value).__name__}')}, not text")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UnreadableArticle(f"{kind} is no Unicode: half a surrogate pair at character {error.start}") from None
    return value


def _day(value: Any) -> str | None:
    """The day of a date, a time (of Unix: in UTC), or words with a day in them; None for a month or a year alone."""
    if isinstance(value, date | datetime):
        return value.isoformat()[:10]
    words = str(value) if type(value) in (int, float) else _text("published", value)
    if not words or not words.strip() or _NO_DAY.fullmatch(words):
        return None
    if unix := _UNIX_TIME.fullmatch(words):
        return datetime.fromtimestamp(int(unix["seconds"]), timezone.utc).date().isoformat()
    try:
        if found := _YEAR_FIRST.search(words) or _DAY.search(words):
            return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
        return parsedate_to_datetime(words).date().isoformat()  # as feeds have it: "Sun, 03 Nov 2024 11:00:00 +0700"
    except (ValueError, TypeError):  # TypeError: from a day that Python 3.10 cannot read
        pass
    raise UnreadableArticle(f"published is no day: {words[:40]!r} (expected as 2024-03-05 or 5/3/2024)")
