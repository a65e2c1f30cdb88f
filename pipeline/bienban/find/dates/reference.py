"""The year that an article's "6 tháng đầu năm" and "ngày 20-2" belong to, where the article itself fixes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from bienban.find.dates.partial import DateMention
from bienban.find.dates.published import day_of
from bienban.segment.reading import Reading

# A line that is only a time stamp, perhaps with the author's name before it: "Thứ 6, 21/03/2025 | 15:45".
_STAMP = regex.compile(r"[^.\n]{0,60}?(?P<stamp>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b)[^.\n]{0,20}$")
_LONGEST_STAMP = 90
_STAMP_SIGN = regex.compile(r"\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|\d{1,2}:\d\d|gmt|ngày đăng|cập nhật)\b")
_AFTER_CODE = regex.compile(r"\d[/-]\p{L}[\p{L}\d/-]*,? $")  # "91-CT/TW ngày …" dates the document, not the report
# A year after these is that of a comparison, a birth or a foundation: "gấp 2 lần năm 2015", "sinh năm 1970".
_ASIDE = regex.compile(
    r"(?<!\p{L})(?:so với(?: cùng kỳ)?|cùng kỳ|gấp [\d.,]+ lần(?: so với)?|sinh"
    r"|(?:thành lập|xây dựng|khởi công) (?:từ|vào))"
    r"(?: (?:ngày|tháng|đầu|cuối|vào|của))* $"
)
# A year after these is the one that a meeting looks back on.
_REVIEWED = regex.compile(r"\btổng kết\b[^.;:]*$")
_OPENING = 4  # sentences in which a report says when it took place


def reference_year(reading: Reading, dates: Iterable[DateMention]) -> int | None:
    """The year of the report: of its publication, its time stamp, its opening, the one its dates agree on, or the one
    after that with whose same time it compares.

    `dates` are the article's own dates, as `find_dates` gives them; leave out those inside titles of documents.
    None where years compete.
    """
    if reading.article.published:
        return int(reading.article.published[:4])
    if stamped := reading.once(_stamped):
        return stamped
    dated = [m for m in dates if not _AFTER_CODE.search(reading.low, max(0, m.start - 30), m.start)]
    own = [m for m in dated if m.until and not _of_something_else(reading.low, m.start)]
    opening = _opening(reading)
    exact = [m for m in dated if m.until and m.until.month]
    return (
        _agreed([m for m in exact if m.start < opening])
        or _of_report_and_plan([m for m in own if m.start < opening], reading.low)
        or _agreed(exact, least=2)
        or _after_compared(dated, reading.low)
    )


def report_day(reading: Reading, dates: Iterable[DateMention], year: int | None) -> str | None:
    """The ISO day of the report: of its publication, else the first of its `year` that the opening states.

    `dates` are as for `reference_year`, whose answer `year` is.
    """
    if published := day_of(reading.article.published):
        return published.isoformat()
    opening = _opening(reading)
    own = (m for m in dates if m.start < opening and not _of_something_else(reading.low, m.start))
    days = (m.in_year(year).until for m in own if m.kind == "day")
    return next((day.iso for day in days if day and day.iso and day.year == year), None)


def _after_compared(dates: Iterable[DateMention], low: str) -> int | None:
    """The year after that of "so với cùng kỳ năm 2016", where it is one."""
    same_time = (m for m in dates if low.endswith(("cùng kỳ ", "cùng kỳ của "), 0, m.start))
    years = {m.until.year for m in same_time if m.kind == "year" and m.until and m.until.year}
    return years.pop() + 1 if len(years) == 1 else None


def _opening(reading: Reading) -> int:
    """Where the opening ends."""
    return reading.sentences[_OPENING].start if len(reading.sentences) > _OPENING else len(reading.norm)


def _of_something_else(low: str, start: int) -> bool:
    """Whether the date at `start` is not of the report but of a document or of a side remark."""
    before = max(0, start - 40)
    return bool(_AFTER_CODE.search(low, before, start) or _ASIDE.search(low, before, start))


def _stamped(reading: Reading) -> int | None:
    """The year of the first time stamp."""
    for sentence in reading.sentences:
        if sentence.end - sentence.start > _LONGEST_STAMP:
            continue
        if (stamp := _STAMP.match(reading.low, sentence.start, sentence.end)) and _STAMP_SIGN.search(stamp.group()):
            return int(stamp["stamp"][-4:])
    return None


def _agreed(dates: Iterable[DateMention], least: int = 1) -> int | None:
    years = Counter(m.until.year for m in dates if m.until and m.until.year)
    year, votes = years.most_common(1)[0] if years else (None, 0)
    return year if votes >= least and 3 * votes > 2 * years.total() else None


def _of_report_and_plan(dates: list[DateMention], low: str) -> int | None:
    """The only year named; of "năm 2023 … năm 2024" the one in which the meeting's day falls, early or late.

    A meeting in January or February that reviews a year is of the next.
    """
    named = [m for m in dates if m.kind == "year" and m.since and m.since.year]
    years = sorted({m.since.year for m in named if m.since and m.since.year})
    month = next((m.since.month for m in dates if m.kind == "day" and m.since and m.since.month), None)
    if len(years) == 2 and years[1] == years[0] + 1:
        return None if month is None else years[month <= 6]
    if len(years) != 1:
        return None
    reviewed = month is not None and month <= 2 and _REVIEWED.search(low, max(0, named[0].start - 60), named[0].start)
    return years[0] + 1 if reviewed else years[0]
