"""By when a task is to be done, and how often."""

from __future__ import annotations

from typing import NamedTuple

import regex

from bienban.find.dates import DateMention, find_dates, last_day, reference_year
from bienban.find.tasks.words import Forms
from bienban.find.tasks.patterns import CONNECTIVE, WORD
from bienban.segment.reading import Reading, Span

_RECURRENCE = Forms("recurrence", "canonical")
# Words before a date that make it a deadline; the first group are surer than the second.
_BY = regex.compile(
    r"(?:(?:chậm nhất|muộn nhất|trễ nhất)(?: là| vào| đến| trong)*|trước(?: hết)?|từ nay (?:cho )?(?:đến|tới)|xong (?:trong|vào))(?: hết| cuối| ngày)*\s$"
)
_IN = regex.compile(r"(?:trong|vào|đến|tới|hết|kết thúc|hoàn thành)(?: dịp| cuối| hết)?\s$")
_SOON = regex.compile(
    r"(?:trong )?(?:thời gian (?:sắp )?tới|thời gian tiếp theo|những (?:tháng|ngày) (?:cuối năm|tới)|giai đoạn tới|từ nay (?:đến|tới) cuối năm|vào cuối kỳ họp)\b"
)
_HAPPENED = regex.compile(r"\b(?:xảy ra|diễn ra|ban hành|ký|từ|sau|kể từ|của|so với|tính đến|đã [\w ]{0,30})(?: ngày| vào)?\s$")
_PURPOSE = regex.compile(r"[\s“\"]*(?:để|nhằm)\b")
# Where a date stands that dates the whole demand: at the start of its clause, or with the tasks that its topic announces.
_OPENS = regex.compile(r"(?:^|[,:] |\b(?:nhiệm vụ|công tác)[\w ]{0,30} )(?:trong )?$")


class Deadline(NamedTuple):
    """The words that say by when, and the day where they fix one."""

    words: Span
    day: str | None


class Calendar:
    """The dates of one article."""

    def __init__(self, reading: Reading) -> None:
        self._low = reading.low
        documents = reading.found("directives")
        dates = find_dates(reading)
        self._year = reference_year(reading, [d for d in dates if not any(m.start <= d.start < m.end for m in documents)])
        self._dates = [
            date.in_year(self._year)
            for date in dates
            if date.until is not None and not any(m.start <= date.start < m.end + 12 for m in documents)
        ]

    def deadline(self, start: int, cue: int, content: int, end: int) -> Deadline | None:
        """The deadline of the task at `start:end`, whose thing to do begins at `content`; None where it has none.

        `cue` is where the cue ends: a date before it dates something else, unless it opens the task.
        """
        asked = cue if start < cue < content else content
        opening = CONNECTIVE.match(self._low, start, end)
        topic = content if _PURPOSE.match(self._low, opening.end() if opening else start, end) else start
        inside = [d for d in self._dates if topic <= d.start and d.end <= end]
        for pattern in (_BY, _IN):
            for date in inside:
                if date.start < asked:
                    continue
                if match := pattern.search(self._low, max(topic, date.start - 30), date.start):
                    return Deadline(Span(match.start(), date.end), self._day(date))
                if _HAPPENED.search(self._low, topic, date.start):
                    continue
                if pattern is _IN and self._low.startswith(("trong", "hết", "giữa", "cuối", "đầu", "đến"), date.start):
                    first = self._by_before(topic, date.start)
                    return Deadline(Span(first, date.end), self._day(date))
        if soon := _SOON.search(self._low, topic, end):
            this_year = f"{self._year}-12-31" if "cuối năm" in soon.group() and self._year else None
            return Deadline(Span(*soon.span()), this_year)
        for date in inside:
            announced = self._low[date.start - 2 : date.start] in (", ", ": ") or date.start == start
            if not announced and not self._low.startswith(("về ", "trong "), start):
                continue
            if date.start < content and date.kind in ("month", "quarter", "year") and _OPENS.search(self._low, topic, date.start) and self._low[date.end : date.end + 1] == ",":
                return Deadline(Span(date.start, date.end), self._day(date))
        return None

    def recurrence(self, start: int, end: int) -> str | None:
        """The first word of the task that says how often."""
        for word in WORD.finditer(self._low, start, end):
            if found := _RECURRENCE.at(self._low, word.start(), end):
                return found[1]
        return None

    def _by_before(self, start: int, at: int) -> int:
        match = regex.compile(r"(?:(?:trước|chậm nhất|muộn nhất|từ nay|vào|là)\s)+$").search(self._low, max(start, at - 30), at)
        return match.start() if match else at

    def _day(self, date: DateMention) -> str | None:
        if date.last is None:
            return None
        middle = self._low.startswith("giữa", date.start) or self._low[: date.start].endswith("giữa ")
        return date.last if middle else last_day(date.last)
