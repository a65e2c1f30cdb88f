"""The columns of a row class, and rows as plain values, for every kind of store."""

from __future__ import annotations

import builtins
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple, get_args, get_type_hints

from bienban.model import TABLES, Row, record


class Column(NamedTuple):
    """A column's name, its Python type (str, int, float or list), whether it may be null, and what it means.

    `form` is what its strings must be: one of these, a date (ISO 8601, of any precision), or anything (None).
    """

    name: str
    type: type
    nullable: bool
    meaning: str
    form: tuple[str, ...] | builtins.type[date] | None


def _columns(cls: type[Row]) -> tuple[Column, ...]:
    hints = get_type_hints(cls, include_extras=True)
    found = []
    for field in fields(cls):
        hint, meaning, form = (*get_args(hints[field.name]), None)[:3]
        options = get_args(hint) or (hint,)
        listed = hint == list[str]
        nullable = not listed and type(None) in options
        said = f"{meaning}: {', '.join(form)}" if isinstance(form, tuple) else meaning
        found.append(Column(field.name, list if listed else options[0], nullable, said, form))
    return tuple(found)


#: The columns of each table, in order.
COLUMNS: dict[str, tuple[Column, ...]] = {table: _columns(cls) for table, cls in TABLES.items()}


# What PostgreSQL refuses in a text (NUL), and UTF-8 (half of a surrogate pair: names of files can hold one).
_REFUSED = re.compile("[\x00\ud800-\udfff]")


def storable(tables: Mapping[str, Sequence[Row]]) -> Mapping[str, Sequence[Row]]:
    """The rows of whole articles as every store takes them: a character that some store refuses is U+FFFD in all."""
    documents = (value for row in tables["documents"] for value in record(row).values() if isinstance(value, str))
    if not any(map(_REFUSED.search, documents)):
        return tables
    return {table: [_replaced(row) for row in rows] for table, rows in tables.items()}


def storable_text(text: str) -> str:
    """A text without what some store refuses."""
    return _REFUSED.sub("\ufffd", text)


def _replaced(row: Row) -> Row:
    values = record(row)
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = storable_text(value)
        elif isinstance(value, list):
            values[name] = [storable_text(item) for item in value]
    return type(row)(**values)


def as_json(value: object) -> str:
    """JSON with Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def plain_numbers(values: Mapping[str, Any]) -> dict[str, Any]:
    """Whole floats as integers: text formats would write 1e+16, and 5403.0 for 5403 members."""
    return {
        name: int(value) if isinstance(value, float) and value.is_integer() else value for name, value in values.items()
    }
