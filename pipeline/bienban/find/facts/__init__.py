"""Numeric facts: stated amounts with what they count or measure, what happened to it, when, and of which total."""

from __future__ import annotations

from bienban.find.dates import find_dates
from bienban.find.facts.candidates import find_amounts
from bienban.find.facts.comparators import comparator
from bienban.find.facts.frame import frames
from bienban.link.periods import Timed, link_periods
from bienban.link.totals import Part, link_totals
from bienban.model import Fact
from bienban.segment.reading import Cued, Reading, Span


def find_facts(reading: Reading) -> list[Fact]:
    """The numeric facts of an article, in order."""
    dates = find_dates(reading)
    amounts = list(find_amounts(reading, dates))
    described = frames(reading, amounts, dates)
    timed = [
        Timed(
            amount.start,
            max(amount.end, frame.object.end if frame.object else 0),
            amount.kind == "duration" and frame.rule != "duration.subject",
            amount.value if amount.unit == "năm" else None,
        )
        for amount, frame in zip(amounts, described, strict=True)
    ]
    periods = link_periods(reading, dates, timed)
    parts = [
        Part(
            amount.start,
            amount.end,
            amount.value,
            amount.kind,
            amount.unit,
            object=reading.low[slice(*frame.object)] if frame.object else "",
            change=frame.change is not None,
            aside=_is_aside(reading, amount.start),
        )
        for amount, frame in zip(amounts, described, strict=True)
    ]
    totals = link_totals(reading, parts)
    rows = []
    for number, (amount, frame, period, total) in enumerate(zip(amounts, described, periods, totals, strict=True)):
        own = Span(amount.start, amount.end)
        whole = None if total is None else Span(amounts[total].start, amounts[total].end)
        rows.append(
            reading.row(
                Fact,
                *own,
                fact_id=f"f{number}",
                value=Cued(amount.value, own),
                value_high=Cued(amount.high, own),
                comparator=comparator(reading.low, amount),
                kind=Cued(amount.kind, own),
                unit=Cued(amount.unit, own),
                object=frame.object,
                action=frame.action,
                change=Cued(frame.change, frame.action),
                period_start=Cued(period.first, period.text),
                period_end=Cued(period.last, period.text),
                period_text=period.text,
                part_of=Cued(None if total is None else f"f{total}", whole),
                rule=frame.rule,
            )
        )
    return rows


def _is_aside(reading: Reading, position: int) -> bool:
    begin = reading.sentence_at(position).start
    return reading.low.rfind("(", begin, position) > reading.low.rfind(")", begin, position)
