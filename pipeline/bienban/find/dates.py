"""Dates and periods of the text, as partial ISO dates that never invent a year, month or day."""

from __future__ import annotations

from dataclasses import dataclass

from bienban.segment.reading import Reading


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period at `norm[start:end]`; `first` and `last` are ISO (partial) or None where the text is silent."""

    start: int
    end: int
    first: str | None
    last: str | None


def find_dates(reading: Reading) -> list[DateMention]:
    """All dates and periods, in order, without overlaps."""
    return []
