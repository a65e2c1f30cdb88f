"""Amounts -> the time that each is of: a date of its own sentence, or one set before that still holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bienban.find.dates import DateMention
from bienban.link import period_patterns as p
from bienban.link.respective import respective
from bienban.link.timeline import Timeline
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import SentenceSpan


class Period(NamedTuple):
    """First and last day, month or year as partial ISO dates, and the words that say so; all None for no period."""

    first: str | None = None
    last: str | None = None
    text: Span | None = None


class Timed(NamedTuple):
    """An amount as this module sees it: where it stands with its object, and whether it is a mere duration; `years` are
    its own."""

    start: int
    end: int
    duration: bool
    years: float | None


def link_periods(reading: Reading, dates: Sequence[DateMention], amounts: Sequence[Timed]) -> list[Period]:
    """The period of each amount, in order."""
    if not dates or not amounts:
        return [Period()] * len(amounts)
    linker = _Linker(reading, [date for date in dates if date.kind != "time"], amounts)
    return [linker.period(amount) for amount in amounts]


class _Linker:
    def __init__(self, reading: Reading, dates: Sequence[DateMention], amounts: Sequence[Timed]) -> None:
        self._reading, self._low = reading, reading.low
        self._timeline = Timeline(reading, dates, {reading.sentence_at(amount.start).sent_no for amount in amounts})
        self._respective = respective(reading, self._timeline.dates, amounts)

    def period(self, amount: Timed) -> Period:
        """The period of one amount."""
        sentence = self._reading.sentence_at(amount.start)
        here = self._timeline.dates.get(sentence.sent_no, [])
        date: DateMention | None
        if amount.start in self._respective:
            date = self._respective[amount.start]
        elif amount.duration:
            date = self._of_duration(here, amount, sentence)
        else:
            date = self._near(here, amount) or self._held(amount, sentence)
        return Period(date.first, date.last, Span(date.start, date.end)) if date else Period()

    def _held(self, amount: Timed, sentence: SentenceSpan) -> DateMention | None:
        """The date set before, unless the amount is of the meeting, or of a plan or a norm while what was said of that
        date is a result."""
        held = self._timeline.held.get(sentence.sent_no)
        if held and p.MEETING.search(self._low, sentence.start, sentence.end):
            return None
        if held is None or not p.NORM.search(self._low, sentence.start, amount.start):
            return held
        source = self._reading.sentence_at(held.start)
        return held if p.NORM.search(self._low, source.start, source.end) else None

    def _near(self, here: Sequence[DateMention], amount: Timed) -> DateMention | None:
        following = bisect_right(here, amount.start, key=lambda date: date.start)
        if following < len(here) and here[following].start - amount.end <= 1:  # "5,6% năm 2021"
            return here[following]
        if following:
            date = here[following - 1]
            named = p.MEETING_NAME.search(self._low, max(0, date.start - 60), date.start)
            return None if named else date
        return here[0] if here and self._belongs(here[0], amount) else None

    def _belongs(self, date: DateMention, amount: Timed) -> bool:
        """Whether a date after the amount is of it: "tăng 8% vào tháng 3", not "… thực hiện kế hoạch năm 2024"."""
        if p.CLAUSE_BREAK.search(self._low, amount.end, date.start):
            return False
        if p.SHARE_OF_PLAN.fullmatch(self._low, amount.start, date.start):
            return True
        adverbial = p.ADVERBIAL.match(self._low, date.start) or self._low.endswith("vào ", 0, date.start)
        return date.start - amount.end <= 2 or bool(adverbial)

    def _of_duration(self, here: Sequence[DateMention], amount: Timed, sentence: SentenceSpan) -> DateMention | None:
        """A duration has only a range that spells it out: "3 năm …, từ năm 2019 đến nay", "44 năm … (1975 - 2019)"."""
        at = bisect_right(here, amount.start, key=lambda date: date.start)
        for date in here[max(0, at - 1) : at + 1]:
            if date.kind == "range" and date.start >= amount.end:
                spelled = p.PARENTHESIS.match(self._low, amount.end, date.start) or self._timeline.opens(date)
                return date if spelled else None
            if date.end <= amount.start and p.DASH.fullmatch(self._low, date.end, amount.start):
                return replace(date, since=date.until)
        before = here[at - 1] if at else None
        if (
            before
            and p.IN_YEAR.match(self._low, before.start)
            and not p.CLAUSE_BREAK.search(self._low, before.end, amount.start)
        ):
            return before  # "trong năm 2018, nhân kỷ niệm 45 năm …"
        held = self._timeline.held.get(sentence.sent_no)
        for span in (before, held):
            if span and amount.years and span.kind == "range" and _years(span) == amount.years:
                return span  # "Giai đoạn 2016-2020, … 5 năm liền"
        within = p.WITHIN.search(self._low, max(sentence.start, amount.start - 8), amount.start)
        return held if held and held.kind == "months" and within else None


def _years(date: DateMention) -> int | None:
    """How many years a range of whole years has."""
    first, last = date.since, date.until
    if first is None or last is None or first.year is None or last.year is None or first.month or last.month:
        return None
    return last.year - first.year + 1
