"""What a reviewer may write into a column, and what a new row holds before she writes anything."""

from __future__ import annotations

import math
from collections.abc import Collection
from datetime import date
from typing import Any

import regex

from bienban.find.numbers import read_amount
from bienban.model import COMPARATORS, KINDS, ROLES
from bienban.read.normal import canonical, lower
from bienban.store.columns import COLUMNS, Column, storable_text
from bienban.store.reviews import REFERRED, own_id

_ISO = regex.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_GREATEST = 2**63 - 1


class Refused(ValueError):
    """A decision that cannot be; `reason` and `column` tell a widget which of its messages to show."""

    def __init__(self, reason: str, message: str, column: str = "") -> None:
        super().__init__(f"{column}: {message}" if column else message)
        self.reason = reason
        self.column = column


def edited(table: str) -> dict[str, Column]:
    """The columns of a row that a reviewer decides, by name; its words follow from its place."""
    kept = {"doc_id", "sent_no", "text", "rule", own_id(table)}
    return {column.name: column for column in COLUMNS[table] if column.name not in kept}


def checked(column: Column, value: Any, places: Collection[str] = ()) -> Any:
    """A value as the column holds it. Raises Refused for one that it cannot hold.

    `places` are those of the rows to which a column that names another row may refer.
    """
    if value is None or (value == "" and column.type is not list):
        if column.nullable:
            return None
        raise Refused("required", "a value is required", column.name)
    if column.type is list:
        return _list(column, value)
    if column.type in (int, float):
        return _number(column, value)
    text = _text(column, value)
    if isinstance(column.form, tuple) and text not in column.form:
        raise Refused("choice", f"one of {', '.join(column.form)}, not {text!r}", column.name)
    if column.form is date and not _is_date(text):
        raise Refused("date", f"a date such as 2023, 2023-06 or 2023-06-30, not {text!r}", column.name)
    if column.name in REFERRED and text not in places:
        raise Refused("row", f"no row at {text}", column.name)
    return text


def _text(column: Column, value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("text", f"text, not {value!r}", column.name)
    text = value.strip()
    if not text or storable_text(text) != text:
        raise Refused("text", "text without control characters", column.name)
    return text


def _list(column: Column, value: Any) -> list[str]:
    if not isinstance(value, list):
        raise Refused("list", f"a list of texts, not {value!r}", column.name)
    return [_text(column, item) for item in value]


def _number(column: Column, value: Any) -> float | int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Refused("number", f"a number, not {value!r}", column.name)
    if column.type is float:
        return float(value)
    if value != int(value) or not 0 <= value <= _GREATEST:
        raise Refused("whole", f"a whole number from 0 up, not {value!r}", column.name)
    return int(value)


def _is_date(text: str) -> bool:
    found = _ISO.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def draft(table: str, text: str, place: str) -> dict[str, Any]:
    """The values of a new row over these words, as far as they tell; what is required and unknown is None."""
    values: dict[str, Any] = {name: [] if column.type is list else None for name, column in edited(table).items()}
    first, _, _ = text.partition(" số ")
    told: dict[str, dict[str, Any]] = {
        "facts": {"comparator": COMPARATORS[0], **_amount(text)},
        "people": {"name": " ".join(text.split()), "role": ROLES[-1], "person_id": place},
        "directives": {"doc_type": first.strip(), "directive_id": " ".join(text.split())},
        "tasks": {"cue": "yêu cầu"},
        "actions": {"verb": text.split()[0] if text.split() else None},
    }
    return values | told[table]


def _amount(text: str) -> dict[str, Any]:
    low = lower(canonical(text))
    amount = read_amount(low, 0, len(low))
    if amount is None:
        return {"kind": KINDS[0]}
    return {"value": amount.value, "value_high": amount.high, "kind": amount.kind, "unit": amount.unit}
