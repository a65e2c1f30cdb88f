"""Finds dates: single ones by pattern, then what stands around them, then ranges of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from bienban.find.anchors import Anchors
from bienban.find.dates.partial import DateMention, PartialDate
from bienban.find.dates.patterns import BY_DIGIT, FROM, JOIN, PART, POINTS, POINTS_OF_TODAY, UNTIL, Point
from bienban.find.dates.published import anchored, day_of
from bienban.segment.reading import Reading

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS_IN_WORDS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "nửa": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11,
}  # fmt: skip
_CONTEXT = 40  # characters before a date that can belong to it
_LONGEST = 200  # characters of a date; without an end regex looks for what a pattern must hold in all of the text
_BY_OPENER = {
    opener: [rank for rank, other in enumerate(POINTS_OF_TODAY) if opener in other.openers]
    for point in POINTS_OF_TODAY
    for opener in point.openers
}
_OPENERS = Anchors(_BY_OPENER)


def find_dates(reading: Reading) -> list[DateMention]:
    """All dates, periods and times of day, in order, without overlaps.

    Dates without a year keep it open, unless the day of publication is known.
    """
    return reading.once(_dates)


def _dates(reading: Reading) -> list[DateMention]:
    low, published = reading.low, day_of(reading.article.published)
    points = sorted(_points(low, POINTS_OF_TODAY if published else POINTS), key=lambda mention: mention.start)
    dates = list(_joined(low, points))
    return [anchored(date, low[date.start : date.end], published) for date in dates] if published else dates


def _points(low: str, points: Sequence[Point]) -> Iterator[DateMention]:
    taken = bytearray(len(low))
    for rank, match in sorted(_matches(low, points), key=lambda found: found[0]):
        kind, (start, end) = points[rank].kind, match.span()
        over = kind != "day over month" or int(match["d"]) > int(match["m"])
        if over and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield _read(kind, match)


def _matches(low: str, points: Sequence[Point]) -> Iterator[tuple[int, regex.Match[str]]]:
    """For each point, by its number, the matches without overlaps, looked for where alone it may begin."""
    ends = [0] * len(points)
    for start, opener in _OPENERS.find(low):
        if opener.isdigit() and not BY_DIGIT.match(low, start):
            continue
        for rank in _BY_OPENER[opener]:
            if rank >= len(points) or start < ends[rank]:
                continue
            if match := points[rank].pattern.match(low, start, start + _LONGEST):
                ends[rank] = match.end()
                yield rank, match


def _read(kind: str, match: regex.Match[str]) -> DateMention:
    part = match.groupdict()
    year, month, day = (int(part[name]) if part.get(name) else None for name in "ymd")
    since: PartialDate | None
    until: PartialDate | None
    since = until = PartialDate(year, month, day)
    if kind == "days":
        first = int(part["m0"]) if part.get("m0") else month
        kind, since = "range", PartialDate(year, first, int(part["d0"]))
    elif kind == "range":
        since = PartialDate(int(part["y0"]))
    elif kind == "quarter":
        quarter = _QUARTERS.get(part["q"]) or int(part["q"])
        since, until = PartialDate(year, 3 * quarter - 2), PartialDate(year, 3 * quarter)
    elif kind == "months":
        count = _MONTHS_IN_WORDS.get(part["n"]) or min(12, int(part["n"]))
        first = 13 - count if part.get("part") == "cuối" else 1
        since, until = PartialDate(year, first), PartialDate(year, first + count - 1)
    elif kind == "day over month":
        kind = "day"
    elif kind == "this year":
        kind = "relative"
    elif kind in ("relative", "time"):
        since = until = None
    return DateMention(*match.span(), kind, since, until)


def _joined(low: str, points: list[DateMention]) -> Iterator[DateMention]:
    at = floor = 0
    while at < len(points):
        mention = _with_context(low, points[at], floor)
        if at + 1 < len(points) and (whole := _range(low, mention, points[at + 1])):
            mention = whole
            at += 1
        yield mention
        floor = mention.end
        at += 1


def _with_context(low: str, point: DateMention, floor: int) -> DateMention:
    """The mention with the words before it that belong to it; "từ" and "đến" open one side."""
    if point.kind == "time":
        return point
    begin = max(floor, point.start - _CONTEXT)
    if match := FROM.search(low, begin, point.start):
        since = point.since
        if since == PartialDate() and "đầu" in low[match.start() : point.end]:
            since = PartialDate(None, 1)  # "từ đầu năm"
        return replace(point, start=match.start(), since=since, until=None)
    if match := UNTIL.search(low, begin, point.start):
        return replace(point, start=match.start(), since=None)
    if match := PART.search(low, begin, point.start):
        return replace(point, start=match.start())
    if low.startswith("hết ", point.start):
        return replace(point, since=None)
    return point


def _range(low: str, first: DateMention, second: DateMention) -> DateMention | None:
    """`first` and `second` as one range, when the words between them say so."""
    join = JOIN.fullmatch(low, first.end, second.start)
    if not join or "time" in (first.kind, second.kind) or second.kind == "range":
        return None
    opened = first.until is None and (first.since is not None or low.startswith("từ ", first.start))
    if join["dash"] and not opened and (first.kind != second.kind or first.kind in ("year", "relative")):
        return None
    if join["to"] and not opened:
        return None
    since, until = first.since, second.until
    if since and until and since.year is None and until.year is not None:
        # "từ 15/12 đến 10/1/2020" begins in the year before.
        since = since.in_year(until.year - (tuple(since)[1:] > tuple(until)[1:] if since.month and until.month else 0))
    return DateMention(first.start, second.end, "range", since, until)
