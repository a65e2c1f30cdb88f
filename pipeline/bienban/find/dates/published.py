"""What the day of publication says of a date: "năm nay", "hôm qua", "tháng trước", a day without a year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

import regex

from bienban.find.dates.partial import DateMention, PartialDate

_SHIFT = {"này": 0, "nay": 0, "trước": -1, "qua": -1, "ngoái": -1, "tới": 1, "sau": 1}
_SPAN = regex.compile(r"(?P<unit>năm|quý|tháng) (?:vừa )?(?P<shift>này|nay|trước|qua|ngoái|tới|sau)$")
_DAY = regex.compile(r"(?:hôm|sáng|trưa|chiều|tối|đêm) (?P<shift>nay|qua)$")


def day_of(published: str | None) -> date | None:
    """The day of publication, None where there is none or it is no whole ISO date."""
    try:
        day = date.fromisoformat(published or "")
    except ValueError:
        return None
    return day if date.min.year < day.year < date.max.year else None  # the years around it are asked for


def anchored(mention: DateMention, words: str, published: date) -> DateMention:
    """The mention with what is missing from its dates taken from the day of publication; `words` are its own."""
    if found := _DAY.search(words):
        day = published + timedelta(days=_SHIFT[found["shift"]])
        point = PartialDate(day.year, day.month, day.day)
        return replace(mention, kind="day", since=point, until=point)
    if mention.kind == "relative" and (found := _SPAN.search(words)):
        since, until = _span(found["unit"], _SHIFT[found["shift"]], published)
        return replace(mention, since=since, until=until)
    if mention.kind == "relative":
        return mention
    return replace(mention, since=_nearest(mention.since, published), until=_nearest(mention.until, published))


def _span(unit: str, shift: int, published: date) -> tuple[PartialDate, PartialDate]:
    if unit == "năm":
        year = PartialDate(published.year + shift)
        return year, year
    size = 3 if unit == "quý" else 1
    first = 12 * published.year + (published.month - 1) // size * size + shift * size
    last = first + size - 1
    return PartialDate(first // 12, first % 12 + 1), PartialDate(last // 12, last % 12 + 1)


def _nearest(point: PartialDate | None, published: date) -> PartialDate | None:
    """A day without a year in the year that brings it nearest to publication; other dates as they are."""
    if point is None or point.year is not None or not (point.month and point.day):
        return point
    days = [point.in_year(published.year + shift) for shift in (-1, 0, 1)]
    real = {_distance(day, published): day for day in days if _exists(day)}
    return real[min(real)] if real else point


def _exists(day: PartialDate) -> bool:
    return (day.day or 1) <= monthrange(day.year or 1, day.month or 1)[1]


def _distance(day: PartialDate, published: date) -> int:
    return abs((date(day.year or 1, day.month or 1, day.day or 1) - published).days)
