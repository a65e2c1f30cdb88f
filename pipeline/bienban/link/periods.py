"""Amounts -> the time that each is of: a date of its own sentence, or one set before that still holds.

A period that opens a sentence holds for the rest of its paragraph, one that opens a paragraph for those after it,
until another is given or somebody else speaks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bienban.find.dates import DateMention, PartialDate, reference_year
from bienban.link import period_patterns as p
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import BODY, SentenceSpan

_REPORTING = 150  # characters in which a sentence says who speaks
_OPENING = 4  # sentences in which a report says which year it reports on


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
        self.reading, self.low = reading, reading.low
        self.told = {reading.sentence_at(amount.start).sent_no for amount in amounts}
        names = reading.found("directives")
        starts = [name.start for name in names]
        before = [bisect_right(starts, date.start) for date in dates]
        own = [date for date, at in zip(dates, before, strict=True) if not at or names[at - 1].end <= date.start]
        self.year = reference_year(reading, own)
        dated = (d.since for d in own if d.kind == "month" and d.since and d.since.year)
        self.month = self._month_reviewed(own) or next(dated, None)
        # "tổng kết năm 2023" may be held in 2024.
        opening = (d.since.year for d in own if d.kind == "year" and d.since and d.until and self._opening(d))
        self.reported = next(opening, self.year)
        self.days = {day[1:]: day.year for d in own for day in (d.since, d.until) if day and day.day and day.year}
        by_sentence: dict[int, list[DateMention]] = {}
        for date in own:
            if self._usable(date):
                by_sentence.setdefault(reading.sentence_at(date.start).sent_no, []).append(date)
        self.dates: dict[int, list[DateMention]] = {}
        self.held: dict[int, DateMention | None] = dict(self._carried(by_sentence))

    def period(self, amount: Timed) -> Period:
        """The period of one amount."""
        sentence = self.reading.sentence_at(amount.start)
        here = self.dates.get(sentence.sent_no, [])
        if amount.duration:
            date = self._of_duration(here, amount, sentence)
        else:
            date = self._near(here, amount) or self._held(amount, sentence)
        return Period(date.first, date.last, Span(date.start, date.end)) if date else Period()

    def _held(self, amount: Timed, sentence: SentenceSpan) -> DateMention | None:
        """The date set before, unless the amount is of the meeting, or of a plan or a norm while what was said of that
        date is a result."""
        held = self.held.get(sentence.sent_no)
        if held and p.MEETING.search(self.low, sentence.start, sentence.end):
            return None
        if held is None or not p.NORM.search(self.low, sentence.start, amount.start):
            return held
        source = self.reading.sentence_at(held.start)
        return held if p.NORM.search(self.low, source.start, source.end) else None

    def _opening(self, date: DateMention) -> bool:
        return self.reading.sentence_at(date.start).sent_no < _OPENING

    def _reviewed(self, date: DateMention) -> bool:
        """Whether it is the time on which the meeting reports: "Hội nghị sơ kết công tác 6 tháng đầu năm 2023"."""
        sentence = self.reading.sentence_at(date.start)
        review = self._opening(date) and date.kind in ("months", "range") and date.since and date.since.year
        return bool(review) and p.REVIEW.search(self.low, sentence.start, date.start) is not None

    def _month_reviewed(self, own: Sequence[DateMention]) -> PartialDate | None:
        """The month of "giao ban tháng 12", that of the year before where the meeting is held earlier in its year."""
        opening = [(date, date.since) for date in own if date.since and self._opening(date)]
        held = next((since.month for date, since in opening if date.kind == "day" and since.month), 12)
        for date, since in opening:
            named = date.kind == "month" and p.MONTH_REVIEWED.search(self.low, max(0, date.start - 60), date.start)
            if named and self.year and since.month:
                return since.in_year(self.year - (held < since.month))
        return None

    def _usable(self, date: DateMention) -> bool:
        before = max(0, date.start - 60)
        words = self.low[date.start : date.end]
        if words == "cùng kỳ" or p.BASE.search(self.low, before, date.start):
            return False
        if date.kind == "day" and date.since and date.until:
            on_day = p.ON_DAY.search(self.low, before, date.start) is not None or words.startswith("trong")
            return on_day and not p.OF_DOCUMENT.search(self.low, before, date.start)
        if p.EACH.match(words):
            return self._opens(date) or p.OPENS.search(self.low, before, date.start) is not None
        if p.TERM.match(words):
            return self._opens(date)
        named = date.kind == "range" and not words.startswith("trong")
        if named and p.OF_PLAN.search(self.low, before, date.start):
            return self._opens(date)
        since_only = date.kind != "range" and date.since is not None and date.until is None
        return not since_only or self._opens(date)

    def _opens(self, date: DateMention) -> bool:
        """Whether the date is an adverbial at the begin of its sentence or of a clause: "Năm 2018, …"."""
        sentence = self.reading.sentence_at(date.start)
        if date.start == sentence.start:
            return True
        if p.INTRODUCED.fullmatch(self.low, sentence.start, date.start):
            return True
        opened = p.OPENS.search(self.low, max(0, date.start - 40), date.start) is not None
        return opened and (self.low[date.end : date.end + 1] == "," or self.low[max(0, date.start - 2)] in ".:")

    def _carried(self, by_sentence: dict[int, list[DateMention]]) -> Iterator[tuple[int, DateMention | None]]:
        """For each sentence the date that still holds in it; fills `self.dates` with the dates put into their years."""
        reviewed = next((d for found in by_sentence.values() for d in found if self._reviewed(d)), None)
        section: DateMention | None = None
        paragraph: DateMention | None = None
        para_no = -1
        for sentence in self.reading.sentences[: max(self.told) + 1]:
            begins = sentence.para_no != para_no
            if begins:
                para_no, paragraph, turned = sentence.para_no, None, False
                if reviewed and reviewed.end <= sentence.start:
                    section, reviewed = reviewed, None
            dated = by_sentence.get(sentence.sent_no, [])
            if not (paragraph or section or dated):
                self.dates[sentence.sent_no] = []
                yield sentence.sent_no, None
                continue
            speech = p.SPEECH.search(self.low[sentence.start : min(sentence.end, sentence.start + _REPORTING)])
            if speech:
                paragraph = None
            if speech and begins and sentence.role == BODY:
                section = None
            if p.TURN.match(self.low, sentence.start, sentence.end):
                paragraph, turned = None, True
            held = paragraph or (None if turned else section) if sentence.role == BODY else None
            self.dates[sentence.sent_no] = here = [self._resolved(date, held, sentence) for date in dated]
            yield sentence.sent_no, held
            if sentence.role != BODY:
                continue
            for date in here:
                if self._sets(date, sentence) and self._opens(date):
                    paragraph = date
                    if begins and date.since:
                        section = date

    def _sets(self, date: DateMention, sentence: SentenceSpan) -> bool:
        """Whether a date can be that of later sentences: one not long past, or one of which amounts are told."""
        year = date.since.year if date.since else None
        recent = year is None or (self.year is not None and year >= self.year - 1)
        return _holds(date) and (recent or sentence.sent_no in self.told)

    def _resolved(self, date: DateMention, held: DateMention | None, sentence: SentenceSpan) -> DateMention:
        """The date with the year that the context gives it; a day gets one only from the same day with a year."""
        words = self.low[date.start : date.end]
        if date.kind == "relative":
            if p.THIS_YEAR.match(words):
                year = held.since.year if held and held.since and held.since.year else self.reported
                return date.in_year(year)
            if p.THIS_MONTH.match(words) and self.month:
                return replace(date, since=self.month, until=self.month)
            if date.since == PartialDate() or date.until == PartialDate():
                return replace(date, since=None, until=None)  # "năm nay"
            return date.in_year(self.year)
        parts = date.since or date.until
        if parts is None or parts.year is not None:
            return date
        if parts.day:
            return date.in_year(self.days.get(parts[1:]))
        recent = held.since.year if held and held.since and date.kind in ("quarter", "month") else None
        return date.in_year(recent or self._year_before(date, sentence) or self.year)

    def _year_before(self, date: DateMention, sentence: SentenceSpan) -> int | None:
        if date.kind != "quarter":
            return None
        numbers = range(sentence.sent_no, max(-1, sentence.sent_no - 3), -1)
        earlier = (d for number in numbers for d in reversed(self.dates.get(number, ())) if d.start < date.start)
        return next((d.since.year for d in earlier if d.since and d.since.year), None)

    def _near(self, here: Sequence[DateMention], amount: Timed) -> DateMention | None:
        following = bisect_right(here, amount.start, key=lambda date: date.start)
        if following < len(here) and here[following].start - amount.end <= 1:  # "5,6% năm 2021"
            return here[following]
        if following:
            date = here[following - 1]
            named = p.MEETING_NAME.search(self.low, max(0, date.start - 60), date.start)
            return None if named else date
        return here[0] if here and self._belongs(here[0], amount) else None

    def _belongs(self, date: DateMention, amount: Timed) -> bool:
        """Whether a date after the amount is of it: "tăng 8% vào tháng 3", not "… thực hiện kế hoạch năm 2024"."""
        if p.CLAUSE_BREAK.search(self.low, amount.end, date.start):
            return False
        if p.SHARE_OF_PLAN.fullmatch(self.low, amount.start, date.start):
            return True
        adverbial = p.ADVERBIAL.match(self.low, date.start) or self.low.endswith("vào ", 0, date.start)
        return date.start - amount.end <= 2 or bool(adverbial)

    def _of_duration(self, here: Sequence[DateMention], amount: Timed, sentence: SentenceSpan) -> DateMention | None:
        """A duration has only a range that spells it out: "3 năm …, từ năm 2019 đến nay", "44 năm … (1975 - 2019)"."""
        at = bisect_right(here, amount.start, key=lambda date: date.start)
        for date in here[max(0, at - 1) : at + 1]:
            if date.kind == "range" and date.start >= amount.end:
                spelled = p.PARENTHESIS.match(self.low, amount.end, date.start) or self._opens(date)
                return date if spelled else None
            if date.end <= amount.start and p.DASH.fullmatch(self.low, date.end, amount.start):
                return replace(date, since=date.until)
        before = here[at - 1] if at else None
        if (
            before
            and p.IN_YEAR.match(self.low, before.start)
            and not p.CLAUSE_BREAK.search(self.low, before.end, amount.start)
        ):
            return before  # "trong năm 2018, nhân kỷ niệm 45 năm …"
        held = self.held.get(sentence.sent_no)
        for span in (before, held):
            if span and amount.years and span.kind == "range" and _years(span) == amount.years:
                return span  # "Giai đoạn 2016-2020, … 5 năm liền"
        within = p.WITHIN.search(self.low, max(sentence.start, amount.start - 8), amount.start)
        return held if held and held.kind == "months" and within else None


def _years(date: DateMention) -> int | None:
    """How many years a range of whole years has."""
    first, last = date.since, date.until
    if first is None or last is None or first.year is None or last.year is None or first.month or last.month:
        return None
    return last.year - first.year + 1


def _holds(date: DateMention) -> bool:
    """Whether a date can be that of later sentences: no day of the meeting, no day up to which something is counted.

    "Đến năm 2030, …" can: it is that of all the targets that follow.
    """
    if date.since is None:
        return date.until is None or date.kind == "year"
    return date.since.day is None or date.kind == "range"
