"""Dates of an article -> which of them can be the period of an amount, in their years, and which still holds where.

A period that opens a sentence holds for the rest of its paragraph, one that opens a paragraph for those after it,
until another is given or somebody else speaks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bienban.find.dates import DateMention, PartialDate, reference_year
from bienban.link import period_patterns as p
from bienban.segment.reading import Reading
from bienban.segment.sentences import BODY, SentenceSpan

_REPORTING = 150  # characters in which a sentence says who speaks
_OPENING = 4  # sentences in which a report says which year it reports on


class Timeline:
    """`dates` holds, by sentence, the dates that can be a period, put into their years; `held` the one set before that
    still holds there. Sentences after the last of `told`, those that tell amounts, are not followed.
    """

    def __init__(self, reading: Reading, dates: Sequence[DateMention], told: set[int]) -> None:
        self._reading, self._low, self._told = reading, reading.low, told
        names = reading.found("directives")
        starts = [name.start for name in names]
        before = [bisect_right(starts, date.start) for date in dates]
        own = [date for date, at in zip(dates, before, strict=True) if not at or names[at - 1].end <= date.start]
        self._year = reference_year(reading, own)
        dated = (d.since for d in own if d.kind == "month" and d.since and d.since.year)
        self._month = self._month_reviewed(own) or next(dated, None)
        # "tổng kết năm 2023" may be held in 2024.
        opening = (d.since.year for d in own if d.kind == "year" and d.since and d.until and self._opening(d))
        self._reported = next(opening, self._year)
        self._days = {day[1:]: day.year for d in own for day in (d.since, d.until) if day and day.day and day.year}
        by_sentence: dict[int, list[DateMention]] = {}
        for date in own:
            if self._usable(date):
                by_sentence.setdefault(reading.sentence_at(date.start).sent_no, []).append(date)
        self.dates: dict[int, list[DateMention]] = {}
        self.held: dict[int, DateMention | None] = dict(self._carried(by_sentence))

    def _opening(self, date: DateMention) -> bool:
        return self._reading.sentence_at(date.start).sent_no < _OPENING

    def _reviewed(self, date: DateMention) -> bool:
        """Whether it is the time on which the meeting reports: "Hội nghị sơ kết công tác 6 tháng đầu năm 2023"."""
        sentence = self._reading.sentence_at(date.start)
        review = self._opening(date) and date.kind in ("months", "range") and date.since and date.since.year
        return bool(review) and p.REVIEW.search(self._low, sentence.start, date.start) is not None

    def _month_reviewed(self, own: Sequence[DateMention]) -> PartialDate | None:
        """The month of "giao ban tháng 12", that of the year before where the meeting is held earlier in its year."""
        opening = [(date, date.since) for date in own if date.since and self._opening(date)]
        held = next((since.month for date, since in opening if date.kind == "day" and since.month), 12)
        for date, since in opening:
            named = date.kind == "month" and p.MONTH_REVIEWED.search(self._low, max(0, date.start - 60), date.start)
            if named and self._year and since.month:
                return since.in_year(self._year - (held < since.month))
        return None

    def _usable(self, date: DateMention) -> bool:
        before = max(0, date.start - 60)
        words = self._low[date.start : date.end]
        if words == "cùng kỳ" or p.BASE.search(self._low, before, date.start):
            return False
        if date.kind == "day" and date.since and date.until:
            on_day = p.ON_DAY.search(self._low, before, date.start) is not None or words.startswith("trong")
            return on_day and not p.OF_DOCUMENT.search(self._low, before, date.start)
        if p.EACH.match(words):
            return self.opens(date) or p.OPENS.search(self._low, before, date.start) is not None
        if p.TERM.match(words):  # not that of a congress: "Đại hội lần thứ X, nhiệm kỳ 2020-2025, …"
            return self.opens(date) and p.CONGRESS.search(self._low, before, date.start) is None
        named = date.kind == "range" and not words.startswith("trong")
        if named and p.OF_PLAN.search(self._low, before, date.start):
            return self.opens(date)
        since_only = date.kind != "range" and date.since is not None and date.until is None
        return not since_only or self.opens(date)

    def opens(self, date: DateMention) -> bool:
        """Whether the date is an adverbial at the begin of its sentence or of a clause: "Năm 2018, …"."""
        sentence = self._reading.sentence_at(date.start)
        if date.start == sentence.start:
            return True
        if p.INTRODUCED.fullmatch(self._low, sentence.start, date.start):
            return True
        opened = p.OPENS.search(self._low, max(0, date.start - 40), date.start) is not None
        return opened and (self._low[date.end : date.end + 1] == "," or self._low[max(0, date.start - 2)] in ".:")

    def _carried(self, by_sentence: dict[int, list[DateMention]]) -> Iterator[tuple[int, DateMention | None]]:
        """For each sentence the date that still holds in it; fills `self.dates` with the dates put into their years."""
        reviewed = next((d for found in by_sentence.values() for d in found if self._reviewed(d)), None)
        section: DateMention | None = None
        paragraph: DateMention | None = None
        para_no = -1
        for sentence in self._reading.sentences[: max(self._told) + 1]:
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
            speech = p.SPEECH.search(self._low[sentence.start : min(sentence.end, sentence.start + _REPORTING)])
            if speech:
                paragraph = None
            if speech and begins and sentence.role == BODY:
                section = None
            if p.TURN.match(self._low, sentence.start, sentence.end):
                paragraph, turned = None, True
            held = paragraph or (None if turned else section) if sentence.role == BODY else None
            self.dates[sentence.sent_no] = here = [self._resolved(date, held, sentence) for date in dated]
            yield sentence.sent_no, held
            if sentence.role != BODY:
                continue
            for date in here:
                if self._sets(date, sentence) and self.opens(date):
                    paragraph = date
                    if begins and date.since:
                        section = date

    def _sets(self, date: DateMention, sentence: SentenceSpan) -> bool:
        """Whether a date can be that of later sentences: one not long past, or one of which amounts are told."""
        year = date.since.year if date.since else None
        recent = year is None or (self._year is not None and year >= self._year - 1)
        return _holds(date) and (recent or sentence.sent_no in self._told)

    def _resolved(self, date: DateMention, held: DateMention | None, sentence: SentenceSpan) -> DateMention:
        """The date with the year that the context gives it; a day gets one only from the same day with a year."""
        words = self._low[date.start : date.end]
        if date.kind == "relative":
            if p.THIS_YEAR.match(words):
                year = held.since.year if held and held.since and held.since.year else self._reported
                return date.in_year(year)
            if p.THIS_MONTH.match(words) and self._month:
                return replace(date, since=self._month, until=self._month)
            if date.since == PartialDate() or date.until == PartialDate():
                return replace(date, since=None, until=None)  # "năm nay"
            return date.in_year(self._year)
        parts = date.since or date.until
        if parts is None or parts.year is not None:
            return date
        if parts.day:
            return date.in_year(self._days.get(parts[1:]))
        recent = held.since.year if held and held.since and date.kind in ("quarter", "month") else None
        return date.in_year(recent or self._year_before(date, sentence) or self._year)

    def _year_before(self, date: DateMention, sentence: SentenceSpan) -> int | None:
        if date.kind != "quarter":
            return None
        numbers = range(sentence.sent_no, max(-1, sentence.sent_no - 3), -1)
        earlier = (d for number in numbers for d in reversed(self.dates.get(number, ())) if d.start < date.start)
        return next((d.since.year for d in earlier if d.since and d.since.year), None)


def _holds(date: DateMention) -> bool:
    """Whether a date can be that of later sentences: no day of the meeting, no day up to which something is counted.

    "Đến năm 2030, …" can: it is that of all the targets that follow.
    """
    if date.since is None:
        return date.until is None or date.kind == "year"
    return date.since.day is None or date.kind == "range"
