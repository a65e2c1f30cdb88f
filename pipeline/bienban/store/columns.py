"""The columns of a row class, and rows as plain values, for every kind of store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, NamedTuple, get_args, get_type_hints

from bienban.model import TABLES, Row, record


class Column(NamedTuple):
    """A column's name, its Python type (str, int, float or list), and whether it may be null."""

    name: str
    type: type
    nullable: bool


def _columns(cls: type[Row]) -> tuple[Column, ...]:
    hints = get_type_hints(cls)
    found = []
    for field in fields(cls):
        options = get_args(hints[field.name]) or (hints[field.name],)
        listed = hints[field.name] == list[str]
        found.append(Column(field.name, list if listed else options[0], not listed and type(None) in options))
    return tuple(found)


#: The columns of each table, in order.
COLUMNS: dict[str, tuple[Column, ...]] = {table: _columns(cls) for table, cls in TABLES.items()}


def flat_record(row: Row) -> dict[str, Any]:
    """A row as a dictionary for stores that have no lists: they become JSON arrays."""
    return {name: as_json(value) if isinstance(value, list) else value for name, value in record(row).items()}


def as_json(value: object) -> str:
    """JSON with Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def plain_numbers(values: Mapping[str, Any]) -> dict[str, Any]:
    """Whole floats as integers: text formats would write 1e+16, and 5403.0 for 5403 members."""
    return {
        name: int(value) if isinstance(value, float) and value.is_integer() else value for name, value in values.items()
    }
