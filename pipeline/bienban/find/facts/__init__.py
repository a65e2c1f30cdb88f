"""Numeric facts: stated amounts with what they count or measure, what happened to it, when, and of which total."""

from __future__ import annotations

from bienban.find.dates import find_dates
from bienban.find.facts.candidates import find_amounts
from bienban.find.facts.comparators import comparator
from bienban.find.facts.frame import frames
from bienban.model import Fact
from bienban.segment.reading import Reading


def find_facts(reading: Reading) -> list[Fact]:
    """The numeric facts of an article, in order."""
    dates = find_dates(reading)
    amounts = list(find_amounts(reading, dates))
    return [
        reading.row(
            Fact,
            amount.start,
            amount.end,
            fact_id=f"f{number}",
            value=amount.value,
            value_high=amount.high,
            comparator=comparator(reading.low, amount),
            kind=amount.kind,
            unit=amount.unit,
            object=frame.object,
            action=frame.action,
            change=frame.change,
            period_start=None,
            period_end=None,
            period_text=None,
            part_of=None,
            rule=frame.rule,
        )
        for number, (amount, frame) in enumerate(zip(amounts, frames(reading, amounts, dates), strict=True))
    ]
