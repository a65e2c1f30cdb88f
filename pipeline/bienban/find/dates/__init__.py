"""Dates and periods of the text, as partial ISO dates that never invent a year, month or day."""

from bienban.find.dates.finder import find_dates
from bienban.find.dates.partial import DateMention, PartialDate, last_day
from bienban.find.dates.reference import reference_year, report_day

__all__ = ["DateMention", "PartialDate", "find_dates", "last_day", "reference_year", "report_day"]
