"""By when a task is to be done, and how often."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

import regex

from bienban.find.dates import DateMention, find_dates, last_day, reference_year, report_day
from bienban.find.tasks.patterns import CONNECTIVE, WORD
from bienban.find.tasks.words import Forms
from bienban.segment.reading import Mention, Reading, Span

_RECURRENCE = Forms("recurrence", "canonical")

# Words before a date that make it a deadline; the first are surer than the second.
_BY = regex.compile(
    r"(?:(?:chậm nhất|muộn nhất|trễ nhất)(?: là| vào| đến| trong)*|trước(?: hết)?|từ nay (?:cho )?(?:đến|tới)"
    r"|xong (?:trong|vào))(?: hết| cuối| ngày| dịp| \d{1,2}(?:h\d{0,2}| giờ))*\s$"
)
_IN = regex.compile(r"(?:trong|vào|đến|tới|hết)(?: dịp| cuối| hết)?\s$")
_FROM_NOW = "từ nay"
# Words at the start of a date's own span that make it one.
_WITHIN = ("trong", "hết", "giữa", "cuối", "đầu", "đến", _FROM_NOW)
_SOON = regex.compile(
    r"(?:trong )?(?:thời gian (?:sắp )?tới|thời gian tiếp theo|những (?:tháng|ngày) (?:cuối năm|tới)|giai đoạn tới"
    r"|\d+ (?:năm|quý|tháng|tuần|ngày) tới"
    r"|từ nay (?:đến|tới) cuối năm(?! \d)|(?:vào )?cuối (?:kỳ họp|hội nghị|phiên họp)"
    r"|(?<!những )(?<!các )(?:năm|quý|tháng|tuần) (?:tới|sau))\b"
)
_WHEN = ("giữa", "cuối", "đầu", _FROM_NOW)
_PURPOSE = regex.compile(r"[\s“\"]*(?:để|nhằm)\b")
# A date after these is the time of something else.
_HAPPENED = regex.compile(
    r"\b(?:xảy ra|diễn ra|(?<!và )ban hành|ký|từ|sau|kể từ|của|so với|tính đến"
    r"|đã (?:(?!để )[\w ]){0,30}|(?:kỳ|phiên|cuộc) họp[\w ]{0,20})"
    r"(?: ngày| vào)?\s$"
)
# A time right after these is said of them ("nhiệm vụ trọng tâm cuối năm").
_BELONGS = regex.compile(r"\b(?:tháng|trọng tâm|nhiệm vụ|đợt|dịp|vụ|thị trường|kế hoạch|hoạt động|còn lại)\s$")
# Where a date stands that dates the whole demand: at the start of its clause, or with the tasks that a topic announces.
_OPENS = regex.compile(r"(?:^|[,:] |\b(?:nhiệm vụ|công tác)[\w ]{0,30} )(?:trong )?$")
# What is to be avoided by then is no deadline ("không để dồn việc vào cuối năm").
_AVOIDED = regex.compile(r"\b(?:không (?:để|được)|tránh|dồn)\b[^,;.]*$")
_CONTEXT = 60  # characters before a date that say what it is
# "nhấn mạnh | năm 2024 phải …".
_TOLD = regex.compile(r"\b(?:nhấn mạnh|nêu rõ|chỉ rõ|khẳng định|lưu ý|rằng)\s$")
_NEXT_YEAR = regex.compile(r",? (?:của )?năm (?:sau|tới)\b")
_PERIODS = ("month", "quarter", "year")
_SUBJECT = 12  # characters after a document in which a date is its own


class Deadline(NamedTuple):
    """The words that say by when, and the day where they fix one."""

    words: Span
    day: str | None


class Calendar:
    """The dates of one article, without those of its documents."""

    def __init__(self, reading: Reading) -> None:
        self._low = reading.low
        documents = reading.found("directives")
        dates = [date for date in find_dates(reading) if not _is_of_document(reading.low, date, documents)]
        self._year = reference_year(reading, dates)
        self._today = report_day(reading, dates, self._year)
        self._dates = [self._due(date) for date in dates if date.until is not None]

    def deadline(self, start: int, cue: int, content: int, end: int) -> Deadline | None:
        """The deadline of the task at `start:end`, whose thing to do begins at `content`; None where it has none.

        `cue` is where the cue ends: a date before it dates something else, unless it opens the task.
        """
        asked = max(start, min(cue, content))
        connective = CONNECTIVE.match(self._low, start, end)
        opening = connective.end() if connective else start
        topic = content if _PURPOSE.match(self._low, opening, end) else start
        inside = self._between(topic, end)
        return (
            self._by(topic, [date for date in inside if date.start >= asked])
            or self._soon(topic, end)
            or self._announced(start, topic, [date for date in inside if date.start < content])
        )

    def recurrence(self, start: int, end: int) -> str | None:
        """The first word of the task that says how often."""
        while word := WORD.search(self._low, start, end):
            found = _RECURRENCE.longest(self._low, word.start(), end)
            if found and found[1] != "none":
                return found[1]
            start = found[0] if found else word.end()
        return None

    def _due(self, date: DateMention) -> DateMention:
        """The date in the year of the report; the next one where the text says so or where it has passed."""
        here = date.in_year(self._year)
        if self._year is None or date.until is None or date.kind in ("year", "relative"):
            return here
        if follows := _NEXT_YEAR.match(self._low, date.end):
            until = date.until._replace(year=self._year + 1)
            return replace(date, end=follows.end(), since=date.since and until, until=until)
        past = date.until.year is None and here.last and self._today and last_day(here.last) < self._today
        return date.in_year(self._year + 1) if past else here

    def _between(self, start: int, end: int) -> list[DateMention]:
        first = bisect_left(self._dates, start, key=lambda date: date.start)
        last = bisect_left(self._dates, end, key=lambda date: date.start)
        return [date for date in self._dates[first:last] if date.end <= end]

    def _by(self, topic: int, dates: list[DateMention]) -> Deadline | None:
        for pattern in (_BY, _IN):
            for date in dates:
                before = max(topic, date.start - _CONTEXT)
                if pattern is _IN and _AVOIDED.search(self._low, before, date.start):
                    continue
                if match := pattern.search(self._low, before, date.start):
                    return Deadline(Span(match.start(), date.end), self._day(date))
                happened = _HAPPENED.search(self._low, before, date.start)
                if self._low.startswith(_WHEN, date.start):
                    happened = happened or _BELONGS.search(self._low, before, date.start)
                if pattern is _IN and not happened and self._low.startswith(_WITHIN, date.start):
                    return Deadline(Span(date.start, date.end), self._day(date))
        return None

    def _soon(self, topic: int, end: int) -> Deadline | None:
        match = _SOON.search(self._low, topic, end)
        if match is None:
            return None
        years = {"cuối năm": 0, "năm tới": 1, "năm sau": 1}
        ends = [self._year + ahead for words, ahead in years.items() if self._year and words in match.group()]
        return Deadline(Span(*match.span()), f"{ends[0]}-12-31" if ends else None)

    def _announced(self, start: int, topic: int, dates: list[DateMention]) -> Deadline | None:
        """A month, quarter or year before the cue that dates all of the demand ("Năm 2024, các xã cần …")."""
        for date in dates:
            by = _BY.search(self._low, max(topic, date.start - _CONTEXT), date.start)
            if by and by.start() == topic and self._low.startswith(",", date.end):
                return Deadline(Span(topic, date.end), self._day(date))
            told = _TOLD.search(self._low, max(topic, date.start - _CONTEXT), date.start)
            opens = told or self._low[date.start - 2 : date.start] in (", ", ": ") or date.start == start
            period = date.kind in _PERIODS or self._low.startswith(_FROM_NOW, date.start)
            closed = period and self._low.startswith((",", " phải ", " cần "), date.end)
            topical = opens or self._low.startswith(("về ", "trong "), start)
            first = (
                told or date.start == start or _OPENS.search(self._low, max(topic, date.start - _CONTEXT), date.start)
            )
            if closed and topical and first:
                return Deadline(Span(date.start, date.end), self._day(date))
        return None

    def _day(self, date: DateMention) -> str | None:
        if date.last is None:
            return None
        middle = self._low.startswith("giữa", date.start) or self._low.endswith("giữa ", 0, date.start)
        return date.last if middle else last_day(date.last)


def _is_of_document(low: str, date: DateMention, documents: list[Mention]) -> bool:
    opened = low.rfind("“", 0, date.start)
    if low.rfind("”", 0, date.start) < opened and low.startswith("về ", opened - 3):
        return True  # in the quoted title of a document
    number = bisect_left(documents, date.start + 1, key=lambda m: m.start) - 1
    if number < 0 or date.start >= documents[number].end + _SUBJECT:
        return False
    return _BY.search(low, documents[number].end, date.start) is None
